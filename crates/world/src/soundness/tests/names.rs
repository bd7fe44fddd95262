//! Codes that occur twice, and names that lead nowhere.

use serde_json::{Value, json};

use super::{findings, row, small};

/// Another row of the same kind at the end of a list.
fn add(lists: &mut Value, list: &str, row: Value) {
    lists[list].as_array_mut().unwrap().push(row);
}

#[test]
fn a_sound_world_has_no_findings() {
    assert_eq!(findings(|_| {}), [""; 0]);
}

#[test]
fn what_is_there_twice_is_told_by_code_number_and_place() {
    let found = findings(|lists| {
        add(lists, "items", small::item("egg", "resource"));
        add(lists, "maps", small::tile(2, 0, 9, "overworld", json!({})));
        add(lists, "maps", small::tile(99, 0, 0, "overworld", json!({})));
    });
    assert_eq!(
        found,
        [
            "items.json: egg: the code is there twice",
            "maps.json: (0, 0): the place is there twice",
            "maps.json: 2: the number is there twice",
        ]
    );
}

#[test]
fn a_name_that_leads_nowhere_is_told_with_its_holder() {
    for (list, key, pointer, value, told) in [
        ("items", "sword", "/craft/items/0/code", json!("mithril"), "is made of `mithril`"),
        ("items", "wooden_stick", "/effects/0/code", json!("charm"), "has the effect `charm`"),
        ("monsters", "hen", "/drops/0/code", json!("tooth"), "drops `tooth`"),
        ("resources", "rock", "/drops/0/code", json!("gem"), "drops `gem`"),
        ("maps", "2", "/interactions/content/code", json!("ghost"), "holds `ghost`"),
        ("maps", "21", "/interactions/content/code", json!("knitting"), "holds `knitting`"),
        ("maps", "9", "/interactions/content/code", json!("riddles"), "holds `riddles`"),
        ("maps", "29", "/interactions/transition/map_id", json!(77), "leads to map 77"),
        (
            "maps",
            "29",
            "/interactions/transition/conditions/0/code",
            json!("ring_key"),
            "asks for `ring_key`",
        ),
        ("tasks", "hen", "/code", json!("ghost"), "asks to fight `ghost`"),
        ("tasks", "hen", "/rewards/items/0/code", json!("medal"), "gives `medal`"),
        ("achievements", "first_blood", "/objectives/0/target", json!("ghost"), "counts wins over `ghost`"),
        ("events", "flock", "/content/code", json!("ghost"), "holds `ghost`"),
        ("events", "flock", "/maps/0/map_id", json!(77), "appears on map 77"),
        ("raids", "storm", "/monster", json!("ghost"), "is fought against `ghost`"),
        ("raids", "storm", "/rewards/damage_rewards/0/items/0/code", json!("medal"), "gives `medal`"),
        ("npc_items", "key", "/currency", json!("shell"), "is paid with `shell`"),
    ] {
        let found = findings(|lists| *row(lists, list, key).pointer_mut(pointer).unwrap() = value);
        let line = format!("{told}, which is not there");
        assert!(
            found.iter().any(|found| found.starts_with(list) && found.ends_with(&line)),
            "{told}: {found:#?}"
        );
    }
}

#[test]
fn conditions_are_told_that_can_never_hold() {
    let found = findings(|lists| {
        let condition = |code: &str, operator: &str| json!({"code": code, "operator": operator, "value": 1});
        row(lists, "items", "hat")["conditions"] = json!([
            condition("mining_level", "gt"),
            condition("charm", "gt"),
            condition("level", "divides"),
            condition("glory", "achievement_unlocked"),
        ]);
    });
    assert_eq!(
        found,
        [
            "items.json: hat: asks for the achievement `glory`, which is not there",
            "items.json: hat: compares `charm`, which is not there",
            "items.json: hat: has a condition `divides`, which never holds",
        ]
    );
}

#[test]
fn a_way_must_lead_to_the_place_that_it_says() {
    let found = findings(|lists| row(lists, "maps", "29")["interactions"]["transition"]["x"] = json!(5));
    assert_eq!(
        found,
        ["maps.json: 29: leads to map 40 at (5, 1) underground, which is at (8, 1) underground"]
    );
}

#[test]
fn both_lists_of_what_npcs_trade_must_agree() {
    let found = findings(|lists| row(lists, "npc_items", "key")["buy_price"] = json!(4));
    assert_eq!(
        found,
        [
            "npcs.json: pedlar: does not list `key` as npc_items.json does",
            "npcs.json: pedlar: trades `key` other than npc_items.json says",
        ]
    );
}

#[test]
fn an_effect_that_no_fight_knows_is_told() {
    let found = findings(|lists| {
        add(lists, "effects", json!({"code": "charm"}));
        row(lists, "monsters", "hen")["effects"] = json!([{"code": "charm", "value": 5}]);
    });
    assert_eq!(found, ["effects.json: charm: is used, and no fight knows what it does"]);
}
