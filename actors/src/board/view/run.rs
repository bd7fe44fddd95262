//! What a character was told to do at some time, as the dashboard shows it.

use game::{AccountName, CharacterName, Milestone};
use jiff::Timestamp;
use planner::Mind;
use serde::Serialize;
use store::AutomationRun;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{AutomationStatus, RunForecastView, TallyView};
use crate::pace::Pace;

/// A run of an automation, from its start to its end.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RunView {
    /// Its id.
    pub id: Uuid,
    /// Who owns the character.
    #[schema(value_type = String)]
    pub account: AccountName,
    /// Who was in it.
    #[schema(value_type = String)]
    pub character: CharacterName,
    /// Name of the strategy.
    pub strategy: String,
    /// Its configuration, defaults included.
    #[schema(value_type = Object)]
    pub config: serde_json::Value,
    /// Where it stands, or how it ended.
    pub status: AutomationStatus,
    /// Why it is in that status.
    pub reason: String,
    /// When it was started.
    pub started_at: Timestamp,
    /// When it came to its end; nothing while it goes on.
    #[schema(required)]
    pub ended_at: Option<Timestamp>,
    /// What came of it; nothing in one whose memory this program cannot read.
    pub tally: TallyView,
    /// What its forecast said, beside what came; nothing in one that had none.
    #[schema(required)]
    pub forecast: Option<RunForecastView>,
}

impl RunView {
    /// A row of the database, looked at `now` beside a game that runs at this pace.
    #[must_use]
    pub fn new(row: AutomationRun, now: Timestamp, pace: &Pace) -> Self {
        let mind = Mind::restore(&row.strategy, row.config.clone(), row.memory).ok();
        let elapsed = pace.game_seconds(row.started_at, row.ended_at.unwrap_or(now));
        let milestones: Vec<Milestone> = serde_json::from_value(row.milestones).unwrap_or_default();
        let forecast = |mind: &Mind| RunForecastView::new(&milestones, elapsed, mind.tally().gains());
        Self {
            id: row.id,
            account: row.account,
            character: row.character,
            strategy: row.strategy,
            config: row.config,
            status: row.status.into(),
            reason: row.reason,
            started_at: row.started_at,
            ended_at: row.ended_at,
            forecast: mind.as_ref().and_then(forecast),
            tally: mind.map(|mind| TallyView::from(mind.tally())).unwrap_or_default(),
        }
    }
}
