//! A character as the wire has it: one flat object (RULES §2).

use api_types::{Character, InventorySlot, MapLayer};
use game::{Skill, character::Slot, xp};

use crate::timescale::Timescale;

/// Unused by the game; every character has it (RULES §2).
const SPEED: i32 = 100;

/// The full state of a character, with its cooldown in real time.
pub(crate) fn character(character: &game::Character, timescale: Timescale) -> Character {
    let skill = |skill| character.skills.get(&skill).copied().unwrap_or(xp::at_level(1));
    let mining = skill(Skill::Mining);
    let woodcutting = skill(Skill::Woodcutting);
    let fishing = skill(Skill::Fishing);
    let weaponcrafting = skill(Skill::Weaponcrafting);
    let gearcrafting = skill(Skill::Gearcrafting);
    let jewelrycrafting = skill(Skill::Jewelrycrafting);
    let cooking = skill(Skill::Cooking);
    let alchemy = skill(Skill::Alchemy);
    let worn = |slot| character.worn(slot).map(|code| code.as_str().to_owned()).unwrap_or_default();
    let pieces = |slot| character.equipment.get(&slot).map_or(0, |equipped| equipped.quantity);
    let stats = &character.stats;
    let task = character.task.as_ref();
    Character {
        name: character.name.as_str().to_owned(),
        account: character.account.as_str().to_owned(),
        skin: character.skin.clone(),
        level: character.combat.level,
        xp: character.combat.xp,
        max_xp: character.combat.max_xp,
        gold: character.gold,
        speed: SPEED,
        mining_level: mining.level,
        mining_xp: mining.xp,
        mining_max_xp: mining.max_xp,
        woodcutting_level: woodcutting.level,
        woodcutting_xp: woodcutting.xp,
        woodcutting_max_xp: woodcutting.max_xp,
        fishing_level: fishing.level,
        fishing_xp: fishing.xp,
        fishing_max_xp: fishing.max_xp,
        weaponcrafting_level: weaponcrafting.level,
        weaponcrafting_xp: weaponcrafting.xp,
        weaponcrafting_max_xp: weaponcrafting.max_xp,
        gearcrafting_level: gearcrafting.level,
        gearcrafting_xp: gearcrafting.xp,
        gearcrafting_max_xp: gearcrafting.max_xp,
        jewelrycrafting_level: jewelrycrafting.level,
        jewelrycrafting_xp: jewelrycrafting.xp,
        jewelrycrafting_max_xp: jewelrycrafting.max_xp,
        cooking_level: cooking.level,
        cooking_xp: cooking.xp,
        cooking_max_xp: cooking.max_xp,
        alchemy_level: alchemy.level,
        alchemy_xp: alchemy.xp,
        alchemy_max_xp: alchemy.max_xp,
        hp: character.hp,
        max_hp: character.max_hp,
        haste: narrow(stats.haste),
        critical_strike: narrow(stats.critical_strike),
        wisdom: narrow(stats.wisdom),
        prospecting: narrow(stats.prospecting),
        initiative: narrow(stats.initiative),
        threat: narrow(stats.threat),
        attack_fire: narrow(stats.attack.fire),
        attack_earth: narrow(stats.attack.earth),
        attack_water: narrow(stats.attack.water),
        attack_air: narrow(stats.attack.air),
        dmg: narrow(stats.dmg),
        dmg_fire: narrow(stats.dmg_element.fire),
        dmg_earth: narrow(stats.dmg_element.earth),
        dmg_water: narrow(stats.dmg_element.water),
        dmg_air: narrow(stats.dmg_element.air),
        res_fire: narrow(stats.res.fire),
        res_earth: narrow(stats.res.earth),
        res_water: narrow(stats.res.water),
        res_air: narrow(stats.res.air),
        effects: Vec::new(),
        x: character.position.x,
        y: character.position.y,
        layer: MapLayer::from(character.position.layer.as_str()),
        map_id: character.map_id.0,
        cooldown: timescale.real_seconds(character.cooldown),
        cooldown_expiration: Some(timescale.real_at(character.cooldown_expiration).into()),
        weapon_slot: worn(Slot::Weapon),
        rune_slot: worn(Slot::Rune),
        shield_slot: worn(Slot::Shield),
        helmet_slot: worn(Slot::Helmet),
        body_armor_slot: worn(Slot::BodyArmor),
        leg_armor_slot: worn(Slot::LegArmor),
        boots_slot: worn(Slot::Boots),
        ring1_slot: worn(Slot::Ring1),
        ring2_slot: worn(Slot::Ring2),
        amulet_slot: worn(Slot::Amulet),
        artifact1_slot: worn(Slot::Artifact1),
        artifact2_slot: worn(Slot::Artifact2),
        artifact3_slot: worn(Slot::Artifact3),
        utility1_slot: worn(Slot::Utility1),
        utility1_slot_quantity: pieces(Slot::Utility1),
        utility2_slot: worn(Slot::Utility2),
        utility2_slot_quantity: pieces(Slot::Utility2),
        bag_slot: worn(Slot::Bag),
        task: task.map(|task| task.code.clone()).unwrap_or_default(),
        task_type: task.map(|task| task.kind.clone()).unwrap_or_default(),
        task_progress: task.map_or(0, |task| task.progress),
        task_total: task.map_or(0, |task| task.total),
        inventory_max_items: character.inventory.max_items,
        inventory: inventory(&character.inventory),
    }
}

/// All slots, numbered from 1, the empty ones with an empty code.
fn inventory(inventory: &game::Inventory) -> Vec<InventorySlot> {
    let slots = (1..).zip(&inventory.slots);
    slots
        .map(|(slot, stack)| InventorySlot {
            slot,
            code: stack.as_ref().map(|stack| stack.code.as_str().to_owned()).unwrap_or_default(),
            quantity: stack.as_ref().map_or(0, |stack| stack.quantity),
        })
        .collect()
}

fn narrow(stat: i64) -> i32 {
    i32::try_from(stat).unwrap_or(if stat < 0 { i32::MIN } else { i32::MAX })
}
