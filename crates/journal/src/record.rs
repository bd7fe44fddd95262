//! What waits in the journal for the history tables, and the runs that characters are in.

use game::{AccountName, Character, CharacterName, GoalStatus, Milestone, RunStatus, exchange::PriceHour};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::intent::{Closing, Intent};

/// One entry of the history. Its ids are made by the writer, so that it can be carried over twice and counts once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum Record {
    /// An action, from its intent to its end.
    Action {
        /// What was to be done.
        intent: Box<Intent>,
        /// How it ended.
        closing: Closing,
        /// When it ended, by our clock.
        closed_at: Timestamp,
        /// From writing the intent to closing it, in milliseconds of the monotonic clock.
        elapsed_ms: u64,
    },
    /// A run as it now stands; it replaces what is known of it.
    Run(Box<Run>),
    /// How the time of an hour was spent until now; it replaces what is known of that hour.
    Hour(Box<Hour>),
    /// A goal as it now stands; it replaces what is known of it.
    Goal(Box<Goal>),
    /// Hours of the Grand Exchange as they now stand; they replace what is known of them.
    Prices {
        /// The game's host: prices of another world are not these.
        world: String,
        /// The hours.
        hours: Vec<PriceHour>,
    },
    /// A character as it was at one time.
    Snapshot {
        /// Key of the history row (UUIDv7).
        id: Uuid,
        /// When.
        at: Timestamp,
        /// Everything about it.
        character: Box<Character>,
    },
    /// Something that happened.
    Event {
        /// Key of the history row (UUIDv7).
        id: Uuid,
        /// When.
        at: Timestamp,
        /// What kind of event.
        kind: String,
        /// The account it concerns.
        account: Option<AccountName>,
        /// The character it concerns.
        character: Option<CharacterName>,
        /// What there is to know.
        data: serde_json::Value,
    },
    /// Something of ours that failed.
    Error {
        /// Key of the history row (UUIDv7).
        id: Uuid,
        /// When.
        at: Timestamp,
        /// Which part of the program.
        source: String,
        /// What failed, in one line.
        message: String,
        /// The chain of causes and whatever else helps.
        detail: serde_json::Value,
    },
}

/// A strategy at work for one character: its row holds all that its mind must remember.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Key of the row (UUIDv7).
    pub id: Uuid,
    /// The saved configuration it was started from, if any.
    pub config_id: Option<Uuid>,
    /// The goal it was started for; nothing when a person started it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<RunGoal>,
    /// Whose account.
    pub account: AccountName,
    /// Who is in it.
    pub character: CharacterName,
    /// Which strategy.
    pub strategy: String,
    /// How it was told to go about it.
    pub config: serde_json::Value,
    /// What it must not forget.
    pub memory: serde_json::Value,
    /// What its forecast expects by when, and what had come by then; none as long as there is no forecast.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// Where it stands.
    pub status: RunStatus,
    /// Why it stands there, for a player to read.
    pub reason: String,
    /// When it was started.
    pub started_at: Timestamp,
    /// When it came to its end.
    pub ended_at: Option<Timestamp>,
    /// When this version was written. The journal never lets it fall behind the version before, so that the latest
    /// wins in the database even when the machine's clock was set back.
    pub updated_at: Timestamp,
}

/// How a character's time was spent within one hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hour {
    /// Whose time.
    pub character: CharacterName,
    /// When the hour began.
    pub start: Timestamp,
    /// Up to when it is counted.
    pub until: Timestamp,
    /// What it was spent on; together the time that was counted.
    pub shares: Vec<Share>,
}

/// What one account has of an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The account.
    pub account: String,
    /// Why it was idle; empty for the other accounts.
    pub reason: String,
    /// How much.
    pub milliseconds: u64,
}

/// What a run does for a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunGoal {
    /// Which goal.
    pub id: Uuid,
    /// Which part of it, in the planner's words.
    pub part: String,
}

/// What a company is to reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Key of the row (UUIDv7).
    pub id: Uuid,
    /// Whose.
    pub account: AccountName,
    /// Which kind of goal.
    pub kind: String,
    /// What is wanted.
    pub config: serde_json::Value,
    /// How urgent it is, 1 to 9: more comes first.
    pub priority: u32,
    /// Goals that must be reached before it.
    pub after: Vec<Uuid>,
    /// What must be remembered of how far it is.
    #[serde(default)]
    pub memory: serde_json::Value,
    /// Where it stands.
    pub status: GoalStatus,
    /// When it was made.
    pub created_at: Timestamp,
    /// When a person last changed what is wanted.
    pub changed_at: Timestamp,
    /// When it was reached or deleted.
    pub ended_at: Option<Timestamp>,
    /// When this version was written.
    pub updated_at: Timestamp,
}
