//! What a character can be told to do: one value per call of `POST /my/{name}/action/…` (RULES §4).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    character::Slot,
    ids::{ItemCode, MapId},
    inventory::SimpleItem,
};

/// An action with everything its request carries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

/// One line of an equip request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EquipItem {
    /// What to put on.
    pub code: ItemCode,
    /// Where.
    pub slot: Slot,
    /// How many; more than 1 only for utilities.
    pub quantity: u32,
}

/// One line of an unequip request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UnequipItem {
    /// What to empty.
    pub slot: Slot,
    /// How many; more than 1 only for utilities.
    pub quantity: u32,
}

/// What may happen when an action is sent twice because its first reply was lost (DESIGN: lost replies).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// The second has no effect of its own.
    Harmless,
    /// The second costs a cooldown and brings what it always brings.
    CostsTime,
    /// The second moves goods or gold again: only on evidence that the first did not happen.
    Never,
}

impl Action {
    /// The reason the game gives for the cooldown that follows, which is also the type in its log (RULES §4, §15).
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Move { .. } => "movement",
            Self::Transition => "transition",
            Self::Fight => "fight",
            Self::Gathering => "gathering",
            Self::Crafting { .. } => "crafting",
            Self::Rest => "rest",
            Self::Equip { .. } => "equip",
            Self::Unequip { .. } => "unequip",
            Self::Use { .. } => "use",
            Self::DepositItem { .. } => "deposit_item",
            Self::WithdrawItem { .. } => "withdraw_item",
            Self::DepositGold { .. } => "deposit_gold",
            Self::WithdrawGold { .. } => "withdraw_gold",
        }
    }

    /// How bad it would be to do it twice.
    #[must_use]
    pub fn repeat(&self) -> Repeat {
        match self {
            Self::Move { .. } | Self::Rest => Repeat::Harmless,
            Self::Fight | Self::Gathering => Repeat::CostsTime,
            // A second transition leads back, a second craft uses the next materials, a second use eats the next food.
            _ => Repeat::Never,
        }
    }
}

/// Short words for a log line or a card: "move to map 12", "craft 3 × copper_bar".
impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |items: &[SimpleItem]| {
            items
                .iter()
                .map(|item| format!("{} × {}", item.quantity, item.code))
                .collect::<Vec<_>>()
                .join(", ")
        };
        match self {
            Self::Move { map_id } => write!(f, "move to map {map_id}"),
            Self::Transition => f.write_str("take the transition"),
            Self::Fight => f.write_str("fight"),
            Self::Gathering => f.write_str("gather"),
            Self::Crafting { code, quantity } => write!(f, "craft {quantity} × {code}"),
            Self::Rest => f.write_str("rest"),
            Self::Equip { items } => {
                let names: Vec<_> = items.iter().map(|item| item.code.as_str()).collect();
                write!(f, "equip {}", names.join(", "))
            }
            Self::Unequip { items } => {
                let names: Vec<_> = items.iter().map(|item| item.slot.as_str()).collect();
                write!(f, "unequip {}", names.join(", "))
            }
            Self::Use { code, quantity } => write!(f, "use {quantity} × {code}"),
            Self::DepositItem { items } => write!(f, "deposit {}", list(items)),
            Self::WithdrawItem { items } => write!(f, "withdraw {}", list(items)),
            Self::DepositGold { quantity } => write!(f, "deposit {quantity} gold"),
            Self::WithdrawGold { quantity } => write!(f, "withdraw {quantity} gold"),
        }
    }
}
