//! Which resource to gather: the one that was asked for, or the one that pays most xp per hour now.

use game::{
    GameData, ResourceCode, Skill,
    data::{ContentType, Resource},
};

use crate::{
    decision::Decision,
    estimate,
    notes::Choice,
    parts::{
        gear,
        ranking::{Candidate, Obstacle, Ranking},
        travel::{self, Trip},
    },
    setbacks::Subject,
    situation::Situation,
};

/// Everything a choice is made from, as text (see [`crate::notes`]).
pub(crate) fn key(situation: &Situation<'_>, skill: Skill) -> String {
    let character = &situation.character;
    let saving = best_saving(situation, skill);
    let wisdom = character.stats.wisdom;
    format!("{skill} {} saving {saving} wisdom {wisdom} {}", character.skill_level(skill), situation.setbacks.fingerprint())
}

/// The resource that was asked for.
pub(crate) fn given(situation: &Situation<'_>, code: &ResourceCode) -> Result<Choice, Decision> {
    let mut ranking = Ranking::new();
    consider(situation, find(situation.data, code.as_str())?, &mut ranking);
    choice(ranking, &format!("gather {code}"))
}

/// The resource of a skill that pays most.
pub(crate) fn best(situation: &Situation<'_>, skill: Skill) -> Result<Choice, Decision> {
    let mut ranking = Ranking::new();
    let mut resources: Vec<_> =
        situation.data.resources.values().filter(|resource| resource.skill == skill).collect();
    resources.sort_by_key(|resource| resource.level);
    for resource in resources {
        consider(situation, resource, &mut ranking);
    }
    choice(ranking, &format!("gather anything with {skill}"))
}

/// The resource with this code, given as bare text.
pub(crate) fn find<'a>(data: &'a GameData, code: &str) -> Result<&'a Resource, Decision> {
    data.resource(code).ok_or_else(|| {
        let text = format!("There is no resource {code} in this season's data");
        Decision::blocked(text, "Choose a resource of this season")
    })
}

fn choice(ranking: Ranking<()>, purpose: &str) -> Result<Choice, Decision> {
    let facts = ranking.facts();
    let best = ranking.best(purpose)?;
    Ok(Choice::new(&best.code, facts, None))
}

fn consider(situation: &Situation<'_>, resource: &Resource, ranking: &mut Ranking<()>) {
    let code = resource.code.to_string();
    match reachable(situation, resource) {
        Ok(trip) => {
            let estimate = estimate::gather(situation, resource, best_saving(situation, resource.skill), &trip);
            let words = format!("{:.0} xp/h, {:.0} s per gather", estimate.xp_per_hour, estimate.seconds);
            ranking.add(Candidate { code, score: estimate.xp_per_hour, words, details: () });
        }
        Err(obstacle) => ranking.rule_out(&code, obstacle),
    }
}

fn reachable(situation: &Situation<'_>, resource: &Resource) -> Result<Trip, Obstacle> {
    let Resource { code, skill, level, .. } = resource;
    let own = situation.character.skill_level(*skill);
    if own < *level {
        return Err(Obstacle::new(format!("it needs {skill} {level}, not {own}"), format!("{skill} level {level}")));
    }
    if let Some(setback) = situation.setbacks.about(&Subject::Target(code.to_string())) {
        let unblock = format!("A higher {skill} level, or what the game asks for: {}", setback.words);
        return Err(Obstacle::new(format!("the game refused it: {}", setback.words), unblock));
    }
    travel::to_content(situation, &ContentType::Resource, code.as_str())
}

/// What the best tool that is worn or owned takes off, in percent.
fn best_saving(situation: &Situation<'_>, skill: Skill) -> i64 {
    let owned = gear::better_tool(situation, skill);
    let owned = owned.and_then(|wish| situation.data.items.get(&wish.code));
    owned.map_or_else(|| gear::worn_saving(situation, skill), |item| gear::saving(item, skill))
}
