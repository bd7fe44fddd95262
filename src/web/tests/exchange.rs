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

#[test]
fn items_come_in_pages_that_leave_none_out() {
    let house = open_beside(20);
    let board = house.company.company().board().clone();
    house.company.run_until(10 * MINUTE, "all orders are read", |_| board.prices().swept_at().is_some());
    let codes = |path: &str| {
        let (_, reply) = house.answer("GET", path, "");
        let all = reply["data"].as_array().expect("a list").iter().map(|quote| quote["code"].clone());
        (all.collect::<Vec<_>>(), reply["next_cursor"].as_str().map(str::to_owned))
    };
    let (all, none) = codes("/api/v1/exchange?limit=500");
    let (mut pages, mut cursor) = codes("/api/v1/exchange?limit=3");
    while let Some(next) = cursor {
        let (more, then) = codes(&format!("/api/v1/exchange?limit=3&cursor={next}"));
        pages.extend(more);
        cursor = then;
    }
    assert!(all.len() > 6 && none.is_none());
    assert_eq!(pages, all);
    house.refuses(("GET", "/api/v1/exchange?cursor=7", ""), 422, "invalid", "`7` is not a cursor");
    house.refuses(("GET", "/api/v1/exchange?limit=0", ""), 422, "invalid", "`limit` is 0");
}
