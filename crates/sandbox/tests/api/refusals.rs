//! The shape of every kind of "no".

use http::{HeaderMap, Method};
use insta::assert_json_snapshot;
use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn an_unknown_path_is_a_404_in_the_apis_shape() {
    let server = Server::start();
    assert_json_snapshot!(server.get("/nowhere").await.error(), @r#"
    {
      "code": 404,
      "message": "Not found."
    }
    "#);
    assert_eq!(server.act("dance", json!(null)).await.error()["code"], 404);
}

#[tokio::test]
async fn a_known_path_asked_in_the_wrong_way_is_a_405_in_the_apis_shape() {
    let server = Server::start();
    assert_json_snapshot!(server.post("/items", json!({})).await.error(), @r#"
    {
      "code": 405,
      "message": "Method not allowed."
    }
    "#);
    assert_eq!(server.get("/my/Ana/action/rest").await.error()["code"], 405);
}

#[tokio::test]
async fn without_a_known_token_everything_of_ones_own_is_a_452() {
    let server = Server::start();
    let none = HeaderMap::new();
    for path in ["/my/details", "/my/characters", "/my/bank", "/my/bank/items", "/my/logs", "/my/rates"] {
        assert_eq!(server.call(Method::GET, path, &none, String::new()).await.error()["code"], 452);
    }
    let missing = server.call(Method::POST, "/my/Ana/action/rest", &none, String::new()).await;
    assert_json_snapshot!(missing.error(), @r#"
    {
      "code": 452,
      "message": "Failed to parse token. Token is missing or empty."
    }
    "#);
    let wrong = server.call(Method::GET, "/my/bank", &Server::bearer("guess"), String::new()).await;
    assert_json_snapshot!(wrong.error(), @r#"
    {
      "code": 452,
      "message": "Failed to parse token. Token is invalid."
    }
    "#);
}

#[tokio::test]
async fn the_token_is_looked_at_before_the_body() {
    let answer =
        Server::start().call(Method::POST, "/characters/create", &HeaderMap::new(), "{".into()).await;
    assert_eq!(answer.error()["code"], 452);
}

#[tokio::test]
async fn malformed_json_is_a_422_that_says_where() {
    let server = Server::start();
    let token = Server::bearer(crate::support::TOKEN);
    let answer = server.call(Method::POST, "/my/Ana/action/move", &token, "{\"x\": 1,".into()).await;
    assert_json_snapshot!(answer.error(), @r#"
    {
      "code": 422,
      "data": {
        "body": [
          "EOF while parsing a value at line 1 column 8"
        ]
      },
      "message": "Request could not be processed due to an invalid payload."
    }
    "#);
    let answer =
        server.call(Method::POST, "/my/Ana/action/move", &token, "{\"x\":1,\"y\":1} {}".into()).await;
    assert_eq!(answer.error()["code"], 422);
}

#[tokio::test]
async fn a_bad_field_is_a_422_that_names_it() {
    let server = Server::start();
    let data = async |action, body| server.act(action, body).await.error()["data"].take();
    assert_json_snapshot!(data("crafting", json!({"quantity": 1})).await, @r#"
    {
      "code": [
        "missing field `code` at line 1 column 14"
      ]
    }
    "#);
    assert_json_snapshot!(data("crafting", json!({"code": "a b", "quantity": 0})).await, @r#"
    {
      "code": [
        "`a b` is not a valid item code: 1 to 64 letters, digits, `_` or `-`"
      ],
      "quantity": [
        "Input should be greater than or equal to 1."
      ]
    }
    "#);
    assert_json_snapshot!(data("crafting", json!({"code": "copper_bar", "quantity": "two"})).await, @r#"
    {
      "quantity": [
        "invalid type: string \"two\", expected u32 at line 1 column 37"
      ]
    }
    "#);
    assert_json_snapshot!(data("move", json!({"x": 1})).await, @r#"
    {
      "body": [
        "Either map_id or x and y should be given."
      ]
    }
    "#);
    assert_json_snapshot!(data("use", json!(null)).await, @r#"
    {
      "body": [
        "invalid type: null, expected struct SimpleItem at line 1 column 4"
      ]
    }
    "#);
    assert_json_snapshot!(data("bank/deposit/gold", json!({"quantity": 0})).await, @r#"
    {
      "quantity": [
        "Input should be greater than or equal to 1."
      ]
    }
    "#);
    assert_json_snapshot!(data("bank/withdraw/item", json!([])).await, @r#"
    {
      "body": [
        "Input should have a length of at least 1."
      ]
    }
    "#);
    assert_json_snapshot!(data("bank/deposit/item", json!([{"code": "egg", "quantity": 1}, {"code": "egg"}])).await, @r#"
    {
      "1.quantity": [
        "missing field `quantity` at line 1 column 43"
      ]
    }
    "#);
    assert_json_snapshot!(data("equip", json!([{"code": "x", "slot": "nose", "quantity": 101}])).await, @r#"
    {
      "0.quantity": [
        "Input should be less than or equal to 100."
      ],
      "0.slot": [
        "Input should be one of weapon, shield, helmet, body_armor, leg_armor, boots, ring1, ring2, amulet, artifact1, artifact2, artifact3, utility1, utility2, bag, rune."
      ]
    }
    "#);
    assert_json_snapshot!(data("fight", json!({"participants": ["a", "b", "c"]})).await, @r#"
    {
      "participants": [
        "Input should have a length of at most 2."
      ]
    }
    "#);
}

#[tokio::test]
async fn a_malformed_request_is_refused_before_the_character_is_looked_at() {
    let server = Server::start();
    let path = "/my/Nobody/action/crafting";
    assert_eq!(server.post(path, json!({"code": "x", "quantity": 0})).await.error()["code"], 422);
    assert_eq!(server.post(path, json!({"code": "x"})).await.error()["code"], 498);
}

#[tokio::test]
async fn somebody_elses_character_is_a_498() {
    let server = Server::start();
    let stranger = server.account("stranger").await;
    for body in ["", "{\"x\":0,\"y\":1}"] {
        let action = if body.is_empty() { "rest" } else { "move" };
        let path = format!("/my/Ana/action/{action}");
        let answer = server.call(Method::POST, &path, &stranger, body.to_owned()).await;
        assert_eq!(answer.error()["code"], 498);
    }
    let logs = server.call(Method::GET, "/my/logs/Ana", &stranger, String::new()).await;
    assert_eq!(logs.error()["code"], 498);
}

#[tokio::test]
async fn a_cooldown_tells_the_seconds_in_words_and_as_data() {
    let server = Server::start();
    server.act("move", json!({"x": 1, "y": 0})).await.data();
    server.advance(680);
    assert_json_snapshot!(server.act("rest", json!(null)).await.error(), @r#"
    {
      "code": 499,
      "data": {
        "remaining_seconds": 4.32
      },
      "message": "The character is in cooldown: 4.32 seconds remaining."
    }
    "#);
}

#[tokio::test]
async fn the_worlds_refusals_keep_their_codes_as_the_status() {
    let server = Server::start();
    assert_eq!(server.act("move", json!({"x": 0, "y": 0})).await.status, 490);
    assert_eq!(server.act("fight", json!(null)).await.status, 598);
    assert_eq!(server.act("move", json!({"x": 999, "y": 0})).await.status, 404);
    assert_eq!(server.act("move", json!({"map_id": 999_999})).await.status, 404);
    assert_eq!(server.act("fight", json!({"participants": ["Bo1"]})).await.status, 598);
    assert_eq!(server.act("crafting", json!({"code": "no_such_item"})).await.status, 404);
}

#[tokio::test]
async fn a_bad_segment_of_a_path_is_a_422_that_names_it() {
    let server = Server::start();
    assert_json_snapshot!(server.get("/maps/id/one").await.error()["data"], @r#"
    {
      "map_id": [
        "Invalid URL: Cannot parse `map_id` with value `one` to a `u32`"
      ]
    }
    "#);
    assert_json_snapshot!(server.get("/maps/attic").await.error()["data"], @r#"
    {
      "path": [
        "Invalid URL: unknown variant `attic`, expected one of `overworld`, `underground`, `interior`"
      ]
    }
    "#);
    assert_json_snapshot!(server.get("/maps/overworld/0/south").await.error()["data"], @r#"
    {
      "y": [
        "Invalid URL: Cannot parse `y` with value `south` to a `i32`"
      ]
    }
    "#);
}
