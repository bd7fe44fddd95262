//! Where the things that a plan takes come from: for every material of a recipe the cheapest way to get it (RULES §6, §11).
//!
//! A [`Supply`] names one [`Source`] for each item; what it costs is told in seconds of this character, now. It is made
//! once and kept (see [`crate::notes`]); [`errand`] takes the steps. The Grand Exchange is no source: what is bought there
//! depends on others, and is the matter of the strategy `trading`.

pub(crate) mod carry;
pub(crate) mod errand;
mod plan;
pub(crate) mod price;
mod skills;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::decision::Alternative;
use game::{ItemCode, MonsterCode, NpcCode, ResourceCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) use plan::{craftable, need, recipe, sources};
pub(crate) use price::Prices;
pub(crate) use skills::lacking;

/// A way to get materials that a player may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Way {
    /// Take them out of the bank.
    Bank,
    /// Gather them.
    Gathering,
    /// Fight monsters that drop them.
    Fighting,
    /// Buy them from NPCs, with gold or with other items.
    Npc,
    /// Craft them from other materials.
    Crafting,
}

impl Way {
    pub(crate) const ALL: [Self; 5] =
        [Self::Bank, Self::Gathering, Self::Fighting, Self::Npc, Self::Crafting];
}

/// On which terms materials are got.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Terms {
    /// The ways that may be taken. What is carried is always used.
    pub(crate) ways: BTreeSet<Way>,
    /// What a piece of gold is worth, in seconds of work: it decides between buying and making.
    pub(crate) seconds_per_gold: f64,
    /// Items that never go to the bank.
    pub(crate) keep: Vec<ItemCode>,
}

impl Terms {
    pub(crate) fn allow(&self, way: Way) -> bool {
        self.ways.contains(&way)
    }
}

/// What a piece of gold is worth unless the player says otherwise, in seconds. A fight at low levels takes some 30 s
/// and brings two or three; later ones bring more, and there is more to spend it on.
pub(crate) const SECONDS_PER_GOLD: f64 = 10.0;

impl Default for Terms {
    fn default() -> Self {
        Self { ways: Way::ALL.into(), seconds_per_gold: SECONDS_PER_GOLD, keep: Vec::new() }
    }
}

/// Where an item comes from, as far as there is not enough of it already.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Source {
    /// There is enough of it in bag and bank.
    Stock,
    /// Gathered.
    Gather(ResourceCode),
    /// Dropped by a monster.
    Fight(MonsterCode),
    /// Bought from an NPC.
    Buy(NpcCode),
    /// Crafted.
    Craft,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stock => write!(f, "have it"),
            Self::Gather(code) => write!(f, "gather {code}"),
            Self::Fight(code) => write!(f, "fight {code}"),
            Self::Buy(code) => write!(f, "buy from {code}"),
            Self::Craft => write!(f, "craft"),
        }
    }
}

/// One source for every item that a plan takes.
pub(crate) type Sources = BTreeMap<ItemCode, Source>;

/// A plan to get something.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Supply {
    pub(crate) sources: Sources,
    /// What all of it takes.
    pub(crate) seconds: f64,
    /// For every material that is missing: how it is got, what the other ways cost and what ruled them out.
    pub(crate) alternatives: Vec<Alternative>,
}

#[cfg(test)]
mod tests;
