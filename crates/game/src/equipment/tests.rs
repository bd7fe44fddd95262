//! Tests of putting on and taking off: a sheet always adds up (RULES §8).

mod property;
mod refusals;

use super::*;
use crate::fixture::{self, code, condition, item};

/// One item of each kind that behaves in its own way.
fn data() -> GameData {
    let mut crown = item("crown", ItemType::Helmet, &[("hp", 20)]);
    crown.conditions.push(condition("level", crate::data::Operator::Gt, 9));
    fixture::data([
        item("stick", ItemType::Weapon, &[("attack_earth", 4), ("critical_strike", 5)]),
        item("pickaxe", ItemType::Weapon, &[("attack_earth", 5), ("mining", -10)]),
        item("helmet", ItemType::Helmet, &[("hp", 20), ("res_fire", 3), ("dmg_air", 2), ("haste", 1)]),
        item("cap", ItemType::Helmet, &[("hp", 5), ("wisdom", 7), ("prospecting", 9)]),
        crown,
        item("ring", ItemType::Ring, &[("dmg", 2), ("initiative", 10), ("threat", 3)]),
        item("charm", ItemType::Artifact, &[("wisdom", 10)]),
        item("potion", ItemType::Utility, &[("boost_dmg_air", 12), ("restore", 30)]),
        item("tonic", ItemType::Utility, &[("boost_hp", 50)]),
        item("satchel", ItemType::Bag, &[("inventory_space", 15)]),
        item("backpack", ItemType::Bag, &[("inventory_space", 35)]),
        item("egg", ItemType::Resource, &[]),
    ])
}

/// Ana with these in her bag.
fn ana(carried: &[(&str, u32)]) -> Character {
    let mut ana = fixture::ana();
    for (item, quantity) in carried {
        ana.inventory.add(&code(item), *quantity).unwrap();
    }
    ana
}

fn on(ana: &mut Character, item: &str, slot: Slot, quantity: u32) -> Result<(), Refusal> {
    equip(ana, &data(), &EquipItem { code: code(item), slot, quantity }, |_| false)
}

fn off(ana: &mut Character, slot: Slot, quantity: u32) -> Result<ItemCode, Refusal> {
    unequip(ana, &data(), &UnequipItem { slot, quantity })
}

#[test]
fn what_is_put_on_leaves_the_bag_and_counts_on_the_sheet() {
    let mut ana = ana(&[("helmet", 1)]);
    on(&mut ana, "helmet", Slot::Helmet, 1).unwrap();
    assert_eq!((ana.inventory.total(), ana.worn(Slot::Helmet)), (0, Some(&code("helmet"))));
    assert_eq!((ana.max_hp, ana.hp), (140, 140));
    assert_eq!((ana.stats.res.fire, ana.stats.dmg_element.air, ana.stats.haste), (3, 2, 1));
}

#[test]
fn what_is_taken_off_returns_to_the_bag_and_its_stats_go() {
    let mut ana = ana(&[("helmet", 1)]);
    let before = ana.clone();
    on(&mut ana, "helmet", Slot::Helmet, 1).unwrap();
    assert_eq!(off(&mut ana, Slot::Helmet, 1), Ok(code("helmet")));
    assert_eq!(ana, before);
}

#[test]
fn a_new_item_pushes_the_old_one_back_into_the_bag() {
    let mut ana = ana(&[("helmet", 1), ("cap", 1)]);
    on(&mut ana, "helmet", Slot::Helmet, 1).unwrap();
    on(&mut ana, "cap", Slot::Helmet, 1).unwrap();
    assert_eq!(ana.inventory.count(&code("helmet")), 1);
    assert_eq!((ana.max_hp, ana.hp, ana.stats.wisdom, ana.stats.res.fire), (125, 125, 7, 0));
}

#[test]
fn the_same_ring_fits_on_both_hands() {
    let mut ana = ana(&[("ring", 2)]);
    on(&mut ana, "ring", Slot::Ring1, 1).unwrap();
    on(&mut ana, "ring", Slot::Ring2, 1).unwrap();
    assert_eq!((ana.stats.dmg, ana.stats.initiative, ana.stats.threat), (4, 120, 6));
}

#[test]
fn the_same_utility_adds_up_in_its_slot_and_leaves_the_sheet_alone() {
    let mut ana = ana(&[("potion", 50)]);
    let stats = ana.stats;
    on(&mut ana, "potion", Slot::Utility1, 30).unwrap();
    on(&mut ana, "potion", Slot::Utility1, 20).unwrap();
    assert_eq!(ana.equipment[&Slot::Utility1].quantity, 50);
    assert_eq!((ana.stats, ana.inventory.total()), (stats, 0));
}

#[test]
fn another_utility_sends_all_of_the_old_ones_back() {
    let mut ana = ana(&[("potion", 30), ("tonic", 1)]);
    on(&mut ana, "potion", Slot::Utility1, 30).unwrap();
    on(&mut ana, "tonic", Slot::Utility1, 1).unwrap();
    assert_eq!((ana.inventory.count(&code("potion")), ana.max_hp), (30, 120));
}

#[test]
fn some_utilities_can_be_taken_off() {
    let mut ana = ana(&[("potion", 30)]);
    on(&mut ana, "potion", Slot::Utility2, 30).unwrap();
    off(&mut ana, Slot::Utility2, 10).unwrap();
    assert_eq!((ana.equipment[&Slot::Utility2].quantity, ana.inventory.total()), (20, 10));
}

#[test]
fn a_bag_makes_room_and_a_larger_one_may_replace_it_when_full() {
    let mut ana = ana(&[("satchel", 1), ("backpack", 1), ("egg", 98)]);
    on(&mut ana, "satchel", Slot::Bag, 1).unwrap();
    ana.inventory.add(&code("egg"), 16).unwrap();
    assert_eq!((ana.inventory.max_items, ana.inventory.free_items()), (115, 0));
    on(&mut ana, "backpack", Slot::Bag, 1).unwrap();
    assert_eq!((ana.inventory.max_items, ana.inventory.total()), (135, 115));
}
