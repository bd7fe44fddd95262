//! Tests of using consumables (RULES §8).

use super::*;

#[test]
fn food_heals_up_to_the_most() {
    let mut stage = Stage::new().carrying("roast", 3).sheet(|ana| ana.hp = 10);
    assert_eq!(stage.done(eat("roast", 1)).detail, Detail::Used { code: code("roast"), quantity: 1 });
    assert_eq!((stage.ana().hp, stage.ana().inventory.total()), (90, 2));
    stage.done(eat("roast", 2));
    assert_eq!((stage.ana().hp, stage.ana().inventory.total()), (120, 0));
}

#[test]
fn a_purse_brings_gold_to_the_character_and_gems_to_the_account() {
    let mut stage = Stage::new().carrying("purse", 2);
    stage.done(eat("purse", 2));
    assert_eq!((stage.ana().gold, stage.world.account(&company()).unwrap().gems), (2000, 50));
}

#[test]
fn a_teleport_potion_leads_anywhere_even_into_the_grove() {
    let mut stage = Stage::new().at(20).carrying("recall", 1).carrying("grove_potion", 1);
    stage.done(eat("recall", 1));
    assert_eq!((stage.ana().map_id, stage.ana().position.layer), (MapId(1), game::data::Layer::Overworld));
    stage.done(eat("grove_potion", 1));
    assert_eq!(stage.ana().map_id, MapId(12));
}

#[test]
fn use_404_of_what_nobody_knows_or_what_leads_nowhere() {
    assert_eq!(Stage::new().refused(eat("manna", 1)), 404);
    assert_eq!(Stage::new().carrying("lost_potion", 1).refused(eat("lost_potion", 1)), 404);
}

#[test]
fn use_422_of_nothing() {
    assert_eq!(Stage::new().carrying("roast", 1).refused(eat("roast", 0)), 422);
}

#[test]
fn use_476_of_what_is_no_consumable() {
    assert_eq!(Stage::new().carrying("key", 1).refused(eat("key", 1)), 476);
    assert_eq!(Stage::new().carrying("brew", 1).refused(eat("brew", 1)), 476);
}

#[test]
fn use_478_of_more_than_is_carried() {
    assert_eq!(Stage::new().carrying("roast", 1).refused(eat("roast", 2)), 478);
}

#[test]
fn use_496_below_the_level_of_the_item() {
    assert_eq!(Stage::new().carrying("feast", 1).refused(eat("feast", 1)), 496);
}
