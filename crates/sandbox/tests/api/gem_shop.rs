//! The gem shop (RULES §11).

use serde_json::json;

use crate::support::Server;

async fn with_gems(gems: u32) -> Server {
    let server = Server::start();
    server.post("/sandbox/control/account", json!({"gems": gems})).await;
    server
}

#[tokio::test]
async fn the_catalogue_has_what_can_be_bought() {
    let catalogue = Server::start().get("/gems_shop/").await.data();
    let codes = |kind: &str| -> Vec<String> {
        catalogue[kind]
            .as_array()
            .unwrap()
            .iter()
            .map(|offer| offer["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(codes("skins"), ["robin_hood", "sorceress"]);
    assert!(codes("spawn_events").contains(&"foxes_at_large".to_owned()));
    assert_eq!((codes("subscriptions").len(), codes("custom_designs").len()), (1, 3));
}

#[tokio::test]
async fn a_skin_that_was_bought_is_owned_and_can_be_worn() {
    let server = with_gems(400).await;
    let bought = server.post("/gems_shop/skin", json!({"code": "robin_hood"})).await.data();
    assert_eq!((&bought["gems"], &bought["skin"]), (&json!(100), &json!("robin_hood")));
    assert_eq!(server.get("/my/details").await.data()["skins"], bought["skins"]);
    assert_eq!(
        server.acted("change_skin", json!({"skin": "robin_hood"})).await["character"]["skin"],
        "robin_hood"
    );
    assert_eq!(server.post("/gems_shop/skin", json!({"code": "nothing"})).await.status, 404);
}

#[tokio::test]
async fn a_month_of_membership_can_be_bought() {
    let server = with_gems(1000).await;
    let bought = server.post("/gems_shop/subscription", json!(null)).await.data();
    assert_eq!(
        (&bought["gems"], &bought["member_expiration"]),
        (&json!(500), &json!("2026-08-24T17:20:00.123Z"))
    );
    let more = server.post("/gems_shop/subscription", json!(null)).await.data();
    assert_eq!(more["member_expiration"], "2026-09-23T17:20:00.123Z");
}

#[tokio::test]
async fn a_custom_design_costs_its_price() {
    let server = with_gems(6_500).await;
    let bought = server.post("/gems_shop/buy_custom_design", json!({"code": "custom_skin"})).await.data();
    assert_eq!((&bought["cost"], &bought["gems"]), (&json!(6_000), &json!(500)));
    assert_eq!(server.post("/gems_shop/buy_custom_design", json!({"code": "castle"})).await.status, 404);
}
