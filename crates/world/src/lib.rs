//! The game as one pure state machine: accounts, characters, banks and logs, changed only by calls that carry the time
//! and who is calling.
//!
//! Chance comes from a generator inside the state, so the same seed and the same calls give the same bytes, also when
//! the state was saved and restored in between. The crate knows nothing of HTTP, tokens, rate limits or the wire: the
//! sandbox speaks the API over it, and forecasts play it at full speed. The arithmetic of the rules lives in
//! `game`; here is who may do what, in which order it is checked, and what it changes.

mod account;
mod achievements;
mod actions;
mod chance;
mod clock;
mod events;
mod exchange;
mod gains;
mod gems;
mod granting;
mod ids;
mod log;
mod membership;
mod news;
mod payments;
mod placing;
mod players;
mod progress;
mod raids;
mod roster;
mod rules;
mod scene;
mod season;
mod simulation;
pub mod soundness;
mod state;
mod statistics;
mod time;
mod world;

pub use account::Account;
pub use achievements::AchievementProgress;
pub use actions::check_payload;
pub use events::ActiveEvent;
pub use exchange::Exchange;
pub use gems::GemTransaction;
pub use granting::Grant;
pub use log::LogEntry;
pub use membership::{Plan, Source, Subscription};
pub use news::News;
pub use payments::{Purchase, Wares};
pub use raids::RaidInstance;
pub use rules::Rules;
pub use season::{RewardKind, SeasonReward};
pub use simulation::{SimulatedFight, Stand, Survivor};
pub use state::State;
pub use statistics::Statistics;
pub use world::World;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
