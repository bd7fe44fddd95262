//! What a season has at all, whoever plays and whenever: what configurations are held against before anything starts.

use std::collections::BTreeSet;

use game::{
    GameData, ItemCode, Skill,
    data::{ContentType, Craft, Currency, Monster, MonsterType},
};

use crate::supply::{Source, Way, sources};

/// Whether a tile has this content, or an event may bring it. A season whose events nobody has read may have any.
pub(crate) fn has(data: &GameData, kind: &ContentType, code: &str) -> bool {
    let brought = data.events.iter().filter_map(|event| event.content.as_ref());
    data.events.is_empty()
        || data.maps.with_content(kind, code).next().is_some()
        || brought.into_iter().any(|content| content.kind == *kind && content.code == code)
}

/// What there is to say against something that is to be found somewhere, if it never is.
pub(crate) fn check_place(data: &GameData, kind: &ContentType, code: &str) -> Result<(), String> {
    if has(data, kind, code) {
        return Ok(());
    }
    Err(format!("{code} is nowhere on this season's map, and no event brings it; choose another one"))
}

/// What there is to say against a monster that is to be fought alone, if it never can be.
pub(crate) fn check_monster(data: &GameData, monster: &Monster) -> Result<(), String> {
    if monster.kind == MonsterType::RaidBoss {
        return Err(format!("{} is fought in a raid only; choose another one", monster.code));
    }
    check_place(data, &ContentType::Monster, monster.code.as_str())
}

/// Whether anything is gathered with a skill.
pub(crate) fn gathers(data: &GameData, skill: Skill) -> bool {
    let mut resources = data.resources.values().filter(|resource| resource.skill == skill);
    resources.any(|resource| has(data, &ContentType::Resource, resource.code.as_str()))
}

/// Whether anything is crafted with a skill.
pub(crate) fn crafts(data: &GameData, skill: Skill) -> bool {
    let mut recipes = data.items.values().filter_map(|item| item.craft.as_ref());
    recipes.any(|recipe| recipe.skill == skill) && has(data, &ContentType::Workshop, skill.as_str())
}

/// The first material of a recipe that none of these ways ever brings. What the bank holds, nobody knows beforehand.
pub(crate) fn unobtainable<'a>(
    data: &GameData,
    ways: &BTreeSet<Way>,
    recipe: &'a Craft,
) -> Option<&'a ItemCode> {
    if ways.contains(&Way::Bank) {
        return None;
    }
    recipe.items.iter().map(|item| &item.code).find(|code| !is_had(data, ways, code, &mut Vec::new()))
}

/// Whether one of these ways brings an item that is not made of what is on the `path`.
fn is_had(data: &GameData, ways: &BTreeSet<Way>, code: &ItemCode, path: &mut Vec<ItemCode>) -> bool {
    if path.contains(code) {
        return false;
    }
    path.push(code.clone());
    let allows = |way| ways.contains(&way);
    let is_had = sources(data, code).iter().any(|source| match source {
        Source::Stock => false,
        Source::Gather(resource) => {
            allows(Way::Gathering) && has(data, &ContentType::Resource, resource.as_str())
        }
        Source::Fight(monster) => {
            let monster = data.monsters.get(monster);
            allows(Way::Fighting) && monster.is_some_and(|monster| check_monster(data, monster).is_ok())
        }
        Source::Buy(npc) => {
            let paid = match data.npc_items.get(&(npc.clone(), code.clone())).map(|goods| &goods.currency) {
                Some(Currency::Item(coin)) => is_had(data, ways, coin, path),
                Some(Currency::Gold) => true,
                None => false,
            };
            paid && allows(Way::Npc) && has(data, &ContentType::Npc, npc.as_str())
        }
        Source::Craft => {
            let recipe = data.items.get(code).and_then(|item| item.craft.as_ref());
            let made = |recipe: &Craft| {
                crafts(data, recipe.skill)
                    && recipe.items.iter().all(|item| is_had(data, ways, &item.code, path))
            };
            allows(Way::Crafting) && recipe.is_some_and(made)
        }
    });
    path.pop();
    is_had
}

#[cfg(test)]
mod tests;
