//! What a mind has done so far, counted from the replies: stop conditions, reports and the run's row read it.

use std::collections::BTreeMap;

use game::{Action, Detail, ItemCode, Outcome, SimpleItem};
use serde::{Deserialize, Serialize};

/// Counters of one run. Items and xp are what actions brought, not what is owned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Actions of any kind that were carried out.
    pub actions: u64,
    /// Seconds of cooldown they cost, in the game's own time.
    pub seconds: u64,
    /// Gathers.
    pub gathers: u64,
    /// Fights, won or lost.
    pub fights: u64,
    /// Fights won.
    pub wins: u64,
    /// Fights lost; each is a death (RULES §7).
    pub deaths: u64,
    /// Xp gained, of whatever the strategy trains.
    pub xp: i64,
    /// Gold gained by fights.
    pub gold: i64,
    /// Items gained by gathers and fights.
    pub items: BTreeMap<ItemCode, u64>,
    /// Requests that put items into the bank.
    pub deposits: u64,
    /// Rests.
    pub rests: u64,
    /// Requests that ate food.
    pub meals: u64,
}

impl Tally {
    /// How many of `code` were gained.
    #[must_use]
    pub fn gained(&self, code: &ItemCode) -> u64 {
        self.items.get(code).copied().unwrap_or(0)
    }

    /// Counts what an action brought.
    pub(crate) fn count(&mut self, action: &Action, outcome: &Outcome) {
        self.actions += 1;
        self.seconds += u64::from(outcome.cooldown.total_seconds);
        match &outcome.detail {
            Detail::Gathered { gain: gathered, .. } => {
                self.gathers += 1;
                self.xp += gathered.xp;
                self.gain(&gathered.items);
            }
            Detail::Fought(report) => {
                self.fights += 1;
                self.wins += u64::from(report.win);
                self.deaths += u64::from(!report.win);
                let name = &outcome.character.name;
                if let Some(share) = report.characters.iter().find(|share| share.character_name == *name) {
                    self.xp += share.xp;
                    self.gold += share.gold;
                    self.gain(&share.drops);
                }
            }
            Detail::Rested { .. } => self.rests += 1,
            Detail::Used { .. } => self.meals += 1,
            Detail::BankItems { .. } if matches!(action, Action::DepositItem { .. }) => self.deposits += 1,
            _ => {}
        }
    }

    fn gain(&mut self, items: &[SimpleItem]) {
        for item in items {
            *self.items.entry(item.code.clone()).or_default() += u64::from(item.quantity);
        }
    }
}
