//! Tests of recycling (RULES §6).

use game::{Skill, outcome::Recycled, xp};

use super::*;

fn recycle(item: &str, quantity: u32, enhanced: bool) -> Action {
    Action::Recycling { code: code(item), quantity, enhanced }
}

fn workshop(daggers: u32) -> Stage {
    Stage::new().at(21).carrying("dagger", daggers)
}

#[track_caller]
fn recycled(stage: &mut Stage, action: Action) -> Recycled {
    let Detail::Recycled(recycled) = stage.done(action).detail else { panic!("not recycled") };
    recycled
}

fn total(items: &[SimpleItem]) -> u32 {
    items.iter().map(|item| item.quantity).sum()
}

#[test]
fn a_recycled_item_gives_back_materials_of_its_recipe() {
    // Seven ingredients: two come back of each.
    let mut stage = workshop(10);
    let recycled = recycled(&mut stage, recycle("dagger", 10, false));
    assert_eq!((total(&recycled.items), recycled.gold), (20, 0));
    let known = [code("copper_bar"), code("feather")];
    assert!(recycled.items.iter().all(|item| known.contains(&item.code)));
    assert!(recycled.items.iter().all(|item| stage.ana().inventory.count(&item.code) == item.quantity));
    assert_eq!(stage.ana().inventory.total(), 20, "the daggers are gone");
    assert_eq!(stage.ana().skills[&Skill::Weaponcrafting], xp::at_level(1), "no xp");
}

#[test]
fn no_more_of_a_material_comes_back_than_went_in() {
    let mut stage = workshop(50);
    let recycled = recycled(&mut stage, recycle("dagger", 50, false));
    let feathers = recycled.items.iter().find(|item| item.code == code("feather")).unwrap();
    assert!(feathers.quantity <= 50 && feathers.quantity > 1, "{feathers:?}");
}

#[test]
fn gold_brings_thirty_percent_more_of_the_whole_batch_or_of_each_item_as_the_rules_say() {
    // Two of each of three: 6, and 30 % more is 7.8; of each item alone 2.6.
    for (enhances_batches, expected) in [(true, 8), (false, 9)] {
        let rules = Rules { enhances_batches, ..Rules::default() };
        let mut stage = Stage::with(rules).at(21).carrying("dagger", 3).sheet(|ana| ana.gold = 200);
        let recycled = recycled(&mut stage, recycle("dagger", 3, true));
        assert_eq!((total(&recycled.items), recycled.gold, recycled.enhanced), (expected, 105, true));
        assert_eq!(stage.ana().gold, 95);
    }
}

#[test]
fn recycling_takes_three_seconds_an_item() {
    assert_eq!(workshop(4).done(recycle("dagger", 4, false)).cooldown.total_seconds, 12);
}

#[test]
fn recycling_404_of_what_nobody_knows() {
    assert_eq!(workshop(1).refused(recycle("excalibur", 1, false)), 404);
}

#[test]
fn recycling_422_of_nothing() {
    assert_eq!(workshop(1).refused(recycle("dagger", 0, false)), 422);
}

#[test]
fn recycling_473_of_what_cannot_be_taken_apart() {
    assert_eq!(workshop(1).carrying("copper_bar", 1).refused(recycle("copper_bar", 1, false)), 473);
}

#[test]
fn recycling_478_of_more_than_is_carried() {
    assert_eq!(workshop(1).refused(recycle("dagger", 2, false)), 478);
}

#[test]
fn recycling_492_enhanced_without_the_gold() {
    assert_eq!(workshop(1).sheet(|ana| ana.gold = 34).refused(recycle("dagger", 1, true)), 492);
}

#[test]
fn recycling_493_below_the_level_of_the_recipe() {
    assert_eq!(workshop(1).carrying("sword", 1).refused(recycle("sword", 1, false)), 493);
}

#[test]
fn recycling_497_without_room_and_the_dice_stay_as_they_were() {
    assert_eq!(workshop(100).refused(recycle("dagger", 100, false)), 497);
}

#[test]
fn recycling_598_away_from_the_workshop() {
    assert_eq!(workshop(1).at(7).refused(recycle("dagger", 1, false)), 598);
}
