//! A person looks at what the account has on the Grand Exchange, and changes it by hand.

use actors::company::AskError;
use game::{Action, MapId, data::ContentType};
use planner::{Mind, Order, Own, Reading};
use serde_json::json;
use test_support::company::{Setup, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND};

const OWN: &str = "/my/grandexchange/orders";

/// Ana alone, who gathers copper ore and knows nothing of the exchange.
fn ana_gathers() -> TestCompany {
    let mind = Mind::new("gathering", json!({ "resource": "copper_rocks" })).expect("a valid configuration");
    let characters = vec!["Ana".parse().expect("a valid name")];
    let company = TestCompany::start(Setup { characters, minds: vec![mind], ..Setup::default() });
    company.run_for(5 * MINUTE);
    company
}

fn look(company: &TestCompany) -> Result<Reading<Own>, AskError> {
    company.block_on(company.company().own_exchange(&company.names()[0]))
}

fn own(company: &TestCompany) -> Own {
    look(company).expect("the game tells").what
}

fn exchange(company: &TestCompany) -> MapId {
    let season = company.block_on(company.company().season()).expect("the season is known");
    season.maps.with_content_type(&ContentType::GrandExchange).next().expect("there is an exchange").map_id
}

/// Has Ana carry out an order by hand, to its end.
fn ordered(company: &TestCompany, order: Order) {
    company.block_on(company.company().order(&company.names()[0], order)).expect("Ana takes orders");
    company.run_until(PATIENCE, "the order has ended", |company| {
        let manual = company.character("Ana").and_then(|ana| ana.manual);
        manual.is_some_and(|manual| manual.hand_back_at.is_some())
    });
}

#[test]
fn nothing_is_read_before_somebody_looks_and_then_once_in_five_minutes() {
    let company = ana_gathers();
    assert_eq!(company.faults().asked(OWN), 0);
    assert_eq!(own(&company).orders, []);
    company.run_for(4 * MINUTE);
    assert_eq!(look(&company).unwrap().at, look(&company).unwrap().at);
    assert_eq!(company.faults().asked(OWN), 1);
    company.run_for(2 * MINUTE);
    own(&company);
    assert_eq!(company.faults().asked(OWN), 2);
}

#[test]
fn what_is_offered_by_hand_is_shown_at_once_until_it_is_cancelled() {
    let company = ana_gathers();
    assert_eq!(own(&company).orders, []);
    ordered(&company, Order::Travel { map_id: exchange(&company) });
    let code = "copper_ore".parse().expect("a valid code");
    ordered(&company, Order::Act(Action::GeCreateSellOrder { code, quantity: 2, price: 50 }));
    let [offer] = &own(&company).orders[..] else { panic!("{:?}", own(&company)) };
    assert_eq!((offer.code.as_str(), offer.quantity, offer.price), ("copper_ore", 2, 50));
    ordered(&company, Order::Act(Action::GeCancel { id: offer.id.clone() }));
    let told = company.character("Ana").and_then(|ana| ana.manual).expect("she is played by hand").orders;
    let words = told.last().map(|order| order.words.as_str());
    assert_eq!(words, Some("cancel the order to sell 2 × copper_ore at 50 gold each"));
    assert_eq!(own(&company).orders, []);
    company.assert_everything_is_recorded_once();
}

#[test]
fn who_looks_while_the_game_does_not_tell_hears_so() {
    let company = ana_gathers();
    company.take_away("limiter");
    let error = look(&company).unwrap_err().to_string();
    let words =
        "the game does not tell at the moment what demo has on the Grand Exchange; ask again in a minute";
    assert_eq!(error, words);
    company.bring_back("limiter");
    company.run_for(15 * SECOND);
    assert_eq!(own(&company).orders, []);
}
