//! Loading a world, and how what is wrong with one is told.

use std::{
    fs,
    path::{Path, PathBuf},
};

use insta::assert_snapshot;
use sandbox::load_world_dir;
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::support::reference;

const ITEM: &str = r#"[{"name": "Egg", "code": "egg", "level": 1, "type": "resource", "subtype": "", "description": "",
    "tradeable": true, "craft": null}]"#;

/// A folder with a world of one tile.
pub(crate) fn tiny_world(parent: &Path) -> PathBuf {
    let folder = parent.join("tiny");
    fs::create_dir(&folder).unwrap();
    let drops = json!([{"code": "egg", "rate": 1, "min_quantity": 1, "max_quantity": 1}]);
    let mut monster = json!({"name": "Hen", "code": "hen", "level": 1, "type": "normal", "drops": drops});
    for number in [
        "hp",
        "attack_fire",
        "attack_earth",
        "attack_water",
        "attack_air",
        "res_fire",
        "res_earth",
        "res_water",
        "res_air",
        "critical_strike",
        "initiative",
        "min_gold",
        "max_gold",
    ] {
        monster[number] = json!(1);
    }
    let resource = json!({"name": "Nest", "code": "nest", "skill": "alchemy", "level": 1, "drops": drops});
    let map = json!({"map_id": 1, "name": "Yard", "skin": "yard", "x": 0, "y": 0, "layer": "overworld",
        "access": {"type": "standard", "conditions": []}, "interactions": {"content": null, "transition": null}});
    fs::write(folder.join("items.json"), ITEM).unwrap();
    for (name, row) in [("monsters.json", monster), ("resources.json", resource), ("maps.json", map)] {
        fs::write(folder.join(name), Value::Array(vec![row]).to_string()).unwrap();
    }
    folder
}

/// The message, with its sources, of a tiny world that was changed.
fn message(change: impl FnOnce(&Path)) -> String {
    let parent = tempdir().unwrap();
    let folder = tiny_world(parent.path());
    change(&folder);
    let error = load_world_dir(&folder).unwrap_err();
    error.to_string().replace(parent.path().to_str().unwrap(), "")
}

fn with(file: &str, text: &str) -> String {
    message(|folder| fs::write(folder.join(file), text).unwrap())
}

#[test]
fn a_tiny_world_loads() {
    let parent = tempdir().unwrap();
    let lists = load_world_dir(&tiny_world(parent.path())).unwrap();
    assert_eq!((lists.items.len(), lists.maps.len()), (1, 1));
}

#[test]
fn what_is_missing_is_named_with_what_to_do() {
    assert_snapshot!(message(|folder| fs::remove_dir_all(folder).unwrap()), @"/tiny is not a folder: name one that holds items.json, monsters.json, resources.json and maps.json");
    assert_snapshot!(message(|folder| fs::remove_file(folder.join("maps.json")).unwrap()), @"/tiny/maps.json is missing: put the answer of `GET /maps` there, all pages in one array");
}

#[test]
fn malformed_json_is_told_with_line_and_column() {
    assert_snapshot!(with("items.json", "[\n  {\"code\": }\n]"), @"/tiny/items.json is not a JSON array of objects: expected value at line 2 column 12");
    assert_snapshot!(with("npcs.json", "{\"data\": []}"), @"/tiny/npcs.json is not a JSON array of objects: invalid type: map, expected a sequence at line 1 column 0");
}

#[test]
fn a_bad_row_is_told_with_its_number_its_code_and_the_field() {
    assert_snapshot!(with("items.json", &ITEM.replace("\"level\": 1", "\"level\": \"one\"")), @r#"/tiny/items.json, row 1 ("egg"): field level: invalid type: string "one", expected u32"#);
    assert_snapshot!(with("items.json", &ITEM.replace("\"level\": 1, ", "")), @r#"/tiny/items.json, row 1 ("egg"): the row itself: missing field `level`"#);
    assert_snapshot!(with("items.json", &ITEM.replace("\"craft\": null", r#""craft": {"skill": "knitting"}"#)), @r#"/tiny/items.json, row 1 ("egg"): field craft.skill: unknown variant `knitting`, expected one of `mining`, `woodcutting`, `fishing`, `weaponcrafting`, `gearcrafting`, `jewelrycrafting`, `cooking`, `alchemy`"#);
    assert_snapshot!(with("maps.json", "[7]"), @"/tiny/maps.json, row 1: the row itself: invalid type: integer `7`, expected struct GameMap");
}

#[test]
fn a_reference_that_leads_nowhere_is_told_with_its_holder() {
    assert_snapshot!(with("items.json", &ITEM.replace("egg", "feather")), @"/tiny: monster `hen` names item `egg`, which is not in the data: add it, or take out what names it");
    assert_snapshot!(with("monsters.json", "[]"), @"/tiny: the list of monsters is empty: put something in");
}

#[test]
fn what_events_and_raids_name_must_be_there() {
    let event = r#"[{"name": "Hens", "code": "hens", "maps": [{"map_id": 2, "x": 0, "y": 0, "layer": "overworld",
        "skin": ""}], "duration": 60, "rate": 9, "content": {"type": "monster", "code": "fox"}}]"#;
    assert_snapshot!(with("events.json", event), @"/tiny: event `hens` names map `2`, which is not in the data: add it, or take out what names it");
    assert_snapshot!(with("events.json", &event.replace("\"map_id\": 2", "\"map_id\": 1")), @"/tiny: event `hens` names monster `fox`, which is not in the data: add it, or take out what names it");
    let raid =
        r#"[{"code": "siege", "name": "Siege", "monster": "troll", "schedule": {"weekdays": ["monday"]}}]"#;
    assert_snapshot!(with("raids.json", raid), @"/tiny: raid `siege` names monster `troll`, which is not in the data: add it, or take out what names it");
    assert_snapshot!(with("raids.json", &raid.replace("monday", "someday")), @r#"/tiny/raids.json, row 1 ("siege"): field schedule.weekdays[0]: unknown variant `someday`, expected one of `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday`, `sunday`"#);
    assert_snapshot!(with("raids.json", &raid.replace("\"monday\"", "")), @"/tiny: the list of weekdays of a raid is empty: put something in");
}

#[test]
fn a_file_that_is_not_text_is_told_with_its_reason() {
    let error = message(|folder| fs::write(folder.join("items.json"), [0xff, 0xfe]).unwrap());
    assert_snapshot!(error, @"/tiny/items.json cannot be read: check that it is a text file and may be read");
}

#[test]
fn a_season_loads_whole() {
    let Some(folder) = reference("data") else { return };
    let lists = load_world_dir(&folder).unwrap();
    assert_eq!((lists.maps.len(), lists.items.len(), lists.monsters.len()), (1428, 524, 58));
}
