//! What an account has on the Grand Exchange.

use serde_json::json;

use super::open;

#[test]
fn who_has_nothing_on_the_exchange_and_nothing_waiting_has_empty_lists() {
    let house = open();
    let (status, reply) = house.answer("GET", "/api/v1/characters/Ana/exchange", "");
    assert_eq!((status, &reply["orders"], &reply["waiting"]), (200, &json!([]), &json!([])), "{reply}");
    assert!(reply["as_of"].is_string());
    house.refuses(
        ("GET", "/api/v1/characters/Nobody/exchange", ""),
        404,
        "not_found",
        "no character `Nobody`",
    );
}
