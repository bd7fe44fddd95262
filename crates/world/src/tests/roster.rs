//! Tests of accounts and characters (RULES §2).

use game::{Bank, Inventory, character::Slot, xp};

use super::*;

/// The number of the refusal of a new character of the company.
#[track_caller]
fn refused(mut stage: Stage, name: &str, skin: &str) -> u16 {
    let before = stage.world.state.clone();
    let created = stage.world.create_character(&company(), name.parse().unwrap(), skin, OPENING);
    assert_eq!(stage.world.state, before, "a refusal changes nothing");
    created.unwrap_err().code.number()
}

#[test]
fn a_new_character_is_as_the_game_makes_it() {
    let stage = Stage::new();
    let ana = stage.ana();
    assert_eq!((ana.combat, ana.hp, ana.max_hp, ana.gold), (xp::at_level(1), 120, 120, 0));
    assert!(ana.skills.len() == 8 && ana.skills.values().all(|skill| *skill == xp::at_level(1)));
    assert_eq!((ana.map_id, ana.inventory.clone()), (MapId(1), Inventory::empty(100)));
    assert_eq!((ana.equipment.len(), ana.worn(Slot::Weapon)), (1, Some(&code("wooden_stick"))));
    assert_eq!((ana.stats.initiative, ana.stats.attack.earth, ana.stats.critical_strike), (100, 4, 5));
    assert_eq!((ana.task.is_none(), ana.cooldown, ana.cooldown_expiration), (true, 0, OPENING));
}

#[test]
fn a_new_account_has_an_empty_bank_of_fifty_slots() {
    let expected = Bank { slots: 50, next_expansion_cost: 3500, ..Bank::default() };
    assert_eq!(Stage::new().world.bank(&company()), Some(&expected));
}

#[test]
fn characters_are_listed_as_they_were_created() {
    let mut stage = Stage::new();
    for name in ["Zoe", "Bob"] {
        stage.world.create_character(&company(), name.parse().unwrap(), "men1", OPENING).unwrap();
    }
    let listed: Vec<_> =
        stage.world.characters(&company()).into_iter().map(|own| own.name.as_str()).collect();
    assert_eq!(listed, ["Ana", "Zoe", "Bob"]);
    assert!(stage.world.characters(&"nobody".parse().unwrap()).is_empty());
}

#[test]
fn create_account_456_when_the_name_is_taken() {
    let refusal = Stage::new().world.create_account(company(), OPENING).unwrap_err();
    assert_eq!(refusal.code.number(), 456);
}

#[test]
fn create_404_with_a_skin_nobody_knows_or_for_an_account_nobody_knows() {
    assert_eq!(refused(Stage::new(), "Bob", "dragon"), 404);
    let mut stage = Stage::new();
    let nobody = "nobody".parse().unwrap();
    let refusal = stage.world.create_character(&nobody, "Bob".parse().unwrap(), "men1", OPENING).unwrap_err();
    assert_eq!(refusal.code.number(), 404);
}

#[test]
fn create_422_with_a_name_too_short_or_too_long() {
    assert_eq!(refused(Stage::new(), "Bo", "men1"), 422);
    assert_eq!(refused(Stage::new(), "Bobbybobbybob", "men1"), 422);
}

#[test]
fn create_494_with_a_name_that_is_taken_by_any_account() {
    assert_eq!(refused(Stage::new(), "Ana", "men1"), 494);
    let mut stage = Stage::new();
    let rivals = "rivals".parse().unwrap();
    stage.world.create_account("rivals".parse().unwrap(), OPENING).unwrap();
    stage.world.create_character(&rivals, "Bob".parse().unwrap(), "men1", OPENING).unwrap();
    assert_eq!(refused(stage, "Bob", "men1"), 494);
}

#[test]
fn create_495_after_five_characters() {
    let mut stage = Stage::new();
    for name in ["Bob", "Cleo", "Dora", "Emil"] {
        stage.world.create_character(&company(), name.parse().unwrap(), "men1", OPENING).unwrap();
    }
    assert_eq!(refused(stage, "Fay", "men1"), 495);
}

#[test]
fn create_550_with_a_skin_the_account_does_not_own() {
    let rules = Rules { exclusive_skins: [("sultan".to_owned(), None)].into(), ..Rules::default() };
    assert_eq!(refused(Stage::with(rules), "Bob", "sultan"), 550);
}

#[test]
fn a_world_can_start_its_characters_unarmed() {
    let stage = Stage::with(Rules { starting_weapon: None, ..Rules::default() });
    assert_eq!((stage.ana().worn(Slot::Weapon), stage.ana().stats.attack.earth), (None, 0));
}

#[test]
fn a_deleted_character_is_gone_and_its_name_and_place_are_free() {
    let mut stage = Stage::new().banked("key", 3);
    let deleted = stage.world.delete_character(&company(), &ana(), OPENING).unwrap();
    assert_eq!(deleted.name, ana());
    assert!(stage.world.character(&ana()).is_none() && stage.world.characters(&company()).is_empty());
    assert_eq!(stage.world.bank(&company()).unwrap().count(&code("key")), 3, "the bank stays");
    let kinds: Vec<_> = stage.world.logs(&company(), None).map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["delete_character", "spawn"]);
    stage.world.create_character(&company(), ana(), "women2", OPENING).unwrap();
}

#[test]
fn delete_498_of_somebody_elses_or_nobodys_character() {
    let mut stage = Stage::new();
    stage.world.create_account("rivals".parse().unwrap(), OPENING).unwrap();
    for (account, name) in [("rivals", "Ana"), ("company", "Bob"), ("nobody", "Ana")] {
        let refusal = stage
            .world
            .delete_character(&account.parse().unwrap(), &name.parse().unwrap(), OPENING)
            .unwrap_err();
        assert_eq!(refusal.code.number(), 498);
    }
    assert_eq!(stage.world.characters(&company()).len(), 1);
}
