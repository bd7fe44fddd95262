//! Gold: in the purses and the bank together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    part::Work,
    who::{Names, Who},
};

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str =
    "So much gold, in the purses and the bank together: fought for by everybody who is free.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Gold {
    /// How much there is to be.
    #[schemars(range(min = 1, max = 100_000_000))]
    amount: i64,
    /// Only these characters work for it; nobody named means all.
    names: Names,
}

impl Default for Gold {
    fn default() -> Self {
        Self { amount: 5000, names: Names::default() }
    }
}

impl Kind for Gold {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        format!("{} gold by {}", self.amount, self.names.words(Who::Everyone))
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let purses: i64 = desk.concerned().map(|(_, member)| member.character.gold).sum();
        let there = purses + desk.company.bank.map_or(0, |bank| bank.gold);
        let missing = (self.amount - there).max(0);
        let hands: Vec<_> = desk.free_hands().collect();
        if missing > 0 {
            let share = missing.div_euclid(i64::try_from(hands.len().max(1)).unwrap_or(1)) + 1;
            if hands.is_empty() {
                desk.add_for_any(Work::Earn { gold: missing }, Vec::new(), Vec::new());
            }
            for hand in hands {
                desk.add_for(hand, Work::Earn { gold: share });
            }
        }
        Progress { done: there as f64, wanted: self.amount as f64 }
    }
}
