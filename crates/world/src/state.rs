//! Everything that changes while a world is played, in one value that can be saved and restored.

use std::collections::{BTreeMap, BTreeSet};

use game::{AccountName, Character, CharacterName};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

use crate::{Account, Exchange, events::Events, ids::Ids, players::Players, raids::Raids};

/// The changing part of a world. Maps are ordered, so that equal states serialize to equal bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Where all chance comes from.
    pub(crate) rng: Xoshiro256PlusPlus,
    pub(crate) accounts: BTreeMap<AccountName, Account>,
    pub(crate) characters: BTreeMap<CharacterName, Character>,
    #[serde(default)]
    pub(crate) ids: Ids,
    #[serde(default)]
    pub(crate) exchange: Exchange,
    #[serde(default)]
    pub(crate) events: Events,
    #[serde(default)]
    pub(crate) raids: Raids,
    #[serde(default)]
    pub(crate) players: Players,
    /// Season rewards that only one account can have, and one has.
    #[serde(default)]
    pub(crate) first_rewards: BTreeSet<String>,
}

impl State {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
            accounts: BTreeMap::new(),
            characters: BTreeMap::new(),
            ids: Ids::default(),
            exchange: Exchange::default(),
            events: Events::new(seed),
            raids: Raids::default(),
            players: Players::new(seed),
            first_rewards: BTreeSet::new(),
        }
    }
}
