//! Buying from and selling to an NPC (RULES §11). Both send a `SimpleItem`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Character, Cooldown};

/// Reply to `npc/buy` and `npc/sell`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = NpcMerchantTransactionSchema)]
pub struct NpcTradeData {
    /// What it cost in time.
    pub cooldown: Cooldown,
    /// What was bought or sold.
    pub transaction: NpcTransaction,
    /// The character afterwards.
    pub character: Character,
}

/// What was bought from or sold to an NPC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = NpcItemTransactionSchema)]
pub struct NpcTransaction {
    /// The item's code.
    pub code: String,
    /// Pieces.
    pub quantity: u32,
    /// `gold`, or the code of the item that is paid with.
    pub currency: String,
    /// Price per piece.
    pub price: i64,
    /// Price of all.
    pub total_price: i64,
}
