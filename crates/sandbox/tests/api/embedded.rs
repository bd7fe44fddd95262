//! The world that comes with the program: sound, and with every kind of thing that the game has.

use std::collections::BTreeSet;

use sandbox::{WorldSource, check_world};
use serde_json::Value;

use crate::support::{Server, reference};

/// Every value that a field, given as a JSON pointer, has in the rows of a list.
async fn words(server: &Server, list: &str, pointer: &str) -> BTreeSet<String> {
    let rows = server.get(&format!("{list}?size=10000")).await.data();
    let words = rows.as_array().unwrap().iter().filter_map(|row| row.pointer(pointer)?.as_str());
    words.map(str::to_owned).collect()
}

#[track_caller]
fn assert_has(found: &BTreeSet<String>, wanted: &[&str]) {
    let missing: Vec<_> = wanted.iter().filter(|word| !found.contains(**word)).collect();
    assert!(missing.is_empty(), "{missing:?} are not among {found:?}");
}

#[test]
fn it_is_sound_from_level_1_to_20() {
    let report = check_world(&WorldSource::Embedded).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!((report.played, report.max_level), (true, 20));
}

#[tokio::test]
async fn it_has_every_kind_of_tile_monster_item_and_npc() {
    let server = Server::start();
    assert_has(&words(&server, "/maps", "/layer").await, &["overworld", "underground", "interior"]);
    let access = ["standard", "blocked", "conditional", "restricted"];
    assert_has(&words(&server, "/maps", "/access/type").await, &access);
    let contents =
        ["monster", "resource", "workshop", "bank", "grand_exchange", "tasks_master", "npc", "raid"];
    assert_has(&words(&server, "/maps", "/interactions/content/type").await, &contents);
    assert_has(&words(&server, "/monsters", "/type").await, &["normal", "elite", "boss", "raid_boss"]);
    assert_has(&words(&server, "/npcs/details", "/type").await, &["merchant", "trader"]);
    assert_has(&words(&server, "/events", "/content/type").await, &["monster", "resource", "npc"]);
    assert_has(&words(&server, "/tasks/list", "/type").await, &["monsters", "items"]);
    let kinds = [
        "consumable",
        "weapon",
        "body_armor",
        "leg_armor",
        "helmet",
        "boots",
        "shield",
        "amulet",
        "ring",
        "artifact",
        "utility",
        "bag",
        "rune",
        "resource",
        "currency",
    ];
    assert_has(&words(&server, "/items", "/type").await, &kinds);
    assert_eq!(server.get("/raids").await.body["total"], 1);
}

#[tokio::test]
async fn its_ways_ask_for_gold_a_key_a_thing_a_level_and_an_achievement() {
    let rows = Server::start().get("/maps?size=10000").await.data();
    let of = |tile: &Value, pointer: &str| tile.pointer(pointer).and_then(Value::as_array).cloned();
    let pointers = ["/access/conditions", "/interactions/transition/conditions"];
    let tiles = rows.as_array().unwrap().iter();
    let conditions = tiles.flat_map(|tile| pointers.iter().filter_map(|pointer| of(tile, pointer)).flatten());
    let asked: BTreeSet<String> =
        conditions.map(|row| format!("{} {}", row["operator"], row["code"]).replace('"', "")).collect();
    let wanted = [
        "cost gold",
        "cost crypt_key",
        "has_item fen_lantern",
        "gt level",
        "achievement_unlocked bear_necessities",
    ];
    assert_has(&asked, &wanted);
}

#[tokio::test]
async fn it_uses_every_effect_that_it_describes_and_all_of_a_season() {
    let server = Server::start();
    let mut used = BTreeSet::new();
    for list in ["/items", "/monsters"] {
        let rows = server.get(&format!("{list}?size=10000")).await.data();
        let effects = rows.as_array().unwrap().iter().filter_map(|row| row["effects"].as_array()).flatten();
        used.extend(effects.map(|effect| effect["code"].as_str().unwrap().to_owned()));
    }
    assert_eq!(words(&server, "/effects", "/code").await, used);
    let Some(path) = reference("data/effects.json") else { return };
    let season: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let codes = season.iter().map(|effect| effect["code"].as_str().unwrap());
    // It answers to a weapon that is in no season's data (RULES §7).
    let all: Vec<_> = codes.filter(|code| *code != "christmas_magic").collect();
    assert_has(&used, &all);
}
