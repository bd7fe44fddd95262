//! Raids over the wire: hours, shared hit points, boards and rewards (RULES §12).

use std::fs;

use insta::assert_json_snapshot;
use serde_json::{Value, json};

use crate::support::{Server, fair};

const HOUR: i64 = 60 * 60 * 1000;

/// A fair whose raid opens on Saturdays at 18:00, which is 40 minutes after every test begins.
pub(crate) fn siege_fair() -> Server {
    fair(|folder| {
        let eggs = |quantity: u32| json!([{"code": "egg", "quantity": quantity}]);
        let siege = json!({
            "code": "siege", "name": "The Siege", "description": null, "monster": "dragon",
            "schedule": {"weekdays": ["saturday"], "start_hour_utc": 18, "start_minute_utc": 0, "duration_hours": 12},
            "rewards": {
                "damage_rewards": [{"damage_per_reward": 300, "max_rewards": 2, "items": eggs(1)}],
                "leaderboard": [{"min_rank": 1, "max_rank": 1, "items": eggs(5)}],
            },
        });
        fs::write(folder.join("raids.json"), json!([siege]).to_string()).unwrap();
    })
}

/// Ana and Bo1 before the dragon, some minutes after the raid has opened.
pub(crate) async fn during_the_siege() -> Server {
    let server = siege_fair();
    server.post("/my/Bo1/action/move", json!({"map_id": 5})).await.data();
    server.acted("move", json!({"map_id": 5})).await;
    server.advance(HOUR);
    server
}

#[tokio::test]
async fn a_raid_tells_when_it_opens_next() {
    let server = siege_fair();
    let raids = server.get("/raids").await.data();
    assert_eq!(server.get("/raids/siege").await.data(), raids[0]);
    assert_json_snapshot!(raids[0], @r#"
    {
      "active_instance": null,
      "code": "siege",
      "description": null,
      "latest_instance": null,
      "monster": "dragon",
      "name": "The Siege",
      "next_start_at": "2026-07-25T18:00:00.000Z",
      "participant_count": 0,
      "rewards": {
        "damage_rewards": [
          {
            "damage_per_reward": 300,
            "items": [
              {
                "code": "egg",
                "quantity": 1
              }
            ],
            "max_rewards": 2
          }
        ],
        "leaderboard": [
          {
            "items": [
              {
                "code": "egg",
                "quantity": 5
              }
            ],
            "max_rank": 1,
            "min_rank": 1
          }
        ]
      },
      "schedule": {
        "duration_hours": 12,
        "start_hour_utc": 18,
        "start_minute_utc": 0,
        "weekdays": [
          "saturday"
        ]
      },
      "status": "upcoming"
    }
    "#);
    assert_eq!(server.get("/raids/no_such_raid").await.status, 404);
}

#[tokio::test]
async fn an_open_raid_is_fought_and_shows_what_is_left() {
    let server = siege_fair();
    server.acted("move", json!({"map_id": 5})).await;
    assert_eq!(server.act("fight", json!(null)).await.status, 567);
    let server = during_the_siege().await;
    let reply = server.acted("fight", json!(null)).await;
    assert_eq!(
        (&reply["cooldown"]["reason"], &reply["fight"]["opponent"]),
        (&json!("raid_fight"), &json!("dragon"))
    );
    assert_eq!(server.get("/my/logs").await.data()[0]["type"], "raid_fight");
    let raid = server.get("/raids/siege").await.data();
    assert_eq!((&raid["status"], &raid["participant_count"]), (&json!("active"), &json!(1)));
    assert_eq!(raid["active_instance"], raid["latest_instance"]);
    let left = raid["active_instance"]["remaining_hp"].as_i64().unwrap();
    assert!((1..5000).contains(&left), "{left}");
    let board = server.get("/raids/siege/leaderboard").await.body;
    assert_eq!(board["data"], json!([{"position": 1, "account": "demo", "points": 5000 - left}]));
}

#[tokio::test]
async fn the_list_can_be_asked_for_names_and_for_what_is_open() {
    let total = async |server: &Server, query: &str| {
        server.get(&format!("/raids?{query}")).await.body["total"].clone()
    };
    let server = siege_fair();
    assert_eq!(total(&server, "name=siege").await, 1);
    assert_eq!(total(&server, "name=parade").await, 0);
    assert_eq!(
        (total(&server, "active=true").await, total(&server, "active=false").await),
        (json!(0), json!(1))
    );
    server.advance(HOUR);
    assert_eq!(
        (total(&server, "active=true").await, total(&server, "active=false").await),
        (json!(1), json!(0))
    );
    assert_eq!(server.get("/raids/siege/leaderboard?size=101").await.status, 422);
    assert_eq!(total(&server, "size=1&page=2").await, 1);
}

#[tokio::test]
async fn the_boss_that_falls_ends_the_raid_and_the_reward_waits_to_be_claimed() {
    let server = during_the_siege().await;
    let raid = async || server.get("/raids/siege").await.data();
    while raid().await["active_instance"] != Value::Null {
        server.acted("rest", json!(null)).await;
        server.acted("fight", json!({"participants": ["Bo1"]})).await;
    }
    let over = raid().await;
    assert_eq!(
        (&over["status"], &over["latest_instance"]["result"]),
        (&json!("finished_success"), &json!("success"))
    );
    assert_eq!(over["latest_instance"]["remaining_hp"], 0);
    let waiting = server.get("/my/pending_items").await.data()[0].clone();
    assert_eq!((&waiting["source"], &waiting["source_id"]), (&json!("raid"), &json!("siege")));
    assert_eq!(waiting["items"], json!([{"code": "egg", "quantity": 7}]));
    assert_eq!(server.act("fight", json!(null)).await.status, 567);
    server.acted(&format!("claim_item/{}", waiting["id"].as_str().unwrap()), json!(null)).await;
}

#[tokio::test]
async fn a_raid_whose_time_is_over_has_failed_and_pays_nobody_who_was_not_there() {
    let server = siege_fair();
    server.advance(HOUR);
    server.get("/raids").await.data();
    server.advance(12 * HOUR);
    let raid = server.get("/raids/siege").await.data();
    assert_eq!((&raid["status"], &raid["active_instance"]), (&json!("finished_failure"), &json!(null)));
    assert_eq!(raid["latest_instance"]["ended_at"], "2026-07-26T06:00:00.000Z");
    assert_eq!(raid["next_start_at"], "2026-08-01T18:00:00.000Z");
    assert_eq!(server.get("/my/pending_items").await.body["total"], 0);
    assert_eq!(server.get("/raids/siege/leaderboard").await.body["total"], 0);
}

#[tokio::test]
async fn anybody_may_look_at_a_raid() {
    let server = siege_fair();
    let nobody = http::HeaderMap::new();
    for path in ["/raids", "/raids/siege", "/raids/siege/leaderboard"] {
        let answer = server.call(http::Method::GET, path, &nobody, String::new()).await;
        assert_eq!(answer.status, 200, "{path}");
    }
}
