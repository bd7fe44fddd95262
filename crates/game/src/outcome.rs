//! What the game answers to an action that it carried out.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    character::{Character, Slot},
    data::{Currency, Rewards},
    ids::{CharacterName, ItemCode, MapId, OrderId, ResourceCode},
    inventory::SimpleItem,
    pending::PendingItem,
    skill::Skill,
};

/// The reply to an action: what came of it, and the character afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// How long the character must wait.
    pub cooldown: Cooldown,
    /// The character afterwards.
    pub character: Character,
    /// Other characters that the action changed, afterwards: who received a gift, or fought as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Character>,
    /// What came of it.
    pub detail: Detail,
}

/// A wait that the game imposes (RULES §4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cooldown {
    /// Seconds in all.
    pub total_seconds: u32,
    /// Seconds left when the reply was written.
    pub remaining_seconds: u32,
    /// When the action was carried out, by the server's clock.
    pub started_at: Timestamp,
    /// When it ends, by the server's clock.
    pub expiration: Timestamp,
    /// The action it follows, as the API spells it.
    pub reason: String,
}

/// What came of an action, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Detail {
    /// Walked.
    Moved {
        /// The tile reached.
        map_id: MapId,
        /// Every tile walked over, the start included (RULES §5).
        path: Vec<(i32, i32)>,
    },
    /// Went through a transition.
    Transitioned {
        /// The tile reached.
        map_id: MapId,
    },
    /// Fought.
    Fought(FightReport),
    /// Gathered.
    Gathered {
        /// What was gathered from; the game's reply does not tell it, its log does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resource: Option<ResourceCode>,
        /// The skill; the game's reply does not tell it, its log does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        skill: Option<Skill>,
        /// Xp and items.
        #[serde(flatten)]
        gain: Yield,
    },
    /// Crafted.
    Crafted(Yield),
    /// Rested.
    Rested {
        /// Hit points gained.
        hp_restored: i64,
    },
    /// Put on.
    Equipped {
        /// Slot and item of each.
        items: Vec<(Slot, ItemCode)>,
    },
    /// Taken off.
    Unequipped {
        /// Slot and item of each.
        items: Vec<(Slot, ItemCode)>,
    },
    /// Used a consumable.
    Used {
        /// Which one.
        code: ItemCode,
        /// How many.
        #[serde(default = "one")]
        quantity: u32,
    },
    /// Moved items between inventory and bank.
    BankItems {
        /// What was moved.
        items: Vec<SimpleItem>,
        /// Everything in the bank afterwards (RULES §9).
        bank: Vec<SimpleItem>,
    },
    /// Moved gold between purse and bank.
    BankGold {
        /// Gold that was moved.
        #[serde(default)]
        quantity: i64,
        /// Gold in the bank afterwards.
        bank_gold: i64,
    },
    /// Made the bank larger.
    BankExpanded {
        /// Gold paid.
        price: i64,
    },
    /// Took items apart.
    Recycled(Recycled),
    /// Bought from an NPC.
    NpcBought(NpcTrade),
    /// Sold to an NPC.
    NpcSold(NpcTrade),
    /// Took a task.
    TaskAccepted(TaskOffer),
    /// Handed over items for a task.
    TaskTraded {
        /// What and how many.
        item: SimpleItem,
    },
    /// Completed a task.
    TaskCompleted(Rewards),
    /// Gave a task up.
    TaskCancelled,
    /// Drew a reward for coins.
    TaskExchanged(Rewards),
    /// Took what waited for the account.
    Claimed(PendingItem),
    /// Placed an order.
    OrderCreated {
        /// Its id.
        id: OrderId,
        /// What is offered or asked for.
        item: SimpleItem,
        /// Gold per piece.
        price: i64,
        /// When it was placed.
        created_at: Timestamp,
    },
    /// Bought from a sell order.
    OrderBought(OrderPart),
    /// Sold to a buy order.
    OrderFilled(OrderPart),
    /// Took an order back.
    OrderCancelled(OrderPart),
    /// Looks different.
    SkinChanged {
        /// The new skin.
        skin: String,
    },
    /// Has another name.
    Renamed {
        /// The name before.
        old_name: CharacterName,
        /// The name now.
        new_name: CharacterName,
    },
    /// Destroyed items.
    Deleted {
        /// What and how many.
        item: SimpleItem,
    },
    /// Gave gold away.
    GoldGiven {
        /// How much.
        quantity: i64,
        /// To whom.
        receiver: CharacterName,
    },
    /// Gave items away.
    ItemsGiven {
        /// What and how many.
        items: Vec<SimpleItem>,
        /// To whom.
        receiver: CharacterName,
    },
}

fn one() -> u32 {
    1
}

/// The part of an order that changed hands or was taken back (RULES §10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPart {
    /// The order's id.
    pub id: OrderId,
    /// Which item and how many pieces.
    pub item: SimpleItem,
    /// Gold per piece.
    pub price: i64,
    /// Gold for all pieces.
    pub total_price: i64,
}

/// What was bought from or sold to an NPC (RULES §11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NpcTrade {
    /// What changed hands.
    pub item: SimpleItem,
    /// What was paid with.
    pub currency: Currency,
    /// Price of one.
    pub price: i64,
    /// Price of all.
    pub total_price: i64,
}

/// A task as a master gives it (RULES §11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskOffer {
    /// A monster's or an item's code.
    pub code: String,
    /// `monsters` or `items`.
    pub kind: String,
    /// How many.
    pub total: u32,
    /// What completing it gives.
    pub rewards: Rewards,
}

/// What came of recycling (RULES §6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recycled {
    /// What was taken apart.
    pub item: SimpleItem,
    /// The materials it gave.
    pub items: Vec<SimpleItem>,
    /// Whether gold was paid to get more back.
    pub enhanced: bool,
    /// Gold paid.
    pub gold: i64,
}

/// Xp and items of a gather or a craft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yield {
    /// Xp of the skill.
    pub xp: i64,
    /// Items gained.
    pub items: Vec<SimpleItem>,
}

/// How a fight went (RULES §7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FightReport {
    /// Whether it was won.
    pub win: bool,
    /// Turns of all fighters together.
    pub turns: u32,
    /// The monster's code.
    pub opponent: String,
    /// The fight line by line; not to be parsed.
    pub logs: Vec<String>,
    /// What each participant got.
    pub characters: Vec<FightShare>,
    /// Whether it was against a raid's boss, which the game gives a reason and a log type of their own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub raid: bool,
}

/// What one participant got out of a fight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FightShare {
    /// Who.
    pub character_name: CharacterName,
    /// Combat xp.
    pub xp: i64,
    /// Gold.
    pub gold: i64,
    /// Items.
    pub drops: Vec<SimpleItem>,
    /// Hit points at the end of the fight.
    pub final_hp: i64,
}
