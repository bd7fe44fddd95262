//! The banks of the accounts, and what of them is spoken for: for those who plan with them, and for those who look.

use std::{collections::BTreeMap, sync::Arc};

use game::{AccountName, Bank, ItemCode};
use planner::Reservation;
use tokio::time::Instant;
use uuid::Uuid;

use super::Board;

/// A bank as it is known.
#[derive(Debug, Clone)]
pub struct Stock {
    /// What is in it.
    pub bank: Arc<Bank>,
    /// What of it is spoken for, by whom: characters, and goals by their ids.
    pub reserved: Arc<[Reservation<Uuid>]>,
}

/// What a character counts on for what it does now, by item.
pub type Claims = BTreeMap<ItemCode, Claim>;

/// So many of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// How many.
    pub quantity: u32,
    /// Since when it counts on some of them.
    pub since: Instant,
}

impl Board {
    /// Replaces what is known of an account's bank. Nobody who watches the board hears of it.
    pub fn post_bank(&self, account: &AccountName, stock: Stock) {
        self.lock().banks.insert(account.clone(), stock);
    }

    /// An account's bank, once somebody has looked.
    #[must_use]
    pub fn bank(&self, account: &AccountName) -> Option<Stock> {
        self.lock().banks.get(account).cloned()
    }
}
