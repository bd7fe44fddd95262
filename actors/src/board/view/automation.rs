//! What a character was told to do, as the dashboard shows it.

use std::collections::BTreeMap;

use game::ItemCode;
use jiff::Timestamp;
use journal::{Run, RunStatus};
use planner::{Mind, Tally};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::RunForecastView;
use crate::ports::Ports;

/// What a character was told to do, and how that goes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AutomationView {
    /// The run's id.
    pub run_id: Uuid,
    /// The goal it works for; nothing when a person started it.
    #[schema(required)]
    pub goal_id: Option<Uuid>,
    /// Name of the strategy.
    pub strategy: String,
    /// Its configuration, defaults included.
    #[schema(value_type = Object)]
    pub config: serde_json::Value,
    /// What it works on: the code of a monster or a resource, once it has chosen.
    #[schema(required)]
    pub target: Option<String>,
    /// Where it stands.
    pub status: AutomationStatus,
    /// Why it is in that status.
    pub reason: String,
    /// When it was started.
    pub started_at: Timestamp,
    /// What came of it so far.
    pub tally: TallyView,
    /// What its forecast said, beside what came; nothing as long as there is no forecast.
    #[schema(required)]
    pub forecast: Option<RunForecastView>,
}

/// Where an automation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AutomationStatus {
    /// At work.
    Running,
    /// Ended by a person, which is written down; an action that has left for the game is still being finished.
    Stopping,
    /// Told to stop by a person; what is carried goes to the bank first.
    WindingDown,
    /// Held by a person.
    Paused,
    /// Set aside while a person plays the character by hand.
    TakenOver,
    /// Ended by a person.
    Stopped,
    /// Reached what it was for.
    Done,
    /// Cannot go on until something changes.
    Blocked,
    /// Ended by an error.
    Failed,
}

/// What a run has done and gained so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct TallyView {
    /// Actions of any kind that were carried out.
    pub actions: u64,
    /// Seconds of cooldown they cost, in the game's own time.
    pub seconds: u64,
    /// Gathers.
    pub gathers: u64,
    /// Fights, won or lost.
    pub fights: u64,
    /// Fights won.
    pub wins: u64,
    /// Fights lost.
    pub deaths: u64,
    /// Xp gained, of whatever the strategy trains.
    pub xp: i64,
    /// Tasks completed.
    pub tasks: u64,
    /// Gold gained by fights, tasks, sales and claims.
    pub gold: i64,
    /// Items gained, by code.
    pub items: BTreeMap<String, u64>,
    /// Items crafted, by code.
    pub crafted: BTreeMap<String, u64>,
    /// Items taken apart, by code.
    pub recycled: BTreeMap<String, u64>,
    /// Times that items were put into the bank.
    pub deposits: u64,
    /// Rests.
    pub rests: u64,
    /// Times that food was eaten.
    pub meals: u64,
}

impl AutomationView {
    /// A run as it is written down, of a character that does not live yet.
    pub(crate) fn written(run: &Run, ports: &Ports) -> Self {
        let mind = Mind::restore(&run.strategy, run.config.clone(), run.memory.clone());
        Self::new(run, mind.as_ref().ok(), false, ports)
    }

    /// A run and the mind at work in it. `busy`: an action of the character is on its way to the game.
    pub(crate) fn new(run: &Run, mind: Option<&Mind>, busy: bool, ports: &Ports) -> Self {
        let until = run.ended_at.unwrap_or_else(|| ports.clock.now());
        let elapsed = ports.pace.game_seconds(run.started_at, until);
        let gains = mind.map(|mind| mind.tally().gains()).unwrap_or_default();
        Self {
            run_id: run.id,
            goal_id: run.goal.as_ref().map(|goal| goal.id),
            strategy: run.strategy.clone(),
            config: run.config.clone(),
            target: mind.and_then(Mind::target).map(str::to_owned),
            status: match run.status {
                RunStatus::Stopped if busy => AutomationStatus::Stopping,
                status => status.into(),
            },
            reason: run.reason.clone(),
            started_at: run.started_at,
            tally: mind.map(|mind| TallyView::from(mind.tally())).unwrap_or_default(),
            forecast: RunForecastView::new(&run.milestones, elapsed, gains),
        }
    }
}

impl From<RunStatus> for AutomationStatus {
    fn from(status: RunStatus) -> Self {
        match status {
            RunStatus::WindingDown => Self::WindingDown,
            RunStatus::Running => Self::Running,
            RunStatus::Paused => Self::Paused,
            RunStatus::TakenOver => Self::TakenOver,
            RunStatus::Stopped => Self::Stopped,
            RunStatus::Done => Self::Done,
            RunStatus::Blocked => Self::Blocked,
            RunStatus::Failed => Self::Failed,
        }
    }
}

impl From<&Tally> for TallyView {
    fn from(tally: &Tally) -> Self {
        let by_code = |counts: &BTreeMap<ItemCode, u64>| {
            counts.iter().map(|(code, count)| (code.to_string(), *count)).collect()
        };
        Self {
            actions: tally.actions,
            seconds: tally.seconds,
            gathers: tally.gathers,
            fights: tally.fights,
            wins: tally.wins,
            deaths: tally.deaths,
            xp: tally.xp,
            gold: tally.gold,
            tasks: tally.tasks,
            items: by_code(&tally.items),
            crafted: by_code(&tally.crafted),
            recycled: by_code(&tally.recycled),
            deposits: tally.deposits,
            rests: tally.rests,
            meals: tally.meals,
        }
    }
}
