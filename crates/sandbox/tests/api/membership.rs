//! Membership: a setting, or paid for; and what only members may do (RULES §2, §11).

use http::Uri;
use insta::assert_json_snapshot;
use sandbox::SandboxConfig;
use serde_json::{Value, json};

use crate::support::{Server, config};

impl Server {
    /// Orders something for money and opens the page where one pays.
    async fn buys(&self, path: &str, body: Value) {
        let order = self.post(path, body).await.data();
        let page: Uri = order["checkout_url"].as_str().unwrap().parse().unwrap();
        assert!(page.path().ends_with(order["session_id"].as_str().unwrap()), "{page}");
        assert_eq!(self.get(page.path()).await.status, 200);
        assert_eq!(self.get(page.path()).await.status, 404, "paid once");
    }

    async fn is_member(&self) -> bool {
        self.get("/accounts/demo").await.data()["member"] == true
    }
}

#[tokio::test]
async fn membership_is_a_setting_of_the_server_or_of_an_account() {
    assert!(!Server::start().is_member().await);
    assert!(Server::with(SandboxConfig { members: true, ..config() }).is_member().await);
    let server = Server::start();
    server.post("/sandbox/control/account", json!({"member": true})).await;
    assert!(server.is_member().await);
    let stranger = server.post("/sandbox/control/account", json!({"colour": "red"})).await.error();
    assert_eq!(stranger["code"], 422);
}

#[tokio::test]
async fn a_subscription_is_ordered_paid_without_money_and_cancelled() {
    let server = Server::start();
    assert_eq!(server.get("/my/subscription").await.status, 404);
    server.buys("/my/subscribe/stripe", json!({"plan": "monthly"})).await;
    assert!(server.is_member().await);
    assert_json_snapshot!(server.get("/my/subscription").await.data(), @r#"
    {
      "cancelled_at": null,
      "created_at": "2026-07-25T17:20:00.123Z",
      "current_period_end": "2026-08-24T17:20:00.123Z",
      "current_period_start": "2026-07-25T17:20:00.123Z",
      "plan": "monthly",
      "purchase_source": "stripe",
      "status": "active"
    }
    "#);
    assert_eq!(server.get("/my/details").await.data()["member_expiration"], "2026-08-24T17:20:00.123Z");
    assert_eq!(server.post("/my/subscribe/cancel", json!(null)).await.status, 200);
    assert_eq!(server.get("/my/subscription").await.data()["status"], "cancelled");
    assert_eq!(server.post("/my/subscribe/cancel", json!(null)).await.status, 404);
    server.advance(30 * 86_400_000);
    assert!(!server.is_member().await);
}

#[tokio::test]
async fn gems_are_ordered_and_every_purchase_and_gem_is_in_the_books() {
    let server = Server::start();
    server.buys("/my/buy_gems", json!({"quantity": 1100})).await;
    server.post("/gems_shop/subscription", json!(null)).await.data();
    assert_json_snapshot!(server.get("/my/purchase_history").await.data(), @r#"
    [
      {
        "amount": 1100,
        "created_at": "2026-07-25T17:20:00.123Z",
        "description": "1100 gems.",
        "gems_credited": 1100,
        "type": "gem_pack"
      }
    ]
    "#);
    assert_json_snapshot!(server.get("/my/gems_history").await.data(), @r#"
    [
      {
        "created_at": "2026-07-25T17:20:00.123Z",
        "description": "Spent 500 gems on membership.",
        "gems": -500,
        "metadata": {
          "code": "membership"
        },
        "type": "subscription"
      },
      {
        "created_at": "2026-07-25T17:20:00.123Z",
        "description": "Bought 1100 gems.",
        "gems": 1100,
        "metadata": {},
        "type": "purchase"
      }
    ]
    "#);
    assert_eq!(server.post("/my/buy_gems", json!({"quantity": 1})).await.error()["code"], 422);
}

#[tokio::test]
async fn a_member_token_is_a_month() {
    let server = Server::start();
    server.post("/sandbox/control/account", json!({"member_tokens": 1})).await;
    let redeemed = server.post("/my/subscribe/member_token", json!(null)).await.data();
    assert_eq!((&redeemed["member"], &redeemed["member_token"]), (&json!(true), &json!(0)));
    assert_eq!(server.get("/my/subscription").await.data()["purchase_source"], "member_token");
}

#[tokio::test]
async fn what_a_character_has_done_is_shown_of_members_alone() {
    let server = Server::start();
    server.acted("rest", json!(null)).await;
    assert_eq!(server.get("/characters/Ana/stats").await.error()["message"], "character stats not found.");
    server.post("/sandbox/control/account", json!({"member": true})).await;
    let stats = server.get("/characters/Ana/stats").await.data();
    assert_eq!((&stats["action_counts"]["rest"], &stats["deaths"]), (&json!(1), &json!(0)));
    assert_eq!(server.get("/characters/Nobody/stats").await.status, 404);
}
