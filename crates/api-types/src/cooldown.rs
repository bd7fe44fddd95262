//! The cooldown that follows every action, and the names of the actions that cause one (RULES §4).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;
use crate::open_enum::open_enum;

/// How long the character has to wait, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CooldownSchema)]
pub struct Cooldown {
    /// Length in seconds.
    pub total_seconds: u32,
    /// Seconds left when the reply was made; right after an action equal to `total_seconds`.
    pub remaining_seconds: u32,
    /// Start, by the server's clock.
    pub started_at: Timestamp,
    /// End, by the server's clock.
    pub expiration: Timestamp,
    /// The action that caused it.
    pub reason: ActionType,
}

open_enum! {
    /// What a cooldown follows from.
    ActionType {
        Movement = "movement",
        Fight = "fight",
        RaidFight = "raid_fight",
        MultiFight = "multi_fight",
        Crafting = "crafting",
        Gathering = "gathering",
        BuyGe = "buy_ge",
        SellGe = "sell_ge",
        CreateBuyOrderGe = "create_buy_order_ge",
        FillBuyOrderGe = "fill_buy_order_ge",
        BuyNpc = "buy_npc",
        SellNpc = "sell_npc",
        CancelGe = "cancel_ge",
        DeleteItem = "delete_item",
        DepositItem = "deposit_item",
        WithdrawItem = "withdraw_item",
        DepositGold = "deposit_gold",
        WithdrawGold = "withdraw_gold",
        Equip = "equip",
        Unequip = "unequip",
        Task = "task",
        Recycling = "recycling",
        Rest = "rest",
        Use = "use",
        BuyBankExpansion = "buy_bank_expansion",
        GiveItem = "give_item",
        GiveGold = "give_gold",
        RaidDeposit = "raid_deposit",
        ChangeSkin = "change_skin",
        Rename = "rename",
        Transition = "transition",
        ClaimItem = "claim_item",
        SandboxGiveGold = "sandbox_give_gold",
        SandboxGiveItem = "sandbox_give_item",
        SandboxGiveXp = "sandbox_give_xp",
        SandboxClearCooldown = "sandbox_clear_cooldown",
        SandboxTeleport = "sandbox_teleport",
    }
}
