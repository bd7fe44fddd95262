//! NPCs and what they buy and sell (RULES §11).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{ItemCode, NpcCode},
    words::words,
};

/// An NPC of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = NPCSchema)]
pub struct Npc {
    /// Name for people.
    pub name: String,
    /// Unique code, which is the code of the content on its tile.
    pub code: NpcCode,
    /// Flavour text.
    pub description: String,
    /// What it deals in.
    #[serde(rename = "type")]
    pub kind: NpcType,
    /// What it buys and sells, as [`NpcItem`] has it as well.
    #[serde(default)]
    pub items: Vec<NpcOffer>,
}

/// What an NPC deals in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NpcType {
    /// Takes and pays gold.
    Merchant,
    /// Takes and pays items.
    Trader,
    /// A word this program does not know.
    #[serde(untagged)]
    Other(String),
}

words! {
    NpcType as "NPCType":
        "merchant", "trader"
}

/// A line of an NPC's own list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SimpleNPCItemSchema)]
pub struct NpcOffer {
    /// Which item.
    pub code: ItemCode,
    /// What is paid with.
    #[schema(value_type = String)]
    pub currency: Currency,
    /// What a character pays for one; `None` when it is not sold.
    pub buy_price: Option<i64>,
    /// What a character gets for one; `None` when it is not bought.
    pub sell_price: Option<i64>,
}

/// A line of the list of all that NPCs buy and sell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = NPCItemSchema)]
pub struct NpcItem {
    /// Which item.
    pub code: ItemCode,
    /// Who buys or sells it.
    pub npc: NpcCode,
    /// What is paid with.
    #[schema(value_type = String)]
    pub currency: Currency,
    /// What a character pays for one; `None` when it is not sold.
    pub buy_price: Option<i64>,
    /// What a character gets for one; `None` when it is not bought.
    pub sell_price: Option<i64>,
}

/// What an NPC is paid with, and pays with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "ItemCode", into = "ItemCode")]
pub enum Currency {
    /// Gold.
    Gold,
    /// An item.
    Item(ItemCode),
}

impl Currency {
    /// The word that stands for gold where an item's code may stand.
    const GOLD: &'static str = "gold";

    /// The currency as the API spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Gold => Self::GOLD,
            Self::Item(code) => code.as_str(),
        }
    }
}

impl From<ItemCode> for Currency {
    fn from(code: ItemCode) -> Self {
        if code.as_str() == Self::GOLD { Self::Gold } else { Self::Item(code) }
    }
}

impl From<Currency> for ItemCode {
    fn from(currency: Currency) -> Self {
        match currency {
            Currency::Gold => Currency::GOLD.parse().expect("`gold` is made as codes are"),
            Currency::Item(code) => code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gold_and_items_are_told_apart_and_written_as_they_were_read() {
        for text in [r#""gold""#, r#""tasks_coin""#] {
            let currency: Currency = serde_json::from_str(text).unwrap();
            assert_eq!(currency == Currency::Gold, text.contains("gold"));
            assert_eq!(serde_json::to_string(&currency).unwrap(), text);
        }
    }
}
