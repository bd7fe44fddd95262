//! What a character can be told to do: one value per call of `POST /my/{name}/action/…` (RULES §4).

mod kind;
mod words;

pub use kind::{RAID_FIGHT, Repeat};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    character::Slot,
    ids::{CharacterName, ItemCode, MapId, OrderId, PendingItemId},
    inventory::SimpleItem,
};

/// An action with everything its request carries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Action {
    /// Walk to a tile of the same layer (RULES §5).
    Move {
        /// Where to.
        map_id: MapId,
    },
    /// Take the transition of the tile one stands on.
    Transition,
    /// Fight the monster of the tile.
    Fight,
    /// Fight the boss of the tile together with others of one's own characters who stand there (RULES §7).
    MultiFight {
        /// One or two others.
        participants: Vec<CharacterName>,
    },
    /// Gather the resource of the tile.
    Gathering,
    /// Craft at the workshop of the tile.
    Crafting {
        /// What to craft.
        code: ItemCode,
        /// How many times the recipe is made.
        quantity: u32,
    },
    /// Rest until hp is full.
    Rest,
    /// Put items on.
    Equip {
        /// Item, slot and quantity of each.
        items: Vec<EquipItem>,
    },
    /// Take items off.
    Unequip {
        /// Slot and quantity of each.
        items: Vec<UnequipItem>,
    },
    /// Eat, drink or open consumables.
    Use {
        /// Which one.
        code: ItemCode,
        /// How many.
        quantity: u32,
    },
    /// Put items into the bank.
    DepositItem {
        /// What and how many.
        items: Vec<SimpleItem>,
    },
    /// Take items out of the bank.
    WithdrawItem {
        /// What and how many.
        items: Vec<SimpleItem>,
    },
    /// Put gold into the bank.
    DepositGold {
        /// How much.
        quantity: i64,
    },
    /// Take gold out of the bank.
    WithdrawGold {
        /// How much.
        quantity: i64,
    },
    /// Make the bank larger, for gold of the character (RULES §9).
    BuyBankExpansion,
    /// Take crafted items apart at their skill's workshop (RULES §6).
    Recycling {
        /// Which one.
        code: ItemCode,
        /// How many.
        quantity: u32,
        /// Whether gold is paid to get more back.
        enhanced: bool,
    },
    /// Buy from the NPC of the tile (RULES §11).
    BuyNpc {
        /// Which item.
        code: ItemCode,
        /// How many.
        quantity: u32,
    },
    /// Sell to the NPC of the tile (RULES §11).
    SellNpc {
        /// Which item.
        code: ItemCode,
        /// How many.
        quantity: u32,
    },
    /// Take a task from the master of the tile (RULES §11).
    TaskNew,
    /// Hand over items for the task.
    TaskTrade {
        /// Which item.
        code: ItemCode,
        /// How many.
        quantity: u32,
    },
    /// Get the rewards of a task that is done.
    TaskComplete,
    /// Give the task up for a coin.
    TaskCancel,
    /// Draw a reward for six coins.
    TaskExchange,
    /// Take what waits for the account (RULES §9).
    ClaimItem {
        /// Which of it.
        id: PendingItemId,
    },
    /// Buy from a sell order (RULES §10).
    GeBuy {
        /// The order.
        id: OrderId,
        /// How many pieces.
        quantity: u32,
    },
    /// Sell to a buy order.
    GeFill {
        /// The order.
        id: OrderId,
        /// How many pieces.
        quantity: u32,
    },
    /// Offer items on the Grand Exchange.
    GeCreateSellOrder {
        /// Which item.
        code: ItemCode,
        /// How many pieces.
        quantity: u32,
        /// Gold asked per piece.
        price: i64,
    },
    /// Ask for items on the Grand Exchange.
    GeCreateBuyOrder {
        /// Which item.
        code: ItemCode,
        /// How many pieces.
        quantity: u32,
        /// Gold offered per piece.
        price: i64,
    },
    /// Take one's own order back.
    GeCancel {
        /// The order.
        id: OrderId,
    },
    /// Look different (RULES §2).
    ChangeSkin {
        /// Code of a skin that the account owns.
        skin: String,
    },
    /// Take another name; for members (RULES §2).
    Rename {
        /// The new one.
        name: CharacterName,
    },
    /// Destroy items.
    DeleteItem {
        /// Which one.
        code: ItemCode,
        /// How many.
        quantity: u32,
    },
    /// Give gold to another of one's own characters on the same tile (RULES §9).
    GiveGold {
        /// How much.
        quantity: i64,
        /// To whom.
        character: CharacterName,
    },
    /// Give items to another of one's own characters on the same tile (RULES §9).
    GiveItem {
        /// What and how many.
        items: Vec<SimpleItem>,
        /// To whom.
        character: CharacterName,
    },
}

/// One line of an equip request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct EquipItem {
    /// What to put on.
    pub code: ItemCode,
    /// Where.
    pub slot: Slot,
    /// How many; more than 1 only for utilities.
    pub quantity: u32,
}

/// One line of an unequip request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct UnequipItem {
    /// What to empty.
    pub slot: Slot,
    /// How many; more than 1 only for utilities.
    pub quantity: u32,
}
