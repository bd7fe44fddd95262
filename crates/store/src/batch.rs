//! Writing history: rows of several tables in one transaction that can be repeated.

use diesel_async::AsyncConnection;

use crate::{
    app_error::{AppError, app_error_insert_batch},
    automation_log::{AutomationLog, automation_log_insert_batch},
    automation_run::{AutomationRun, automation_run_upsert_batch},
    character_snapshot::{CharacterSnapshot, character_snapshot_insert_batch},
    error::StoreError,
    event_log::{EventLogEntry, event_log_insert_batch},
    goal::{Goal, goal_upsert_batch},
    pool::Connection,
    price_history::{PricePoint, price_point_upsert_batch},
    store::Store,
    time_ledger::{TimeSpent, time_spent_upsert_batch},
};

const DOING: &str = "writing history";

/// Rows of history, written together or not at all. Writing a batch again changes nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Batch {
    /// Runs, each version in the order it was written: the last one counts.
    pub automation_runs: Vec<AutomationRun>,
    /// Goals, each version in the order it was written: the last one counts.
    pub goals: Vec<Goal>,
    /// Lines of the action log.
    pub automation_logs: Vec<AutomationLog>,
    /// Snapshots of characters.
    pub character_snapshots: Vec<CharacterSnapshot>,
    /// Events.
    pub event_log: Vec<EventLogEntry>,
    /// Errors of ours.
    pub app_errors: Vec<AppError>,
    /// How time was spent, each version in the order it was written: the last one counts.
    pub time_ledger: Vec<TimeSpent>,
    /// What items went for, each version in the order it was written: the last one counts.
    pub price_history: Vec<PricePoint>,
}

impl Batch {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Rows of all tables together.
    #[must_use]
    pub fn len(&self) -> usize {
        self.automation_runs.len()
            + self.goals.len()
            + self.automation_logs.len()
            + self.character_snapshots.len()
            + self.event_log.len()
            + self.app_errors.len()
            + self.time_ledger.len()
            + self.price_history.len()
    }
}

impl Store {
    /// Writes a batch in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Rejected`] when a row breaks a rule of its table: nothing was written, and a smaller batch finds
    /// the row. Otherwise the server; then the same batch can be written again later.
    pub async fn batch_write(&self, batch: Batch) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        let connection = self.connection().await?;
        #[expect(
            clippy::disallowed_methods,
            reason = "a transaction whose future is dropped half way goes back to the pool open: it runs in a task of \
                      its own that nobody can cut short, and this function waits for it"
        )]
        let task = tokio::spawn(write(connection, batch));
        task.await.map_err(|error| StoreError::Failed { doing: DOING, source: error.into() })?
    }
}

async fn write(mut connection: Connection, batch: Batch) -> Result<(), StoreError> {
    let result = connection
        .transaction(async |connection| {
            if !batch.automation_runs.is_empty() {
                automation_run_upsert_batch(connection, &batch.automation_runs).await?;
            }
            if !batch.goals.is_empty() {
                goal_upsert_batch(connection, &batch.goals).await?;
            }
            if !batch.automation_logs.is_empty() {
                automation_log_insert_batch(connection, &batch.automation_logs).await?;
            }
            if !batch.character_snapshots.is_empty() {
                character_snapshot_insert_batch(connection, &batch.character_snapshots).await?;
            }
            if !batch.event_log.is_empty() {
                event_log_insert_batch(connection, &batch.event_log).await?;
            }
            if !batch.app_errors.is_empty() {
                app_error_insert_batch(connection, &batch.app_errors).await?;
            }
            if !batch.time_ledger.is_empty() {
                time_spent_upsert_batch(connection, &batch.time_ledger).await?;
            }
            if !batch.price_history.is_empty() {
                price_point_upsert_batch(connection, &batch.price_history).await?;
            }
            Ok(())
        })
        .await;
    connection.judge(DOING, result).await
}
