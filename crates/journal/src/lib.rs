//! Durable intents and history entries on the local disk, in one redb file.
//!
//! Between an action and PostgreSQL this file is the truth: [`Journal::begin`] makes an intent durable before its
//! request leaves, [`Journal::close`] turns it into a history entry in one transaction, and the entries wait here, in
//! order, until whoever drains them has them safe elsewhere and calls [`Journal::trim`]. The latest run of every
//! character and all goals are kept beside them, so that a restart finds them while PostgreSQL is away; so are the accounts
//! that were added, the alert rules and what was spent of the rate budget.
//!
//! Left to others: sending requests, resolving lost replies, and the tables of PostgreSQL. All calls are synchronous
//! and may wait for the disk, so an actor makes them off its own thread. Clock and ids come from the caller.

mod accounts;
mod alerts;
mod error;
mod goals;
mod history;
mod hours;
mod intent;
mod intents;
mod joined;
mod journal;
mod rates;
mod record;
mod runs;
mod tables;
mod unreadable;
mod won;

pub use accounts::{AddedAccount, SealedToken};
pub use error::JournalError;
pub use game::{GoalStatus, RunStatus};
pub use intent::{Closing, Fingerprint, Intent};
pub use journal::Journal;
pub use rates::Spent;
pub use record::{Goal, Hour, Record, Run, RunGoal, Share};
