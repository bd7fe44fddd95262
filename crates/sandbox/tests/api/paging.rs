//! Pages of lists, and what is out of range.

use insta::assert_json_snapshot;

use crate::support::Server;

#[track_caller]
fn frame(body: &serde_json::Value) -> [u64; 5] {
    let number = |field: &str| body[field].as_u64().unwrap();
    let rows = body["data"].as_array().unwrap().len();
    [number("total"), number("page"), number("size"), number("pages"), u64::try_from(rows).unwrap()]
}

#[tokio::test]
async fn a_page_has_fifty_entries_unless_another_size_is_asked_for() {
    let server = Server::start();
    assert_eq!(frame(&server.get("/maps").await.body), [475, 1, 50, 10, 50]);
    assert_eq!(frame(&server.get("/maps?page=10").await.body), [475, 10, 50, 10, 25]);
    assert_eq!(frame(&server.get("/maps?size=10000").await.body), [475, 1, 10_000, 1, 475]);
}

#[tokio::test]
async fn past_the_end_there_is_an_empty_page() {
    let server = Server::start();
    assert_eq!(frame(&server.get("/maps?page=11").await.body), [475, 11, 50, 10, 0]);
    assert_eq!(frame(&server.get("/my/bank/items").await.body), [0, 1, 50, 1, 0]);
}

#[tokio::test]
async fn static_lists_allow_ten_thousand_and_live_ones_a_hundred() {
    let server = Server::start();
    assert_eq!(server.get("/items?size=10001").await.error()["code"], 422);
    assert_eq!(server.get("/my/logs?size=100").await.status, 200);
    for path in ["/my/logs", "/my/logs/Ana", "/my/bank/items", "/characters/active"] {
        assert_eq!(server.get(&format!("{path}?size=101")).await.error()["code"], 422, "{path}");
    }
}

#[tokio::test]
async fn what_is_out_of_range_is_named() {
    let server = Server::start();
    assert_json_snapshot!(server.get("/items?page=0&size=0").await.error(), @r#"
    {
      "code": 422,
      "data": {
        "page": [
          "Input should be greater than or equal to 1."
        ],
        "size": [
          "Input should be greater than or equal to 1."
        ]
      },
      "message": "Request could not be processed due to an invalid payload."
    }
    "#);
    assert_json_snapshot!(server.get("/my/logs?page=-1&size=ten").await.error()["data"], @r#"
    {
      "page": [
        "Input should be a whole number of at least 0."
      ],
      "size": [
        "Input should be a whole number of at least 0."
      ]
    }
    "#);
}
