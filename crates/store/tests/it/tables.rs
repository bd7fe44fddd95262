//! The small tables: accounts, the cache of game data, configurations, saved automations.

use serde_json::json;
use store::{Automation, AutomationConfig, CachedGameData, GameAccount};
use test_support::TestDatabase;

use crate::fixtures::{at, id, name};

#[tokio::test]
async fn an_account_seen_again_keeps_its_id_and_moves_its_last_time() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let first = GameAccount {
        id: id(1),
        name: "ana".parse().unwrap(),
        base_url: "https://game.example".to_owned(),
        created_at: at(1),
        last_seen_at: at(1),
    };
    assert_eq!(store.game_account_upsert(&first).await.unwrap(), first);
    let again = GameAccount { id: id(2), created_at: at(9), last_seen_at: at(9), ..first.clone() };
    let expected = GameAccount { last_seen_at: at(9), ..first };
    assert_eq!(store.game_account_upsert(&again).await.unwrap(), expected);
    assert_eq!(store.game_account_list().await.unwrap(), [expected]);
}

#[tokio::test]
async fn game_data_is_kept_once_per_kind() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let old = CachedGameData {
        kind: "items".to_owned(),
        version: "8.0".to_owned(),
        data: json!([{ "code": "egg" }]),
        fetched_at: at(1),
    };
    let new = CachedGameData { version: "8.1".to_owned(), data: json!([]), fetched_at: at(2), ..old.clone() };
    store.game_data_upsert(&old).await.unwrap();
    store.game_data_upsert(&new).await.unwrap();
    assert_eq!(store.game_data_get("items").await.unwrap(), Some(new));
    assert_eq!(store.game_data_get("maps").await.unwrap(), None);
}

#[tokio::test]
async fn configurations_are_listed_newest_first_and_found_by_id() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let config = |number: u8| AutomationConfig {
        id: id(number.into()),
        account: "ana".parse().unwrap(),
        character: name("Ana"),
        strategy: "gathering".to_owned(),
        config: json!({ "resource": "copper_rocks" }),
        created_at: at(number.into()),
    };
    for number in [1, 2, 2] {
        store.automation_config_insert(&config(number)).await.unwrap();
    }
    assert_eq!(store.automation_config_list(&name("Ana")).await.unwrap(), [config(2), config(1)]);
    assert!(store.automation_config_list(&name("Bo")).await.unwrap().is_empty());
    assert_eq!(store.automation_config_get(id(1)).await.unwrap(), Some(config(1)));
    assert_eq!(store.automation_config_get(id(7)).await.unwrap(), None);
}

#[tokio::test]
async fn a_saved_automation_can_be_changed_and_forgotten() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let saved = |number: u8, name: &str| Automation {
        id: id(number.into()),
        name: name.to_owned(),
        strategy: "gathering".to_owned(),
        config: json!({ "resource": "copper_rocks" }),
        created_at: at(number.into()),
        updated_at: at(number.into()),
    };
    let (late, early) = (saved(1, "wood"), saved(2, "copper"));
    for row in [&late, &early] {
        store.automation_insert(row).await.unwrap();
    }
    assert_eq!(store.automation_list().await.unwrap(), [early.clone(), late.clone()]);
    let changed = Automation { name: "ash".to_owned(), created_at: at(9), updated_at: at(9), ..late };
    let expected = Automation { created_at: at(1), ..changed.clone() };
    assert_eq!(store.automation_update(&changed).await.unwrap(), Some(expected.clone()));
    assert_eq!(store.automation_get(id(1)).await.unwrap(), Some(expected.clone()));
    assert!(store.automation_delete(id(2)).await.unwrap());
    assert!(!store.automation_delete(id(2)).await.unwrap());
    assert_eq!(store.automation_update(&early).await.unwrap(), None);
    assert_eq!(store.automation_list().await.unwrap(), [expected]);
}
