//! Choices that are made anew when something has changed: what to wear out of a full bank, and where the materials of a deep
//! recipe come from. Each is the first decision of a fresh mind on a real season's data, with all that belongs to it; the
//! floors are a look at everything there is to choose from.

use std::{hint::black_box, sync::Arc, time::Duration};

use game::{
    Bank, Character, GameData, ItemCode,
    character::{Slot, base_max_hp},
    data::{Item, ItemType},
    equipment::Bonus,
    xp,
};
use planner::{Decision, Mind, View, step};
use serde_json::json;
use world::Rules;

use crate::{
    harness::{Row, Table, Target},
    stage,
};

/// So many kinds of gear lie in the bank.
const KINDS: usize = 200;
/// The level of the character in everything.
const LEVEL: u32 = 45;
/// A monster that burns, for somebody of that level.
const MONSTER: &str = "hellhound";
/// A recipe of recipes of recipes.
const DEEPEST: &str = "greater_dreadful_staff";
/// The project's own limits.
const MOST_FOR_GEAR: Duration = Duration::from_millis(50);
const MOST_FOR_A_RECIPE: Duration = Duration::from_millis(5);

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let Some(season) = stage::real_season() else { return table.tell(stage::no_real_season("choice")) };
    let (hero, bank) = (veteran(&season), full_bank(&season));
    let mut row = |subject, floor, most, strategy, config: serde_json::Value, look: &dyn Fn()| {
        let row = Row { subject, floor, target: Target::Within(most) };
        let mind = Mind::new(strategy, config).expect("a valid configuration");
        let mut decide = || {
            let mut mind = mind.clone();
            let view = View {
                data: &season,
                character: &hero,
                bank: Some(&bank),
                events: &[],
                market: None,
                raids: &[],
                comrades: &[],
            };
            let decision = black_box(step(&mut mind, &view, stage::OPENING));
            assert!(matches!(decision, Decision::Act { .. }), "{decision:?}");
            1
        };
        let mut look = || {
            look();
            1
        };
        table.measure(row, &mut decide, &mut look);
    };
    let gear = || {
        for code in bank.items.keys() {
            black_box(season.items.get(code).map(Bonus::of));
        }
    };
    let recipe = || walk_down(&season, &DEEPEST.parse().expect("a valid code"));
    let fight = json!({"monster": MONSTER});
    row("choice: gear out of 200 kinds", "a look at each", MOST_FOR_GEAR, "combat", fight, &gear);
    let craft = json!({"item": DEEPEST});
    row("choice: a recipe of recipes", "a look at each", MOST_FOR_A_RECIPE, "crafting", craft, &recipe);
}

/// Somebody who has come far, with nothing on.
fn veteran(season: &Arc<GameData>) -> Character {
    let world = stage::world(season, Rules::default());
    let mut hero = world.characters(&stage::account())[0].clone();
    hero.combat = xp::at_level(LEVEL);
    (hero.hp, hero.max_hp) = (base_max_hp(LEVEL), base_max_hp(LEVEL));
    hero.skills.values_mut().for_each(|skill| *skill = xp::at_level(LEVEL));
    hero
}

/// A bank with one or two of the best gear for that level, of all kinds.
fn full_bank(season: &GameData) -> Bank {
    let worn = |item: &&Item| {
        Slot::ALL.iter().any(|slot| slot.item_type() == item.kind) && item.kind != ItemType::Utility
    };
    let mut gear: Vec<_> = season.items.values().filter(|item| item.level <= LEVEL).filter(worn).collect();
    gear.sort_by_key(|item| (std::cmp::Reverse(item.level), &item.code));
    let items = gear.into_iter().zip([1, 2].into_iter().cycle()).take(KINDS);
    let items = items.map(|(item, quantity)| (item.code.clone(), quantity)).collect();
    Bank { items, slots: 300, ..Bank::default() }
}

/// Looks at every recipe on the way down to what cannot be made.
fn walk_down(season: &GameData, code: &ItemCode) {
    let recipe = season.items.get(code).and_then(|item| item.craft.as_ref());
    let materials = recipe.into_iter().flat_map(|recipe| &recipe.items);
    materials.for_each(|material| walk_down(season, black_box(&material.code)));
}
