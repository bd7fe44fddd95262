//! A season's effects are all known. Its data lie beside the workspace where they are at hand.

use std::{fs, path::PathBuf};

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::*;
use crate::{
    data::{Item, ItemType, MonsterEffect},
    fixture::item,
};

/// One list of the season; none where there is no season at hand.
fn list<T: DeserializeOwned>(name: &str) -> Option<Vec<T>> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/data"));
    if !folder.exists() {
        println!("skipped: no season's data at hand");
        return None;
    }
    let text = fs::read_to_string(folder.join(name)).expect("a list of the season");
    Some(serde_json::from_str(&text).expect("a list in the API's shape"))
}

#[test]
fn every_combat_effect_is_known() {
    let Some(effects) = list::<Value>("effects.json") else { return };
    let combat = effects.iter().filter(|effect| effect["type"] == "combat");
    let codes: Vec<_> = combat.filter_map(|effect| effect["code"].as_str()).collect();
    let unknown: Vec<_> = codes.iter().filter(|code| effects::by_code(code).is_none()).collect();
    assert!(codes.len() > 20);
    assert_eq!(unknown, [&"christmas_magic"]);
}

#[test]
fn no_item_and_no_monster_has_an_unknown_effect() {
    let (Some(items), Some(monsters)) = (list::<Item>("items.json"), list::<Monster>("monsters.json")) else {
        return;
    };
    let data = GameData {
        items: items.into_iter().map(|item| (item.code.clone(), item)).collect(),
        monsters: monsters.into_iter().map(|monster| (monster.code.clone(), monster)).collect(),
        ..GameData::default()
    };
    assert_eq!(unknown_effects(&data).len(), 0, "{:?}", unknown_effects(&data));
}

#[test]
fn unknown_effects_are_listed_and_do_nothing() {
    let strange =
        |code: &str| MonsterEffect { code: code.parse().unwrap(), value: 50, description: String::new() };
    let monster = Monster { effects: vec![strange("petrify"), strange("burn")], ..chicken() };
    let worn = [("hp", 5), ("dmg", 5), ("attack_fire", 5), ("mining", 5), ("levitation", 5)];
    let items = [item("cape", ItemType::Artifact, &worn), item("pie", ItemType::Consumable, &[("heal", 5)])];
    let mut data = fixture::data(items);
    data.monsters.insert(monster.code.clone(), monster.clone());
    let codes: Vec<_> = unknown_effects(&data).into_iter().map(String::from).collect();
    assert_eq!(codes, ["levitation", "petrify"]);
    assert_eq!(Fighter::monster(&monster).effects.len(), 1);
}
