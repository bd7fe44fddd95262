//! What belongs to an account as a whole.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use game::{AchievementCode, Bank, CharacterName, PendingItem, PendingItemId, bank};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    AchievementProgress, GemTransaction, LogEntry, Purchase, Rules, Statistics, Subscription, Wares,
    exchange::Mail,
};

/// An account: its characters, and what all of them share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// When it was created.
    pub created_at: Timestamp,
    /// Its characters, the oldest first.
    pub characters: Vec<CharacterName>,
    /// The bank all of them share.
    pub bank: Bank,
    /// Whether it is a member without ever paying, as a setting; [`Account::is_member`] knows of paid membership, too.
    #[serde(default)]
    pub member: bool,
    /// Membership that was paid for, running or over.
    #[serde(default)]
    pub(crate) subscription: Option<Subscription>,
    /// Months of membership that were given and not redeemed.
    #[serde(default)]
    pub member_tokens: u32,
    /// Gems to spend.
    pub gems: i64,
    /// Where gems came from and went to, the newest first.
    #[serde(default)]
    pub gem_history: VecDeque<GemTransaction>,
    /// What has been ordered for money and not been paid for, by the order's id.
    #[serde(default)]
    pub(crate) checkouts: BTreeMap<String, Wares>,
    /// What was paid for, the newest first.
    #[serde(default)]
    pub purchases: VecDeque<Purchase>,
    /// Skins beside those that everybody has.
    #[serde(default)]
    pub skins: BTreeSet<String>,
    /// Badges earned.
    #[serde(default)]
    pub badges: BTreeSet<String>,
    /// Season rewards received, so that none comes twice.
    #[serde(default)]
    pub(crate) season_rewards: BTreeSet<String>,
    /// Gold and items that wait to be claimed, the oldest first.
    #[serde(default)]
    pub pending: BTreeMap<PendingItemId, PendingItem>,
    /// How far it is with the achievements it has begun.
    #[serde(default)]
    pub achievements: BTreeMap<AchievementCode, AchievementProgress>,
    /// What each of its characters has done so far.
    #[serde(default)]
    pub statistics: BTreeMap<CharacterName, Statistics>,
    /// What happened, the newest first.
    pub(crate) log: VecDeque<LogEntry>,
}

impl Account {
    pub(crate) fn new(created_at: Timestamp, member: bool) -> Self {
        Self {
            created_at,
            characters: Vec::new(),
            bank: empty_bank(),
            member,
            subscription: None,
            member_tokens: 0,
            gems: 0,
            gem_history: VecDeque::new(),
            checkouts: BTreeMap::new(),
            purchases: VecDeque::new(),
            skins: BTreeSet::new(),
            badges: BTreeSet::new(),
            season_rewards: BTreeSet::new(),
            pending: BTreeMap::new(),
            achievements: BTreeMap::new(),
            statistics: BTreeMap::new(),
            log: VecDeque::new(),
        }
    }

    /// Begins the game anew: gone is what was played for, what was bought stays.
    pub(crate) fn reset(&mut self) {
        self.characters.clear();
        self.bank = empty_bank();
        self.pending.clear();
        self.achievements.clear();
        self.statistics.clear();
        self.log.clear();
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
        if let Some(statistics) = self.statistics.remove(old) {
            self.statistics.insert(new.clone(), statistics);
        }
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

/// The bank of a new account.
fn empty_bank() -> Bank {
    Bank { slots: bank::BASE_SLOTS, next_expansion_cost: bank::expansion_cost(0), ..Bank::default() }
}
