//! The program as its user meets it: real processes, real sockets, a real database.
//!
//! One file per scenario. Run through `make test` (or `scripts/with-postgres cargo nextest run`), which provides the
//! database. Nothing here waits for a fixed time: each wait ends with what it waits for, or fails with the log.

mod accounts;
mod away;
mod bad_input;
mod copy;
mod fresh_start;
mod harness;
mod kill;
mod log;
mod outage;
mod restart;
mod season_data;
mod steady_state;
mod world;
