//! What it takes one character to get an item: the cheapest way that its skills allow now or after some training.

use game::{
    Character, Inventory, ItemCode, Skill,
    data::{Monster, Resource},
    xp::MAX_LEVEL,
};
use serde_json::json;

use super::{
    cost::Costs,
    part::{Levels, Step},
    training::{self, Trained},
    whole,
};
use crate::{
    estimate,
    notes::Rehearsals,
    parts::{opponent, ranking::Obstacle},
    situation::Situation,
    supply::{self, Terms, Way, price},
};

/// Prices are reckoned for so many pieces, and are the same for others.
const SAMPLE: u32 = 20;
/// A monster that is too strong is looked at again at so many levels more, a few times.
const STRONGER: u32 = 3;

/// What has to be trained, in how many seconds, and who comes out of it.
type Apprentice = (Option<(Trained, u32)>, f64, Character);

/// A way to get an item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Method {
    /// What has to be trained before, and to which level.
    pub(crate) training: Option<(Trained, u32)>,
    /// Seconds of that.
    pub(crate) training_seconds: f64,
    /// Seconds of one piece.
    pub(crate) each: f64,
    pub(crate) doing: Doing,
}

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Doing {
    /// Gathered: with the pieces that one gather brings.
    Gather(game::ResourceCode, f64),
    /// Fought for.
    Fight(game::MonsterCode),
    /// Made, with all that it takes.
    Make,
}

impl Method {
    /// Seconds of so many pieces, without the training.
    pub(crate) fn seconds(&self, quantity: u32) -> f64 {
        self.each * f64::from(quantity)
    }

    /// What brings so many pieces.
    pub(crate) fn step(&self, code: &ItemCode, quantity: u32) -> Step {
        let until = |config, strategy, loops: Option<f64>| {
            let until = loops.map(|loops| json!({"when": "loops", "at_least": whole(loops.ceil()).max(1)}));
            Step { strategy, config, until: until.into_iter().collect() }
        };
        match &self.doing {
            Doing::Gather(resource, brings) => until(
                json!({"resource": resource, "item": code}),
                "gathering",
                Some(f64::from(quantity) / brings),
            ),
            Doing::Fight(monster) => {
                let collect = json!({"code": code, "quantity": quantity});
                until(json!({"monster": monster, "collect": collect}), "combat", None)
            }
            Doing::Make => until(json!({"item": code, "quantity": quantity}), "crafting", None),
        }
    }
}

/// The cheapest way for a member with these levels, for about so many pieces.
pub(crate) fn method(
    costs: &Costs<'_>,
    member: usize,
    levels: &Levels,
    code: &ItemCode,
    quantity: u32,
) -> Result<Method, Obstacle> {
    let data = costs.company.data;
    let drops = |drops: &[game::data::Drop]| drops.iter().any(|drop| drop.code == *code);
    let mut ways = Vec::new();
    for resource in data.resources.values().filter(|resource| drops(&resource.drops)) {
        ways.push(gather(costs, member, levels, resource, code));
    }
    if data.items.get(code).is_some_and(|item| item.craft.is_some()) {
        ways.push(make(costs, member, levels, code));
    }
    for monster in data.monsters.values().filter(|monster| drops(&monster.drops)) {
        ways.push(fight(costs, member, levels, monster, code));
    }
    let whole = |way: &Method| way.training_seconds + way.seconds(quantity);
    let (can, cannot): (Vec<_>, Vec<_>) = ways.into_iter().partition(Result::is_ok);
    let best = can.into_iter().flatten().min_by(|one, other| whole(one).total_cmp(&whole(other)));
    best.ok_or_else(|| {
        let obstacle = cannot.into_iter().find_map(Result::err);
        obstacle.unwrap_or_else(|| Obstacle::new(format!("nothing brings {code}"), format!("Some {code}")))
    })
}

fn gather(
    costs: &Costs<'_>,
    member: usize,
    levels: &Levels,
    resource: &Resource,
    code: &ItemCode,
) -> Result<Method, Obstacle> {
    let what = Some(resource.skill);
    let (training, training_seconds, later) = trained(costs, member, levels, what, resource.level)?;
    let each = costs.look(&later, |situation| price::gathering(situation, resource, code))?.of(SAMPLE);
    let brings = estimate::per_roll(&resource.drops, code, later.stats.prospecting);
    let (each, doing) = (each / f64::from(SAMPLE), Doing::Gather(resource.code.clone(), brings));
    Ok(Method { training, training_seconds, each, doing })
}

fn make(costs: &Costs<'_>, member: usize, levels: &Levels, code: &ItemCode) -> Result<Method, Obstacle> {
    let recipe = costs.company.data.items.get(code).and_then(|item| item.craft.as_ref());
    let Some(recipe) = recipe.filter(|recipe| Skill::GATHERING.contains(&recipe.skill.as_str())) else {
        return Err(Obstacle::new(format!("{code} is made by craftsmen"), "A craftsman"));
    };
    let (training, training_seconds, later) =
        trained(costs, member, levels, Some(recipe.skill), recipe.level)?;
    let ways = Way::ALL.into_iter().filter(|way| *way != Way::Bank).collect();
    let terms = Terms { ways, ..Terms::default() };
    let supply = costs.look(&later, |situation| {
        supply::need(situation, &terms, code, SAMPLE, &mut Rehearsals::default())
    })?;
    let each = supply.seconds / f64::from(SAMPLE);
    Ok(Method { training, training_seconds, each, doing: Doing::Make })
}

fn fight(
    costs: &Costs<'_>,
    member: usize,
    levels: &Levels,
    monster: &Monster,
    code: &ItemCode,
) -> Result<Method, Obstacle> {
    beating(costs, member, levels, monster, |situation| {
        Ok(price::fighting(situation, monster, code)?.of(SAMPLE) / f64::from(SAMPLE))
    })
}

/// Wins against a monster, each of which takes `each` seconds, at the first level at which it is beaten.
pub(crate) fn beating(
    costs: &Costs<'_>,
    member: usize,
    levels: &Levels,
    monster: &Monster,
    each: impl Fn(&Situation<'_>) -> Result<f64, Obstacle>,
) -> Result<Method, Obstacle> {
    let own = levels.get(&None).copied().unwrap_or(0).max(costs.level(member, None));
    let mut first = None;
    let later = |from: u32| [from, from + STRONGER, from + 2 * STRONGER];
    let as_it_is = [own].into_iter().chain(later(monster.level)).filter(|level| *level >= own);
    // Who has another level to train makes gear on the way.
    let outfitted = later(monster.level.max(own + 1));
    let tries = as_it_is.map(|level| (level, false)).chain(outfitted.map(|level| (level, true)));
    for (level, outfitted) in tries.filter(|(level, _)| *level <= MAX_LEVEL) {
        let (training, training_seconds, later) = match trained(costs, member, levels, None, level) {
            Ok(trained) => trained,
            Err(obstacle) => return Err(first.unwrap_or(obstacle)),
        };
        let look = |situation: &Situation<'_>| {
            let seconds = each(situation)?;
            opponent::is_beaten(situation, monster, &mut Rehearsals::default())?;
            Ok(seconds)
        };
        let looked = if outfitted { costs.look_outfitted(&later, look) } else { costs.look(&later, look) };
        match looked {
            Ok(each) => {
                let doing = Doing::Fight(monster.code.clone());
                return Ok(Method { training, training_seconds, each, doing });
            }
            Err(obstacle) => first = first.or(Some(obstacle)),
        }
    }
    Err(first.unwrap_or_else(|| Obstacle::new("it is too strong", "A higher level")))
}

/// What it takes to have a level, and the character that has it, with an empty bag.
fn trained(
    costs: &Costs<'_>,
    member: usize,
    levels: &Levels,
    what: Trained,
    level: u32,
) -> Result<Apprentice, Obstacle> {
    let own = levels.get(&what).copied().unwrap_or(0).max(costs.level(member, what));
    let character = &costs.company.members[member].character;
    let mut later = training::at(character, what, own.max(level));
    later.inventory = Inventory::empty(later.inventory.max_items);
    if own >= level {
        return Ok((None, 0.0, later));
    }
    Ok((Some((what, level)), costs.training(member, levels, what, level)?, later))
}
