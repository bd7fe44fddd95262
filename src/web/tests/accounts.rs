//! The accounts that are played.

use serde_json::json;
use test_support::company::Fault;

use super::{MINUTE, open};

#[test]
fn accounts_are_added_listed_mended_and_removed() {
    let house = open();
    let token = house.company.open_account("another", &["Zoe"]);
    let body = json!({ "token": token }).to_string();
    let added = house.answer("POST", "/api/v1/accounts", &body);
    assert_eq!(added, (201, json!({ "name": "another" })));
    house.company.run_for(MINUTE);
    let (_, list) = house.answer("GET", "/api/v1/accounts", "");
    let another = list.as_array().unwrap().iter().find(|account| account["name"] == "another").unwrap();
    assert_eq!(
        (&another["state"], &another["origin"], &another["characters"]),
        (&json!("ok"), &json!("added"), &json!(["Zoe"]))
    );
    house.refuses(
        ("POST", "/api/v1/accounts", &body),
        409,
        "already_played",
        "another is played here already",
    );
    assert_eq!(house.answer("PUT", "/api/v1/accounts/another/token", &body).0, 204);
    assert_eq!(house.answer("DELETE", "/api/v1/accounts/another", "").0, 202);
    house.company.run_for(MINUTE);
    assert_eq!(house.answer("GET", "/api/v1/accounts", "").1.as_array().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_done_with_an_account_is_told_in_a_sentence_without_the_token() {
    let house = open();
    let (accounts, demo) = ("/api/v1/accounts", "/api/v1/accounts/demo");
    let canary = r#"{"token": "canary"}"#;
    house.refuses(("POST", accounts, canary), 422, "token_rejected", "the game rejects this token");
    house.refuses(("POST", accounts, r#"{"token": "two words"}"#), 422, "invalid", "this is no token");
    house.refuses(("POST", accounts, r#"{"tokn": "canary"}"#), 422, "invalid", "tokn");
    house.refuses(("DELETE", demo, ""), 409, "given_at_start", "leave it out of ARTIFACTS_TOKEN");
    house.refuses(("DELETE", "/api/v1/accounts/nobody", ""), 404, "not_found", "nobody");
    house.refuses(("PUT", "/api/v1/accounts/no%20name/token", canary), 404, "not_found", "no name");
    for (method, path) in [("POST", accounts), ("PUT", "/api/v1/accounts/demo/token")] {
        assert!(!house.answer(method, path, canary).1.to_string().contains("canary"));
    }
    house.company.faults().always("/", Fault::NotSent);
    house.company.run_for(MINUTE);
    house.refuses(("POST", accounts, canary), 503, "game_away", "nothing was changed");
}
