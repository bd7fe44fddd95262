//! A character: from the API's one flat object to skills, stats, equipment and inventory.

use std::collections::BTreeMap;

use api_types::{Character as Wire, InventorySlot, ItemSlot, MapLayer};
use game::{
    Character, Inventory, MapId, SimpleItem, Skill,
    character::{Equipped, Slot, Task},
    data::{Layer, Position},
    skill::Progress,
    stats::{PerElement, Stats},
};
use jiff::Timestamp;

use super::id;
use crate::decode::DecodeError;

/// A character, whole or not at all.
pub(crate) fn character(wire: Wire) -> Result<Character, DecodeError> {
    Ok(Character {
        skills: skills(&wire),
        stats: stats(&wire),
        position: Position { layer: layer(&wire.layer)?, x: wire.x, y: wire.y },
        equipment: equipment(&wire)?,
        task: (!wire.task.is_empty()).then_some(Task {
            code: wire.task,
            kind: wire.task_type,
            progress: wire.task_progress,
            total: wire.task_total,
        }),
        name: id("character.name", wire.name)?,
        account: id("character.account", wire.account)?,
        skin: wire.skin,
        combat: Progress { level: wire.level, xp: wire.xp, max_xp: wire.max_xp },
        gold: wire.gold,
        hp: wire.hp,
        max_hp: wire.max_hp,
        map_id: MapId(wire.map_id),
        cooldown: wire.cooldown,
        // Without one it has never acted, so any past moment will do.
        cooldown_expiration: wire.cooldown_expiration.map_or(Timestamp::UNIX_EPOCH, Into::into),
        inventory: inventory(wire.inventory, wire.inventory_max_items)?,
    })
}

/// A slot by its name; `None` for one that this program does not know.
pub(crate) fn slot(wire: &ItemSlot) -> Option<Slot> {
    Slot::ALL.into_iter().find(|slot| slot.as_str() == wire.as_str())
}

fn layer(wire: &MapLayer) -> Result<Layer, DecodeError> {
    match wire {
        MapLayer::Overworld => Ok(Layer::Overworld),
        MapLayer::Underground => Ok(Layer::Underground),
        MapLayer::Interior => Ok(Layer::Interior),
        MapLayer::Unknown(name) => {
            Err(DecodeError::field("character.layer", format!("`{name}` is not a known layer")))
        }
    }
}

fn skills(wire: &Wire) -> BTreeMap<Skill, Progress> {
    let progress = |level, xp, max_xp| Progress { level, xp, max_xp };
    BTreeMap::from([
        (Skill::Mining, progress(wire.mining_level, wire.mining_xp, wire.mining_max_xp)),
        (Skill::Woodcutting, progress(wire.woodcutting_level, wire.woodcutting_xp, wire.woodcutting_max_xp)),
        (Skill::Fishing, progress(wire.fishing_level, wire.fishing_xp, wire.fishing_max_xp)),
        (
            Skill::Weaponcrafting,
            progress(wire.weaponcrafting_level, wire.weaponcrafting_xp, wire.weaponcrafting_max_xp),
        ),
        (
            Skill::Gearcrafting,
            progress(wire.gearcrafting_level, wire.gearcrafting_xp, wire.gearcrafting_max_xp),
        ),
        (
            Skill::Jewelrycrafting,
            progress(wire.jewelrycrafting_level, wire.jewelrycrafting_xp, wire.jewelrycrafting_max_xp),
        ),
        (Skill::Cooking, progress(wire.cooking_level, wire.cooking_xp, wire.cooking_max_xp)),
        (Skill::Alchemy, progress(wire.alchemy_level, wire.alchemy_xp, wire.alchemy_max_xp)),
    ])
}

fn stats(wire: &Wire) -> Stats {
    let per_element = |[fire, earth, water, air]: [i32; 4]| PerElement {
        fire: fire.into(),
        earth: earth.into(),
        water: water.into(),
        air: air.into(),
    };
    Stats {
        haste: wire.haste.into(),
        critical_strike: wire.critical_strike.into(),
        wisdom: wire.wisdom.into(),
        prospecting: wire.prospecting.into(),
        initiative: wire.initiative.into(),
        threat: wire.threat.into(),
        attack: per_element([wire.attack_fire, wire.attack_earth, wire.attack_water, wire.attack_air]),
        dmg: wire.dmg.into(),
        dmg_element: per_element([wire.dmg_fire, wire.dmg_earth, wire.dmg_water, wire.dmg_air]),
        res: per_element([wire.res_fire, wire.res_earth, wire.res_water, wire.res_air]),
    }
}

fn equipment(wire: &Wire) -> Result<BTreeMap<Slot, Equipped>, DecodeError> {
    let mut equipment = BTreeMap::new();
    for (slot, code, quantity) in [
        (Slot::Weapon, &wire.weapon_slot, 1),
        (Slot::Shield, &wire.shield_slot, 1),
        (Slot::Helmet, &wire.helmet_slot, 1),
        (Slot::BodyArmor, &wire.body_armor_slot, 1),
        (Slot::LegArmor, &wire.leg_armor_slot, 1),
        (Slot::Boots, &wire.boots_slot, 1),
        (Slot::Ring1, &wire.ring1_slot, 1),
        (Slot::Ring2, &wire.ring2_slot, 1),
        (Slot::Amulet, &wire.amulet_slot, 1),
        (Slot::Artifact1, &wire.artifact1_slot, 1),
        (Slot::Artifact2, &wire.artifact2_slot, 1),
        (Slot::Artifact3, &wire.artifact3_slot, 1),
        (Slot::Utility1, &wire.utility1_slot, wire.utility1_slot_quantity),
        (Slot::Utility2, &wire.utility2_slot, wire.utility2_slot_quantity),
        (Slot::Bag, &wire.bag_slot, 1),
        (Slot::Rune, &wire.rune_slot, 1),
    ] {
        if !code.is_empty() {
            let code = id(&format!("character.{}_slot", slot.as_str()), code.clone())?;
            equipment.insert(slot, Equipped { code, quantity });
        }
    }
    Ok(equipment)
}

/// The slots in the order of their numbers; a server that leaves out empty ones gets them back at the end.
fn inventory(mut wire: Vec<InventorySlot>, max_items: u32) -> Result<Inventory, DecodeError> {
    wire.sort_by_key(|stack| stack.slot);
    let mut slots = Vec::with_capacity(Inventory::SLOTS);
    for stack in wire {
        let item = match stack.code.is_empty() {
            true => None,
            false => Some(SimpleItem::new(id("character.inventory.code", stack.code)?, stack.quantity)),
        };
        slots.push(item);
    }
    let length = slots.len().max(Inventory::SLOTS);
    slots.resize(length, None);
    Ok(Inventory { slots, max_items })
}
