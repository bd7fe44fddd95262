//! What everything goes for, as the dashboard sees it.

use serde_json::json;

use super::{MINUTE, open, open_beside};

#[test]
fn nothing_is_known_before_somebody_has_looked() {
    let house = open();
    let (status, reply) = house.answer("GET", "/api/v1/exchange", "");
    assert_eq!((status, &reply["as_of"], &reply["data"]), (200, &json!(null), &json!([])), "{reply}");
    let (status, reply) = house.answer("GET", "/api/v1/exchange/copper_ore", "");
    assert_eq!(
        (status, &reply["quote"]["fair"], &reply["orders"]),
        (200, &json!(null), &json!([])),
        "{reply}"
    );
    let (status, reply) = house.answer("GET", "/api/v1/exchange/opportunities", "");
    assert_eq!((status, &reply), (200, &json!({"data": []})));
    house.refuses(
        ("GET", "/api/v1/exchange/moonstone", ""),
        404,
        "not_found",
        "there is no item `moonstone`",
    );
}

#[test]
fn what_others_trade_is_quoted_and_its_orders_are_listed() {
    let house = open_beside(20);
    let board = house.company.company().board().clone();
    house.company.run_until(10 * MINUTE, "all orders are read", |_| board.prices().swept_at().is_some());
    let (_, reply) = house.answer("GET", "/api/v1/exchange", "");
    let quotes = reply["data"].as_array().expect("a list");
    let offered = quotes.iter().find(|quote| quote["ask"].is_i64()).expect("somebody sells something");
    let code = offered["code"].as_str().expect("a code");
    let (_, item) = house.answer("GET", &format!("/api/v1/exchange/{code}"), "");
    let first = &item["orders"][0];
    assert_eq!(
        (&first["kind"], &first["price"], &first["own"]),
        (&json!("sell"), &offered["ask"], &json!(null))
    );
}
