//! The sandbox as its clients see it: requests in, answers out, over a clock that the test turns. One file per subject.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accounts;
mod achievements;
mod actions;
mod assistant;
mod characters;
mod codes;
mod conformance;
mod control;
mod description;
mod embedded;
mod events;
mod exchange;
mod faults;
mod gem_shop;
mod leaderboard;
mod loading;
mod logs;
mod membership;
mod multi_fight;
mod paging;
mod passwords;
mod players;
mod raids;
mod rates;
mod realtime;
mod refusals;
mod sandbox_paths;
mod seasons;
mod serving;
mod simulation;
mod spec;
mod state;
mod static_data;
mod support;
mod time;
