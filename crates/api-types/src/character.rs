//! A character as the game sends it: one flat object with everything about it (RULES §2), part of every action's reply.
//!
//! Names and order of the fields are the spec's. Grouping them into skills, stats and equipment is left to `game`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::null::null_as_default;
use crate::{MapLayer, Timestamp};

/// The full state of a character. Equipment holds item codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CharacterSchema)]
pub struct Character {
    /// Name, unique on the server.
    pub name: String,
    /// The owner's account name.
    pub account: String,
    /// Code of its skin.
    pub skin: String,
    /// Combat level.
    pub level: u32,
    /// XP gained on this combat level.
    pub xp: i64,
    /// XP that the next combat level takes.
    pub max_xp: i64,
    /// Gold carried.
    pub gold: i64,
    /// Unused by the game.
    pub speed: i32,
    /// Mining level.
    pub mining_level: u32,
    /// XP gained on this mining level.
    pub mining_xp: i64,
    /// XP that the next mining level takes.
    pub mining_max_xp: i64,
    /// Woodcutting level.
    pub woodcutting_level: u32,
    /// XP gained on this woodcutting level.
    pub woodcutting_xp: i64,
    /// XP that the next woodcutting level takes.
    pub woodcutting_max_xp: i64,
    /// Fishing level.
    pub fishing_level: u32,
    /// XP gained on this fishing level.
    pub fishing_xp: i64,
    /// XP that the next fishing level takes.
    pub fishing_max_xp: i64,
    /// Weaponcrafting level.
    pub weaponcrafting_level: u32,
    /// XP gained on this weaponcrafting level.
    pub weaponcrafting_xp: i64,
    /// XP that the next weaponcrafting level takes.
    pub weaponcrafting_max_xp: i64,
    /// Gearcrafting level.
    pub gearcrafting_level: u32,
    /// XP gained on this gearcrafting level.
    pub gearcrafting_xp: i64,
    /// XP that the next gearcrafting level takes.
    pub gearcrafting_max_xp: i64,
    /// Jewelrycrafting level.
    pub jewelrycrafting_level: u32,
    /// XP gained on this jewelrycrafting level.
    pub jewelrycrafting_xp: i64,
    /// XP that the next jewelrycrafting level takes.
    pub jewelrycrafting_max_xp: i64,
    /// Cooking level.
    pub cooking_level: u32,
    /// XP gained on this cooking level.
    pub cooking_xp: i64,
    /// XP that the next cooking level takes.
    pub cooking_max_xp: i64,
    /// Alchemy level.
    pub alchemy_level: u32,
    /// XP gained on this alchemy level.
    pub alchemy_xp: i64,
    /// XP that the next alchemy level takes.
    pub alchemy_max_xp: i64,
    /// Hit points left.
    pub hp: i64,
    /// Hit points when healthy.
    pub max_hp: i64,
    /// Percent off the cooldown of fights.
    pub haste: i32,
    /// Percent chance of a critical strike (1.5 times the damage).
    pub critical_strike: i32,
    /// 1 % more XP per 10 points.
    pub wisdom: i32,
    /// 1 % better chance of drops per 10 points.
    pub prospecting: i32,
    /// The highest acts first in a fight.
    pub initiative: i32,
    /// The highest draws the monster in a group fight.
    pub threat: i32,
    /// Fire attack.
    pub attack_fire: i32,
    /// Earth attack.
    pub attack_earth: i32,
    /// Water attack.
    pub attack_water: i32,
    /// Air attack.
    pub attack_air: i32,
    /// Percent more damage in all elements.
    pub dmg: i32,
    /// Percent more fire damage.
    pub dmg_fire: i32,
    /// Percent more earth damage.
    pub dmg_earth: i32,
    /// Percent more water damage.
    pub dmg_water: i32,
    /// Percent more air damage.
    pub dmg_air: i32,
    /// Percent of fire damage resisted; may be negative.
    pub res_fire: i32,
    /// Percent of earth damage resisted; may be negative.
    pub res_earth: i32,
    /// Percent of water damage resisted; may be negative.
    pub res_water: i32,
    /// Percent of air damage resisted; may be negative.
    pub res_air: i32,
    /// Effects that act on the character now.
    #[serde(default, deserialize_with = "null_as_default")]
    pub effects: Vec<StorageEffect>,
    /// Column on the layer.
    pub x: i32,
    /// Row on the layer.
    pub y: i32,
    /// Layer of the world.
    pub layer: MapLayer,
    /// Id of the tile it stands on.
    pub map_id: u32,
    /// Length in seconds of the last cooldown.
    pub cooldown: u32,
    /// End of the last cooldown, by the server's clock.
    pub cooldown_expiration: Option<Timestamp>,
    /// Item worn as weapon; empty for none.
    pub weapon_slot: String,
    /// Item worn as rune; empty for none.
    pub rune_slot: String,
    /// Item worn as shield; empty for none.
    pub shield_slot: String,
    /// Item worn as helmet; empty for none.
    pub helmet_slot: String,
    /// Item worn as body armor; empty for none.
    pub body_armor_slot: String,
    /// Item worn as leg armor; empty for none.
    pub leg_armor_slot: String,
    /// Item worn as boots; empty for none.
    pub boots_slot: String,
    /// Item worn as ring 1; empty for none.
    pub ring1_slot: String,
    /// Item worn as ring 2; empty for none.
    pub ring2_slot: String,
    /// Item worn as amulet; empty for none.
    pub amulet_slot: String,
    /// Item worn as artifact 1; empty for none.
    pub artifact1_slot: String,
    /// Item worn as artifact 2; empty for none.
    pub artifact2_slot: String,
    /// Item worn as artifact 3; empty for none.
    pub artifact3_slot: String,
    /// Item worn as utility 1; empty for none.
    pub utility1_slot: String,
    /// Pieces in that slot.
    pub utility1_slot_quantity: u32,
    /// Item worn as utility 2; empty for none.
    pub utility2_slot: String,
    /// Pieces in that slot.
    pub utility2_slot_quantity: u32,
    /// Item worn as bag; empty for none.
    pub bag_slot: String,
    /// Code of the monster or item that the task asks for; empty without a task.
    pub task: String,
    /// `monsters` or `items`; empty without a task.
    pub task_type: String,
    /// Part of the task that is done.
    pub task_progress: u32,
    /// What the task asks for in all.
    pub task_total: u32,
    /// Pieces of all items together that can be carried.
    pub inventory_max_items: u32,
    /// The slots, the empty ones included.
    #[serde(default, deserialize_with = "null_as_default")]
    pub inventory: Vec<InventorySlot>,
}

/// One slot of the inventory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = InventorySlotSchema)]
pub struct InventorySlot {
    /// Its number, from 1.
    pub slot: u32,
    /// The item's code; empty in an empty slot.
    pub code: String,
    /// Pieces in the slot.
    pub quantity: u32,
}

/// An effect that acts on a character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StorageEffectSchema)]
pub struct StorageEffect {
    /// The effect's code.
    pub code: String,
    /// Its strength.
    pub value: i32,
}
