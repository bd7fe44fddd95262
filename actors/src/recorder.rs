//! The only writer of the history tables: carries the journal's entries to PostgreSQL in batches, in order.
//!
//! An entry leaves the journal only after the commit, and writing it again changes nothing, so a fall at any moment
//! loses and doubles nothing. While the database is away the entries wait in the journal and nobody else notices; the
//! board says so. It also prepares the database: migrations first, then the partitions of the coming months; those of months
//! that nobody wants to keep are dropped.

mod rows;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use journal::{Journal, JournalError, Record};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use store::{AutomationLogFilter, PageRequest, PartitionedTable, StoreError};
use supervisor::{ChildContext, Tasks, chain};

use crate::{
    board::{DatabaseView, LAST_ACTIONS, LogLine, Reach},
    history,
    ports::Ports,
    words::count,
};

/// Its id in the tree.
pub const ID: &str = "recorder";

/// Entries of one batch.
const BATCH: usize = 500;
/// How long new entries may wait for company.
const PAUSE: Duration = Duration::from_millis(250);
/// How long a database that is away is left alone, at first and at most.
const RETRY: Duration = Duration::from_millis(250);
const RETRY_MAX: Duration = Duration::from_secs(2);
/// Entries of the journal that are looked through for the log of an earlier run.
const RECENT: usize = 1000;
/// So many tries a database has that was just started: half a minute.
const PATIENCE: u32 = 18;
/// How often the partitions are looked after.
const UPKEEP_SECONDS: i64 = 6 * 3600;

/// What it is told.
pub enum RecorderMsg {
    /// Time to carry over what is there.
    Look,
    /// A batch was carried over, or not.
    Carried(Result<Carried, CarryError>),
}

/// What one look did.
pub struct Carried {
    entries: usize,
    backlog: u64,
    prepared_at: Timestamp,
}

/// Why a batch was not carried over; all of it is still in the journal.
#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    /// The database.
    #[error("the database does not take the history")]
    Store(#[from] StoreError),
    /// The local disk.
    #[error("the journal cannot be read")]
    Journal(#[from] JournalError),
}

/// What it starts with.
#[derive(Clone)]
pub struct RecorderArgs {
    /// What the actors share.
    pub ports: Ports,
    /// How many days of history are kept.
    pub keep_days: u32,
}

/// The actor.
pub struct Recorder {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct RecorderState {
    ports: Ports,
    keep_days: u32,
    tasks: Tasks<RecorderMsg>,
    /// When migrations and partitions were last seen to.
    prepared_at: Option<Timestamp>,
    /// Whether the database has answered since this start: one that is still coming up is not away.
    seen: bool,
    failures: u32,
}

impl Recorder {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Recorder {
    type Msg = RecorderMsg;
    type State = RecorderState;
    type Arguments = RecorderArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<RecorderMsg>,
        RecorderArgs { ports, keep_days }: RecorderArgs,
    ) -> Result<RecorderState, ActorProcessingErr> {
        let tasks = self.context.tasks(&myself);
        let state = RecorderState { ports, keep_days, tasks, prepared_at: None, seen: false, failures: 0 };
        state.recall();
        state.look();
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<RecorderMsg>,
        message: RecorderMsg,
        state: &mut RecorderState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            RecorderMsg::Look => state.look(),
            RecorderMsg::Carried(Ok(carried)) => {
                self.context.status.doing(format!("{} to write", count(carried.backlog, "row")));
                state.carried(&carried);
            }
            // Without the local disk nothing here works: fall, loudly.
            RecorderMsg::Carried(Err(CarryError::Journal(error))) => return Err(error.into()),
            RecorderMsg::Carried(Err(CarryError::Store(error))) => {
                self.context.status.doing("the database is away");
                state.failed(&error);
            }
        }
        Ok(())
    }

    async fn post_stop(
        &self,
        _myself: ActorRef<RecorderMsg>,
        state: &mut RecorderState,
    ) -> Result<(), ActorProcessingErr> {
        state.finish().await;
        Ok(())
    }
}

impl RecorderState {
    /// Carries over what is left, so that the database is complete when the program has ended.
    async fn finish(&self) {
        loop {
            match carry(&self.ports, self.keep_days, self.prepared_at).await {
                Ok(Carried { entries: 0, .. }) => return,
                Ok(_) => {}
                Err(error) => {
                    let entries = self.ports.journal.run(Journal::backlog).await.ok();
                    if entries != Some(0) {
                        let error = chain(&error);
                        tracing::warn!(entries, error, "the rest of the history waits in the journal");
                    }
                    return;
                }
            }
        }
    }

    /// Shows what earlier runs did, as far as it is still in the journal: the database may be away for long.
    fn recall(&self) {
        let ports = self.ports.clone();
        self.tasks.spawn("recall the log", async move {
            // Without the journal nobody acts; whoever needs it says so.
            let Ok(records) = ports.journal.run(|journal| journal.newest(RECENT)).await else { return };
            ports.board.restore_log(records.into_iter().filter_map(rows::line).collect());
        });
    }

    fn look(&self) {
        let (ports, keep_days, prepared_at) = (self.ports.clone(), self.keep_days, self.prepared_at);
        // Detached: between the commit and the trim lies the only moment when work would be done twice.
        self.tasks.detach_reporting(
            "carry history over",
            async move { carry(&ports, keep_days, prepared_at).await },
            RecorderMsg::Carried,
        );
    }

    fn carried(&mut self, carried: &Carried) {
        match (self.seen, self.failures) {
            (true, 0) => {}
            (true, _) => tracing::info!(backlog = carried.backlog, "the database is back"),
            (false, _) => tracing::info!("the database takes the history"),
        }
        (self.seen, self.failures, self.prepared_at) = (true, 0, Some(carried.prepared_at));
        self.post(Reach::Ok, carried.backlog, None);
        let pause = if carried.entries == BATCH { Duration::ZERO } else { PAUSE };
        self.tasks.send_after(pause, RecorderMsg::Look);
    }

    fn failed(&mut self, error: &StoreError) {
        self.failures = self.failures.saturating_add(1);
        let away = self.seen || self.failures > PATIENCE;
        if self.failures == if self.seen { 1 } else { PATIENCE + 1 } {
            let error = chain(error);
            tracing::warn!(error, "the database is away; the history waits in the journal");
        }
        // Migrations may have to be run on whatever comes back.
        self.prepared_at = None;
        let backlog = self.ports.board.health().database.backlog;
        // What the server or the driver says is for the log.
        self.post(if away { Reach::Away } else { Reach::Starting }, backlog, Some(error.to_string()));
        let pause = (RETRY * 2u32.pow(self.failures.min(6))).min(RETRY_MAX);
        self.tasks.send_after(pause, RecorderMsg::Look);
    }

    fn post(&self, state: Reach, backlog: u64, message: Option<String>) {
        self.ports.board.post_database(DatabaseView { state, backlog, message });
    }
}

/// Carries one batch over.
async fn carry(ports: &Ports, keep_days: u32, prepared_at: Option<Timestamp>) -> Result<Carried, CarryError> {
    let now = ports.clock.now();
    let prepared_at = match prepared_at {
        Some(at) if now.duration_since(at).as_secs() < UPKEEP_SECONDS => at,
        known => {
            prepare(ports, keep_days, known.is_none(), now).await?;
            now
        }
    };
    let entries = ports.journal.run(|journal| journal.oldest(BATCH)).await?;
    let carried = entries.len();
    if let Some((last, _)) = entries.last() {
        let last = *last;
        write(ports, entries.into_iter().map(|(_, record)| record).collect()).await?;
        ports.journal.run(move |journal| journal.trim(last)).await?;
    }
    let backlog = ports.journal.run(Journal::backlog).await?;
    Ok(Carried { entries: carried, backlog, prepared_at })
}

async fn prepare(ports: &Ports, keep_days: u32, first: bool, now: Timestamp) -> Result<(), StoreError> {
    if first {
        ports.store.migrate().await?;
        ports.board.restore_log(recent(ports).await?);
    }
    ports.store.partitions_ensure(now).await?;
    let kept = SignedDuration::from_hours(24 * i64::from(keep_days));
    let cutoff = now.saturating_sub(kept).unwrap_or(Timestamp::MIN);
    for table in PartitionedTable::ALL {
        let dropped = ports.store.partitions_drop_before(table, cutoff).await?;
        if !dropped.is_empty() {
            tracing::info!(?dropped, keep_days, "history that is no longer kept was dropped");
        }
    }
    Ok(())
}

/// The newest lines of the log, and the last ones of every character that was ever told what to do.
async fn recent(ports: &Ports) -> Result<Vec<LogLine>, StoreError> {
    let everybody = AutomationLogFilter::default();
    let mut rows = ports.store.automation_log_page(&everybody, PageRequest::newest(100)).await?.items;
    // Without the journal nobody acts; whoever needs it says so.
    for run in ports.journal.run(Journal::runs).await.unwrap_or_default() {
        let own = AutomationLogFilter { character: Some(run.character), ..AutomationLogFilter::default() };
        let count = u32::try_from(LAST_ACTIONS).unwrap_or(u32::MAX);
        rows.extend(ports.store.automation_log_page(&own, PageRequest::newest(count)).await?.items);
    }
    Ok(rows.iter().map(history::line).collect())
}

/// Writes records in one transaction. When a row is refused for its own sake the batch is halved until that row stands
/// alone; it is set aside as an error that holds the whole record, so it neither blocks the rest nor is lost.
async fn write(ports: &Ports, records: Vec<Record>) -> Result<(), StoreError> {
    let mut open = vec![records];
    while let Some(mut records) = open.pop() {
        match ports.store.batch_write(rows::batch(&records)).await {
            Err(StoreError::Rejected { .. }) if records.len() > 1 => {
                let second = records.split_off(records.len() / 2);
                // Last in, first out: the first half is written before the second.
                open.push(second);
                open.push(records);
            }
            Err(error @ StoreError::Rejected { .. }) => {
                let message = chain(&error);
                tracing::error!(error = message, "a history entry was refused and is set aside");
                ports.store.batch_write(rows::set_aside(&ports.clock, &records, &message)).await?;
            }
            result => result?,
        }
    }
    Ok(())
}
