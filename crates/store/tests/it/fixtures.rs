//! Rows that name only what matters.

use std::collections::BTreeMap;

use game::{
    Character, CharacterName, Inventory, MapId,
    data::{Layer, Position},
    skill::Progress,
    stats::Stats,
};
use jiff::Timestamp;
use serde_json::json;
use store::{
    AppError, AutomationLog, AutomationRun, CharacterSnapshot, EventLogEntry, Goal, GoalStatus, LogOutcome,
    RunStatus,
};
use uuid::Uuid;

/// A time, in seconds after the start of the tests' world.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + seconds).unwrap()
}

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(crate) fn name(name: &str) -> CharacterName {
    name.parse().unwrap()
}

pub(crate) fn log(number: u128, character: &str, written_at: Timestamp) -> AutomationLog {
    AutomationLog {
        id: id(number),
        run_id: None,
        account: "ana".parse().unwrap(),
        character: name(character),
        action: "gathering".to_owned(),
        request: json!({ "type": "gathering" }),
        outcome: LogOutcome::Applied,
        refusal_code: None,
        refusal_message: None,
        why: json!({ "text": "needs copper" }),
        detail: json!({ "xp": 5 }),
        cooldown_seconds: Some(25),
        acted_at: Some(written_at),
        written_at,
        closed_at: written_at,
        elapsed_ms: 120,
        resolved: false,
    }
}

pub(crate) fn run(number: u128, status: RunStatus, updated_at: Timestamp) -> AutomationRun {
    AutomationRun {
        id: id(number),
        config_id: None,
        goal_id: None,
        goal_part: None,
        account: "ana".parse().unwrap(),
        character: name("Ana"),
        strategy: "gathering".to_owned(),
        config: json!({ "resource": "copper_rocks" }),
        memory: json!({ "loops": 0 }),
        milestones: json!([{ "after_seconds": 900 }]),
        status,
        reason: String::new(),
        started_at: at(0),
        ended_at: None,
        updated_at,
    }
}

pub(crate) fn goal(number: u128, status: GoalStatus, updated_at: Timestamp) -> Goal {
    Goal {
        id: id(number),
        account: "ana".parse().unwrap(),
        kind: "level".to_owned(),
        config: json!({ "level": 10 }),
        priority: 5,
        after: json!([]),
        status,
        created_at: at(0),
        changed_at: at(0),
        ended_at: None,
        updated_at,
    }
}

pub(crate) fn event(number: u128, kind: &str) -> EventLogEntry {
    EventLogEntry {
        id: id(number),
        at: at(i64::try_from(number).unwrap()),
        kind: kind.to_owned(),
        account: Some("ana".parse().unwrap()),
        character: None,
        data: json!({ "level": 4 }),
    }
}

pub(crate) fn error(number: u128) -> AppError {
    AppError {
        id: id(number),
        at: at(0),
        source: "recorder".to_owned(),
        message: "the disk is full".to_owned(),
        detail: json!(["a", "b"]),
    }
}

pub(crate) fn snapshot(number: u128, time: Timestamp, gold: i64) -> CharacterSnapshot {
    let character = Character {
        name: name("Ana"),
        account: "ana".parse().unwrap(),
        skin: "men1".to_owned(),
        combat: Progress { level: 3, xp: 40, max_xp: 450 },
        skills: BTreeMap::new(),
        gold,
        hp: 100,
        max_hp: 130,
        stats: Stats::default(),
        position: Position { layer: Layer::Overworld, x: 0, y: 1 },
        map_id: MapId(7),
        cooldown: 5,
        cooldown_expiration: at(5),
        equipment: BTreeMap::new(),
        task: None,
        inventory: Inventory::empty(100),
    };
    CharacterSnapshot { id: id(number), at: time, character }
}
