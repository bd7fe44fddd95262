//! The whole company in virtual time, with the sandbox as the game: one file per scenario.

mod accounts;
mod banks;
mod budget;
mod by_hand;
mod bystanders;
mod control;
mod falls;
mod forecasts;
mod goals;
mod lost_replies;
mod market;
mod neighbours;
mod outages;
mod own_exchange;
mod rates;
mod realtime;
mod restarts;
mod run_forecasts;
mod script;
mod season_change;
mod seeds;
mod sessions;
mod steady_state;
mod time;
mod tokens;
mod tree;
