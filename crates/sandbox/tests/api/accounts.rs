//! Accounts: making one, signing in, and what it owns.

use api_types::{Data, Message, MyAccountDetails, TokenResponse};
use base64::{Engine, prelude::BASE64_STANDARD};
use http::{HeaderMap, Method, header};
use insta::assert_json_snapshot;
use serde_json::json;

use crate::support::{Answer, Server, TOKEN};

impl Server {
    pub(crate) async fn sign_in(&self, user: &str, password: &str) -> Answer {
        let basic = format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")));
        let headers = HeaderMap::from_iter([(header::AUTHORIZATION, basic.parse().unwrap())]);
        self.call(Method::POST, "/token", &headers, String::new()).await
    }

    /// Makes an account, signs in, and returns the header that says so.
    pub(crate) async fn account(&self, name: &str) -> HeaderMap {
        let email = format!("{name}@example.org");
        let made = json!({"username": name, "password": "hunter22", "email": email});
        assert_eq!(self.post("/accounts/create", made).await.status, 200);
        let token: TokenResponse =
            serde_json::from_value(self.sign_in(&email, "hunter22").await.body).unwrap();
        Self::bearer(token.token.expose())
    }
}

#[tokio::test]
async fn a_new_account_signs_in_with_its_address_and_plays() {
    let server = Server::start();
    let body = json!({"username": "newcomer", "password": "s3cret!", "email": "New@Example.org"});
    let made: Message = serde_json::from_value(server.post("/accounts/create", body).await.body).unwrap();
    assert_eq!(made.message, "Account created.");
    assert_json_snapshot!(server.sign_in("new@example.org", "wrong").await.error(), @r#"
    {
      "code": 455,
      "message": "Failed to generate token."
    }
    "#);
    let signed_in = server.sign_in("new@example.org", "s3cret!").await.body;
    let token = Server::bearer(signed_in["token"].as_str().unwrap());
    let character = json!({"name": "Cat", "skin": "women2"}).to_string();
    let made = server.call(Method::POST, "/characters/create", &token, character).await.data();
    assert_eq!((&made["name"], &made["account"]), (&json!("Cat"), &json!("newcomer")));
    let rested = server.call(Method::POST, "/my/Cat/action/rest", &token, String::new()).await.data();
    assert_eq!(rested["hp_restored"], 0);
}

#[tokio::test]
async fn names_and_addresses_are_unique() {
    let server = Server::start();
    server.account("first-one").await;
    let create = async |name: &str, email: &str| {
        let body = json!({"username": name, "password": "hunter22", "email": email});
        server.post("/accounts/create", body).await.error()
    };
    assert_eq!(create("first-one", "other@example.org").await["code"], 456);
    assert_eq!(create("second-one", "FIRST-ONE@example.org").await["code"], 457);
}

#[tokio::test]
async fn every_bad_field_of_a_new_account_is_named() {
    let body = json!({"username": "a b", "password": "x y", "email": "nowhere"});
    let answer = Server::start().post("/accounts/create", body).await;
    assert_json_snapshot!(answer.error()["data"], @r#"
    {
      "email": [
        "Input should be an e-mail address."
      ],
      "password": [
        "Input should have a length of at least 5.",
        "Input should have no white space."
      ],
      "username": [
        "Input should have a length of at least 6.",
        "`a b` is not a valid account name: 1 to 64 letters, digits, `_` or `-`"
      ]
    }
    "#);
}

#[tokio::test]
async fn the_demo_account_signs_in_with_its_token_as_password() {
    let server = Server::start();
    for user in ["demo", "demo@sandbox.invalid"] {
        assert_eq!(server.sign_in(user, TOKEN).await.body, json!({"token": TOKEN}));
    }
    assert_eq!(server.sign_in("demo", "guess").await.status, 455);
    let no_header = server.call(Method::POST, "/token", &HeaderMap::new(), String::new()).await;
    assert_eq!(no_header.error()["code"], 455);
}

#[tokio::test]
async fn details_describe_the_account() {
    let details = Server::start().get("/my/details").await.body;
    let details: Data<MyAccountDetails> = serde_json::from_value(details).unwrap();
    assert_json_snapshot!(details, @r#"
    {
      "data": {
        "username": "demo",
        "email": "demo@sandbox.invalid",
        "member": false,
        "member_expiration": null,
        "status": "standard",
        "badges": [],
        "skins": [
          "men1",
          "men2",
          "men3",
          "women1",
          "women2",
          "women3"
        ],
        "gems": 0,
        "member_token": 0,
        "achievements_points": 0,
        "banned": false
      }
    }
    "#);
}

#[tokio::test]
async fn anybody_sees_an_accounts_characters_and_an_unknown_account_has_none() {
    let server = Server::start();
    let names = async |account: &str| {
        let path = format!("/accounts/{account}/characters");
        let answer = server.call(Method::GET, &path, &HeaderMap::new(), String::new()).await.data();
        answer.as_array().unwrap().iter().map(|own| own["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("demo").await, ["Ana", "Bo1"]);
    assert!(names("nobody").await.is_empty());
}
