//! What a company is to reach, as the dashboard shows it.

use game::{AccountName, CharacterName};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A goal: what is wanted, how far it is, and who does what for it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GoalView {
    /// Its id.
    pub id: Uuid,
    /// Whose.
    pub account: AccountName,
    /// Which kind of goal.
    pub kind: String,
    /// What is wanted, defaults included.
    #[schema(value_type = Object)]
    pub config: serde_json::Value,
    /// What is wanted, in words.
    pub words: String,
    /// How urgent it is, 1 to 9: more comes first.
    pub priority: u32,
    /// Goals that must be reached before it.
    pub after: Vec<Uuid>,
    /// Where it stands.
    pub standing: GoalStanding,
    /// How much of it is done, 0 to 1; 0 of a goal that is never reached.
    pub progress: f64,
    /// What it waits for, if it is never reached.
    #[schema(required)]
    pub awaits: Option<AwaitedView>,
    /// When it will be reached, if it will be.
    #[schema(required)]
    pub expected_end: Option<Timestamp>,
    /// What holds it up longest.
    #[schema(required)]
    pub bottleneck: Option<String>,
    /// What cannot be done, and what would help.
    pub impossible: Vec<ImpossibleView>,
    /// Who does what for it, in the order of time.
    pub lines: Vec<GoalLineView>,
    /// The stages of a pipeline, in their order.
    pub stages: Vec<StageView>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was reached.
    #[schema(required)]
    pub reached_at: Option<Timestamp>,
}

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GoalStanding {
    /// It has not been planned yet.
    Planning,
    /// Somebody works for it.
    UnderWay,
    /// Nobody works for it now: others come first, or what it waits for has not come about.
    Waiting,
    /// Something in it cannot be done.
    Impossible,
    /// It is reached.
    Reached,
}

/// What a goal waits for that is never reached.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AwaitedView {
    /// What.
    pub what: String,
    /// When it comes, if that is known.
    #[schema(required)]
    pub at: Option<Timestamp>,
}

/// A stage of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct StageView {
    /// Its place in the pipeline, from 1.
    pub number: usize,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub standing: StageStanding,
    /// Who works in it now.
    #[schema(value_type = Vec<String>)]
    pub characters: Vec<CharacterName>,
    /// How far it is, or what it waits for; empty when it is done.
    pub words: String,
}

/// Where a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StageStanding {
    /// It is done.
    Done,
    /// Somebody works in it.
    UnderWay,
    /// Its conditions are not met, or nobody is free for it.
    Waiting,
}

/// What cannot be done for a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ImpossibleView {
    /// The code of the event or the raid that nobody goes to, if it is about one.
    #[schema(required)]
    pub occasion: Option<String>,
    /// What.
    pub what: String,
    /// Why not.
    pub why: String,
    /// What would help.
    pub unblock: String,
}

/// Who does what for a goal, and when.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GoalLineView {
    /// Who.
    pub character: CharacterName,
    /// Does what.
    pub what: String,
    /// Whether that is now.
    pub now: bool,
    /// When it begins, as far as that can be said.
    pub from: Timestamp,
    /// When it ends, if anybody knows.
    #[schema(required)]
    pub until: Option<Timestamp>,
    /// Why it is this character.
    pub why: String,
    /// The code of the event or the raid that calls it, if one does.
    #[schema(required)]
    pub occasion: Option<String>,
}
