//! Where the WebSocket is, and what its messages mean.

use serde_json::{Value, json};

use super::*;

#[test]
fn the_live_servers_have_a_host_for_it_and_any_other_has_it_at_its_root() {
    for (game, realtime) in [
        ("https://api.artifactsmmo.com", "wss://realtime.artifactsmmo.com/"),
        ("https://api.sandbox.artifactsmmo.com", "wss://realtime.sandbox.artifactsmmo.com/"),
        ("http://127.0.0.1:8081", "ws://127.0.0.1:8081/"),
        ("https://api.example.org/game", "wss://api.example.org/game"),
    ] {
        assert_eq!(address(&game.parse().unwrap()).as_str(), realtime);
    }
}

#[test]
fn the_first_message_names_the_token_and_what_is_wanted() {
    let said: Value = serde_json::from_str(&hello(&Token::new("canary").unwrap())).unwrap();
    let wanted = [
        "version",
        "event_spawn",
        "event_removed",
        "raid_started",
        "raid_ended",
        "grandexchange_sell_order",
        "grandexchange_buy_order",
        "grandexchange_cancel_sell_order",
        "grandexchange_cancel_buy_order",
        "grandexchange_buy",
        "grandexchange_sell",
        "test",
    ];
    assert_eq!(said, json!({"token": "canary", "subscriptions": wanted}));
}

fn event(kind: &str, code: &str) -> String {
    let map = json!({
        "map_id": 7, "name": "Forest", "skin": "", "x": -3, "y": -5, "layer": "overworld",
        "access": {"type": "standard", "conditions": []},
        "interactions": {"content": {"type": "monster", "code": "bandit_lizard"}, "transition": null},
    });
    let data = json!({
        "name": "Bandit Camp", "code": code, "map": map, "previous_map": map, "duration": 60,
        "expiration": "2026-08-01T13:00:00.000Z", "created_at": "2026-08-01T12:00:00.000Z",
    });
    json!({"type": kind, "data": data}).to_string()
}

#[test]
fn events_come_and_go() {
    let News::EventCame(came) = read(&event("event_spawn", "bandit_camp")).unwrap() else {
        panic!("no event")
    };
    assert_eq!(
        (came.code.as_str(), came.expiration.to_string().as_str()),
        ("bandit_camp", "2026-08-01T13:00:00Z")
    );
    assert!(came.brings(&game::data::ContentType::Monster, "bandit_lizard"));
    assert_eq!(read(&event("event_removed", "bandit_camp")).unwrap(), News::EventWent(came));
}

#[test]
fn a_raid_tells_how_it_stands_with_or_without_a_time_zone() {
    let raid = json!({
        "code": "siege", "name": "Siege", "description": null, "monster": "troll", "rewards": null,
        "schedule": {"weekdays": ["monday"]}, "status": "active", "next_start_at": "2026-08-10T00:00:00Z",
        "participant_count": 3, "latest_instance": null,
        "active_instance": {
            "starts_at": "2026-08-03T00:00:00", "ends_at": "2026-08-04T00:00:00", "status": "active",
            "total_hp": 100, "remaining_hp": 40, "participant_count": 3, "ended_at": null, "result": null,
            "rewards_distributed_at": null,
        },
    });
    let text = json!({"type": "raid_started", "data": {"result": null, "raid": raid}}).to_string();
    let News::Raid(RaidState { raid, open: Some(open), .. }) = read(&text).unwrap() else {
        panic!("no raid")
    };
    assert_eq!((raid.code.as_str(), open.remaining_hp, open.participants), ("siege", 40, 3));
    assert_eq!(open.starts_at.to_string(), "2026-08-03T00:00:00Z");
}

#[test]
fn the_version_is_told() {
    let text = r#"{"type": "version", "data": {"version": "8.2.0"}}"#;
    assert_eq!(read(text).unwrap(), News::Version("8.2.0".to_owned()));
}

#[test]
fn orders_and_sales_of_the_exchange_are_told() {
    let order = json!({"id": "67337920ef441b2c7466d5e8", "type": "sell", "account": "seller1", "code": "copper_ore",
        "quantity": 10, "price": 3, "created_at": "2026-08-01T12:00:00.000Z"});
    let told = |kind: &str, data: &Value| read(&json!({"type": kind, "data": data}).to_string()).unwrap();
    let News::Exchange(ExchangeNews::Placed(placed)) = told("grandexchange_sell_order", &order) else {
        panic!("no order")
    };
    assert_eq!((placed.code.as_str(), placed.quantity, placed.price), ("copper_ore", 10, 3));
    let cancelled = told("grandexchange_cancel_sell_order", &order);
    assert_eq!(cancelled, News::Exchange(ExchangeNews::Cancelled(placed)));
    let sale = json!({"order_id": "67337920ef441b2c7466d5e8", "seller": "seller1", "buyer": "buyer1",
        "code": "copper_ore", "quantity": 6, "price": 3, "sold_at": "2026-08-01T12:05:00.000Z"});
    let News::Exchange(ExchangeNews::Sold(sold)) = told("grandexchange_buy", &sale) else {
        panic!("no sale")
    };
    assert_eq!((sold.quantity, sold.buyer.as_str()), (6, "buyer1"));
}

#[test]
fn an_error_is_a_refusal_and_what_is_of_no_use_here_is_a_sign_of_life() {
    assert_eq!(read(r#"{"error": "No."}"#).unwrap(), News::Refused("No.".to_owned()));
    for text in [r#"{"type": "test", "data": 1}"#, r#"{"type": "of_a_later_season", "data": null}"#] {
        assert_eq!(read(text).unwrap(), News::Other);
    }
}

#[test]
fn a_message_that_makes_no_sense_is_told_with_its_field() {
    assert!(read("…").unwrap_err().to_string().starts_with("the body is not JSON"));
    let error = read(&event("event_spawn", "")).unwrap_err().to_string();
    assert!(error.starts_with("field `code`: "), "{error}");
}
