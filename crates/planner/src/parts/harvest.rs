//! Which resource to gather: the one that was asked for, or the one that pays most xp per hour now.
//!
//! `saving` is what the tool at hand takes off a gather, in percent.

use game::{
    GameData, ResourceCode, Skill,
    data::{ContentType, Resource},
};

use crate::{
    decision::Decision,
    estimate::{self, Estimate, Site},
    notes::Choice,
    parts::{
        ranking::{Candidate, Obstacle, Ranking},
        travel::{self, Trip},
    },
    setbacks::Subject,
    situation::Situation,
};

/// Everything a choice is made from, as text (see [`crate::notes`]).
pub(crate) fn key(situation: &Situation<'_>, skill: Skill, saving: i64) -> String {
    let character = &situation.character;
    let wisdom = character.stats.wisdom;
    format!(
        "{skill} {} saving {saving} wisdom {wisdom} {}{}",
        character.skill_level(skill),
        situation.setbacks.fingerprint(),
        situation.events_key()
    )
}

/// The resource that was asked for.
pub(crate) fn given(situation: &Situation<'_>, code: &ResourceCode, saving: i64) -> Result<Choice, Decision> {
    let mut ranking = Ranking::new();
    consider(situation, find(situation.data, code.as_str())?, saving, &mut ranking);
    choice(ranking, &format!("gather {code}"))
}

/// The resource of a skill that pays most.
pub(crate) fn best(situation: &Situation<'_>, skill: Skill, saving: i64) -> Result<Choice, Decision> {
    let mut ranking = Ranking::new();
    let mut resources: Vec<_> =
        situation.data.resources.values().filter(|resource| resource.skill == skill).collect();
    resources.sort_by_key(|resource| resource.level);
    for resource in resources {
        consider(situation, resource, saving, &mut ranking);
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
    let alternatives = ranking.alternatives("resource", "xp/h");
    let best = ranking.best(purpose).map_err(|end| end.with_alternatives(&alternatives))?;
    Ok(Choice::new(&best.code, best.score, alternatives))
}

fn consider(situation: &Situation<'_>, resource: &Resource, saving: i64, ranking: &mut Ranking<()>) {
    let code = resource.code.to_string();
    match reachable(situation, resource) {
        Ok(trip) => {
            let site = Site::new(situation, trip);
            let Estimate { seconds, per_hour, .. } =
                estimate::gather(&situation.character, resource, saving, &site);
            let words = format!("{per_hour:.0} xp/h, {seconds:.0} s per gather");
            ranking.add(Candidate { code, score: per_hour, words, details: () });
        }
        Err(obstacle) => ranking.rule_out(&code, obstacle),
    }
}

/// The way to a resource that the character can gather from.
pub(crate) fn reachable(situation: &Situation<'_>, resource: &Resource) -> Result<Trip, Obstacle> {
    let Resource { code, skill, level, .. } = resource;
    let own = situation.character.skill_level(*skill);
    if own < *level {
        return Err(Obstacle::new(
            format!("it needs {skill} {level}, not {own}"),
            format!("{skill} level {level}"),
        ));
    }
    if let Some(setback) = situation.setbacks.about(&Subject::Target(code.to_string())) {
        let unblock = format!("A higher {skill} level, or what the game asks for: {}", setback.words);
        return Err(Obstacle::new(format!("the game refused it: {}", setback.words), unblock));
    }
    travel::to_content(situation, &ContentType::Resource, code.as_str())
}
