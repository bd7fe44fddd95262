//! Crafting at the workshop of the tile (RULES §4, §6).

use game::{
    Detail, ItemCode, Refusal, RefusalCode, SimpleItem, Skill, cooldown, data::ContentType, outcome::Yield,
    xp,
};

use super::Done;
use crate::{Rules, gains, scene::Scene};

pub(super) fn craft(scene: &mut Scene<'_>, code: &ItemCode, quantity: u32) -> Result<Done, Refusal> {
    let recipe = scene.item(code)?.craft.as_ref();
    let recipe =
        recipe.ok_or_else(|| Refusal::new(RefusalCode::NotFound, format!("Nobody can craft {code}.")))?;
    if scene.content(&ContentType::Workshop) != Some(recipe.skill.as_str()) {
        let text = format!("There is no {} workshop on this tile.", recipe.skill);
        return Err(Refusal::new(RefusalCode::ContentNotFound, text));
    }
    let level = scene.character.skill_level(recipe.skill);
    if level < recipe.level {
        let text = format!("{code} asks for {} {}.", recipe.skill, recipe.level);
        return Err(Refusal::new(RefusalCode::SkillTooLow, text));
    }
    for ingredient in &recipe.items {
        scene.take(&ingredient.code, ingredient.quantity.saturating_mul(quantity))?;
    }
    let made = SimpleItem::new(code.clone(), recipe.quantity.saturating_mul(quantity));
    scene.put(&made.code, made.quantity)?;

    let wisdom = scene.character.stats.wisdom;
    let xp = craft_xp(scene.rules, recipe.skill, quantity, |percent, crafts| {
        xp::crafting_scaled(percent, crafts, recipe.level, level, wisdom)
    });
    gains::skill_xp(&mut scene.character, recipe.skill, xp, scene.rules);
    Ok(Done {
        description: format!("{} crafted {} × {code}.", scene.character.name, made.quantity),
        detail: Detail::Crafted(Yield { xp, items: vec![made] }),
        seconds: cooldown::crafting(quantity),
    })
}

/// Xp of a whole request, from the xp that a percentage of the formula pays for a number of crafts.
fn craft_xp(rules: &Rules, skill: Skill, quantity: u32, xp: impl Fn(u32, u32) -> i64) -> i64 {
    let percent =
        if skill == Skill::Alchemy { rules.alchemy_craft_percent } else { xp::craft_percent(skill) };
    if rules.round_each_craft { i64::from(quantity) * xp(percent, 1) } else { xp(percent, quantity) }
}
