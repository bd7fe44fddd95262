//! Trading on paper: the same market, and nothing leaves.

use serde_json::json;

use super::market::{Trade, buyer, done_text, seller};
use crate::{Decision, fixture::Given};

fn told(ana: &mut Given) -> (String, String) {
    let decision = ana.step();
    assert!(decision.action().is_none(), "{decision:?}");
    (decision.why().text.clone(), decision.why().facts[0].1.clone())
}

#[test]
fn what_is_within_the_limits_is_dealt_with_once_in_thought() {
    let mut ana = seller(json!({"paper": true})).carries("copper_ore", 30).bid("one", 20, 6);
    let text = "On paper: Waiting for others to fill an order to sell 10 copper_ore".to_owned();
    assert_eq!(told(&mut ana), (text.clone(), "20 for 120 gold".to_owned()));
    let mut ana = ana.minutes_later(1).read_again();
    assert_eq!(told(&mut ana), (text, "20 for 120 gold".to_owned()));
}

/// Ana offers 30 pieces on paper, priced like this beside a rival who has asked for 20 gold each before her.
fn beside_a_rival(pricing: &str) -> Given {
    let config = json!({"paper": true, "pricing": pricing});
    let mut ana = seller(config).carries("copper_ore", 30).ask("rival", 50, 20);
    told(&mut ana);
    ana.minutes_later(1)
}

#[test]
fn a_standing_order_is_filled_by_what_others_sell_at_a_worse_price() {
    let mut ana = beside_a_rival("undercut").sale("rival", 8, 20).sale("cheaper", 5, 18).read_again();
    assert_eq!(told(&mut ana).1, "8 for 152 gold");
    let mut ana = ana.minutes_later(1).read_again();
    assert_eq!(told(&mut ana).1, "8 for 152 gold", "each sale counts once");
    let mut ana = ana.minutes_later(1).without("rival").read_again();
    assert_eq!(told(&mut ana).1, "8 for 152 gold", "an order that was taken back fills nothing");
}

#[test]
fn at_the_same_price_who_has_stood_longer_comes_first() {
    let mut ana = beside_a_rival("match").sale("rival", 8, 20).sale("younger", 5, 20).read_again();
    assert_eq!(told(&mut ana).1, "5 for 100 gold");
}

#[test]
fn what_was_sold_before_an_order_stood_does_not_fill_it() {
    let mut ana = seller(json!({"paper": true})).carries("copper_ore", 30).sale("rival", 8, 20);
    assert_eq!(told(&mut ana).1, "0 for 0 gold");
}

#[test]
fn who_asks_for_what_is_offered_already_is_served_at_the_price_of_the_offer() {
    let mut ana = beside_a_rival("undercut").bid("hasty", 10, 25).read_again();
    assert_eq!(told(&mut ana).1, "10 for 190 gold");
    let mut ana = ana.minutes_later(1).read_again();
    assert_eq!(told(&mut ana).1, "10 for 190 gold");
}

#[test]
fn gold_that_is_spent_on_paper_is_spent() {
    let mut ana =
        buyer(json!({"paper": true, "quantity": 100})).gold(100).ask("one", 90, 2).ask("two", 90, 3);
    assert_eq!(told(&mut ana).1, "50 of 100 for 100 gold");
    assert_eq!(ana.character.gold, 100);
    assert!(matches!(ana.step(), Decision::Blocked { .. }));
}

#[test]
fn a_trade_that_is_through_on_paper_says_so() {
    let mut ana = buyer(json!({"paper": true, "quantity": 10})).ask("one", 90, 2);
    assert_eq!(done_text(&mut ana), "On paper: Bought 10 copper_ore for 20 gold, as was asked for");
}

#[test]
fn the_daily_cap_holds_on_paper() {
    let mut ana = buyer(json!({"paper": true, "quantity": 100, "daily_gold": 50})).ask("one", 90, 4);
    let (text, facts) = told(&mut ana);
    assert_eq!(facts, "12 of 100 for 48 gold");
    assert!(text.starts_with("On paper: No more copper_ore today"), "{text}");
}

#[test]
fn it_is_kept_when_it_is_written_down() {
    let mut ana = seller(json!({"paper": true})).carries("copper_ore", 30).bid("one", 20, 6);
    let before = told(&mut ana);
    ana.mind = serde_json::from_str(&serde_json::to_string(&ana.mind).unwrap()).unwrap();
    assert_eq!(told(&mut ana), before);
}
