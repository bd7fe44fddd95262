//! Taking crafted items apart at the workshop of their skill (RULES §6).

use std::collections::BTreeMap;

use game::{
    Detail, ItemCode, Refusal, RefusalCode, SimpleItem, cooldown,
    data::{ContentType, Craft, Item},
    outcome::Recycled,
    recycling,
};
use rand::{Rng, RngExt};

use super::{Done, listed};
use crate::{Rules, scene::Scene};

pub(super) fn recycle(
    scene: &mut Scene<'_>,
    code: &ItemCode,
    quantity: u32,
    enhanced: bool,
) -> Result<Done, Refusal> {
    let item = scene.item(code)?;
    let recipe = recipe(item)?;
    if scene.content(&ContentType::Workshop) != Some(recipe.skill.as_str()) {
        let text = format!("There is no {} workshop on this tile.", recipe.skill);
        return Err(Refusal::new(RefusalCode::ContentNotFound, text));
    }
    if scene.character.skill_level(recipe.skill) < recipe.level {
        let text = format!("Recycling {code} asks for {} {}.", recipe.skill, recipe.level);
        return Err(Refusal::new(RefusalCode::SkillTooLow, text));
    }
    scene.take(code, quantity)?;
    let ingredients = recycling::ingredients(recipe);
    let gold = if enhanced { recycling::enhanced_cost(item.level, ingredients, quantity) } else { 0 };
    scene.pay(gold)?;

    // The dice are the world's own only once nothing is left to refuse: what is drawn may not fit.
    let mut dice = scene.rng.clone();
    let items = materials(&mut dice, scene.rules, recipe, quantity, enhanced);
    items.iter().try_for_each(|item| scene.put(&item.code, item.quantity))?;
    *scene.rng = dice;
    Ok(Done {
        description: format!(
            "{} recycled {quantity} × {code} into {}.",
            scene.character.name,
            listed(&items)
        ),
        detail: Detail::Recycled(Recycled {
            item: SimpleItem::new(code.clone(), quantity),
            items,
            enhanced,
            gold,
        }),
        seconds: cooldown::recycling(quantity),
    })
}

fn recipe(item: &Item) -> Result<&Craft, Refusal> {
    item.craft
        .as_ref()
        .filter(|_| item.recyclable)
        .ok_or_else(|| Refusal::new(RefusalCode::NotRecyclable, format!("{} cannot be recycled.", item.code)))
}

/// Draws what comes back: of each item out of its own recipe, and what gold adds out of what was left of all of them.
fn materials(
    dice: &mut impl Rng,
    rules: &Rules,
    recipe: &Craft,
    quantity: u32,
    enhanced: bool,
) -> Vec<SimpleItem> {
    let each = recycling::returned(recycling::ingredients(recipe));
    let mut drawn = BTreeMap::new();
    let mut left: Vec<SimpleItem> =
        recipe.items.iter().map(|item| SimpleItem::new(item.code.clone(), 0)).collect();
    for _ in 0..quantity {
        let mut pool = recipe.items.clone();
        draw(dice, &mut pool, each, &mut drawn);
        left.iter_mut().zip(&pool).for_each(|(left, rest)| left.quantity += rest.quantity);
    }
    if enhanced {
        let all = each.saturating_mul(quantity);
        let more = if rules.enhances_batches {
            recycling::enhanced(all)
        } else {
            recycling::enhanced(each).saturating_mul(quantity)
        };
        draw(dice, &mut left, more.saturating_sub(all), &mut drawn);
    }
    drawn.into_iter().map(|(code, quantity)| SimpleItem::new(code, quantity)).collect()
}

/// Takes up to `count` materials out of a pool, each as likely as any other.
fn draw(dice: &mut impl Rng, pool: &mut [SimpleItem], count: u32, drawn: &mut BTreeMap<ItemCode, u32>) {
    for _ in 0..count {
        let all: u32 = pool.iter().map(|item| item.quantity).sum();
        if all == 0 {
            return;
        }
        let mut at = dice.random_range(0..all);
        for item in pool.iter_mut() {
            if at < item.quantity {
                item.quantity -= 1;
                *drawn.entry(item.code.clone()).or_default() += 1;
                break;
            }
            at -= item.quantity;
        }
    }
}
