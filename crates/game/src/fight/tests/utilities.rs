//! Potions: when they are drunk, what they do, and what is left of them.

use super::*;
use crate::{data::ItemType, fixture::item};

fn data() -> GameData {
    let boosts =
        ["boost_dmg_fire", "boost_dmg_earth", "boost_dmg_water", "boost_dmg_air"].map(|code| (code, 25));
    fixture::data([
        item("salve", ItemType::Utility, &[("restore", 30)]),
        item("elixir", ItemType::Utility, &boosts),
        item("health_boost", ItemType::Utility, &[("boost_hp", 50)]),
        item("water_ward", ItemType::Utility, &[("boost_res_water", 50)]),
    ])
}

/// Ana with 4 earth and so many of these utilities in her first and second slot.
fn equipped(utilities: &[(&str, u32)]) -> Character {
    let mut sheet = ana();
    sheet.stats.attack.earth = 4;
    for (slot, (item, quantity)) in [Slot::Utility1, Slot::Utility2].into_iter().zip(utilities) {
        sheet.equipment.insert(slot, Equipped { code: code(item), quantity: *quantity });
    }
    sheet
}

/// The sheet after a fight, and the ending.
fn after(mut sheet: Character, monster: &Monster) -> (Character, Ending) {
    let (hero, ending) = duel(Fighter::character(&sheet, &data()), monster);
    hero.settle(&mut sheet);
    (sheet, ending)
}

fn left(sheet: &Character, slot: Slot) -> Option<u32> {
    sheet.equipment.get(&slot).map(|equipped| equipped.quantity)
}

#[test]
fn a_restoring_potion_is_drunk_below_half_and_not_at_half() {
    // Two hits come before her third: 30 each leave exactly half of her 120.
    let monster = Monster { hp: 12, attack_water: 30, ..chicken() };
    assert_eq!(left(&after(equipped(&[("salve", 5)]), &monster).0, Slot::Utility1), Some(5));
    let monster = Monster { attack_water: 31, ..monster };
    let (sheet, _) = after(equipped(&[("salve", 5)]), &monster);
    assert_eq!((left(&sheet, Slot::Utility1), sheet.hp), (Some(4), 120 - 62 + 30));
}

#[test]
fn each_turn_below_half_costs_a_unit_until_none_is_left() {
    let monster = Monster { hp: 1000, attack_water: 40, ..chicken() };
    let without = after(equipped(&[]), &monster).1.turns;
    let (sheet, ending) = after(equipped(&[("salve", 2)]), &monster);
    assert!(!ending.win);
    assert_eq!(left(&sheet, Slot::Utility1), None);
    // With 60 hp more she falls to the fifth hit of 40 instead of the third.
    assert_eq!((without, ending.turns), (6, 10));
}

#[test]
fn the_second_potion_waits_while_the_first_has_healed_enough() {
    let monster = Monster { hp: 12, attack_water: 31, ..chicken() };
    let (sheet, _) = after(equipped(&[("salve", 5), ("health_boost", 5)]), &monster);
    // With 50 hp more, 62 lost are still less than half.
    assert_eq!((left(&sheet, Slot::Utility1), left(&sheet, Slot::Utility2)), (Some(5), Some(4)));
}

#[test]
fn a_potion_of_several_boosts_costs_one_unit_a_fight() {
    // 4 × 1.25 = 5 a hit: twelve hits for 60 hp.
    let (sheet, ending) = after(equipped(&[("elixir", 3)]), &chicken());
    assert_eq!((ending.turns, left(&sheet, Slot::Utility1)), (23, Some(2)));
}

#[test]
fn a_ward_halves_what_it_wards_off() {
    let (sheet, _) = after(equipped(&[("water_ward", 1)]), &chicken());
    assert_eq!((sheet.hp, left(&sheet, Slot::Utility1)), (120 - 14 * 2, None));
}

#[test]
fn borrowed_hit_points_end_with_the_fight() {
    let (sheet, _) = after(equipped(&[("health_boost", 1)]), &chicken());
    assert_eq!((sheet.hp, sheet.max_hp), (170 - 56, 120));
    let (sheet, _) = after(equipped(&[("health_boost", 1)]), &Monster { attack_water: 1, ..chicken() });
    assert_eq!((sheet.hp, sheet.max_hp), (120, 120));
}

#[test]
fn odds_tell_how_much_is_drunk() {
    // She begins at 62 of 120, drinks at 58 and again at 56, and a boost in the other slot.
    let mut sheet = equipped(&[("salve", 9), ("elixir", 9)]);
    (sheet.hp, sheet.stats.attack.earth) = (62, 4);
    let odds = odds(&sheet, &chicken(), &data(), 10, 0);
    assert_eq!((odds.win_rate, odds.mean_utilities_used), (1.0, [2.0, 1.0]));
}

#[test]
fn the_worst_moment_of_a_fight_counts_whatever_is_healed_after_it() {
    // Her 120 become 58, and 88 again before the last hit.
    let monster = Monster { hp: 12, attack_water: 31, ..chicken() };
    let odds = odds(&equipped(&[("salve", 5)]), &monster, &data(), 10, 0);
    assert_eq!((odds.mean_hp_lost, odds.worst_hp_lost, odds.most_utilities_used), (32.0, 62, [1, 0]));
}

#[test]
fn drinking_is_told_in_the_log() {
    let monster = Monster { hp: 12, attack_water: 31, ..chicken() };
    let mut log = Vec::new();
    let mut heroes = [Fighter::character(&equipped(&[("salve", 1), ("water_ward", 1)]), &data())];
    heroes[0].hp = 70;
    run(&mut heroes, &mut Fighter::monster(&monster), &mut rng(1), Some(&mut log));
    insta::assert_snapshot!(log.join("\n"), @"
    The fight begins: Ana 70/120 HP, Chicken 12/12 HP.
    Ana resists 50 % more water damage.
    Turn 1: Ana hits Chicken with earth for 4. Chicken: 8/12 HP.
    Turn 2: Chicken hits Ana with water for 16. Ana: 54/120 HP.
    Turn 3: Ana gains 30 HP by restore. Ana: 84/120 HP.
    Turn 3: Ana hits Chicken with earth for 4. Chicken: 4/12 HP.
    Turn 4: Chicken hits Ana with water for 16. Ana: 68/120 HP.
    Turn 5: Ana hits Chicken with earth for 4. Chicken: 0/12 HP.
    Turn 5: Chicken falls.
    The fight is won: Ana 68/120 HP, Chicken 0/12 HP.
    ");
}
