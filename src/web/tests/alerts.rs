//! Alert rules as the dashboard sees them, and what they tell.

use serde_json::json;

use super::{MINUTE, open, open_beside};

const ALERTS: &str = "/api/v1/exchange/alerts";

#[test]
fn a_rule_is_made_changed_and_deleted() {
    let house = open();
    let asked = r#"{"when": "ask_below", "item": "copper_ore", "limit": 3}"#;
    let (status, made) = house.answer("POST", ALERTS, asked);
    assert_eq!(
        (status, &made["words"], &made["holds"]),
        (201, &json!("Sellers ask less than 3 gold for Copper Ore"), &json!(false)),
        "{made}"
    );
    let path = format!("{ALERTS}/{}", made["id"].as_str().expect("an id"));
    let (status, changed) = house.answer("PUT", &path, r#"{"when": "order_filled", "item": "copper_ore"}"#);
    assert_eq!((status, &changed["words"]), (200, &json!("An order of yours for Copper Ore is filled")));
    let (_, list) = house.answer("GET", ALERTS, "");
    assert_eq!(
        (&list["data"][0]["id"], &list["data"][0]["words"]),
        (&made["id"], &changed["words"]),
        "{list}"
    );
    assert_eq!(house.answer("DELETE", &path, "").0, 204);
    house.refuses(("DELETE", &path, ""), 404, "not_found", "there is no alert");
    assert_eq!(house.answer("GET", ALERTS, "").1["data"], json!([]));
}

#[test]
fn what_makes_no_sense_is_refused_in_a_sentence() {
    let house = open();
    let wanted = [
        (r#"{"when": "ask_below", "item": "excalibur", "limit": 3}"#, "there is no item `excalibur`"),
        (r#"{"when": "ask_below", "item": "copper_ore", "limit": -3}"#, "a number above 0"),
        (r#"{"when": "ask_below", "limit": 3}"#, "say which item"),
        (r#"{"when": "never", "item": "copper_ore"}"#, "never"),
    ];
    for (body, words) in wanted {
        house.refuses(("POST", ALERTS, body), 422, "invalid", words);
    }
    house.refuses(
        ("DELETE", "/api/v1/exchange/alerts/mine", ""),
        404,
        "not_found",
        "there is no alert `mine`",
    );
}

#[test]
fn what_a_rule_tells_stands_on_all_pages_until_it_is_dismissed() {
    let house = open_beside(20);
    house.answer("POST", ALERTS, r#"{"when": "opportunity_above", "limit": 1}"#);
    let firings = || house.answer("GET", "/api/v1/status", "").1["firings"].clone();
    house.company.run_until(30 * MINUTE, "something is told", |_| firings() != json!([]));
    let told = firings()[0].clone();
    assert!(told["words"].as_str().expect("words").contains("gold can be earned: "), "{told}");
    let dismiss = format!("{ALERTS}/firings/{}/dismiss", told["id"].as_str().expect("an id"));
    assert_eq!(house.answer("POST", &dismiss, "").1["dismissed"], json!(true));
    assert_eq!(firings(), json!([]));
    house.company.run_for(10 * MINUTE);
    let (_, list) = house.answer("GET", ALERTS, "");
    assert_eq!(
        list["firings"].as_array().map(Vec::len),
        Some(1),
        "it is told once as long as it holds: {list}"
    );
}
