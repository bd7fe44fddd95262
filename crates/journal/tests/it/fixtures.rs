//! Intents, runs and records that name only what matters.

use game::{
    Action, Character, CharacterName, Cooldown, Detail, Inventory, MapId, Outcome,
    data::{Layer, Position},
    skill::Progress,
    stats::Stats,
};
use jiff::Timestamp;
use journal::{Closing, Fingerprint, Intent, Record, Run, RunStatus};
use serde_json::json;
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

pub(crate) fn character(named: &str) -> Character {
    Character {
        name: name(named),
        account: "ana".parse().unwrap(),
        skin: "men1".to_owned(),
        combat: Progress { level: 3, xp: 40, max_xp: 450 },
        skills: std::collections::BTreeMap::new(),
        gold: 12,
        hp: 100,
        max_hp: 130,
        stats: Stats::default(),
        position: Position { layer: Layer::Overworld, x: 0, y: 1 },
        map_id: MapId(7),
        cooldown: 5,
        cooldown_expiration: at(5),
        equipment: std::collections::BTreeMap::new(),
        task: None,
        inventory: Inventory::empty(100),
    }
}

pub(crate) fn intent(number: u128, named: &str) -> Intent {
    Intent {
        id: id(number),
        account: "ana".parse().unwrap(),
        character: name(named),
        run: None,
        action: Action::Gathering,
        why: json!({ "text": "needs copper" }),
        before: Fingerprint::from(&character(named)),
        written_at: at(0),
    }
}

pub(crate) fn applied(named: &str) -> Closing {
    let cooldown = Cooldown {
        total_seconds: 5,
        remaining_seconds: 5,
        started_at: at(0),
        expiration: at(5),
        reason: "gathering".to_owned(),
    };
    let outcome = Outcome {
        cooldown,
        character: character(named),
        others: Vec::new(),
        detail: Detail::Rested { hp_restored: 3 },
    };
    Closing::Applied { outcome: Box::new(outcome) }
}

pub(crate) fn run(number: u128, named: &str, status: RunStatus, updated_at: Timestamp) -> Run {
    Run {
        id: id(number),
        config_id: None,
        goal: None,
        account: "ana".parse().unwrap(),
        character: name(named),
        strategy: "gathering".to_owned(),
        config: json!({ "resource": "copper_rocks" }),
        memory: json!({ "loops": 0 }),
        milestones: Vec::new(),
        status,
        reason: String::new(),
        started_at: at(0),
        ended_at: None,
        updated_at,
    }
}

pub(crate) fn event(number: u128) -> Record {
    Record::Event {
        id: id(number),
        at: at(0),
        kind: "level_up".to_owned(),
        account: None,
        character: None,
        data: json!({ "number": number.to_string() }),
    }
}

pub(crate) fn snapshot(number: u128) -> Record {
    Record::Snapshot { id: id(number), at: at(0), character: Box::new(character("Ana")) }
}

/// The id of what a record is about.
pub(crate) fn id_of(record: &Record) -> Uuid {
    match record {
        Record::Action { intent, .. } => intent.id,
        Record::Run(run) => run.id,
        Record::Goal(goal) => goal.id,
        Record::Hour(_) | Record::Prices { .. } => panic!("an hour has no id: {record:?}"),
        Record::Snapshot { id, .. } | Record::Event { id, .. } | Record::Error { id, .. } => *id,
    }
}
