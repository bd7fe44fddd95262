//! What every strategy needs, as small pure functions: ways, healing, bank trips, gear and the choice of a target.

pub(crate) mod attire;
pub(crate) mod banking;
pub(crate) mod events;
pub(crate) mod gear;
pub(crate) mod harvest;
pub(crate) mod healing;
pub(crate) mod loadout;
pub(crate) mod opponent;
pub(crate) mod potions;
pub(crate) mod produce;
pub(crate) mod ranking;
pub(crate) mod surplus;
pub(crate) mod travel;
