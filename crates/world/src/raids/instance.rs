//! One opening of a raid.

use std::{cmp::Reverse, collections::BTreeMap};

use game::AccountName;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One opening of a raid, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaidInstance {
    /// When it opened.
    pub starts_at: Timestamp,
    /// When it closes at the latest.
    pub ends_at: Timestamp,
    /// Hit points of the boss at the start, shared by all who fight.
    pub total_hp: i64,
    /// Hit points left.
    pub remaining_hp: i64,
    /// When it ended and its rewards were given out; `None` while it is open.
    pub ended_at: Option<Timestamp>,
    /// Damage that counts, of each who took part.
    points: BTreeMap<AccountName, i64>,
}

impl RaidInstance {
    pub(super) fn new(starts_at: Timestamp, ends_at: Timestamp, total_hp: i64) -> Self {
        Self { starts_at, ends_at, total_hp, remaining_hp: total_hp, ended_at: None, points: BTreeMap::new() }
    }

    /// Whether its boss can be fought.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Whether its boss was defeated.
    #[must_use]
    pub fn is_won(&self) -> bool {
        self.remaining_hp == 0
    }

    /// How many accounts took part.
    #[must_use]
    pub fn participants(&self) -> usize {
        self.points.len()
    }

    /// Who took part, with the damage that counts, the most of it first; equals by name.
    #[must_use]
    pub fn leaderboard(&self) -> Vec<(&AccountName, i64)> {
        let mut board: Vec<_> = self.points.iter().map(|(account, points)| (account, *points)).collect();
        board.sort_by_key(|(_, points)| Reverse(*points));
        board
    }

    /// Counts damage, as far as there are hit points left.
    pub(super) fn hit(&mut self, account: &AccountName, damage: i64) {
        let damage = damage.clamp(0, self.remaining_hp);
        self.remaining_hp -= damage;
        *self.points.entry(account.clone()).or_default() += damage;
    }
}
