//! A town with something to live by, and an exchange in its middle.

use std::sync::Arc;

use game::{
    GameData,
    data::{GameMap, Item, Monster, Resource, StaticData},
};
use serde_json::{Value, from_value, json};

use crate::{Rules, World};

/// A world in the town.
pub(super) fn world(seed: u64) -> World {
    World::new(Arc::new(town()), Rules::default(), seed)
}

fn town() -> GameData {
    let contents = [
        None,
        Some(("resource", "copper_rocks")),
        Some(("resource", "ash_tree")),
        Some(("resource", "gudgeon_spot")),
        Some(("monster", "chicken")),
        Some(("grand_exchange", "grand_exchange")),
        Some(("bank", "bank")),
        Some(("workshop", "mining")),
        Some(("workshop", "woodcutting")),
        Some(("workshop", "cooking")),
        Some(("workshop", "weaponcrafting")),
        Some(("workshop", "gearcrafting")),
    ];
    let lists = StaticData {
        version: "test".to_owned(),
        items: items(),
        monsters: vec![chicken()],
        resources: vec![
            resource("copper_rocks", "mining", "copper_ore"),
            resource("ash_tree", "woodcutting", "ash_wood"),
            resource("gudgeon_spot", "fishing", "gudgeon"),
        ],
        maps: (1..).zip(contents).map(|(map_id, content)| tile(map_id, content)).collect(),
        ..StaticData::default()
    };
    GameData::new(lists).expect("the town is sound")
}

fn tile(map_id: u32, content: Option<(&str, &str)>) -> GameMap {
    let content = content.map(|(kind, code)| json!({"type": kind, "code": code}));
    parse(json!({
        "map_id": map_id, "name": "Town", "skin": "", "x": map_id - 1, "y": 0, "layer": "overworld",
        "access": {"type": "standard"}, "interactions": {"content": content},
    }))
}

fn items() -> Vec<Item> {
    let craft = |skill: &str, parts: &[(&str, u32)]| {
        let parts: Vec<_> = parts.iter().map(|(code, n)| json!({"code": code, "quantity": n})).collect();
        json!({"skill": skill, "level": 1, "quantity": 1, "items": parts})
    };
    let item = |code: &str, kind: &str, effect: Option<(&str, i64)>, craft: Value| -> Item {
        let effects: Vec<_> =
            effect.iter().map(|(code, value)| json!({"code": code, "value": value})).collect();
        let recyclable = craft["skill"] == "weaponcrafting" || craft["skill"] == "gearcrafting";
        parse(json!({
            "name": code, "code": code, "level": 1, "type": kind, "subtype": "", "description": "",
            "tradeable": code != "wooden_stick", "craft": craft, "effects": effects, "recyclable": recyclable,
        }))
    };
    let heal = |hp| Some(("heal", hp));
    vec![
        item("wooden_stick", "weapon", Some(("attack_earth", 4)), json!(null)),
        item("copper_ore", "resource", None, json!(null)),
        item("ash_wood", "resource", None, json!(null)),
        item("gudgeon", "resource", None, json!(null)),
        item("feather", "resource", None, json!(null)),
        item("raw_chicken", "resource", None, json!(null)),
        item("copper_bar", "resource", None, craft("mining", &[("copper_ore", 4)])),
        item("ash_plank", "resource", None, craft("woodcutting", &[("ash_wood", 4)])),
        item("cooked_gudgeon", "consumable", heal(75), craft("cooking", &[("gudgeon", 1)])),
        item("cooked_chicken", "consumable", heal(80), craft("cooking", &[("raw_chicken", 1)])),
        item(
            "dagger",
            "weapon",
            Some(("attack_air", 8)),
            craft("weaponcrafting", &[("copper_bar", 3), ("feather", 1)]),
        ),
        item("shield", "shield", Some(("res_water", 5)), craft("gearcrafting", &[("ash_plank", 3)])),
    ]
}

fn resource(code: &str, skill: &str, drop: &str) -> Resource {
    let drops = json!([{"code": drop, "rate": 1, "min_quantity": 1, "max_quantity": 1}]);
    parse(json!({"name": code, "code": code, "skill": skill, "level": 1, "drops": drops}))
}

fn chicken() -> Monster {
    let drop =
        |code: &str, rate: u32| json!({"code": code, "rate": rate, "min_quantity": 1, "max_quantity": 1});
    parse(json!({
        "name": "Chicken", "code": "chicken", "level": 1, "type": "normal", "hp": 60,
        "attack_fire": 0, "attack_earth": 0, "attack_water": 4, "attack_air": 0,
        "res_fire": 0, "res_earth": 0, "res_water": 0, "res_air": 0,
        "critical_strike": 0, "initiative": 50, "min_gold": 1, "max_gold": 3,
        "drops": [drop("raw_chicken", 1), drop("feather", 2)],
    }))
}

fn parse<T: serde::de::DeserializeOwned>(value: Value) -> T {
    from_value(value).expect("the town's data has the API's shape")
}
