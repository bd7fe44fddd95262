//! Entries of `GET /my/logs` and of the realtime `account_log`: the last 5000 actions of an account (RULES §4, §15).
//!
//! `content` differs by type and is not in the spec: it stays raw here, and whoever reads it takes what is there.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;
use crate::open_enum::open_enum;

/// One thing that a character did or that happened to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = LogSchema)]
pub struct Log {
    /// The character's name.
    pub character: String,
    /// The account's name.
    pub account: String,
    /// What kind of thing.
    #[serde(rename = "type")]
    pub kind: LogType,
    /// A sentence for people.
    pub description: String,
    /// Details by type (RULES §15), `null` when there are none.
    pub content: serde_json::Value,
    /// Seconds of cooldown that it caused.
    pub cooldown: u32,
    /// End of that cooldown, by the server's clock.
    pub cooldown_expiration: Option<Timestamp>,
    /// When it happened, by the server's clock.
    pub created_at: Timestamp,
}

open_enum! {
    /// What a log entry is about. Tasks are told apart here, while a cooldown calls all of them `task`.
    LogType {
        Spawn = "spawn",
        DeleteCharacter = "delete_character",
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
        NewTask = "new_task",
        TaskExchange = "task_exchange",
        TaskCancelled = "task_cancelled",
        TaskCompleted = "task_completed",
        TaskTrade = "task_trade",
        Recycling = "recycling",
        Rest = "rest",
        Use = "use",
        BuyBankExpansion = "buy_bank_expansion",
        Achievement = "achievement",
        GiveItem = "give_item",
        GiveGold = "give_gold",
        ReceiveItem = "receive_item",
        ReceiveGold = "receive_gold",
        RaidDeposit = "raid_deposit",
        ChangeSkin = "change_skin",
        Rename = "rename",
        Transition = "transition",
        ClaimItem = "claim_item",
        SandboxGiveGold = "sandbox_give_gold",
        SandboxGiveItem = "sandbox_give_item",
        SandboxGiveXp = "sandbox_give_xp",
        SandboxResetAccount = "sandbox_reset_account",
        SandboxClearCooldown = "sandbox_clear_cooldown",
        SandboxTeleport = "sandbox_teleport",
    }
}
