//! A line of the action log, as the dashboard shows it.

use game::{AccountName, CharacterName};
use jiff::Timestamp;
use serde::Serialize;
use store::LogOutcome;
use utoipa::ToSchema;
use uuid::Uuid;

/// One action and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LogLine {
    /// The intent's id.
    pub id: Uuid,
    /// When the outcome was known.
    pub at: Timestamp,
    /// Who owns the character.
    #[schema(value_type = String)]
    pub account: AccountName,
    /// Who acted.
    #[schema(value_type = String)]
    pub character: CharacterName,
    /// The action in words.
    pub action: String,
    /// How it ended.
    pub outcome: ActionOutcome,
    /// What came of it in words: "+5 xp, 1 × copper_ore".
    pub summary: String,
    /// Why it was done.
    pub why: String,
    /// The game's code when it refused.
    #[schema(required)]
    pub refusal_code: Option<u16>,
    /// Whether the outcome was found out by evidence after a lost reply.
    pub resolved: bool,
    /// Seconds of cooldown it cost.
    #[schema(required)]
    pub cooldown_seconds: Option<u32>,
}

/// How an action ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionOutcome {
    /// The game carried it out.
    Applied,
    /// The game said no.
    Refused,
    /// It never arrived.
    NotSent,
    /// Nobody can tell; left to a person.
    Parked,
}

impl From<LogOutcome> for ActionOutcome {
    fn from(outcome: LogOutcome) -> Self {
        match outcome {
            LogOutcome::Applied => Self::Applied,
            LogOutcome::Refused => Self::Refused,
            LogOutcome::NotSent => Self::NotSent,
            LogOutcome::Parked => Self::Parked,
        }
    }
}
