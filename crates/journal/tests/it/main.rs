//! What the journal promises, seen from outside: order, durability, and clear words when the file is not usable.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod accounts;
mod alerts;
mod crash;
mod disk;
mod files;
mod fixtures;
mod goals;
mod history;
mod hours;
mod intents;
mod joined;
mod runs;
