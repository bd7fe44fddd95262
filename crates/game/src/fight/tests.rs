//! Tests of fights against numbers reckoned by hand (RULES §7).

mod each_effect;
mod group;
mod raid;
mod random;
mod scripted;
mod season;
mod utilities;

use std::sync::Arc;

use rand::{SeedableRng, rngs::Xoshiro256PlusPlus};

use super::{state::Bout, *};
use crate::{
    character::{Character, Equipped, Slot},
    data::{GameData, Monster, MonsterType},
    fixture::{self, ana, chicken, code},
    stats::{Element, PerElement},
};

fn rng(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// Ana with an earth attack.
fn fighter(earth: i64) -> Fighter {
    Fighter {
        attack: PerElement { earth, ..PerElement::default() },
        ..Fighter::character(&ana(), &GameData::default())
    }
}

/// One hero against one monster; the hero afterwards, and the ending.
fn duel(hero: Fighter, monster: &Monster) -> (Fighter, Ending) {
    let mut heroes = [hero];
    let ending = run(&mut heroes, &mut Fighter::monster(monster), &mut rng(1), None);
    let [hero] = heroes;
    (hero, ending)
}

#[test]
fn the_faster_hits_first_and_hits_alternate_to_the_end() {
    // 15 hits of 4 fell 60 hp; the chicken hits back 14 times for 4.
    let (hero, ending) = duel(fighter(4), &chicken());
    assert_eq!((ending, hero.hp), (Ending { win: true, turns: 29 }, 120 - 14 * 4));
}

#[test]
fn the_slower_is_hit_first() {
    let (hero, ending) = duel(fighter(4), &Monster { initiative: 101, ..chicken() });
    assert_eq!((ending, hero.hp), (Ending { win: true, turns: 30 }, 120 - 15 * 4));
}

#[test]
fn among_equally_fast_the_healthier_hits_first_and_then_chance_decides() {
    let weaker = Monster { initiative: 100, ..chicken() };
    assert_eq!(duel(fighter(4), &weaker).1.turns, 29);
    let stronger = Monster { hp: 124, ..weaker.clone() };
    // She falls to the thirtieth hit, which is the 59th turn for those who hit first.
    assert_eq!(duel(fighter(4), &stronger).1.turns, 59);

    let equal = Monster { hp: 120, ..weaker };
    let mut turns: Vec<_> = (0..50)
        .map(|seed| run(&mut [fighter(8)], &mut Fighter::monster(&equal), &mut rng(seed), None).turns)
        .collect();
    turns.sort_unstable();
    turns.dedup();
    assert_eq!(turns, [29, 30]);
}

#[test]
fn a_critical_turn_hits_half_as_hard_again() {
    let hero = Fighter { critical_strike: 100, ..fighter(4) };
    assert_eq!(duel(hero, &chicken()).1, Ending { win: true, turns: 19 });
    let (hero, _) = duel(fighter(4), &Monster { critical_strike: 100, ..chicken() });
    assert_eq!(hero.hp, 120 - 14 * 6);
}

#[test]
fn criticals_come_as_often_as_the_sheet_says_and_for_all_elements_of_a_turn() {
    let mut log = Vec::new();
    let attack = PerElement { fire: 2, earth: 0, water: 2, air: 0 };
    for seed in 0..100 {
        let hero = Fighter { attack, critical_strike: 30, ..fighter(0) };
        run(&mut [hero], &mut Fighter::monster(&chicken()), &mut rng(seed), Some(&mut log));
    }
    let hits: Vec<_> = log.iter().filter(|line| line.contains("Ana hits")).collect();
    let critical = |line: &String| line.contains("(critical)");
    let share = 100 * hits.iter().filter(|line| critical(line)).count() / hits.len();
    assert!((25..=35).contains(&share), "{share} % of the hits were critical");
    for pair in hits.windows(2) {
        let turn = |line: &str| line.split(':').next().map(str::to_owned);
        if turn(pair[0]) == turn(pair[1]) && pair[0].contains("fire") {
            assert_eq!(critical(pair[0]), critical(pair[1]), "{pair:?}");
        }
    }
}

#[test]
fn damage_counts_extra_damage_then_resistance() {
    // 13 fire: 13 × 1.12 = 15 (rounded), of which 10 % are resisted: 14 (13.5 rounded up).
    let mut sheet = ana();
    sheet.stats.attack.fire = 13;
    (sheet.stats.dmg, sheet.stats.dmg_element.fire) = (5, 7);
    let hero = Fighter::character(&sheet, &GameData::default());
    let monster = Monster { hp: 28, res_fire: 10, ..chicken() };
    assert_eq!(duel(hero.clone(), &monster).1.turns, 3);
    assert_eq!(duel(hero, &Monster { hp: 29, ..monster }).1.turns, 5);
}

#[test]
fn hits_of_a_turn_land_as_fire_earth_water_air_until_the_target_falls() {
    let attack = PerElement { fire: 5, earth: 5, water: 5, air: 5 };
    let mut log = Vec::new();
    let mut monster = Fighter::monster(&Monster { hp: 15, ..chicken() });
    run(&mut [Fighter { attack, ..fighter(0) }], &mut monster, &mut rng(1), Some(&mut log));
    insta::assert_snapshot!(log.join("\n"), @"
    The fight begins: Ana 120/120 HP, Chicken 15/15 HP.
    Turn 1: Ana hits Chicken with fire for 5. Chicken: 10/15 HP.
    Turn 1: Ana hits Chicken with earth for 5. Chicken: 5/15 HP.
    Turn 1: Ana hits Chicken with water for 5. Chicken: 0/15 HP.
    Turn 1: Chicken falls.
    The fight is won: Ana 120/120 HP, Chicken 0/15 HP.
    ");
}

#[test]
fn a_fight_is_lost_when_the_hero_falls() {
    let (hero, ending) = duel(fighter(4), &Monster { attack_water: 60, ..chicken() });
    assert_eq!((ending, hero.hp), (Ending { win: false, turns: 4 }, 0));
}

#[test]
fn a_fight_of_a_hundred_turns_is_lost() {
    let (hero, ending) = duel(fighter(0), &Monster { attack_water: 0, ..chicken() });
    assert_eq!((ending, hero.hp), (Ending { win: false, turns: 100 }, 120));
    // The hundredth turn still counts: the slower hero's fiftieth hit.
    let last = Monster { hp: 200, attack_water: 0, initiative: 101, ..chicken() };
    assert_eq!(duel(fighter(4), &last).1, Ending { win: true, turns: 100 });
}

#[test]
fn the_log_changes_nothing() {
    let hero = Fighter { critical_strike: 50, ..fighter(4) };
    for seed in 0..20 {
        let fight = |log| {
            let mut heroes = [hero.clone()];
            let ending = run(&mut heroes, &mut Fighter::monster(&chicken()), &mut rng(seed), log);
            (ending, heroes[0].hp)
        };
        assert_eq!(fight(None), fight(Some(&mut Vec::new())));
    }
}

#[test]
fn odds_of_a_fight_without_chance_are_exact() {
    let mut sheet = ana();
    sheet.stats.attack[Element::Earth] = 4;
    let expected = Odds {
        win_rate: 1.0,
        mean_turns: 29.0,
        mean_hp_lost: 56.0,
        worst_hp_lost: 56,
        mean_utilities_used: [0.0; 2],
        most_utilities_used: [0; 2],
        mean_damage: 60.0,
    };
    assert_eq!(odds(&sheet, &chicken(), &GameData::default(), 10, 0), expected);
}

#[test]
fn odds_agree_with_many_fights_of_another_seed() {
    let mut sheet = ana();
    (sheet.stats.attack.earth, sheet.stats.critical_strike) = (4, 30);
    let monster = Monster { attack_water: 9, critical_strike: 10, ..chicken() };
    let odds = odds(&sheet, &monster, &GameData::default(), 4000, 1);
    let mut rng = rng(2);
    let hero = Fighter::character(&sheet, &GameData::default());
    let runs = (0..4000).map(|_| run(&mut [hero.clone()], &mut Fighter::monster(&monster), &mut rng, None));
    let wins = f64::from(u32::try_from(runs.filter(|ending| ending.win).count()).unwrap()) / 4000.0;
    assert!((0.1..0.9).contains(&odds.win_rate), "{odds:?} should be a close fight");
    assert!((odds.win_rate - wins).abs() < 0.04, "{odds:?} against {wins}");
    assert!(odds.worst_hp_lost == 120 && odds.mean_hp_lost < 120.0);
}

#[test]
fn the_same_seed_gives_the_same_odds_and_none_without_samples() {
    let mut sheet = ana();
    (sheet.stats.attack.earth, sheet.stats.critical_strike) = (4, 30);
    let odds = |samples, seed| odds(&sheet, &chicken(), &GameData::default(), samples, seed);
    assert_eq!(odds(50, 3), odds(50, 3));
    assert_ne!(odds(50, 3), odds(50, 4));
    assert_eq!(odds(0, 3), Odds::default());
}
