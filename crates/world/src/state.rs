//! Everything that changes while a world is played, in one value that can be saved and restored.

use std::collections::{BTreeMap, VecDeque};

use game::{AccountName, Bank, Character, CharacterName};
use jiff::Timestamp;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

use crate::log::LogEntry;

/// Slots of a new bank (RULES §9).
const BANK_SLOTS: u32 = 50;
/// Price of the first expansion (RULES §9).
const FIRST_EXPANSION_COST: i64 = 3500;

/// The changing part of a world. Maps are ordered, so that equal states serialize to equal bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Where all chance comes from.
    pub(crate) rng: Xoshiro256PlusPlus,
    pub(crate) accounts: BTreeMap<AccountName, Account>,
    pub(crate) characters: BTreeMap<CharacterName, Character>,
}

impl State {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
            accounts: BTreeMap::new(),
            characters: BTreeMap::new(),
        }
    }
}

/// What belongs to an account as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// When it was created.
    pub created_at: Timestamp,
    /// Its characters, the oldest first.
    pub characters: Vec<CharacterName>,
    /// The bank all of them share.
    pub bank: Bank,
    /// Gems, as consumables bring them.
    pub gems: i64,
    /// What happened, the newest first.
    pub(crate) log: VecDeque<LogEntry>,
}

impl Account {
    pub(crate) fn new(created_at: Timestamp) -> Self {
        Self {
            created_at,
            characters: Vec::new(),
            bank: Bank { slots: BANK_SLOTS, next_expansion_cost: FIRST_EXPANSION_COST, ..Bank::default() },
            gems: 0,
            log: VecDeque::new(),
        }
    }

    /// Writes an entry, and forgets the oldest when there are more than `keep`.
    pub(crate) fn remember(&mut self, entry: LogEntry, keep: usize) {
        self.log.push_front(entry);
        self.log.truncate(keep);
    }
}
