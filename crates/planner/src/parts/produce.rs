//! Which item to craft, and how its materials are got: the one that was asked for, or the one that pays most xp per hour
//! with all that it takes.

use game::{
    GameData, Skill,
    data::{Craft, Item},
    recycling, xp,
};

use crate::{
    decision::Decision,
    notes::{Choice, Rehearsals},
    parts::ranking::{Candidate, Obstacle, Ranking},
    situation::Situation,
    supply::{self, Supply, Terms},
};

/// A plan for an item that is crafted without end looks so many crafts ahead.
const AHEAD: u32 = 8;

/// Everything a choice is made from, as text (see [`crate::notes`]).
pub(crate) fn key(situation: &Situation<'_>) -> String {
    let character = &situation.character;
    let skills: Vec<_> = character.skills.values().map(|progress| progress.level.to_string()).collect();
    let Situation { setbacks, .. } = situation;
    let (setbacks, events) = (setbacks.fingerprint(), situation.events_key());
    format!("level {} skills {} {setbacks}{events}", character.combat.level, skills.join(" "))
}

/// The item that was asked for.
pub(crate) fn given(
    situation: &Situation<'_>,
    terms: &Terms,
    item: &Item,
    crafts: u32,
    rehearsals: &mut Rehearsals,
) -> Result<Choice, Decision> {
    let plan = ahead(situation, terms, item, crafts.min(AHEAD), rehearsals);
    let (_, Supply { sources, alternatives, .. }) =
        plan.map_err(|obstacle| obstacle.blocks(&format!("craft {}", item.code)))?;
    Ok(Choice::new(item.code.as_str(), 0.0, alternatives).from(sources))
}

/// The item that trains a skill best; with `recycle`, when it is taken apart at once.
pub(crate) fn best(
    situation: &Situation<'_>,
    terms: &Terms,
    skill: Skill,
    recycle: bool,
    rehearsals: &mut Rehearsals,
) -> Result<Choice, Decision> {
    let mut ranking = Ranking::new();
    let level = situation.character.skill_level(skill);
    let made = situation.data.items.values().filter_map(|item| Some((item, item.craft.as_ref()?)));
    let mut made: Vec<_> = made.filter(|(_, recipe)| recipe.skill == skill).collect();
    made.sort_by_key(|(_, recipe)| recipe.level.abs_diff(level));
    for (item, _) in made {
        match training(situation, terms, skill, (item, recycle), rehearsals) {
            Ok((xp_per_hour, seconds_each, supply)) => ranking.add(Candidate {
                code: item.code.to_string(),
                score: xp_per_hour,
                words: format!("{xp_per_hour:.0} xp/h, {seconds_each:.0} s each"),
                details: supply,
            }),
            Err(obstacle) => ranking.rule_out(item.code.as_str(), obstacle),
        }
    }
    let mut alternatives = ranking.alternatives("item", "xp/h");
    let Candidate { code, score, details: Supply { sources, alternatives: materials, .. }, .. } = ranking
        .best(&format!("craft anything with {skill}"))
        .map_err(|end| end.with_alternatives(&alternatives))?;
    alternatives.extend(materials);
    Ok(Choice::new(&code, score, alternatives).from(sources))
}

/// The item that would train a skill best if its materials were gathered with more skill: that is trained first, so it
/// promises nothing yet. `None` when no gathering helps.
pub(crate) fn after_training(
    situation: &Situation<'_>,
    terms: &Terms,
    skill: Skill,
    recycle: bool,
    rehearsals: &mut Rehearsals,
) -> Option<Choice> {
    let recipes = situation.data.items.values().filter_map(|item| item.craft.as_ref());
    let easiest = recipes.filter(|recipe| recipe.skill == skill).map(|recipe| recipe.level).min()?;
    let trained = situation.trained_to(situation.character.skill_level(skill).max(easiest));
    let mut choice = best(&trained, terms, skill, recycle, rehearsals).ok()?;
    choice.xp_per_hour = 0.0;
    let lacking = supply::lacking(situation, situation.data.item(&choice.target)?, &choice.sources);
    let gathered = lacking.iter().all(|(skill, _)| Skill::GATHERING.contains(&skill.as_str()));
    (gathered && !lacking.is_empty()).then_some(choice)
}

/// What crafting an item pays, which is recycled or not: xp per hour, seconds for each, and how.
fn training(
    situation: &Situation<'_>,
    terms: &Terms,
    skill: Skill,
    (item, recycle): (&Item, bool),
    rehearsals: &mut Rehearsals,
) -> Result<(f64, f64, Supply), Obstacle> {
    let character = &situation.character;
    let level = character.skill_level(skill);
    let xp = xp::crafting(skill, item.level, level, character.stats.wisdom);
    if xp == 0 {
        let why = format!("it pays no xp at {skill} {level}");
        return Err(Obstacle::new(why, "Craft it by name, for what it is good for"));
    }
    let (crafts, supply) = ahead(situation, terms, item, AHEAD, rehearsals)?;
    let mut seconds_each = supply.seconds / f64::from(crafts);
    if let Some(recipe) = item.craft.as_ref().filter(|_| recycle && item.recyclable) {
        // What comes back need not be got again.
        let all = recycling::ingredients(recipe).max(1);
        seconds_each *= f64::from(all.saturating_sub(recycling::returned(all))) / f64::from(all);
    }
    Ok((3600.0 * xp as f64 / seconds_each.max(1.0), seconds_each, supply))
}

/// How to make a recipe so many times, or once, when there is not the gold for more; says how many times.
fn ahead(
    situation: &Situation<'_>,
    terms: &Terms,
    item: &Item,
    crafts: u32,
    rehearsals: &mut Rehearsals,
) -> Result<(u32, Supply), Obstacle> {
    let mut plan = |crafts| {
        let supply = supply::recipe(situation, terms, &item.code, crafts, rehearsals);
        supply.map(|supply| (crafts, supply))
    };
    plan(crafts).or_else(|obstacle| plan(1).map_err(|_| obstacle))
}

/// The item with this code, given as bare text.
pub(crate) fn find<'a>(data: &'a GameData, code: &str) -> Result<&'a Item, Decision> {
    data.item(code).ok_or_else(|| {
        let text = format!("There is no item {code} in this season's data");
        Decision::blocked(text, "Choose an item of this season")
    })
}

/// The recipe of an item.
pub(crate) fn recipe(item: &Item) -> Result<&Craft, Decision> {
    item.craft.as_ref().ok_or_else(|| {
        let text = format!("{} cannot be crafted", item.code);
        Decision::blocked(text, "Choose an item that has a recipe")
    })
}

/// Of the skills that only craft, and craft something this season, the one with the lowest level.
pub(crate) fn least_trained(situation: &Situation<'_>) -> Skill {
    let recipes = situation.data.items.values().filter_map(|item| item.craft.as_ref());
    let skills =
        recipes.map(|recipe| recipe.skill).filter(|skill| !Skill::GATHERING.contains(&skill.as_str()));
    skills.min_by_key(|skill| (situation.character.skill_level(*skill), *skill)).unwrap_or(Skill::Cooking)
}
