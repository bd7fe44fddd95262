//! From journal entries to rows of the history tables.

use journal::{Goal, Hour, Record, Run};
use serde_json::json;
use store::{AppError, AutomationRun, Batch, CharacterSnapshot, EventLogEntry, PricePoint, TimeSpent};

use crate::{board::LogLine, clock::Clock, history};

/// The rows of some entries.
pub(super) fn batch(records: &[Record]) -> Batch {
    let mut batch = Batch::default();
    for record in records {
        match record.clone() {
            Record::Action { intent, closing, closed_at, elapsed_ms } => {
                batch.automation_logs.push(history::row(&intent, &closing, closed_at, elapsed_ms));
            }
            Record::Run(run) => batch.automation_runs.push(self::run(*run)),
            Record::Hour(hour) => batch.time_ledger.extend(spent(*hour)),
            Record::Goal(goal) => batch.goals.push(self::goal(*goal)),
            Record::Prices { world, hours } => {
                let points = hours.into_iter().map(|hour| PricePoint { world: world.clone(), hour });
                batch.price_history.extend(points);
            }
            Record::Snapshot { id, at, character } => {
                batch.character_snapshots.push(CharacterSnapshot { id, at, character: *character });
            }
            Record::Event { id, at, kind, account, character, data } => {
                batch.event_log.push(EventLogEntry { id, at, kind, account, character, data });
            }
            Record::Error { id, at, source, message, detail } => {
                batch.app_errors.push(AppError { id, at, source, message, detail });
            }
        }
    }
    batch
}

/// The line of the log that an entry is, if it is an action.
pub(super) fn line(record: Record) -> Option<LogLine> {
    let Record::Action { intent, closing, closed_at, elapsed_ms } = record else { return None };
    Some(history::line(&history::row(&intent, &closing, closed_at, elapsed_ms)))
}

/// Entries that no table takes, kept whole as an error.
pub(super) fn set_aside(clock: &Clock, records: &[Record], message: &str) -> Batch {
    let errors = records.iter().map(|record| AppError {
        id: clock.new_id(),
        at: clock.now(),
        source: "recorder".to_owned(),
        message: format!("a history entry was refused by the database: {message}"),
        detail: json!({ "entry": record }),
    });
    Batch { app_errors: errors.collect(), ..Batch::default() }
}

fn spent(hour: Hour) -> impl Iterator<Item = TimeSpent> {
    let Hour { character, start, shares, .. } = hour;
    shares.into_iter().map(move |share| TimeSpent {
        character: character.clone(),
        hour: start,
        account: share.account,
        reason: share.reason,
        elapsed_ms: i64::try_from(share.milliseconds).unwrap_or(i64::MAX),
    })
}

fn run(run: Run) -> AutomationRun {
    AutomationRun {
        id: run.id,
        config_id: run.config_id,
        goal_id: run.goal.as_ref().map(|goal| goal.id),
        goal_part: run.goal.map(|goal| goal.part),
        account: run.account,
        character: run.character,
        strategy: run.strategy,
        config: run.config,
        memory: run.memory,
        milestones: json!(run.milestones),
        status: run.status,
        reason: run.reason,
        started_at: run.started_at,
        ended_at: run.ended_at,
        updated_at: run.updated_at,
    }
}

fn goal(goal: Goal) -> store::Goal {
    store::Goal {
        id: goal.id,
        account: goal.account,
        kind: goal.kind,
        config: goal.config,
        priority: i32::try_from(goal.priority).unwrap_or(i32::MAX),
        after: json!(goal.after),
        status: goal.status,
        created_at: goal.created_at,
        changed_at: goal.changed_at,
        ended_at: goal.ended_at,
        updated_at: goal.updated_at,
    }
}
