//! Playing: acting with a character, waiting as told, and going to where something is.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Answer, Server};

impl Server {
    /// Sends an action of Ana.
    pub(crate) async fn act(&self, action: &str, body: Value) -> Answer {
        self.post(&format!("/my/Ana/action/{action}"), body).await
    }

    /// Lets Ana act, and waits until she may act again.
    pub(crate) async fn acted(&self, action: &str, body: Value) -> Value {
        let reply = self.act(action, body).await.data();
        let expiration: Timestamp = reply["cooldown"]["expiration"].as_str().unwrap().parse().unwrap();
        self.advance((expiration.as_millisecond() - self.now()).max(0));
        reply
    }

    /// Lets Ana walk to a tile that has this content, unless she is there.
    pub(crate) async fn go_to(&self, kind: &str, code: &str) {
        let path = format!("/maps?layer=overworld&content_type={kind}&content_code={code}");
        let tiles = self.get(&path).await.data();
        let here = self.get("/characters/Ana").await.data()["map_id"].clone();
        if tiles.as_array().unwrap().iter().all(|tile| tile["map_id"] != here) {
            self.acted("move", json!({ "map_id": tiles[0]["map_id"] })).await;
        }
    }

    /// A tile from which an open way leads underground.
    pub(crate) async fn way_down(&self) -> Value {
        let ways = self.get("/maps?layer=overworld&transition=true").await.data();
        let is_open = |tile: &&Value| {
            let way = &tile["interactions"]["transition"];
            tile["access"]["type"] == "standard"
                && way["layer"] == "underground"
                && way["conditions"] == json!([])
        };
        ways.as_array().unwrap().iter().find(is_open).unwrap().clone()
    }
}

/// How many of an item the character of a reply carries.
pub(crate) fn carried(reply: &Value, code: &str) -> u64 {
    let slots = reply["character"]["inventory"].as_array().unwrap();
    slots.iter().filter(|slot| slot["code"] == code).map(|slot| slot["quantity"].as_u64().unwrap()).sum()
}
