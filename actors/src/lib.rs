//! The living system: every actor, and the tree that supervises them.
//!
//! The only library that uses ractor, through `supervisor`. Thinking is left to `planner`, the wire to `api-client`,
//! tables to `store`; the web server and the program's start are in the root package.

pub mod account;
pub mod alerts;
pub mod board;
pub mod character;
pub mod clock;
pub mod company;
pub mod coordinator;
pub mod forecasts;
pub mod game_data;
pub mod history;
pub mod in_flight;
pub mod ledger;
pub mod limiter;
pub mod market;
pub mod pace;
pub mod ports;
pub mod postgres;
pub mod prices;
pub mod recorder;
pub mod session;
pub mod tree;
pub mod vault;
mod words;

#[cfg(test)]
mod fixture;

pub use supervisor::chain;
