//! The whole company in virtual time, with the sandbox as the game: one file per scenario.

mod control;
mod falls;
mod lost_replies;
mod neighbours;
mod outages;
mod restarts;
mod script;
mod steady_state;
mod tokens;
