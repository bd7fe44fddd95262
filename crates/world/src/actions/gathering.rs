//! Gathering the resource of the tile (RULES §4, §6).

use game::{
    Character, Detail, GameData, Refusal, RefusalCode, Skill, cooldown, data::ContentType, outcome::Yield, xp,
};

use super::Done;
use crate::{chance, gains, scene::Scene};

pub(super) fn gather(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    let resource = scene.content(&ContentType::Resource).and_then(|code| scene.data.resource(code));
    let Some(resource) = resource else {
        return Err(Refusal::new(RefusalCode::ContentNotFound, "There is no resource on this tile."));
    };
    let level = scene.character.skill_level(resource.skill);
    if level < resource.level {
        let text = format!("{} asks for {} {}.", resource.name, resource.skill, resource.level);
        return Err(Refusal::new(RefusalCode::SkillTooLow, text));
    }
    let inventory = &scene.character.inventory;
    if resource.drops.iter().all(|drop| inventory.room_for(&drop.code) == 0) {
        let text = format!("The inventory of {} is full.", scene.character.name);
        return Err(Refusal::new(RefusalCode::InventoryFull, text));
    }

    let stats = scene.character.stats;
    let seconds =
        cooldown::gathering(resource.level, tool_percent(&scene.character, scene.data, resource.skill));
    let dropped = chance::drops(scene.rng, &resource.drops, stats.prospecting);
    let items = gains::collect(&mut scene.character, dropped, scene.rules);
    let xp = xp::gathering(resource.level, level, stats.wisdom);
    gains::skill_xp(&mut scene.character, resource.skill, xp, scene.rules);
    Ok(Done {
        detail: Detail::Gathered {
            resource: Some(resource.code.clone()),
            skill: Some(resource.skill),
            gain: Yield { xp, items },
        },
        seconds,
        description: format!("{} gathered at {}.", scene.character.name, resource.name),
    })
}

/// What the tools that are worn do to the cooldown of a skill; negative is faster.
fn tool_percent(character: &Character, data: &GameData, skill: Skill) -> i64 {
    let worn = character.equipment.values().filter_map(|equipped| data.items.get(&equipped.code));
    worn.map(|item| item.effect(skill.as_str())).sum()
}
