//! Items, their effects, their recipes and the conditions on using them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{EffectCode, ItemCode},
    inventory::SimpleItem,
    skill::Skill,
    words::words,
};

/// An item of the season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ItemSchema)]
pub struct Item {
    /// Name for people.
    pub name: String,
    /// Unique code.
    pub code: ItemCode,
    /// Level of the item; recipes ask for the same skill level.
    pub level: u32,
    /// What it is.
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    pub kind: ItemType,
    /// Finer kind, such as `tool`, `food` or `bar`; may be empty.
    pub subtype: String,
    /// Flavour text.
    pub description: String,
    /// Whether the Grand Exchange takes it.
    pub tradeable: bool,
    /// What a character must fulfil to equip or use it.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// What it does when worn or used.
    #[serde(default)]
    pub effects: Vec<ItemEffect>,
    /// Its recipe, if it can be crafted.
    pub craft: Option<Craft>,
    /// Whether it can be recycled.
    #[serde(default)]
    pub recyclable: bool,
}

impl Item {
    /// The sum of the values of one effect, 0 without it.
    #[must_use]
    pub fn effect(&self, code: &str) -> i64 {
        self.effects.iter().filter(|effect| effect.code.as_str() == code).map(|effect| effect.value).sum()
    }

    /// Whether it is a tool of a gathering skill (RULES §8: tools are weapons).
    #[must_use]
    pub fn is_tool(&self) -> bool {
        self.kind == ItemType::Weapon && self.subtype == "tool"
    }
}

/// What an item is; it decides where it can be worn. Unknown words of a newer season are kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemType {
    /// Eaten, drunk or opened with `use`.
    Consumable,
    /// Worn in the weapon slot; tools as well.
    Weapon,
    /// Worn on the body.
    BodyArmor,
    /// Worn on the legs.
    LegArmor,
    /// Worn on the head.
    Helmet,
    /// Worn on the feet.
    Boots,
    /// Worn on the arm.
    Shield,
    /// Worn at the neck.
    Amulet,
    /// Worn on a finger; there are two slots.
    Ring,
    /// Worn in one of three artifact slots.
    Artifact,
    /// Used up in fights from one of two slots.
    Utility,
    /// Makes room.
    Bag,
    /// Worn in the rune slot.
    Rune,
    /// Material.
    Resource,
    /// Coins of a trader.
    Currency,
    /// A word this program does not know.
    #[serde(untagged)]
    Other(String),
}

words! {
    ItemType as "ItemType":
        "utility", "body_armor", "weapon", "resource", "leg_armor", "helmet", "boots", "shield", "amulet", "ring", "artifact", "currency", "consumable", "rune", "bag"
}

/// An effect of an item, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SimpleEffectSchema)]
pub struct ItemEffect {
    /// Which effect.
    pub code: EffectCode,
    /// Its strength, in the effect's own unit.
    pub value: i64,
    /// Text for people.
    #[serde(default)]
    #[schema(required)]
    pub description: String,
}

/// A recipe (RULES §6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CraftSchema)]
pub struct Craft {
    /// Skill, and with it the workshop.
    #[schema(schema_with = Skill::crafting_schema)]
    pub skill: Skill,
    /// Level of the skill that is needed.
    pub level: u32,
    /// Ingredients of one craft.
    pub items: Vec<SimpleItem>,
    /// How many items one craft makes.
    pub quantity: u32,
}

/// Something that must hold for an item, a tile or a transition (RULES §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ConditionSchema)]
pub struct Condition {
    /// A field of the character, an item or an achievement, by operator.
    pub code: String,
    /// How `code` and `value` are compared.
    pub operator: Operator,
    /// The number to compare with.
    pub value: i64,
}

/// How a condition compares. Unknown operators of a newer season never hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Greater.
    Gt,
    /// Less.
    Lt,
    /// Paid with items or gold and used up.
    Cost,
    /// Carried or worn, not used up.
    HasItem,
    /// The account has the achievement.
    AchievementUnlocked,
    /// A word this program does not know.
    #[serde(untagged)]
    Other(String),
}

words! {
    Operator as "ConditionOperator":
        "eq", "ne", "gt", "lt", "cost", "has_item", "achievement_unlocked"
}
