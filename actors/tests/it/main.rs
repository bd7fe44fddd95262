//! The whole company in virtual time, with the sandbox as the game: one file per scenario.

mod falls;
mod lost_replies;
mod script;
mod steady_state;
