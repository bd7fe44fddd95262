//! Events over the wire: what they change, how long, and what calling one costs (RULES §11, §12, §13).

use std::fs;

use http::{HeaderMap, Method};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::support::{Server, fair};

const HOUR: i64 = 60 * 60 * 1000;

/// A fair to which hens may come, on the empty yard; whoever eats an egg finds gems.
pub(crate) fn hen_fair() -> Server {
    fair_with(&hens())
}

/// The event of that fair.
pub(crate) fn hens() -> Value {
    json!({
        "name": "Hens at Large", "code": "hens", "content": {"type": "monster", "code": "hen"},
        "maps": [{"map_id": 4, "x": 3, "y": 0, "layer": "overworld", "skin": "yard_hens"}],
        "duration": 60, "rate": u32::MAX, "cooldown": 120, "cooldown_expiration": null, "price": 50, "transition": null,
    })
}

/// A fair with an event.
pub(crate) fn fair_with(event: &Value) -> Server {
    fair(|folder| {
        fs::write(folder.join("events.json"), json!([event]).to_string()).unwrap();
        let items = fs::read_to_string(folder.join("items.json")).unwrap();
        let mut items: Value = serde_json::from_str(&items).unwrap();
        (items[0]["type"], items[0]["effects"]) =
            (json!("consumable"), json!([{"code": "gems", "value": 30}]));
        fs::write(folder.join("items.json"), items.to_string()).unwrap();
    })
}

async fn spawned(server: &Server) -> Value {
    server.post("/sandbox/spawn_event", json!({"code": "hens"})).await.data()
}

#[tokio::test]
async fn an_event_that_was_called_tells_its_tile_before_and_after() {
    let server = hen_fair();
    let event = spawned(&server).await;
    assert_eq!(server.get("/events/active").await.data(), json!([event]));
    assert_json_snapshot!(event, @r#"
    {
      "code": "hens",
      "created_at": "2026-07-25T17:20:00.123Z",
      "duration": 60,
      "expiration": "2026-07-25T18:20:00.123Z",
      "map": {
        "access": {
          "conditions": [],
          "type": "standard"
        },
        "interactions": {
          "content": {
            "code": "hen",
            "type": "monster"
          },
          "transition": null
        },
        "layer": "overworld",
        "map_id": 4,
        "name": "Yard",
        "skin": "yard_hens",
        "x": 3,
        "y": 0
      },
      "name": "Hens at Large",
      "previous_map": {
        "access": {
          "conditions": [],
          "type": "standard"
        },
        "interactions": {
          "content": null,
          "transition": null
        },
        "layer": "overworld",
        "map_id": 4,
        "name": "Yard",
        "skin": "yard",
        "x": 3,
        "y": 0
      }
    }
    "#);
}

#[tokio::test]
async fn the_map_shows_the_event_unless_asked_not_to() {
    let server = hen_fair();
    spawned(&server).await;
    let skin = async |path: &str| {
        let answer = server.get(path).await.data();
        answer.as_array().map_or(&answer, |tiles| &tiles[3])["skin"].clone()
    };
    for path in ["/maps", "/maps/overworld", "/maps/id/4", "/maps/overworld/3/0"] {
        assert_eq!(skin(path).await, "yard_hens", "{path}");
    }
    for path in ["/maps?hide_event=true", "/maps/overworld?hide_event=true"] {
        assert_eq!(skin(path).await, "yard", "{path}");
    }
    let hens = server.get("/maps?content_code=hen").await;
    assert_eq!(hens.body["total"], 2, "the hen that is always there, and the event");
}

#[tokio::test]
async fn a_monster_that_came_is_fought_until_its_hour_is_over() {
    let server = hen_fair();
    spawned(&server).await;
    let moved = server.acted("move", json!({"map_id": 4})).await;
    assert_eq!(moved["destination"]["interactions"]["content"], json!({"type": "monster", "code": "hen"}));
    assert_eq!(server.acted("fight", json!(null)).await["fight"]["opponent"], "hen");
    server.advance(HOUR);
    assert_eq!(server.act("fight", json!(null)).await.status, 598);
    assert_eq!(server.get("/events/active").await.body["total"], 0);
    assert_eq!(server.get("/maps/id/4").await.data()["skin"], "yard");
}

#[tokio::test]
async fn who_calls_an_event_is_told_what_is_in_the_way() {
    let server = hen_fair();
    let call = async |code: &str| server.post("/sandbox/spawn_event", json!({ "code": code })).await.status;
    assert_eq!(call("no_such_event").await, 404);
    assert_eq!(call("no code").await, 404);
    assert_eq!(server.post("/sandbox/spawn_event", json!({})).await.status, 422);
    assert_eq!((call("hens").await, call("hens").await), (200, 564));
    server.advance(HOUR);
    assert_eq!(call("hens").await, 566);
    let events = server.get("/events").await.data();
    assert_eq!(events[0]["cooldown_expiration"], "2026-07-25T19:20:00.123Z");
    server.advance(HOUR);
    assert_eq!(server.get("/events").await.data()[0]["cooldown_expiration"], json!(null));
    assert_eq!(call("hens").await, 200);
    let nobody = HeaderMap::new();
    let answer = server.call(Method::POST, "/sandbox/spawn_event", &nobody, "{}".into()).await;
    assert_eq!(answer.status, 452);
}

#[tokio::test]
async fn an_event_from_the_shop_costs_gems() {
    let server = hen_fair();
    let buy = async || server.post("/gems_shop/spawn_event", json!({"code": "hens"})).await.status;
    assert_eq!(buy().await, 563);
    server.acted("move", json!({"map_id": 3})).await;
    for _ in 0..2 {
        server.acted("fight", json!(null)).await;
        server.acted("use", json!({"code": "egg", "quantity": 1})).await;
    }
    assert_eq!(buy().await, 200);
    assert_eq!(server.get("/my/details").await.data()["gems"], 10);
    let spent = server.get("/my/gems_history").await.data()[0].clone();
    assert_eq!(
        (&spent["type"], &spent["gems"], &spent["metadata"]),
        (&json!("spawn_event"), &json!(-50), &json!({"code": "hens"}))
    );
}

#[tokio::test]
async fn an_event_ends_in_real_time_at_any_speed() {
    let quick = sandbox::SandboxConfig { speed: 60.0, ..crate::support::config() };
    let server = Server::with(quick);
    let code = server.get("/events").await.data()[0]["code"].clone();
    let event = server.post("/sandbox/spawn_event", json!({ "code": code })).await.data();
    let time = |field: &str| event[field].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    let minutes = event["duration"].as_i64().unwrap();
    assert_eq!(time("expiration").duration_since(time("created_at")).as_secs(), minutes);
}
