//! Trading in the world's own hands, beside others whose orders are there from the beginning.

use game::{
    Action,
    exchange::{Order, OrderKind},
};
use planner::{Decision, forecast};
use serde_json::{Value, json};

use crate::stage::{Stage, first_steps, mind};

/// A trader whose bank holds copper ore and gold, where others want 120 ore for 3 gold each and offer 90 for 2 and 90 for 9.
pub(crate) fn on_the_market(config: Value) -> Stage {
    let mut stage = Stage::new(&first_steps(), mind("trading", config));
    stage.tamper(|state| {
        state["accounts"]["team"]["bank"]["items"] = json!({"copper_ore": 300});
        state["accounts"]["team"]["bank"]["gold"] = json!(5000);
    });
    let order = |id: &str, kind, quantity, price| Order {
        id: id.parse().unwrap(),
        kind,
        account: "somebody".parse().unwrap(),
        code: "copper_ore".parse().unwrap(),
        quantity,
        price,
        created_at: stage.now,
    };
    let orders = [
        order("wanted", OrderKind::Buy, 120, 3),
        order("cheap", OrderKind::Sell, 90, 2),
        order("dear", OrderKind::Sell, 90, 9),
    ];
    stage.world.place_orders(orders);
    stage
}

fn done(stage: &Stage) -> String {
    let last = stage.journal.iter().rev().find(|entry| matches!(entry.decision, Decision::Done { .. }));
    last.unwrap_or_else(|| panic!("{}", stage.ending())).decision.why().text.clone()
}

#[test]
fn a_seller_serves_who_wants_its_ore_and_offers_the_rest() {
    let mut stage = on_the_market(
        json!({"item": "copper_ore", "min_price": 3, "below_cost": true, "when_placed": "end"}),
    );
    stage.play(1);
    assert!(done(&stage).starts_with("Orders to sell 180 copper_ore stand"), "{}", done(&stage));
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
    let own = stage.world.exchange().orders().filter(|order| order.account.as_str() == "team");
    let own: Vec<_> = own.map(|order| (order.quantity, order.price)).collect();
    assert_eq!(own.iter().map(|(quantity, _)| quantity).sum::<u32>(), 180);
    assert!(own.iter().all(|(_, price)| *price == 3), "two gold would be below the limit: {own:?}");
    assert_eq!(stage.character().gold, 360);
}

#[test]
fn a_buyer_takes_what_is_cheap_and_asks_for_the_rest() {
    let mut stage =
        on_the_market(json!({"side": "buy", "item": "copper_ore", "quantity": 150, "max_price": 4,
        "when_placed": "end"}));
    stage.play(1);
    assert_eq!(done(&stage), "Orders to buy 60 copper_ore stand");
    assert!(stage.refusals().is_empty(), "{:?}", stage.refusals());
    let own = stage.world.exchange().orders().find(|order| order.account.as_str() == "team").unwrap();
    assert_eq!((own.quantity, own.price), (60, 4), "it outbids who offers three");
}

#[test]
fn on_paper_nothing_is_ever_done() {
    let mut stage =
        on_the_market(json!({"item": "copper_ore", "min_price": 2, "below_cost": true, "paper": true}));
    stage.play(2);
    let acted = stage.journal.iter().filter_map(|entry| entry.decision.action()).collect::<Vec<&Action>>();
    assert_eq!(acted, Vec::<&Action>::new());
    let why = stage.journal.last().unwrap().decision.why();
    assert!(why.facts.contains(&("sold".to_owned(), "120 for 360 gold".to_owned())), "{why:?}");
}

#[test]
fn a_forecast_deals_with_the_orders_that_are_known_and_then_waits() {
    let stage = on_the_market(json!({"item": "copper_ore", "min_price": 3, "below_cost": true}));
    let hour = &forecast(&stage.mind, &stage.start(), &[1], 1)[0];
    assert_eq!((hour.gold, hour.items["copper_ore"]), (360.0, -300.0), "{hour:?}");
    let (reason, seconds) = hour.idle.iter().max_by(|one, other| one.1.total_cmp(other.1)).unwrap();
    assert!(reason.starts_with("Waiting for others to fill") && *seconds > 3000.0, "{:?}", hour.idle);
}
