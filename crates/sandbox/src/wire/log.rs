//! Log entries (RULES §15): what an action did, in the objects that clients look for.

use api_types::{Log, LogType};
use game::{Character, Detail, GameData, ItemCode, character::Slot, data::GameMap, outcome::Yield};
use serde_json::{Value, json};
use world::LogEntry;

use super::{character, exchange, items, outcome, trade};
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
        Detail::Gathered { resource, skill, gain } => json!({
            "gathering": { "resource": resource, "skill": skill, "xp": gain.xp },
            "drops": items(&gain.items),
        }),
        Detail::Crafted(gain) => crafted(gain, data),
        Detail::Rested { hp_restored } => json!({ "hp_restored": hp_restored }),
        Detail::Equipped { items } | Detail::Unequipped { items } => {
            let line = |(slot, code): &(Slot, ItemCode)| json!({ "item": { "code": code }, "slot": slot });
            // Clients from the time of one item per request read the first line at the top.
            let mut content = items.first().map_or_else(|| json!({}), line);
            content["items"] = items.iter().map(line).collect();
            content
        }
        Detail::Used { code, quantity } => json!({ "item": { "code": code }, "quantity": quantity }),
        Detail::BankItems { items: moved, .. } => json!({ "items": items(moved) }),
        Detail::BankGold { quantity, .. } => json!({ "gold": quantity }),
        Detail::BankExpanded { price } => json!({ "price": price }),
        Detail::Recycled(recycled) => json!({
            "item": { "code": recycled.item.code },
            "quantity": recycled.item.quantity,
            "drops": items(&recycled.items),
            "enhanced": recycled.enhanced,
            "gold": recycled.gold,
        }),
        Detail::Claimed(claimed) => json!({
            "source": claimed.source,
            "source_id": claimed.source_id,
            "gold": claimed.gold,
            "items": items(&claimed.items),
        }),
        Detail::OrderCreated { id, item, price, .. } => json!({
            "order": { "id": id, "code": item.code, "quantity": item.quantity, "price": price },
        }),
        Detail::OrderBought(part) | Detail::OrderFilled(part) | Detail::OrderCancelled(part) => {
            json!({ "order": exchange::part(part) })
        }
        Detail::SkinChanged { skin } => json!({ "skin": skin }),
        Detail::Renamed { old_name, new_name } => json!({ "old_name": old_name, "new_name": new_name }),
        Detail::Deleted { item } => json!({ "item": { "code": item.code }, "quantity": item.quantity }),
        Detail::NpcBought(done) | Detail::NpcSold(done) => json!({ "transaction": trade::npc(done) }),
        Detail::TaskAccepted(offer) => json!({ "task": trade::task(offer) }),
        Detail::TaskTraded { item } => json!({ "item": { "code": item.code }, "quantity": item.quantity }),
        Detail::TaskCompleted(rewards) | Detail::TaskExchanged(rewards) => {
            json!({ "rewards": trade::rewards(rewards) })
        }
        Detail::TaskCancelled => json!({}),
        Detail::GoldGiven { quantity, receiver } => json!({ "gold": quantity, "receiver": receiver }),
        Detail::ItemsGiven { items: given, receiver } => {
            json!({ "items": items(given), "receiver": receiver })
        }
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
