//! Feeding in the small world (see [`crate::fixture`]).

use game::{Action, ItemCode, RefusalCode, SimpleItem};
use serde_json::{Value, json};

use crate::{
    Decision, Mind,
    fixture::{Given, given, walk},
};

/// Ana feeds Bob, who fights chickens at 4; the bank at 2 has thirty apples.
fn feeder(bob: Given) -> Given {
    let config = json!({"to": "Bob", "items": [{"code": "apple", "quantity": 20}]});
    given("feeding", config).at(2).bank_holds("apple", 30).beside("Bob", bob.at(4))
}

fn fighter() -> Given {
    given("combat", json!({}))
}

fn items(code: &str, quantity: u32) -> Vec<SimpleItem> {
    vec![SimpleItem::new(code.parse().unwrap(), quantity)]
}

fn gives(code: &str, quantity: u32) -> Action {
    Action::GiveItem { items: items(code, quantity), character: "Bob".parse().unwrap() }
}

fn waits(mut given: Given) -> String {
    let decision = given.step();
    assert!(matches!(decision, Decision::Wait { .. }), "{decision:?}");
    decision.why().text.clone()
}

#[test]
fn takes_what_is_lacking_walks_there_and_gives_it() {
    let mut ana = feeder(fighter().carries("apple", 4));
    assert_eq!(ana.action(), Action::WithdrawItem { items: items("apple", 16) });
    let mut ana = ana.carries("apple", 16);
    assert_eq!(ana.action(), walk(4));
    assert_eq!(ana.at(4).action(), gives("apple", 16));
}

#[test]
fn waits_at_the_bank_until_more_is_needed() {
    let well_fed = || fighter().carries("apple", 14);
    assert_eq!(feeder(well_fed()).at(3).action(), walk(2));
    assert_eq!(waits(feeder(well_fed())), "Bob has 14 of 20 apple");
    assert!(matches!(feeder(fighter().carries("apple", 9)).action(), Action::WithdrawItem { .. }));
}

#[test]
fn hands_over_what_is_on_its_way_before_it_fetches_more() {
    let mut ana = feeder(fighter().carries("apple", 2)).at(3).carries("apple", 5);
    assert_eq!(ana.action(), walk(4));
    assert_eq!(ana.at(4).action(), gives("apple", 5));
}

#[test]
fn follows_who_is_fed() {
    let mut ana = feeder(fighter()).at(4).carries("apple", 20);
    ana.comrades.clear();
    let mut ana = ana.beside("Bob", fighter().at(7));
    assert_eq!(ana.action(), walk(7));
}

#[test]
fn gives_only_what_there_is_room_for() {
    let bob = fighter().carries("copper_ore", 92);
    assert_eq!(bob.character.inventory.free_items(), 8);
    assert_eq!(feeder(bob).action(), Action::WithdrawItem { items: items("apple", 8) });
    let full = fighter().carries("copper_ore", 100);
    assert_eq!(waits(feeder(full)), "Bob has 0 of 20 apple, and its bag has no room for more");
}

#[test]
fn waits_for_the_bank_when_there_is_nothing_to_bring() {
    let mut ana = feeder(fighter());
    ana.bank.as_mut().unwrap().items.clear();
    assert_eq!(waits(ana), "Bob has 0 of 20 apple, and neither bag nor bank holds any of what it lacks");
}

#[test]
fn counts_on_what_it_is_about_to_take_out() {
    let mut ana = feeder(fighter().carries("apple", 5)).at(3);
    assert_eq!(ana.action(), walk(2));
    let apple: ItemCode = "apple".parse().unwrap();
    assert_eq!(ana.mind.claims().get(&apple), Some(&15));
}

#[test]
fn makes_room_in_its_own_bag_at_the_bank() {
    let ore = Action::DepositItem { items: items("copper_ore", 100) };
    assert_eq!(feeder(fighter()).carries("copper_ore", 100).action(), ore);
}

#[test]
fn brings_gold() {
    let config = json!({"to": "Bob", "gold": 500});
    let mut ana = given("feeding", config).at(2).beside("Bob", fighter().at(4).gold(100));
    ana.bank.as_mut().unwrap().gold = 1000;
    assert_eq!(ana.action(), Action::WithdrawGold { quantity: 400 });
    let gift = Action::GiveGold { quantity: 400, character: "Bob".parse().unwrap() };
    assert_eq!(ana.gold(400).at(4).action(), gift);
}

#[test]
fn a_gift_that_finds_no_room_says_nothing_about_its_own_bag() {
    let mut ana = feeder(fighter()).at(4).carries("apple", 20);
    ana.refused(RefusalCode::InventoryFull);
    let mut ana = ana.minutes_later(1);
    assert_eq!(ana.action(), gives("apple", 20));
}

#[test]
fn says_who_cannot_be_reached_or_seen() {
    let mut ana = feeder(fighter()).at(4).carries("apple", 20);
    ana.comrades[0].character.map_id = game::MapId(99);
    let why = ana.step().why().clone();
    assert!(why.text.starts_with("No way leads to Bob at "), "{why:?}");
    ana.comrades.clear();
    assert_eq!(ana.step().why().text, "Bob is not seen among the other characters of the account");
}

#[test]
fn who_feeds_again_and_again_does_not_run_in_a_circle() {
    let mut ana = feeder(fighter()).at(4).carries("apple", 20);
    for _ in 0..20 {
        let gift = ana.action();
        assert_eq!(gift, gives("apple", 20));
        let (items, receiver) = (items("apple", 20), "Bob".parse().unwrap());
        ana.applied(&gift, game::Detail::ItemsGiven { items, receiver });
    }
}

#[test]
fn a_configuration_that_says_only_half_is_refused() {
    let refusal = |config: Value| Mind::new("feeding", config).unwrap_err().to_string();
    let said = refusal(json!({"to": "Bob"}));
    assert_eq!(said, "`feeding`: say what Bob is brought: `items`, `gold` or both");
    assert_eq!(refusal(json!({"gold": 5})), "`feeding`: say in `to` who is fed");
}
