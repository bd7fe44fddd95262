//! Tests of gifts between characters (RULES §9).

use game::RefusalCode;

use super::*;

fn gold(quantity: i64, to: &str) -> Action {
    Action::GiveGold { quantity, character: to.parse().unwrap() }
}

fn items(items: &[(&str, u32)], to: &str) -> Action {
    let items = items.iter().map(|(item, quantity)| some(item, *quantity)).collect();
    Action::GiveItem { items, character: to.parse().unwrap() }
}

fn beside_bob() -> Stage {
    Stage::new().with_bob_at(1).sheet(|ana| ana.gold = 50).carrying("key", 5).carrying("feather", 1)
}

#[test]
fn gold_goes_from_one_purse_to_the_other() {
    let mut stage = beside_bob();
    let outcome = stage.done(gold(20, "Bob"));
    assert_eq!(outcome.detail, Detail::GoldGiven { quantity: 20, receiver: bob() });
    assert_eq!((stage.ana().gold, stage.world.character(&bob()).unwrap().gold), (30, 20));
    assert_eq!(outcome.others, [stage.world.character(&bob()).unwrap().clone()], "the reply has both");
}

#[test]
fn items_go_from_one_inventory_to_the_other() {
    let mut stage = beside_bob();
    let outcome = stage.done(items(&[("key", 2), ("feather", 1)], "Bob"));
    assert_eq!(
        outcome.detail,
        Detail::ItemsGiven { items: vec![some("key", 2), some("feather", 1)], receiver: bob() }
    );
    let held = &stage.world.character(&bob()).unwrap().inventory;
    assert_eq!((stage.ana().inventory.total(), held.total(), held.count(&code("key"))), (3, 3, 2));
}

#[test]
fn only_the_giver_waits_and_the_receiver_may_be_waiting() {
    let mut stage = beside_bob();
    let rested = stage.world.act(&company(), &bob(), &Action::Rest, stage.now).unwrap();
    assert_eq!(stage.done(items(&[("key", 1), ("feather", 1)], "Bob")).cooldown.total_seconds, 6);
    let cooldown = stage.world.character(&bob()).unwrap().cooldown_expiration;
    assert_eq!(cooldown, rested.cooldown.expiration);
}

#[test]
fn both_find_the_gift_in_their_logs() {
    let mut stage = beside_bob();
    stage.done(gold(1, "Bob"));
    stage.done(items(&[("key", 1)], "Bob"));
    let kinds = |of: game::CharacterName| -> Vec<_> {
        stage.world.logs(&company(), Some(&of)).map(|entry| entry.kind.clone()).collect()
    };
    assert_eq!(kinds(bob()), ["receive_item", "receive_gold", "spawn"]);
    assert_eq!(kinds(ana())[..2], ["give_item", "give_gold"]);
}

#[test]
fn give_404_of_items_nobody_knows() {
    assert_eq!(beside_bob().refused(items(&[("manna", 1)], "Bob")), 404);
}

#[test]
fn give_422_of_nothing_of_too_many_lines_or_to_oneself() {
    assert_eq!(beside_bob().refused(gold(0, "Bob")), 422);
    assert_eq!(beside_bob().refused(items(&[], "Bob")), 422);
    assert_eq!(beside_bob().refused(items(&[("key", 0)], "Bob")), 422);
    assert_eq!(beside_bob().refused(items(&[("key", 1); 21], "Bob")), 422);
    assert_eq!(beside_bob().refused(gold(1, "Ana")), 422);
}

#[test]
fn give_478_of_more_items_than_are_carried() {
    assert_eq!(beside_bob().refused(items(&[("key", 3), ("key", 3)], "Bob")), 478);
}

#[test]
fn give_492_of_more_gold_than_is_in_the_purse() {
    assert_eq!(beside_bob().refused(gold(51, "Bob")), 492);
}

#[test]
fn give_497_without_room_at_the_receiver() {
    let mut stage = beside_bob();
    stage.world.state.characters.get_mut(&bob()).unwrap().inventory.max_items = 2;
    assert_eq!(stage.refused(items(&[("key", 2), ("feather", 1)], "Bob")), 497);
}

#[test]
fn give_498_to_nobody_or_to_somebody_elses_character() {
    assert_eq!(beside_bob().refused(gold(1, "Cleo")), 498);
    let mut stage = beside_bob();
    let rivals: game::AccountName = "rivals".parse().unwrap();
    stage.world.create_account(rivals.clone(), OPENING).unwrap();
    stage.world.create_character(&rivals, "Cleo".parse().unwrap(), "men1", OPENING).unwrap();
    assert_eq!(stage.refused(items(&[("key", 1)], "Cleo")), 498);
}

#[test]
fn give_498_or_404_to_another_tile_as_the_rules_say() {
    for giving_apart in [RefusalCode::CharacterNotFound, RefusalCode::NotFound] {
        let rules = Rules { giving_apart, ..Rules::default() };
        let stage = Stage::with(rules).with_bob_at(2).carrying("key", 1);
        assert_eq!(stage.refused(items(&[("key", 1)], "Bob")), giving_apart.number());
    }
}
