//! An account's bank: slots of unlimited stacks, and gold (RULES §9).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{ids::ItemCode, inventory::SimpleItem};

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

    /// Replaces what the bank holds with a list as the API sends it.
    pub fn set_items(&mut self, items: &[SimpleItem]) {
        self.items = items.iter().map(|item| (item.code.clone(), item.quantity)).collect();
    }
}
