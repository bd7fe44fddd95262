//! Housekeeping in the small world (see [`crate::fixture`]).

use game::{Action, RefusalCode, SimpleItem, Skill, character::Slot};
use serde_json::{Value, json};

use crate::{
    Decision, Mind,
    fixture::{Given, given, walk},
};

/// Somebody beside a bank with three free slots, who has a sword on and another one in the bank.
fn keeper(config: Value) -> Given {
    let ana = given("housekeeping", config).wears(Slot::Weapon, "sword").at(2);
    ana.skill(Skill::Mining, 1).bank_holds("sword", 1).bank_slots(5)
}

fn withdraw(code: &str, quantity: u32) -> Action {
    Action::WithdrawItem { items: vec![SimpleItem::new(code.parse().unwrap(), quantity)] }
}

fn done(decision: &Decision) -> String {
    let Decision::Done { why } = decision else { panic!("not done but {decision:?}") };
    why.text.clone()
}

fn blocked(decision: &Decision) -> String {
    let Decision::Blocked { why } = decision else { panic!("not blocked but {decision:?}") };
    why.text.clone()
}

#[test]
fn with_slots_enough_it_is_done() {
    let decision = keeper(json!({"free_slots": 4})).step();
    assert_eq!(done(&decision), "4 slots of the bank are free, and 4 were asked for");
}

#[test]
fn what_is_carried_is_put_away_before() {
    let Action::DepositItem { items } = keeper(json!({"free_slots": 3})).carries("egg", 2).action() else {
        panic!("no deposit")
    };
    assert_eq!(items, [SimpleItem::new("egg".parse().unwrap(), 2)]);
}

#[test]
fn the_bank_is_visited_for_surplus_gear_which_is_taken_apart() {
    let ana = || keeper(json!({"free_slots": 4, "wearers": 2})).bank_holds("dagger", 5);
    assert_eq!(ana().at(4).action(), walk(2));
    assert_eq!(ana().action(), withdraw("dagger", 5));
    assert_eq!(ana().carries("dagger", 5).action(), walk(9));
    let apart = Action::Recycling { code: "dagger".parse().unwrap(), quantity: 5, enhanced: false };
    assert_eq!(ana().carries("dagger", 5).at(9).action(), apart);
}

#[test]
fn gear_is_no_surplus_while_somebody_has_nothing_better() {
    let config = json!({"free_slots": 4, "wearers": 3, "expand_share": 0});
    let decision = keeper(config).bank_holds("dagger", 5).step();
    assert!(blocked(&decision).starts_with("3 slots of the bank are free, 4 were asked for"));
}

#[test]
fn what_nothing_is_made_of_is_sold_to_who_buys_it() {
    let ana = || keeper(json!({"free_slots": 4})).bank_holds("gem", 7);
    assert_eq!(ana().action(), withdraw("gem", 7));
    assert_eq!(ana().carries("gem", 7).action(), walk(10));
    let mut seller = ana().carries("gem", 7).at(10);
    let sell = Action::SellNpc { code: "gem".parse().unwrap(), quantity: 7 };
    assert_eq!(seller.action(), sell);
    let text = "Selling 7 gem to tailor for 280 gold: the bank has 3 slots left";
    assert_eq!(seller.step().why().text, text);
    assert_eq!(seller.refused(RefusalCode::NotBought), sell);
    assert_eq!(seller.action(), walk(2), "what is not bought goes back to the bank");
}

#[test]
fn what_something_is_made_of_or_a_player_keeps_is_not_sold() {
    for (code, keep) in [("cloth", json!([])), ("gem", json!(["gem"]))] {
        let mut ana = keeper(json!({"free_slots": 4, "keep": keep, "expand_share": 0})).bank_holds(code, 7);
        blocked(&ana.step());
    }
}

#[test]
fn the_bank_is_made_larger_for_a_small_share_of_the_gold() {
    let bank = |gold: i64| {
        let mut ana = keeper(json!({"free_slots": 8, "expand_share": 0.5}));
        let bank = ana.bank.as_mut().unwrap();
        (bank.next_expansion_cost, bank.gold) = (100, gold);
        ana.gold(20)
    };
    blocked(&bank(170).step());
    assert_eq!(bank(180).action(), Action::WithdrawGold { quantity: 80 });
    assert_eq!(bank(180).gold(100).action(), Action::BuyBankExpansion);
}

#[test]
fn it_waits_until_somebody_has_looked_into_the_bank() {
    let decision = keeper(json!({})).nobody_has_seen_the_bank().step();
    assert!(matches!(decision, Decision::Wait { .. }), "{decision:?}");
}

#[test]
fn a_wish_for_slots_without_a_way_to_them_is_refused() {
    let config = json!({"recycle": false, "sell": false, "expand_share": 0});
    let error = Mind::new("housekeeping", config).unwrap_err().to_string();
    assert!(error.contains("nothing makes room in the bank"), "{error}");
}
