//! PostgreSQL: one file per table.
//!
//! A [`Store`] is a pool of connections with a method per question, named noun first (`automation_log_page`,
//! `automation_run_list_open`), so that one search finds everything about a table. History is written as a [`Batch`]:
//! rows of several tables in one transaction, which may be repeated without doubling anything. Rows are typed with the
//! game's ids; bare strings stop here.
//!
//! Left to others: deciding what to write and when to try again ([`StoreError`] says whether that helps), and running
//! a server. Clock and ids come from the caller.

mod app_error;
mod automation;
mod automation_config;
mod automation_log;
mod automation_run;
mod batch;
mod character_snapshot;
mod column;
mod error;
mod event_log;
mod game_account;
mod game_data_cache;
mod goal;
mod migrate;
mod page;
mod partition;
mod pool;
mod price_history;
pub mod schema;
mod storable;
mod store;
mod time_ledger;
mod url;

pub use app_error::AppError;
pub use automation::Automation;
pub use automation_config::AutomationConfig;
pub use automation_log::{AutomationLog, AutomationLogFilter, LogOutcome, UnknownLogOutcome};
pub use automation_run::AutomationRun;
pub use batch::Batch;
pub use character_snapshot::{CharacterPoint, CharacterSnapshot};
pub use error::StoreError;
pub use event_log::{EventLogEntry, EventLogFilter};
pub use game::{GoalStatus, RunStatus};
pub use game_account::GameAccount;
pub use game_data_cache::CachedGameData;
pub use goal::Goal;
pub use page::{Cursor, InvalidCursor, Page, PageRequest};
pub use partition::PartitionedTable;
pub use price_history::PricePoint;
pub use store::{Store, StoreOptions};
pub use time_ledger::TimeSpent;
pub use url::{DatabaseUrl, InvalidDatabaseUrl};
