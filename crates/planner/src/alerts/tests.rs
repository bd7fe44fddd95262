//! What rules say of an exchange with some orders for copper ore in the small world (see [`crate::fixture`]).

use game::exchange::{Offer, OrderKind};
use jiff::Timestamp;

use super::{AlertRule, AlertScene, AlertWhen};
use crate::{fixture::season, prices::Prices};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn order(id: &str, kind: OrderKind, price: i64) -> Offer {
    let (id, code) = (id.parse().unwrap(), "copper_ore".parse().unwrap());
    Offer { id, kind, account: None, code, quantity: 10, price, created_at: NOW }
}

/// Buyers offer 4 gold, sellers ask 6.
fn prices() -> Prices {
    let mut prices = Prices::default();
    prices.begin_sweep();
    prices.swept(NOW, vec![order("bid", OrderKind::Buy, 4), order("ask", OrderKind::Sell, 6)], 1);
    prices
}

fn rule(when: AlertWhen, item: &str, limit: f64) -> AlertRule {
    let item = (!item.is_empty()).then(|| item.parse().unwrap());
    AlertRule { when, item, limit: Some(limit) }
}

fn told(rule: &AlertRule) -> Option<String> {
    AlertScene::new(&prices(), &season(), NOW).unwrap().told(rule)
}

#[test]
fn a_rule_holds_beyond_its_limit_and_not_at_it() {
    let table = [
        (AlertWhen::BidAbove, 3.0, 4.0),
        (AlertWhen::BidBelow, 5.0, 4.0),
        (AlertWhen::AskAbove, 5.0, 6.0),
        (AlertWhen::AskBelow, 7.0, 6.0),
        (AlertWhen::FairAbove, 4.9, 5.0),
        (AlertWhen::FairBelow, 5.1, 5.0),
        (AlertWhen::SpreadAbove, 49.0, 50.0),
    ];
    for (when, beyond, at) in table {
        assert!(told(&rule(when, "copper_ore", beyond)).is_some(), "{when:?} {beyond}");
        assert_eq!(told(&rule(when, "copper_ore", at)), None, "{when:?} {at}");
    }
}

#[test]
fn what_is_told_says_what_is_and_what_was_waited_for() {
    let words = told(&rule(AlertWhen::AskBelow, "copper_ore", 7.0)).unwrap();
    assert_eq!(words, "Sellers ask 6 gold for copper_ore, less than 7");
    let words = told(&rule(AlertWhen::SpreadAbove, "copper_ore", 20.0)).unwrap();
    assert_eq!(words, "Sellers ask 6 gold for copper_ore and buyers offer 4: 50 % between them");
}

#[test]
fn an_opportunity_with_any_item_is_told() {
    let mut prices = prices();
    prices.order_placed(order("generous", OrderKind::Buy, 9));
    let season = season();
    let scene = AlertScene::new(&prices, &season, NOW).unwrap();
    let words = scene.told(&rule(AlertWhen::OpportunityAbove, "", 29.0)).unwrap();
    assert!(words.starts_with("30 gold can be earned: Buy 10 copper_ore from who asks least"), "{words}");
    assert_eq!(scene.told(&rule(AlertWhen::OpportunityAbove, "", 30.0)), None);
    assert_eq!(scene.told(&rule(AlertWhen::OpportunityAbove, "egg", 1.0)), None);
}

#[test]
fn before_the_orders_were_read_nothing_is_said() {
    assert!(AlertScene::new(&Prices::default(), &season(), NOW).is_none());
}

#[test]
fn what_others_deal_in_with_an_order_of_one_s_own_is_told() {
    let own = Offer { account: Some("team".parse().unwrap()), ..order("ask", OrderKind::Sell, 6) };
    let filled = AlertRule { when: AlertWhen::OrderFilled, item: None, limit: None };
    assert_eq!(filled.told_of(&own, 3, &season()).unwrap(), "team has sold 3 copper_ore for 18 gold");
    let eggs = AlertRule { item: Some("egg".parse().unwrap()), ..filled };
    assert_eq!(eggs.told_of(&own, 3, &season()), None);
}

#[test]
fn what_makes_no_sense_is_said() {
    let error = |rule: &AlertRule| rule.check(&season()).unwrap_err().to_string();
    let ask = |item, limit| rule(AlertWhen::AskBelow, item, limit);
    assert_eq!(error(&ask("", 5.0)), "`item`: say which item, such as `copper_ore`");
    assert_eq!(error(&ask("excalibur", 5.0)), "`item`: there is no item `excalibur`");
    assert_eq!(
        error(&ask("copper_ore", -3.0)),
        "`limit`: it must be a number above 0 and up to 1000000000, not -3"
    );
    assert!(error(&AlertRule { limit: None, ..ask("copper_ore", 0.0) }).starts_with("`limit`: say from"));
    assert_eq!(
        error(&rule(AlertWhen::OrderFilled, "", 5.0)),
        "`limit`: leave it out, an order is filled or it is not"
    );
    assert_eq!(ask("copper_ore", 5.0).check(&season()), Ok(()));
}
