//! Everything that changes while a world is played, in one value that can be saved and restored.

use std::collections::{BTreeMap, VecDeque};

use game::{AccountName, AchievementCode, Bank, Character, CharacterName, PendingItem, PendingItemId, bank};
use jiff::Timestamp;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

use crate::{AchievementProgress, Exchange, LogEntry, Rules, exchange::Mail, ids::Ids, players::Players};

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
    pub(crate) players: Players,
}

impl State {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
            accounts: BTreeMap::new(),
            characters: BTreeMap::new(),
            ids: Ids::default(),
            exchange: Exchange::default(),
            players: Players::new(seed),
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
    /// Whether membership is running; it brings the right to rename characters.
    #[serde(default)]
    pub member: bool,
    /// Gems, as consumables bring them.
    pub gems: i64,
    /// Gold and items that wait to be claimed, the oldest first.
    #[serde(default)]
    pub pending: BTreeMap<PendingItemId, PendingItem>,
    /// How far it is with the achievements it has begun.
    #[serde(default)]
    pub achievements: BTreeMap<AchievementCode, AchievementProgress>,
    /// What happened, the newest first.
    pub(crate) log: VecDeque<LogEntry>,
}

impl Account {
    pub(crate) fn new(created_at: Timestamp) -> Self {
        Self {
            created_at,
            characters: Vec::new(),
            bank: Bank {
                slots: bank::BASE_SLOTS,
                next_expansion_cost: bank::expansion_cost(0),
                ..Bank::default()
            },
            member: false,
            gems: 0,
            pending: BTreeMap::new(),
            achievements: BTreeMap::new(),
            log: VecDeque::new(),
        }
    }

    /// Whether an achievement is reached.
    pub(crate) fn has_reached(&self, code: &AchievementCode) -> bool {
        self.achievements.get(code).is_some_and(|own| own.completed_at.is_some())
    }

    /// Whether an achievement is reached, or one that every account has.
    pub(crate) fn achieved(&self, code: &str, rules: &Rules) -> bool {
        code.parse().is_ok_and(|code| self.has_reached(&code)) || rules.achievements.contains(code)
    }

    /// Knows a character by its new name.
    pub(crate) fn rename(&mut self, old: &CharacterName, new: &CharacterName) {
        self.characters.iter_mut().filter(|own| *own == old).for_each(|own| own.clone_from(new));
    }

    /// Receives what somebody else's action brings.
    pub(crate) fn receive(&mut self, mail: Mail) {
        match mail {
            Mail::Gold(gold) => self.bank.gold += gold,
            Mail::Pending(pending) => drop(self.pending.insert(pending.id.clone(), pending)),
        }
    }

    /// Writes an entry, and forgets the oldest when there are more than `keep`.
    pub(crate) fn remember(&mut self, entry: LogEntry, keep: usize) {
        self.log.push_front(entry);
        self.log.truncate(keep);
    }
}
