//! Log entries (RULES §15): what an action did, in the objects that clients look for.

use api_types::{Log, LogType};
use game::{Character, Detail, GameData, ItemCode, character::Slot, data::GameMap, outcome::Yield};
use serde_json::{Value, json};
use world::LogEntry;

use super::{character, items, outcome};
use crate::timescale::Timescale;

/// An entry, with the character's state if `latest` has it: the world keeps the present state only, which is that after
/// the latest entry.
pub(crate) fn log(
    entry: &LogEntry,
    latest: Option<&Character>,
    data: &GameData,
    timescale: Timescale,
) -> Log {
    let mut content = entry.detail.as_ref().map_or_else(|| json!({}), |detail| content(detail, data));
    if let Some(latest) = latest {
        content["character"] = json!(character(latest, timescale));
    }
    Log {
        character: entry.character.to_string(),
        account: entry.account.to_string(),
        kind: LogType::from(entry.kind.as_str()),
        description: entry.description.clone(),
        content,
        cooldown: timescale.real_seconds(entry.cooldown),
        cooldown_expiration: entry.cooldown_expiration.map(|at| timescale.real_at(at).into()),
        created_at: timescale.real_at(entry.created_at).into(),
    }
}

fn content(detail: &Detail, data: &GameData) -> Value {
    match detail {
        Detail::Moved { map_id, path } => json!({ "map": data.maps.get(*map_id).map(place), "path": path }),
        Detail::Transitioned { map_id } => json!({ "map": data.maps.get(*map_id).map(place) }),
        Detail::Fought(report) => json!({ "fight": outcome::fight(report) }),
        Detail::Gathered(gain) => json!({ "gathering": { "xp": gain.xp }, "drops": items(&gain.items) }),
        Detail::Crafted(gain) => crafted(gain, data),
        Detail::Rested { hp_restored } => json!({ "hp_restored": hp_restored }),
        Detail::Equipped { items } | Detail::Unequipped { items } => {
            let line = |(slot, code): &(Slot, ItemCode)| json!({ "item": { "code": code }, "slot": slot });
            // Clients from the time of one item per request read the first line at the top.
            let mut content = items.first().map_or_else(|| json!({}), line);
            content["items"] = items.iter().map(line).collect();
            content
        }
        Detail::Used { code } => json!({ "item": { "code": code } }),
        Detail::BankItems { items: moved, .. } => json!({ "items": items(moved) }),
        Detail::BankGold { bank_gold } => json!({ "bank": { "quantity": bank_gold } }),
    }
}

fn place(tile: &GameMap) -> Value {
    json!({ "name": tile.name, "x": tile.x, "y": tile.y, "layer": tile.layer, "map_id": tile.map_id })
}

fn crafted(gain: &Yield, data: &GameData) -> Value {
    let made = gain.items.first();
    let craft = made.and_then(|made| data.items.get(&made.code)).and_then(|item| item.craft.as_ref());
    json!({
        "item": { "code": made.map(|made| &made.code) },
        "quantity": made.map_or(0, |made| made.quantity),
        "skill": craft.map(|craft| craft.skill),
        "xp_gained": gain.xp,
    })
}
