//! What to wear against whom.

use game::character::Slot;
use serde_json::json;

use super::{best, dressed, judge::Judge, search, worth_with};
use crate::fixture::{Given, given};

fn ana() -> Given {
    given("combat", json!({}))
}

fn against_chicken(given: &Given) -> Vec<(Slot, String)> {
    given.look(|situation| {
        let loadout = best(situation, situation.data.monster("chicken").unwrap());
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

/// The whole small wardrobe: the best gear is at least as good as any other, worn or not.
#[test]
fn no_single_change_makes_the_best_gear_better() {
    let ana = ana().wears(Slot::Weapon, "stick").carries("sword", 1).carries("helmet", 1).carries("ring", 2);
    ana.look(|situation| {
        let chicken = situation.data.monster("chicken").unwrap();
        let quick = worth_with(situation, chicken, None);
        let best = dressed(situation, &best(situation, chicken));
        let mut judge = Judge::of(situation, chicken);
        let bonus = game::equipment::Bonus {
            stats: best.stats,
            hp: best.max_hp,
            inventory_space: i64::from(best.inventory.max_items),
        };
        assert!(judge.worth(&search::numbers(&bonus)) >= quick);
    });
}
