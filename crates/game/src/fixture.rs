//! Things to test the rules with, each with nothing in it but what a test names.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{
    character::Character,
    data::{
        Access, AccessType, Condition, GameData, GameMap, Interactions, Item, ItemEffect, ItemType, Layer,
        Monster, MonsterType, Operator,
    },
    ids::{ItemCode, MapId},
};

/// A code, which must be a valid one.
pub(crate) fn code(text: &str) -> ItemCode {
    text.parse().expect("a test's codes are valid")
}

/// An overworld tile that anybody may enter, with nothing on it.
pub(crate) fn tile(id: u32, x: i32, y: i32) -> GameMap {
    GameMap {
        map_id: MapId(id),
        name: "Meadow".to_owned(),
        skin: String::new(),
        x,
        y,
        layer: Layer::Overworld,
        access: Access { kind: AccessType::Standard, conditions: Vec::new() },
        interactions: Interactions::default(),
    }
}

/// Ana, who has just been born and wears nothing: level 1, 120 hp.
pub(crate) fn ana() -> Character {
    let [name, account] = ["Ana", "company"];
    Character::new(
        name.parse().expect("a valid name"),
        account.parse().expect("a valid name"),
        "women1".to_owned(),
        &tile(271, 0, 0),
        Timestamp::UNIX_EPOCH,
    )
}

/// An item of level 1 with these effects.
pub(crate) fn item(item_code: &str, kind: ItemType, effects: &[(&str, i64)]) -> Item {
    let effect = |(effect, value): &(&str, i64)| ItemEffect {
        code: effect.parse().expect("a test's codes are valid"),
        value: *value,
        description: String::new(),
    };
    Item {
        name: item_code.to_owned(),
        code: code(item_code),
        level: 1,
        kind,
        subtype: String::new(),
        description: String::new(),
        tradeable: true,
        conditions: Vec::new(),
        effects: effects.iter().map(effect).collect(),
        craft: None,
        recyclable: false,
    }
}

/// Data with nothing but these items.
pub(crate) fn data(items: impl IntoIterator<Item = Item>) -> GameData {
    let items: BTreeMap<_, _> = items.into_iter().map(|item| (item.code.clone(), item)).collect();
    GameData { items, ..GameData::default() }
}

/// A chicken of level 1 with 60 hp that hits with 4 water.
pub(crate) fn chicken() -> Monster {
    Monster {
        name: "Chicken".to_owned(),
        code: "chicken".parse().expect("a valid code"),
        level: 1,
        kind: MonsterType::Normal,
        hp: 60,
        attack_fire: 0,
        attack_earth: 0,
        attack_water: 4,
        attack_air: 0,
        res_fire: 0,
        res_earth: 0,
        res_water: 0,
        res_air: 0,
        critical_strike: 0,
        initiative: 50,
        effects: Vec::new(),
        min_gold: 0,
        max_gold: 3,
        drops: Vec::new(),
    }
}

/// A condition.
pub(crate) fn condition(code: &str, operator: Operator, value: i64) -> Condition {
    Condition { code: code.to_owned(), operator, value }
}
