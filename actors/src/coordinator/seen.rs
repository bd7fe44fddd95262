//! What a plan was made from, to tell whether it still holds.

use std::{collections::BTreeMap, time::Duration};

use game::{ActiveEvent, CharacterName, EventCode, MapId};
use jiff::Timestamp;
use journal::{Goal, Run, RunGoal, RunStatus};
use planner::Mind;
use tokio::time::Instant;
use uuid::Uuid;

use crate::ports::Ports;

/// A plan is made again after so long, also when nothing seems to have changed: work goes on meanwhile.
const STALE: Duration = Duration::from_secs(60);
/// A part that is over sooner than this, has brought nothing, and is still to be done, leads nowhere.
const AT_LEAST_SECONDS: i64 = 30;

/// What a plan was made from.
#[derive(Debug, Clone)]
pub struct Seen {
    pub(super) there: Vec<Occupied>,
    goals: Vec<(Uuid, Timestamp)>,
    events: Vec<(EventCode, MapId)>,
    at: Instant,
    works: bool,
    /// Parts that somebody cannot go on with.
    pub(super) stuck: Vec<(CharacterName, String)>,
}

/// What somebody is occupied with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occupied {
    character: CharacterName,
    by_hand: bool,
    knows_bank: bool,
    run: Option<(Uuid, RunStatus)>,
}

impl Seen {
    /// Whether these are the goals it was made for, as they are now.
    pub(super) fn knows(&self, goals: &[Goal]) -> bool {
        self.goals == versions(goals)
    }

    /// Whether somebody works for a goal.
    pub(super) fn somebody_works(&self) -> bool {
        self.works
    }

    /// Whether nothing has changed since that a plan is made from.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let has_changed =
            self.there != other.there || self.goals != other.goals || self.events != other.events;
        !has_changed && self.at + STALE > other.at
    }
}

/// What there is to see now.
pub(super) fn present(ports: &Ports, goals: &[Goal], runs: &BTreeMap<CharacterName, Run>) -> Seen {
    let characters = ports.board.characters();
    let read = characters.iter().filter(|view| view.as_of.is_none());
    Seen {
        there: read
            .map(|view| Occupied {
                character: view.name.clone(),
                by_hand: view.manual.is_some(),
                knows_bank: ports.board.bank(&view.account).is_some(),
                run: runs.get(&view.name).map(|run| (run.id, run.status)),
            })
            .collect(),
        goals: versions(goals),
        events: on(&ports.board.events(), ports.clock.now()),
        at: Instant::now(),
        works: runs.values().any(|run| run.goal.is_some() && run.status.is_open()),
        stuck: runs.values().filter_map(stuck).collect(),
    }
}

/// The goals with the times at which they were written.
fn versions(goals: &[Goal]) -> Vec<(Uuid, Timestamp)> {
    goals.iter().map(|goal| (goal.id, goal.updated_at)).collect()
}

/// The events that are on.
fn on(events: &[ActiveEvent], now: Timestamp) -> Vec<(EventCode, MapId)> {
    let on = events.iter().filter(|event| event.expiration > now);
    on.map(|event| (event.code.clone(), event.map.map_id)).collect()
}

/// The part that a run cannot go on with, or that was over before it brought anything.
fn stuck(run: &Run) -> Option<(CharacterName, String)> {
    let RunGoal { part, .. } = run.goal.as_ref()?;
    let too_short = |end: Timestamp| end.duration_since(run.started_at).as_secs() < AT_LEAST_SECONDS;
    let leads_nowhere = match run.status {
        RunStatus::Blocked | RunStatus::Failed => true,
        RunStatus::Done => run.ended_at.is_some_and(too_short) && !has_brought_something(run),
        _ => false,
    };
    leads_nowhere.then(|| (run.character.clone(), part.clone()))
}

fn has_brought_something(run: &Run) -> bool {
    let mind = Mind::restore(&run.strategy, run.config.clone(), run.memory.clone());
    mind.is_ok_and(|mind| mind.tally().gains().items > 0.0)
}
