//! A sound world of one level, small enough to be read whole.

use serde_json::{Value, json};

/// ```text
///      x 0       1      2      3     4     5      6        7      8       9        10    11
/// y 0    1 spawn 2 hen  3 rock 4 tree 5 pond 6 herbs 7 bank 8 exchange 9 monsters 10 items 11 pedlar 12 raid
/// y 1   21 … 27 workshops                    28 plain, where an event comes   29 stairs, for a key, to 40
/// underground, y 1: 40 cellar →29
/// ```
pub(super) fn world() -> Value {
    let plain = |id: u32, x: i32, y: i32| tile(id, x, y, "overworld", json!({}));
    let with = |id: u32, x: i32, y: i32, kind: &str, code: &str| {
        tile(id, x, y, "overworld", json!({"content": {"type": kind, "code": code}}))
    };
    let mut maps = vec![
        plain(1, 0, 0),
        with(2, 1, 0, "monster", "hen"),
        with(3, 2, 0, "resource", "rock"),
        with(4, 3, 0, "resource", "tree"),
        with(5, 4, 0, "resource", "pond"),
        with(6, 5, 0, "resource", "herbs"),
        with(7, 6, 0, "bank", "bank"),
        with(8, 7, 0, "grand_exchange", "grand_exchange"),
        with(9, 8, 0, "tasks_master", "monsters"),
        with(10, 9, 0, "tasks_master", "items"),
        with(11, 10, 0, "npc", "pedlar"),
        with(12, 11, 0, "raid", "storm"),
        plain(28, 7, 1),
        tile(29, 8, 1, "overworld", stairs(40, "underground", 8, json!([cost("key")]))),
        tile(40, 8, 1, "underground", stairs(29, "overworld", 8, json!([]))),
    ];
    let workshops =
        ["mining", "woodcutting", "weaponcrafting", "gearcrafting", "jewelrycrafting", "cooking", "alchemy"];
    maps.extend(
        (0..).zip(workshops).map(|(x, skill)| with(21 + x, i32::try_from(x).unwrap(), 1, "workshop", skill)),
    );
    json!({
        "version": "test",
        "items": [
            item("ore", "resource"), item("wood", "resource"), item("fish", "resource"), item("herb", "resource"),
            item("egg", "resource"), item("key", "resource"), item("tasks_coin", "currency"),
            worn("wooden_stick", "weapon", "attack_earth", 4),
            crafted("bar", "resource", "mining", "ore"), crafted("plank", "resource", "woodcutting", "wood"),
            crafted("sword", "weapon", "weaponcrafting", "bar"), crafted("hat", "helmet", "gearcrafting", "plank"),
            crafted("ring", "ring", "jewelrycrafting", "bar"), crafted("meal", "consumable", "cooking", "fish"),
            crafted("tonic", "utility", "alchemy", "herb"),
        ],
        "monsters": [monster("hen", "normal", "egg"), monster("giant", "raid_boss", "egg")],
        "resources": [
            resource("rock", "mining", "ore"), resource("tree", "woodcutting", "wood"),
            resource("pond", "fishing", "fish"), resource("herbs", "alchemy", "herb"),
        ],
        "maps": maps,
        "npcs": [{"name": "", "code": "pedlar", "description": "", "type": "merchant",
            "items": [{"code": "key", "currency": "egg", "buy_price": 3, "sell_price": null}]}],
        "npc_items": [{"code": "key", "npc": "pedlar", "currency": "egg", "buy_price": 3, "sell_price": null}],
        "tasks": [task("hen", "monsters"), task("ore", "items")],
        "tasks_rewards": [drop("egg")],
        "achievements": [{"name": "", "code": "first_blood", "description": "", "points": 1,
            "objectives": [{"type": "combat_kill", "target": "hen", "total": 1}],
            "rewards": {"gold": 1, "items": null}}],
        "effects": [{"code": "attack_earth"}],
        "events": [{"name": "", "code": "flock", "content": {"type": "monster", "code": "hen"}, "duration": 60, "rate": 100,
            "maps": [{"map_id": 28, "x": 7, "y": 1, "layer": "overworld", "skin": ""}]}],
        "raids": [{"code": "storm", "name": "", "description": null, "monster": "giant",
            "schedule": {"weekdays": ["monday"], "start_hour_utc": 0, "start_minute_utc": 0, "duration_hours": 1},
            "rewards": {"damage_rewards": [
                {"damage_per_reward": 1, "max_rewards": null, "items": [{"code": "egg", "quantity": 1}]}],
                "leaderboard": []},
            "status": "upcoming", "next_start_at": "1970-01-05T00:00:00Z"}],
    })
}

pub(super) fn item(code: &str, kind: &str) -> Value {
    json!({"name": "", "code": code, "level": 1, "type": kind, "subtype": "", "description": "",
        "tradeable": true, "craft": null})
}

pub(super) fn worn(code: &str, kind: &str, effect: &str, value: i64) -> Value {
    let mut worn = item(code, kind);
    worn["effects"] = json!([{"code": effect, "value": value}]);
    worn
}

fn crafted(code: &str, kind: &str, skill: &str, part: &str) -> Value {
    let mut crafted = item(code, kind);
    crafted["craft"] =
        json!({"skill": skill, "level": 1, "items": [{"code": part, "quantity": 1}], "quantity": 1});
    crafted
}

pub(super) fn drop(code: &str) -> Value {
    json!({"code": code, "rate": 1, "min_quantity": 1, "max_quantity": 1})
}

pub(super) fn resource(code: &str, skill: &str, drops: &str) -> Value {
    json!({"name": "", "code": code, "skill": skill, "level": 1, "drops": [drop(drops)]})
}

fn monster(code: &str, kind: &str, drops: &str) -> Value {
    json!({"name": "", "code": code, "level": 1, "type": kind, "hp": 40, "attack_fire": 1, "attack_earth": 0,
        "attack_water": 0, "attack_air": 0, "res_fire": 0, "res_earth": 0, "res_water": 0, "res_air": 0,
        "critical_strike": 0, "initiative": 1, "min_gold": 0, "max_gold": 1, "drops": [drop(drops)]})
}

fn task(code: &str, kind: &str) -> Value {
    json!({"code": code, "level": 1, "type": kind, "min_quantity": 1, "max_quantity": 2, "skill": null,
        "rewards": {"items": [{"code": "tasks_coin", "quantity": 1}], "gold": 0}})
}

pub(super) fn tile(id: u32, x: i32, y: i32, layer: &str, interactions: Value) -> Value {
    json!({"map_id": id, "name": "", "skin": "", "x": x, "y": y, "layer": layer,
        "access": {"type": "standard", "conditions": []}, "interactions": interactions})
}

fn stairs(to: u32, layer: &str, x: i32, conditions: Value) -> Value {
    json!({"transition": {"map_id": to, "x": x, "y": 1, "layer": layer, "conditions": conditions}})
}

fn cost(code: &str) -> Value {
    json!({"code": code, "operator": "cost", "value": 1})
}
