//! Which effects of a season's data the fights here know, and which not: a newer season may bring some.

use std::{collections::BTreeSet, str::FromStr};

use super::effects;
use crate::{
    data::{GameData, Item, ItemType},
    ids::EffectCode,
    skill::Skill,
    stats::Stats,
};

/// Effects of monsters and of what is worn that no fight knows and no character sheet counts. They do nothing
/// here, so odds of fights with them are not to be trusted.
#[must_use]
pub fn unknown_effects(data: &GameData) -> BTreeSet<EffectCode> {
    let of_monsters = data.monsters.values().flat_map(|monster| &monster.effects).map(|effect| &effect.code);
    let worn = |item: &&Item| item.kind != ItemType::Consumable;
    let of_items = data.items.values().filter(worn).flat_map(|item| &item.effects).map(|effect| &effect.code);
    let of_items = of_items.filter(|code| !is_sheet(code.as_str()));
    of_monsters.chain(of_items).filter(|code| effects::by_code(code.as_str()).is_none()).cloned().collect()
}

/// Whether an item does something in fights that the character sheet does not tell.
#[must_use]
pub fn acts(item: &Item) -> bool {
    item.effects.iter().any(|effect| effects::by_code(effect.code.as_str()).is_some())
}

/// Whether an effect changes the character sheet or a tool's cooldown, which is no matter of the fight's.
fn is_sheet(code: &str) -> bool {
    matches!(code, "hp" | "inventory_space")
        || Skill::from_str(code).is_ok()
        || Stats::default().by_code_mut(code).is_some()
}
