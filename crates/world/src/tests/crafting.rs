//! Tests of crafting (RULES §6).

use game::{Skill, outcome::Yield};

use super::*;

fn xp_of(mut stage: Stage, action: Action) -> i64 {
    let outcome = stage.done(action);
    let Detail::Crafted(made) = outcome.detail else { panic!("{:?}", outcome.detail) };
    made.xp
}

#[test]
fn a_craft_turns_ingredients_into_items_and_xp() {
    let mut stage = Stage::new().at(7).carrying("copper_ore", 7);
    let outcome = stage.done(craft("copper_bar", 3));
    assert_eq!(outcome.detail, Detail::Crafted(Yield { xp: 24, items: vec![some("copper_bar", 3)] }));
    let ana = stage.ana();
    assert_eq!(ana.inventory.count(&code("copper_ore")), 1);
    assert_eq!(ana.inventory.count(&code("copper_bar")), 3);
    assert_eq!(ana.skills[&Skill::Mining].xp, 24);
}

#[test]
fn a_recipe_may_make_several_items() {
    let mut stage = Stage::new().at(8).carrying("feather", 2);
    stage.done(craft("brew", 2));
    assert_eq!(stage.ana().inventory.count(&code("brew")), 4);
}

#[test]
fn alchemy_pays_the_share_that_the_rules_say() {
    for (alchemy_craft_percent, expected) in [(50, 38), (100, 75)] {
        let rules = Rules { alchemy_craft_percent, ..Rules::default() };
        assert_eq!(xp_of(Stage::with(rules).at(8).carrying("feather", 1), craft("brew", 1)), expected);
    }
}

#[test]
fn xp_is_rounded_for_each_craft_or_once_as_the_rules_say() {
    for (round_each_craft, expected) in [(true, 24), (false, 23)] {
        let rules = Rules { round_each_craft, ..Rules::default() };
        let stage = Stage::with(rules).at(7).carrying("copper_ore", 6);
        assert_eq!(xp_of(stage, craft("copper_bar", 3)), expected);
    }
}

#[test]
fn a_full_inventory_crafts_what_takes_no_more_room() {
    let mut stage = Stage::new().at(7).carrying("copper_ore", 100);
    stage.done(craft("copper_bar", 50));
    assert_eq!(stage.ana().inventory.total(), 50);
}

#[test]
fn crafting_404_of_what_nobody_knows_or_can_craft() {
    assert_eq!(Stage::new().at(7).refused(craft("excalibur", 1)), 404);
    assert_eq!(Stage::new().at(7).refused(craft("copper_ore", 1)), 404);
}

#[test]
fn crafting_422_of_nothing() {
    assert_eq!(Stage::new().at(7).refused(craft("copper_bar", 0)), 422);
}

#[test]
fn crafting_598_away_from_the_workshop() {
    assert_eq!(Stage::new().carrying("copper_ore", 2).refused(craft("copper_bar", 1)), 598);
    assert_eq!(Stage::new().at(8).carrying("copper_ore", 2).refused(craft("copper_bar", 1)), 598);
}

#[test]
fn crafting_493_below_the_level_of_the_recipe() {
    assert_eq!(Stage::new().at(7).carrying("iron_ore", 2).refused(craft("iron_bar", 1)), 493);
}

#[test]
fn crafting_478_without_all_ingredients() {
    assert_eq!(Stage::new().at(7).carrying("copper_ore", 3).refused(craft("copper_bar", 2)), 478);
    assert_eq!(Stage::new().at(7).carrying("copper_ore", 3).refused(craft("copper_bar", u32::MAX)), 478);
}

#[test]
fn crafting_497_without_room_for_what_is_made() {
    assert_eq!(Stage::new().at(7).carrying("feather", 12).refused(craft("dust", 1)), 497);
}
