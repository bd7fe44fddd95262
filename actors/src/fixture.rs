//! A character for tests.

use game::Character;
use jiff::Timestamp;
use serde_json::json;

/// A new character of the account `demo`.
pub(crate) fn character(name: &str) -> Character {
    let tile = serde_json::from_value(json!({
        "map_id": 1, "name": "Spawn", "skin": "meadow", "x": 0, "y": 0, "layer": "overworld",
        "access": { "type": "standard" }, "interactions": {},
    }));
    let (name, account) = (name.parse().unwrap(), "demo".parse().unwrap());
    Character::new(name, account, "men1".to_owned(), &tile.unwrap(), Timestamp::UNIX_EPOCH)
}
