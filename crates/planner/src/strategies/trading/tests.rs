//! Trading, told as scenes in the small world (see [`crate::fixture`]): getting an ore is worth 4 gold there, cloth costs 5.

mod market;
mod paper;

use game::{Action, RefusalCode};
use serde_json::json;

use crate::{
    Decision, Mind,
    fixture::{given, walk},
};
use market::{Trade, buyer, done_text, seller};

#[test]
fn a_seller_takes_the_best_bid_within_its_limits_first() {
    let mut ana = seller(json!({})).bid("low", 50, 5).bid("high", 20, 6).carries("copper_ore", 30);
    let high = ana.action();
    assert_eq!(high, Action::GeFill { id: "high".parse().unwrap(), quantity: 20 });
    ana.sold(&high, "high", 20, 6);
    assert!(matches!(ana.step(), Decision::Wait { .. }), "the book is read again first");
    let mut ana = ana.without("high").read_again();
    assert_eq!(ana.action(), Action::GeFill { id: "low".parse().unwrap(), quantity: 10 });
}

#[test]
fn a_buyer_takes_the_cheapest_offer_within_its_limits_first() {
    let mut ana = buyer(json!({"quantity": 30, "max_price": 5}))
        .ask("dear", 50, 6)
        .ask("fair", 50, 5)
        .ask("cheap", 20, 3);
    assert_eq!(ana.action(), Action::GeBuy { id: "cheap".parse().unwrap(), quantity: 20 });
    let told = ana.step().why().alternatives.clone();
    assert_eq!(told.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["cheap", "fair", "dear"]);
    assert_eq!(told[2].ruled_out.as_deref(), Some("the limit is 5 gold"));
}

#[test]
fn for_the_rest_it_places_orders_that_undercut_match_or_ignore_the_others() {
    let price = |config| match seller(config).ask("rival", 9, 20).carries("copper_ore", 30).action() {
        Action::GeCreateSellOrder { quantity: 30, price, .. } => price,
        other => panic!("{other:?}"),
    };
    assert_eq!(price(json!({})), 19);
    assert_eq!(price(json!({"undercut_by": 5})), 15);
    assert_eq!(price(json!({"pricing": "match"})), 20);
    assert_eq!(price(json!({"pricing": "fixed", "max_price": 30})), 30);
    assert_eq!(price(json!({"min_price": 25})), 25, "never below the limit");
    let bid = |config| match buyer(config).bid("rival", 9, 2).action() {
        Action::GeCreateBuyOrder { quantity: 10, price, .. } => price,
        other => panic!("{other:?}"),
    };
    assert_eq!(bid(json!({"quantity": 10})), 3);
    assert_eq!(bid(json!({"quantity": 10, "pricing": "match"})), 2);
    assert_eq!(bid(json!({"quantity": 10, "pricing": "fixed", "min_price": 4})), 4);
    assert_eq!(bid(json!({"quantity": 10, "undercut_by": 50})), 4, "never above the limit");
}

#[test]
fn a_listing_tax_makes_its_orders_dearer_and_is_brought_along() {
    let taxed = |more: serde_json::Value| {
        let mut config = json!({"min_price": 97, "listing_tax": 3});
        config.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        seller(config).carries("copper_ore", 30)
    };
    let mut ana = taxed(json!({})).gold(200);
    assert!(matches!(ana.action(), Action::GeCreateSellOrder { quantity: 30, price: 100, .. }));
    let mut ana = taxed(json!({})).gold(10).bank_gold(500).at(2);
    assert_eq!(ana.action(), Action::WithdrawGold { quantity: 80 });
    let mut ana = taxed(json!({})).gold(31);
    assert!(
        matches!(ana.action(), Action::GeCreateSellOrder { quantity: 10, .. }),
        "what the purse pays for"
    );
    let decision = taxed(json!({})).gold(2).step();
    assert_eq!(decision.why().text, "Cannot offer copper_ore: placing a piece costs 3 gold, and there are 2");
}

#[test]
fn an_order_has_a_hundred_pieces_at_most() {
    let mut ana = buyer(json!({"quantity": 250})).gold(10_000);
    let Action::GeCreateBuyOrder { quantity, .. } = ana.action() else { panic!() };
    assert_eq!(quantity, 100);
}

#[test]
fn nothing_is_sold_below_what_it_costs_otherwise_unless_allowed() {
    let mut ana = seller(json!({})).bid("low", 50, 3).carries("copper_ore", 30);
    let decision = ana.step();
    assert!(matches!(decision.action(), Some(Action::GeCreateSellOrder { price: 4, .. })), "{decision:?}");
    let facts = &decision.why().facts;
    assert!(
        facts.iter().any(|(name, value)| name == "limit" && value.contains("getting it takes")),
        "{facts:?}"
    );
    let mut ana = seller(json!({"below_cost": true})).bid("low", 50, 3).carries("copper_ore", 30);
    assert!(matches!(ana.action(), Action::GeFill { .. }));
}

#[test]
fn what_nobody_can_price_is_not_traded_blindly() {
    let mut ana = seller(json!({"item": "potion"})).carries("potion", 3);
    let decision = ana.step();
    assert_eq!(decision.why().unblock.as_deref(), Some("Say `min_price`, or allow `below_cost`"));
    let mut ana = seller(json!({"item": "potion", "min_price": 9})).carries("potion", 3);
    assert!(matches!(ana.action(), Action::GeCreateSellOrder { price: 9, .. }));
}

#[test]
fn what_it_sells_comes_out_of_the_bank_and_goes_to_the_exchange() {
    let mut ana = seller(json!({"leave": 20})).at(1).bank_holds("copper_ore", 50);
    assert_eq!(ana.action(), walk(2));
    let Action::WithdrawItem { items } = ana.clone_at(2).action() else { panic!() };
    assert_eq!((items[0].code.as_str(), items[0].quantity), ("copper_ore", 30));
    let mut ana = seller(json!({})).at(2).carries("copper_ore", 50);
    assert_eq!(ana.action(), walk(13));
}

#[test]
fn the_gold_it_buys_with_comes_out_of_the_bank() {
    let mut ana = buyer(json!({"quantity": 10})).gold(15).bank_gold(500).at(2).ask("one", 10, 4);
    assert_eq!(ana.action(), Action::WithdrawGold { quantity: 25 });
    let mut ana = buyer(json!({"quantity": 10})).gold(1).ask("one", 10, 4);
    let decision = ana.step();
    assert_eq!(decision.why().unblock.as_deref(), Some("3 more gold"), "{decision:?}");
}

#[test]
fn what_was_bought_is_claimed_wherever_it_is_and_put_into_the_bank() {
    let mut ana = buyer(json!({"quantity": 10})).at(4).waits("gift", 10);
    assert_eq!(ana.action(), Action::ClaimItem { id: "gift".parse().unwrap() });
    let mut ana = buyer(json!({"quantity": 10})).ask("one", 10, 4);
    let action = ana.action();
    ana.sold(&action, "one", 10, 4);
    let mut ana = ana.without("one").read_again().carries("copper_ore", 10);
    assert_eq!(ana.action(), walk(2));
    let mut ana = ana.clone_at(2);
    assert!(matches!(ana.action(), Action::DepositItem { .. }));
    let mut stored = ana.empty_bag();
    assert_eq!(done_text(&mut stored), "Bought 10 copper_ore for 40 gold, as was asked for");
}

#[test]
fn who_has_sold_out_is_done_or_says_what_is_missing() {
    let mut ana = seller(json!({}));
    assert_eq!(done_text(&mut ana), "Sold all copper_ore there was: 0 for 0 gold");
    let decision = seller(json!({"quantity": 5})).step();
    assert_eq!(decision.why().text, "Sold 0 of 5 copper_ore, and there are no more to sell");
    assert_eq!(decision.why().unblock.as_deref(), Some("5 more copper_ore in bag or bank"));
}

#[test]
fn without_an_item_it_sells_what_there_is_most_of() {
    let mut ana =
        seller(json!({"item": null})).bank_holds("egg", 9).bank_holds("pickaxe", 50).carries("apple", 3);
    ana.step();
    let interests = ana.mind.interests();
    assert_eq!(interests.items.iter().map(|code| code.as_str()).collect::<Vec<_>>(), ["egg"]);
}

#[test]
fn while_its_orders_stand_it_waits_or_ends() {
    let mut waiting = seller(json!({})).carries("copper_ore", 30);
    waiting.place("mine", 30, 4);
    let decision = waiting.step();
    assert!(matches!(decision, Decision::Wait { .. }), "{decision:?}");
    assert_eq!(decision.why().text, "Waiting for others to fill an order to sell 30 copper_ore");
    let mut ending = seller(json!({"when_placed": "end"})).carries("copper_ore", 30);
    ending.place("mine", 30, 4);
    assert_eq!(done_text(&mut ending), "Orders to sell 30 copper_ore stand");
}

#[test]
fn what_others_fill_of_its_orders_is_seen_when_they_are_read_again() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    ana.place("mine", 30, 4);
    ana = ana.own("mine", 12, 4).read_again();
    let sold = |ana: &mut crate::fixture::Given| ana.step().why().facts[0].1.clone();
    assert_eq!(sold(&mut ana), "18 for 72 gold");
    ana = ana.without("mine").sale("mine", 18, 4).sale("mine", 12, 4).read_again();
    assert_eq!(done_text(&mut ana), "Sold all copper_ore there was: 30 for 120 gold");
}

#[test]
fn an_order_that_somebody_takes_back_by_hand_was_not_filled() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    ana.place("mine", 30, 4);
    let mut ana = ana.own("mine", 12, 4).read_again();
    ana.step();
    let mut ana = ana.without("mine").sale("mine", 18, 4).sale("mine", 5, 4).read_again();
    assert_eq!(done_text(&mut ana), "Sold all copper_ore there was: 23 for 92 gold");
}

#[test]
fn of_an_order_that_is_missing_nothing_is_said_before_the_sales_are_read() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    ana.place("mine", 30, 4);
    let mut ana = ana.without("mine").nobody_has_read_sales().read_again();
    assert_eq!(ana.step().why().text, "Waiting until it is read what was sold of copper_ore");
    assert!(ana.mind.interests().sales);
}

#[test]
fn an_order_that_is_undercut_is_taken_back_after_its_life_and_not_before() {
    let mut ana = seller(json!({"order_minutes": 30})).carries("copper_ore", 30).ask("rival", 9, 20);
    ana.place("mine", 30, 19);
    let mut ana = ana.ask("quicker", 9, 15).minutes_later(29).read_again();
    assert!(matches!(ana.step(), Decision::Wait { .. }));
    let mut ana = ana.minutes_later(1).read_again();
    let back = ana.action();
    assert_eq!(back, Action::GeCancel { id: "mine".parse().unwrap() });
    ana.taken_back(&back, "mine", 30, 19);
    let mut ana = ana.without("mine").carries("copper_ore", 30).read_again();
    assert!(matches!(ana.action(), Action::GeCreateSellOrder { price: 14, .. }));
}

#[test]
fn an_order_whose_price_is_still_right_stays_after_its_life() {
    let mut ana = seller(json!({"order_minutes": 30})).carries("copper_ore", 30).ask("rival", 9, 20);
    ana.place("mine", 30, 19);
    let mut ana = ana.minutes_later(45).read_again();
    assert!(matches!(ana.step(), Decision::Wait { .. }));
}

#[test]
fn the_daily_cap_holds_until_the_next_day() {
    let mut ana = buyer(json!({"quantity": 100, "daily_gold": 50})).gold(1000).ask("one", 100, 4);
    let action = ana.action();
    assert_eq!(action, Action::GeBuy { id: "one".parse().unwrap(), quantity: 12 });
    ana.sold(&action, "one", 12, 4);
    let mut ana = ana.read_again();
    let Decision::Wait { until, why } = ana.step() else { panic!() };
    assert_eq!(why.text, "No more copper_ore today: `daily_gold` is 50, and a piece is 4 gold");
    ana.now = until;
    let mut ana = ana.read_again();
    assert!(matches!(ana.action(), Action::GeBuy { quantity: 12, .. }));
}

#[test]
fn a_lost_race_for_an_order_leads_to_the_next_one_after_a_new_look() {
    for code in [404, 431, 434, 435, 436, 479] {
        let mut ana = buyer(json!({"quantity": 10})).ask("cheap", 10, 3).ask("fair", 10, 4);
        ana.refused(RefusalCode::from(code));
        ana.pass();
        assert!(matches!(ana.step(), Decision::Wait { .. }), "{code}: the book is read again first");
        let mut ana = ana.read_again();
        assert_eq!(ana.action(), Action::GeBuy { id: "fair".parse().unwrap(), quantity: 10 }, "{code}");
    }
}

#[test]
fn an_account_with_all_its_orders_waits_for_a_free_one() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    ana.refused(RefusalCode::TooManyOrders);
    ana.pass();
    let mut ana = ana.read_again();
    let decision = ana.step();
    assert!(matches!(decision, Decision::Wait { .. }), "{decision:?}");
    assert_eq!(decision.why().text, "The account has its 100 orders: waiting until one is over");
}

#[test]
fn what_the_exchange_does_not_take_blocks() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    ana.refused(RefusalCode::NotTradeable);
    ana.pass();
    let mut ana = ana.read_again();
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
}

#[test]
fn an_order_whose_reply_was_lost_is_found_among_its_own() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    let action = ana.action();
    ana.lost(&action);
    let mut ana = ana.empty_bag().own("found", 30, 4).read_again();
    assert_eq!(ana.step().why().text, "Waiting for others to fill an order to sell 30 copper_ore");
    let mut ana = ana.without("found").sale("found", 30, 4).read_again();
    assert_eq!(done_text(&mut ana), "Sold all copper_ore there was: 30 for 120 gold");
}

#[test]
fn nothing_is_decided_on_a_book_that_is_old_or_was_never_read() {
    let mut unread = given("trading", json!({"item": "copper_ore"})).carries("copper_ore", 5);
    assert_eq!(unread.step().why().text, "Waiting until the order book of copper_ore is read");
    let mut ana = seller(json!({})).carries("copper_ore", 5).minutes_later(10);
    assert_eq!(
        ana.step().why().text,
        "The order book of copper_ore is 10 min old: waiting until it is read again"
    );
}

#[test]
fn nothing_is_chosen_to_sell_before_the_bank_is_read() {
    let mut ana = seller(json!({"item": null})).carries("apple", 3).nobody_has_seen_the_bank();
    assert_eq!(ana.step().why().text, "Waiting until the bank is read");
}

#[test]
fn a_trade_goes_on_where_it_was_written_down() {
    let mut ana = seller(json!({})).carries("copper_ore", 30);
    ana.place("mine", 30, 4);
    let before = ana.step();
    ana.mind = serde_json::from_str(&serde_json::to_string(&ana.mind).unwrap()).unwrap();
    assert_eq!(ana.step(), before);
}

#[test]
fn what_cannot_be_is_said_before_the_start() {
    let error = |config| Mind::new("trading", config).unwrap_err().to_string();
    assert!(error(json!({"side": "buy", "item": "egg"})).contains("say which `item` and what `quantity`"));
    assert!(
        error(json!({"min_price": 5, "max_price": 4})).contains("`min_price` is 5, more than `max_price`, 4")
    );
    assert!(error(json!({"min_price": 9, "daily_gold": 5})).contains("more than `daily_gold`, 5, allows"));
}
