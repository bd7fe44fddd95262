//! What happens to everybody: events that come and go, raids that open and end (RULES §12, §15).

use api_types::raid::{RaidInstanceResult, RaidNotice, RaidStatus};
use serde_json::{Value, from_value, json};

use super::{members, types};
use crate::support::Server;

const HOUR: i64 = 60 * 60 * 1000;

#[tokio::test(start_paused = true)]
async fn an_event_is_told_when_it_comes_and_when_it_goes() {
    let server = members();
    let mut socket = server.listen(&["event_spawn", "event_removed"]).await;
    let event = server.post("/sandbox/spawn_event", json!({"code": "glowcap_night"})).await.data();
    assert_eq!(socket.heard().await, [json!({"type": "event_spawn", "data": event})]);
    server.advance(HOUR);
    let heard = socket.heard().await;
    assert!(heard.contains(&json!({"type": "event_removed", "data": event})), "{heard:?}");
}

/// The notice of a raid, which must be the only message of its type.
fn notice(heard: &[Value], kind: &str, code: &str) -> RaidNotice {
    let about = |message: &&Value| message["type"] == kind && message["data"]["raid"]["code"] == code;
    let found: Vec<_> = heard.iter().filter(about).collect();
    assert_eq!(found.len(), 1, "{heard:?}");
    from_value(found[0]["data"].clone()).unwrap()
}

async fn shown(server: &Server, code: &str) -> Value {
    server.get(&format!("/raids/{code}")).await.data()
}

#[tokio::test(start_paused = true)]
async fn a_raid_is_told_when_it_opens_and_when_it_ends() {
    let wyrm = "wyrm_in_the_cinders";
    let server = members();
    let mut socket = server.listen(&["raid_started", "raid_ended"]).await;
    server.advance(HOUR);
    let started = notice(&socket.heard().await, "raid_started", wyrm);
    assert_eq!((started.result, &started.raid.status), (None, &RaidStatus::Active));
    let mut now = shown(&server, wyrm).await;
    assert_eq!(json!(started.raid), now);
    server.advance(6 * HOUR);
    let heard = socket.heard().await;
    let ended = notice(&heard, "raid_ended", wyrm);
    assert_eq!(ended.result, Some(RaidInstanceResult::Failure));
    now = shown(&server, wyrm).await;
    assert_eq!(json!(ended.raid), now);
    assert_eq!(types(&heard), ["raid_started", "raid_ended"], "the other one opened before that");
}
