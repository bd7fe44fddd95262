//! The sandbox as its clients see it: requests in, answers out, over a clock that the test turns. One file per subject.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accounts;
mod achievements;
mod actions;
mod characters;
mod conformance;
mod control;
mod embedded;
mod exchange;
mod faults;
mod loading;
mod logs;
mod multi_fight;
mod paging;
mod players;
mod rates;
mod realtime;
mod refusals;
mod serving;
mod spec;
mod state;
mod static_data;
mod support;
mod time;
