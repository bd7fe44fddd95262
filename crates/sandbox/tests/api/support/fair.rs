//! A fair: a world of five tiles in a row, where what comes and goes or takes several characters is a step away.

use std::{fs, path::Path};

use sandbox::{SandboxConfig, WorldSource};
use serde_json::{Value, json};

use super::{Server, config};
use crate::loading::tiny_world;

/// ```text
/// x 0 spawn   1 the boss `troll`   2 the hen   3 an empty yard   4 the raid `siege`
/// ```
pub(crate) fn fair(change: impl FnOnce(&Path)) -> Server {
    let parent = tempfile::tempdir().unwrap();
    let folder = tiny_world(parent.path());
    let write = |name: &str, rows: Value| fs::write(folder.join(name), rows.to_string()).unwrap();
    let egg = rows(&folder, "items.json").remove(0);
    let mut stick = egg.clone();
    (stick["code"], stick["type"]) = (json!("wooden_stick"), json!("weapon"));
    stick["effects"] = json!([{"code": "attack_earth", "value": 40}]);
    write("items.json", json!([egg, stick]));
    let hen = rows(&folder, "monsters.json").remove(0);
    let giant = |code: &str, kind: &str, hp: u32| {
        let mut monster = hen.clone();
        (monster["code"], monster["type"], monster["hp"]) = (json!(code), json!(kind), json!(hp));
        for element in ["earth", "water", "air"] {
            monster[format!("attack_{element}")] = json!(0);
        }
        monster
    };
    write("monsters.json", json!([hen, giant("troll", "boss", 8), giant("dragon", "raid_boss", 5000)]));
    let yard = rows(&folder, "maps.json").remove(0);
    let tile = |x: u32, content: Option<(&str, &str)>| {
        let mut tile = yard.clone();
        (tile["map_id"], tile["x"]) = (json!(x + 1), json!(x));
        tile["interactions"]["content"] =
            content.map_or(Value::Null, |(kind, code)| json!({"type": kind, "code": code}));
        tile
    };
    let contents =
        [None, Some(("monster", "troll")), Some(("monster", "hen")), None, Some(("raid", "siege"))];
    write("maps.json", (0..).zip(contents).map(|(x, content)| tile(x, content)).collect());
    change(&folder);
    Server::with(SandboxConfig { world: WorldSource::Dir(folder), ..config() })
}

fn rows(folder: &Path, name: &str) -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}
