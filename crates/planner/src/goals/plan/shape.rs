//! The shape of a plan: what it is made for, and what it says of each goal and each character.

use game::{CharacterName, SimpleItem};
use serde_json::Value;

use crate::{
    decision::Alternative,
    goals::{Goal, StagePlan, Won},
    reserve::Items,
};

/// A goal as it stands among others.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What is wanted; nothing when it is in words that this program does not know.
    pub goal: Option<Goal>,
    /// How urgent it is: more comes first.
    pub priority: u32,
    /// Places of the goals that must be reached before it.
    pub after: Vec<usize>,
    /// What has been won for it so far.
    pub won: Won,
    /// What the last plan has said must be remembered of it; `null` at first.
    pub memory: Value,
}

/// What a company does for its goals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Of each goal, in their order.
    pub goals: Vec<GoalPlan>,
    /// What is to be done now: at most one for each character.
    pub assignments: Vec<Assignment>,
}

/// How a goal stands, and how it will be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalPlan {
    /// Where it stands.
    pub standing: Standing,
    /// How much of it is done, 0 to 1; nothing of a goal that is never reached.
    pub progress: f64,
    /// What it waits for, if it is never reached.
    pub awaits: Option<Awaited>,
    /// Seconds until it is reached, if it will be.
    pub seconds: Option<f64>,
    /// What holds it up longest, in words.
    pub bottleneck: Option<String>,
    /// What cannot be done, and what would help.
    pub impossible: Vec<Impossible>,
    /// Who does what for it, in the order of time.
    pub lines: Vec<Line>,
    /// What it counts on, of what there is in the bank and in bags.
    pub holds: Items,
    /// The stages of a pipeline.
    pub stages: Vec<StagePlan>,
    /// What must be remembered of it until the next plan.
    pub memory: Value,
}

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is reached.
    Reached,
    /// Somebody works for it.
    UnderWay,
    /// Nobody works for it now: others come first, or what it waits for has not come about.
    Waiting,
    /// Something in it cannot be done, and nobody works for the rest.
    Impossible,
}

/// What cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// The code of the event or the raid that nobody goes to, if it is about one.
    pub occasion: Option<String>,
    /// What.
    pub what: String,
    /// Why not.
    pub why: String,
    /// What would help.
    pub unblock: String,
}

/// What a goal waits for that is never reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Awaited {
    /// What, in words.
    pub what: String,
    /// Seconds until it comes, if that is known.
    pub seconds: Option<f64>,
}

/// A line of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Who.
    pub character: CharacterName,
    /// Does what.
    pub what: String,
    /// Seconds from now until it begins.
    pub from_seconds: f64,
    /// Seconds that it takes; infinite when nobody knows its end.
    pub seconds: f64,
    /// Why it is this character.
    pub why: String,
    /// The code of the event or the raid that calls it, if one does.
    pub occasion: Option<String>,
}

/// What a character does for a goal now.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// Who.
    pub character: CharacterName,
    /// The goal's place among the goals.
    pub goal: usize,
    /// Which part of it.
    pub part: String,
    /// Name of the strategy.
    pub strategy: String,
    /// The strategy's configuration.
    pub config: Value,
    /// How long it will take; infinite when nobody knows its end.
    pub seconds: f64,
    /// Why this character does it, in one sentence.
    pub why: String,
    /// Who else could, and at what cost.
    pub alternatives: Vec<Alternative>,
    /// What it takes out of the bank.
    pub takes: Vec<SimpleItem>,
    /// Whether it does that already.
    pub goes_on: bool,
}
