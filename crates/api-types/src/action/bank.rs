//! Deposits, withdrawals and expansions of the bank (RULES §9). Items are sent as an array of 1 to 20 `SimpleItem`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown, SimpleItem};

/// Body of `bank/deposit/gold` and `bank/withdraw/gold`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DepositWithdrawGoldSchema)]
pub struct BankGoldRequest {
    /// How much gold.
    #[schema(minimum = 1)]
    pub quantity: i64,
}

/// Reply to `bank/deposit/gold` and `bank/withdraw/gold`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BankGoldTransactionSchema)]
pub struct BankGoldData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// The gold in the bank afterwards.
    pub bank: Gold,
    /// The character afterwards.
    pub character: Character,
}

/// An amount of gold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = GoldSchema)]
pub struct Gold {
    /// How much.
    pub quantity: i64,
}

/// Reply to `bank/deposit/item` and `bank/withdraw/item`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BankItemTransactionSchema)]
pub struct BankItemData {
    /// What it cost.
    pub cooldown: Cooldown,
    /// What was moved.
    pub items: Vec<SimpleItem>,
    /// Everything in the bank afterwards.
    pub bank: Vec<SimpleItem>,
    /// The character afterwards.
    pub character: Character,
}

/// Reply to `bank/buy_expansion`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BankExtensionTransactionSchema)]
pub struct BankExpansionData {
    /// What it cost in time.
    pub cooldown: Cooldown,
    /// What it cost in gold.
    pub transaction: BankExpansion,
    /// The character afterwards.
    pub character: Character,
}

/// An expansion that was bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = BankExtensionSchema)]
pub struct BankExpansion {
    /// Gold paid.
    pub price: i64,
}
