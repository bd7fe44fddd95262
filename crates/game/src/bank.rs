//! An account's bank: slots of unlimited stacks, and gold (RULES §9).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ids::ItemCode, inventory::SimpleItem};

/// Slots of a bank without expansions (RULES §9).
pub const BASE_SLOTS: u32 = 50;
/// Slots that an expansion adds (RULES §9).
pub const EXPANSION_SLOTS: u32 = 20;
/// Price of the first expansion; each further one costs twice as much (RULES §9).
const FIRST_EXPANSION: i64 = 3500;
/// The most that an expansion costs (RULES §9).
const DEAREST_EXPANSION: i64 = 448_000;

/// Price of the next expansion when `bought` have been bought (RULES §9).
#[must_use]
pub fn expansion_cost(bought: u32) -> i64 {
    let factor = 1_i64.checked_shl(bought).filter(|factor| *factor > 0).unwrap_or(i64::MAX);
    FIRST_EXPANSION.saturating_mul(factor).min(DEAREST_EXPANSION)
}

/// What an account keeps in its bank.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bank {
    /// Most different items it can hold.
    pub slots: u32,
    /// Expansions bought so far.
    pub expansions: u32,
    /// Price of the next expansion.
    pub next_expansion_cost: i64,
    /// Gold in the bank.
    pub gold: i64,
    /// How many of each item.
    pub items: BTreeMap<ItemCode, u32>,
}

impl Bank {
    /// How many of `code` are in the bank.
    #[must_use]
    pub fn count(&self, code: &ItemCode) -> u32 {
        self.items.get(code).copied().unwrap_or(0)
    }

    /// Slots that are still free.
    #[must_use]
    pub fn free_slots(&self) -> usize {
        usize::try_from(self.slots).unwrap_or(usize::MAX).saturating_sub(self.items.len())
    }

    /// Adds the slots of an expansion that was bought.
    pub fn expand(&mut self) {
        self.slots = self.slots.saturating_add(EXPANSION_SLOTS);
        self.expansions += 1;
        self.next_expansion_cost = expansion_cost(self.expansions);
    }

    /// Replaces what the bank holds with a list as the API sends it.
    pub fn set_items(&mut self, items: &[SimpleItem]) {
        self.items = items.iter().map(|item| (item.code.clone(), item.quantity)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_expansion_costs_twice_the_last_until_the_dearest() {
        let costs: Vec<_> = (0..9).map(expansion_cost).collect();
        assert_eq!(costs, [3500, 7000, 14_000, 28_000, 56_000, 112_000, 224_000, 448_000, 448_000]);
        assert_eq!([62, 63, 64, u32::MAX].map(expansion_cost), [448_000; 4]);
    }
}
