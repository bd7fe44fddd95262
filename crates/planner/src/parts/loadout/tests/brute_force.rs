//! The best gear held against every outfit there is, on seasons' data with all effects, and its odds against thousands of
//! fights in another luck.

use game::{
    Character, GameData, ItemCode,
    character::Slot,
    data::{Item, ItemType, Monster, MonsterType},
    fight::{self, Fighter, Odds},
    xp::MAX_LEVEL,
};
use serde_json::json;

use super::{Loadout, Rank, best_against, dressed, quick, rank, with_potions};
use crate::{
    estimate::{
        Aim,
        duel::{self, Duel, Lesson},
    },
    fixture::{Given, first_steps, given, real_season},
    notes::SAMPLES,
    parts::{loadout::lesson, opponent, potions},
    situation::Situation,
};

/// Seasons to choose gear in, each with monsters of all kinds: plain ones, and ones that burn, poison, heal, shield
/// themselves or steal life.
fn cases() -> Vec<(GameData, Vec<(&'static str, u32)>)> {
    let small = vec![("cave_spider", 12), ("ember_imp", 17), ("tomb_bat", 20), ("marsh_witch", 20)];
    let large = vec![
        ("vampire", 30),
        ("imp", 37),
        ("goblin_guard", 45),
        ("bat", 48),
        ("hellhound", 50),
        ("baby_red_dragon", 50),
    ];
    let mut cases = vec![(first_steps(), small)];
    cases.extend(real_season().map(|season| (season, large)));
    cases
}

/// What somebody of that level can wear of a kind, without tools: the few of the highest levels, beginning anywhere.
fn gear<'a>(data: &'a GameData, kind: &ItemType, level: u32, luck: usize) -> Vec<&'a Item> {
    let fits = |item: &&Item| item.kind == *kind && item.level <= level && !item.is_tool();
    let mut fitting: Vec<_> = data.items.values().filter(fits).collect();
    fitting.sort_by_key(|item| (std::cmp::Reverse(item.level), &item.code));
    fitting.truncate(6);
    let from = luck % fitting.len().max(1);
    fitting.rotate_left(from);
    fitting
}

/// A few things to choose from, of every kind that decides fights.
fn wardrobe(data: &GameData, level: u32, luck: usize) -> Vec<ItemCode> {
    let kinds = [
        (ItemType::Weapon, 2),
        (ItemType::BodyArmor, 2),
        (ItemType::Amulet, 1),
        (ItemType::Ring, 2),
        (ItemType::Rune, 2),
    ];
    let some = kinds.iter().flat_map(|(kind, count)| gear(data, kind, level, luck).into_iter().take(*count));
    some.map(|item| item.code.clone()).collect()
}

/// Every way to wear some of these.
fn outfits(data: &GameData, items: &[ItemCode]) -> Vec<Loadout> {
    let mut all = vec![Loadout::new()];
    for code in items {
        let kind = &data.items[code].kind;
        let with = all.iter().filter_map(|outfit| {
            let mut slots = Slot::ALL.into_iter().filter(|slot| slot.item_type() == *kind);
            let free = slots.find(|slot| !outfit.contains_key(slot))?;
            Some(
                outfit
                    .iter()
                    .map(|(slot, code)| (*slot, code.clone()))
                    .chain([(free, code.clone())])
                    .collect(),
            )
        });
        all.extend(with.collect::<Vec<_>>());
    }
    all
}

fn odds(situation: &Situation<'_>, monster: &Monster, outfit: &Loadout, samples: u32, seed: u64) -> Odds {
    fight::odds(&dressed(situation, outfit), monster, situation.data, samples, seed)
}

fn somebody(data: &GameData, level: u32, items: &[ItemCode]) -> Given {
    let mut somebody = given("combat", json!({})).in_season(data.clone()).level(level);
    for slot in [Slot::Helmet, Slot::LegArmor, Slot::Boots, Slot::Shield] {
        let best = gear(data, &slot.item_type(), level, 0);
        somebody = best
            .first()
            .into_iter()
            .fold(somebody, |somebody, item| somebody.wears(slot, item.code.as_str()));
    }
    somebody.character.hp = somebody.character.max_hp;
    items.iter().fold(somebody, |somebody, code| somebody.carries(code.as_str(), 1))
}

#[test]
fn no_outfit_does_better_than_the_best() {
    for (data, monsters) in cases() {
        for (monster, level) in monsters {
            let monster = data.monster(monster).unwrap();
            for luck in 0..3 {
                let items = wardrobe(&data, level, luck);
                somebody(&data, level, &items).look(|situation| {
                    let of = |outfit: &Loadout| -> Rank {
                        let odds = odds(situation, monster, outfit, SAMPLES, 0);
                        rank(&dressed(situation, outfit), monster, &odds, SAMPLES, 0.0)
                    };
                    let chosen = best_against(situation, monster);
                    let all = outfits(&data, &items);
                    let (best, outfit) = all
                        .iter()
                        .map(|outfit| (of(outfit), outfit))
                        .max_by(|(one, _), (other, _)| one.partial_cmp(other).unwrap())
                        .unwrap();
                    let found = of(&chosen);
                    assert!(
                        found.0 == best.0 && found.1 >= 0.995 * best.1,
                        "against {}: {found:?} with {chosen:?}, {best:?} with {outfit:?}",
                        monster.code
                    );
                });
            }
        }
    }
}

#[test]
fn no_potions_do_better_than_the_chosen() {
    let data = first_steps();
    let mut thirsty = 0;
    for (monster, level) in [("cave_spider", 7), ("marsh_viper", 10), ("ember_imp", 13), ("tomb_bat", 17)] {
        let monster = data.monster(monster).unwrap();
        let potions =
            data.items.values().filter(|item| item.kind == ItemType::Utility && item.level <= level);
        let codes: Vec<_> = potions.map(|item| item.code.clone()).collect();
        let mut somebody = somebody(&data, level, &wardrobe(&data, level, 0));
        for code in &codes {
            somebody = somebody.bank_holds(code.as_str(), 30);
        }
        somebody.look(|situation| {
            let judge = |hero: &Character, odds: &Odds, samples: u32| {
                rank(hero, monster, odds, samples, potions::seconds(situation, hero, odds))
            };
            let of = |outfit: &Loadout| {
                judge(&dressed(situation, outfit), &odds(situation, monster, outfit, SAMPLES, 0), SAMPLES)
            };
            let gear = best_against(situation, monster);
            let kit = |potions: &[&ItemCode]| -> Loadout {
                let worn = potions::SLOTS.into_iter().zip(potions.iter().map(|code| (*code).clone()));
                gear.clone().into_iter().chain(worn).collect()
            };
            let pairs = codes.iter().flat_map(|one| codes.iter().map(move |other| [one, other]));
            let pairs = pairs.filter(|[one, other]| one < other).map(|pair| kit(&pair));
            let all = pairs.chain(codes.iter().map(|code| kit(&[code]))).chain([gear.clone()]);
            let best = all.map(|outfit| of(&outfit)).max_by(|one, other| one.partial_cmp(other).unwrap());
            let (best, chosen) = (best.unwrap(), with_potions(situation, monster, &[], gear.clone(), &judge));
            let found = of(&chosen);
            thirsty += u32::from(chosen != gear);
            assert!(
                found.0 == best.0 && found.1 >= 0.995 * best.1,
                "{found:?} with {chosen:?}, {best:?} is possible"
            );
        });
    }
    assert!(thirsty > 0, "nobody has drunk anything");
}

#[test]
fn odds_of_the_best_are_those_of_ten_thousand_other_fights() {
    for (data, monsters) in cases() {
        for (monster, level) in monsters {
            let monster = data.monster(monster).unwrap();
            // Three levels too low, some fights are lost.
            let items = wardrobe(&data, level, 0);
            somebody(&data, level - 2, &items).look(|situation| {
                let chosen = best_against(situation, monster);
                let few = odds(situation, monster, &chosen, SAMPLES, 0);
                let many = odds(situation, monster, &chosen, 10_000, 1);
                let p = many.win_rate;
                let spread = (p * (1.0 - p) / f64::from(SAMPLES)).sqrt() + 1.0 / f64::from(SAMPLES);
                assert!((few.win_rate - p).abs() <= 4.0 * spread, "{}: {few:?}, {many:?}", monster.code);
                let turns = (few.mean_turns / many.mean_turns - 1.0).abs();
                assert!(turns < 0.05, "{}: {few:?}, {many:?}", monster.code);
            });
        }
    }
}

/// Runs `look` for every monster of every season, as somebody of about its level in some outfit.
fn for_all_monsters(look: impl Fn(&Situation<'_>, &Monster, &Loadout)) {
    for data in [Some(first_steps()), real_season()].into_iter().flatten() {
        for monster in data.monsters.values().filter(|monster| monster.kind != MonsterType::RaidBoss) {
            for luck in 0..4 {
                let level = (monster.level + 3 * u32::try_from(luck).unwrap()).clamp(1, MAX_LEVEL);
                let items = wardrobe(&data, level, luck);
                let outfit = outfits(&data, &items).pop().unwrap();
                somebody(&data, level, &items).look(|situation| look(situation, monster, &outfit));
            }
        }
    }
}

#[test]
fn no_fight_without_runes_is_shorter_or_cheaper_than_its_plain_duel() {
    for_all_monsters(|situation, monster, outfit| {
        let outfit = outfit.iter().filter(|(slot, _)| **slot != Slot::Rune);
        let outfit = outfit.map(|(slot, code)| (*slot, code.clone())).collect();
        let odds = odds(situation, monster, &outfit, 100, 0);
        if odds.win_rate < 1.0 {
            return;
        }
        let hero = Fighter::character(&dressed(situation, &outfit), situation.data);
        let duel = Duel::of(&hero, &duel::foe(monster), Lesson::NONE);
        assert!(odds.mean_turns >= 0.98 * duel.turns, "{}: {duel:?}, {odds:?}", monster.code);
        assert!(odds.mean_hp_lost >= 0.95 * duel.hp_lost, "{}: {duel:?}, {odds:?}", monster.code);
    });
}

#[test]
fn what_is_left_out_unsimulated_is_lost_in_any_outfit() {
    for_all_monsters(|situation, monster, _| {
        let hero = dressed(situation, &quick(situation, monster, Aim::Xp));
        let fighter = Fighter::character(&hero, situation.data);
        let duel = Duel::of(&fighter, &duel::foe(monster), lesson(situation, monster));
        if opponent::possible(&duel, hero.max_hp).is_err() {
            let odds = odds(situation, monster, &best_against(situation, monster), 100, 0);
            assert!(odds.win_rate < 0.5, "{}: {duel:?}, {odds:?}", monster.code);
        }
    });
}
