//! `GET /my/bank`: size and gold of the account's bank (RULES §9). Its items are a `Page<SimpleItem>`; deposits and
//! withdrawals are in `action::bank`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The bank without its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BankSchema)]
pub struct Bank {
    /// Different items that fit.
    pub slots: u32,
    /// Expansions bought.
    pub expansions: u32,
    /// Gold that the next expansion costs.
    pub next_expansion_cost: i64,
    /// Gold in the bank.
    pub gold: i64,
}
