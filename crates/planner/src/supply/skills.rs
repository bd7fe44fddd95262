//! What a plan asks of the character's skills.

use std::collections::BTreeMap;

use game::{
    ItemCode, Skill,
    data::{Craft, Item},
};

use super::{Source, Sources};
use crate::situation::Situation;

/// The skills that are not far enough for a plan, with the level it needs.
pub(crate) fn lacking(situation: &Situation<'_>, item: &Item, sources: &Sources) -> Vec<(Skill, u32)> {
    let data = situation.data;
    let recipe = |code: &ItemCode| data.items.get(code).and_then(|item| item.craft.as_ref());
    let crafted = |craft: &Craft| (craft.skill, craft.level);
    let needs = sources.iter().filter_map(|(code, source)| match source {
        Source::Gather(resource) => {
            data.resources.get(resource).map(|resource| (resource.skill, resource.level))
        }
        Source::Craft => recipe(code).map(crafted),
        Source::Stock | Source::Fight(_) | Source::Buy(_) => None,
    });
    let mut lacking = BTreeMap::new();
    for (skill, level) in needs.chain(item.craft.as_ref().map(crafted)) {
        if situation.character.skill_level(skill) < level {
            let most: &mut u32 = lacking.entry(skill).or_default();
            *most = level.max(*most);
        }
    }
    lacking.into_iter().collect()
}
