//! The game's nouns and rules, pure: no clock, no chance of its own, no I/O.
//!
//! Static data ([`data`]) carries the API's own JSON shape, so the same types are loaded from a folder, served by the
//! sandbox, read by the client and cached in the database. What changes while playing ([`character`], [`action`],
//! [`outcome`], [`pending`], [`exchange`], [`calendar`]) is modelled for the reader of rules; its wire form lives in `api-types`.
//! The rules' arithmetic ([`cooldown`], [`xp`], [`fight`], [`equipment`], [`recycling`], [`conditions`], [`route`]) is shared by the
//! world that plays them and the planner that foretells them. Rules cite their source as "RULES §n", the numbered
//! sections of the rules reference. A few nouns are Callboard's own, because crates share them that do not know each
//! other: [`run_status`], [`goal_status`] and [`milestone`].

pub mod action;
pub mod bank;
pub mod calendar;
pub mod character;
pub mod conditions;
pub mod cooldown;
pub mod data;
pub mod equipment;
pub mod exchange;
pub mod fight;
pub mod goal_status;
pub mod ids;
pub mod inventory;
pub mod milestone;
pub mod outcome;
pub mod pending;
pub mod recycling;
pub mod refusal;
pub mod round;
pub mod route;
pub mod run_status;
pub mod skill;
pub mod stats;
mod words;
pub mod xp;

pub use action::Action;
pub use bank::Bank;
pub use calendar::{ActiveEvent, Calendar, OpenRaid, RaidState, RaidWindow};
pub use character::Character;
pub use data::GameData;
pub use goal_status::{GoalStatus, TASKS_COMPLETED, UnknownGoalStatus};
pub use ids::{
    AccountName, AchievementCode, CharacterName, EventCode, ItemCode, MapId, MonsterCode, NpcCode, OrderId,
    PendingItemId, RaidCode, ResourceCode,
};
pub use inventory::{Inventory, SimpleItem};
pub use milestone::{Gains, Milestone};
pub use outcome::{Cooldown, Detail, Outcome};
pub use pending::PendingItem;
pub use refusal::{Refusal, RefusalCode};
pub use run_status::{RunStatus, UnknownRunStatus};
pub use skill::Skill;

#[cfg(test)]
mod fixture;
