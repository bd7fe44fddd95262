//! What to wear against whom.

use game::{Character, character::Slot, data::Monster, fight::Odds, xp};
use serde_json::json;

use super::{Loadout, Prospect, Rank, best, dressed, quick, with_potions};
use crate::{
    estimate::{Aim, Estimate, fight_seconds},
    fixture::{Given, given},
    parts::opponent::{self, Terms},
    situation::Situation,
};

mod brute_force;

fn ana() -> Given {
    given("combat", json!({}))
}

/// As whoever fights for xp on the spot ranks it, with so many seconds' worth of potions.
fn rank(hero: &Character, monster: &Monster, odds: &Odds, samples: u32, potions: f64) -> Rank {
    let fight = fight_seconds(hero.stats.haste, hero.max_hp, odds.mean_turns, odds.mean_hp_lost);
    let seconds = fight + potions;
    let brings = odds.win_rate * xp::fight(monster, hero.combat.level, hero.stats.wisdom) as f64;
    let estimate = Estimate { seconds, brings, per_hour: 3600.0 * brings / seconds };
    opponent::rank(Terms::safe(Aim::Xp), odds, samples, &estimate)
}

fn best_against(situation: &Situation<'_>, monster: &Monster) -> Loadout {
    best(situation, monster, &[], Aim::Xp, &|hero, odds, samples| rank(hero, monster, odds, samples, 0.0))
}

fn against_chicken(given: &Given) -> Vec<(Slot, String)> {
    given.look(|situation| {
        let loadout = best_against(situation, situation.data.monster("chicken").unwrap());
        loadout.into_iter().map(|(slot, code)| (slot, code.to_string())).collect()
    })
}

#[test]
fn the_better_weapon_is_taken_from_bag_or_bank() {
    let sword = [(Slot::Weapon, "sword".to_owned())];
    assert_eq!(against_chicken(&ana().wears(Slot::Weapon, "stick").carries("sword", 1)), sword);
    assert_eq!(against_chicken(&ana().wears(Slot::Weapon, "stick").bank_holds("sword", 1)), sword);
}

#[test]
fn a_single_ring_is_worn_on_one_finger_and_two_on_both() {
    let ana = ana().wears(Slot::Weapon, "stick");
    let rings = |given: &Given| {
        against_chicken(given).iter().filter(|(slot, _)| matches!(slot, Slot::Ring1 | Slot::Ring2)).count()
    };
    assert_eq!(rings(&ana), 0);
    let ana = ana.carries("ring", 1);
    assert_eq!(rings(&ana), 1);
    assert_eq!(rings(&ana.bank_holds("ring", 1)), 2);
}

#[test]
fn gear_above_the_level_is_left() {
    assert_eq!(against_chicken(&ana().carries("drill", 1)), []);
}

#[test]
fn utilities_are_left_to_the_player() {
    let ana = ana().wears(Slot::Weapon, "stick").carries("potion", 50);
    assert_eq!(against_chicken(&ana), [(Slot::Weapon, "stick".to_owned())]);
}

#[test]
fn a_dressed_character_has_the_stats_of_what_it_wears_and_full_health() {
    let ana = ana().wears(Slot::Weapon, "stick").carries("helmet", 1).hp(3);
    let (max_hp, hp, attack) = ana.look(|situation| {
        let mut loadout = super::worn(&situation.character);
        loadout.insert(Slot::Helmet, "helmet".parse().unwrap());
        loadout.insert(Slot::Weapon, "sword".parse().unwrap());
        let hero = dressed(situation, &loadout);
        (hero.max_hp, hero.hp, hero.stats.attack.earth)
    });
    assert_eq!((max_hp, hp, attack), (140, 140, 40));
}

#[test]
fn one_more_item_is_worth_what_it_makes_of_the_fights() {
    let ana = ana().wears(Slot::Weapon, "stick");
    ana.look(|situation| {
        let prospect = Prospect::of(situation, situation.data.monster("chicken").unwrap());
        let with = |code| prospect.with(situation, situation.data.item(code).unwrap());
        assert!(with("sword") > prospect.worth);
        assert_eq!(with("drill"), prospect.worth, "a worse weapon stays in the bag");
    });
}
