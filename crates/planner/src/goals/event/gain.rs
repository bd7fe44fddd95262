//! What somebody gains by an event until it ends, the way there included.

use game::{
    ActiveEvent, GameData,
    data::{ContentType, Drop, Monster, Resource},
};

use super::BestFor;
use crate::{
    estimate::{self, Aim, Site},
    goals::{
        cost::Costs,
        training::{self, Trained},
    },
    notes::Rehearsals,
    parts::{events, gear, harvest, opponent, ranking::Obstacle, travel::Trip},
    situation::Situation,
};

/// What somebody gains.
pub(super) struct Gain {
    /// More is better; it compares with that of others at the same event only.
    pub(super) amount: f64,
    /// "about 12 demon_horn", "about 800 combat xp more than elsewhere".
    pub(super) words: String,
}

/// What is there to be taken, again and again.
struct Spoils<'a> {
    drops: &'a [Drop],
    trains: Trained,
    trip: Trip,
    /// Seconds of one fight or gather.
    each: f64,
    /// Xp of one.
    xp: f64,
}

/// What a member gains by an event.
///
/// # Errors
/// What keeps it from going there, or why it would gain nothing.
pub(super) fn of(
    costs: &Costs<'_>,
    member: usize,
    event: &ActiveEvent,
    best_for: BestFor,
) -> Result<Gain, Obstacle> {
    let left = costs.company.seconds_until(event.expiration);
    costs.look_during(event, member, |situation| {
        let spoils = spoils(situation, event)?;
        let times = (left - f64::from(spoils.trip.seconds)) / spoils.each.max(1.0);
        match best_for {
            BestFor::Drops => pieces(situation, &spoils, times),
            BestFor::Xp => xp(costs, member, &spoils, times, left),
        }
    })
}

/// Whether a member beats what an event brings, all but always.
pub(super) fn is_safe(costs: &Costs<'_>, member: usize, event: &ActiveEvent) -> Result<(), Obstacle> {
    let Some(monster) = monster(costs.company.data, event) else { return Ok(()) };
    costs.look_during(event, member, |situation| {
        opponent::is_beaten(situation, monster, &mut Rehearsals::default())
    })
}

fn spoils<'a>(situation: &Situation<'a>, event: &ActiveEvent) -> Result<Spoils<'a>, Obstacle> {
    if let Some(monster) = monster(situation.data, event) {
        let (trip, each) = opponent::outlook(situation, monster, Aim::Xp)?;
        let Monster { drops, .. } = monster;
        return Ok(Spoils { drops, trains: None, trip, each: each.seconds, xp: each.brings });
    }
    let brings = |resource: &&Resource| event.brings(&ContentType::Resource, resource.code.as_str());
    let resource = situation.data.resources.values().find(brings);
    let resource =
        resource.ok_or_else(|| Obstacle::new("the season does not know it", "Wait for new data"))?;
    let trip = harvest::reachable(situation, resource)?;
    let Resource { skill, drops, .. } = resource;
    let site = Site::new(situation, trip.clone());
    let saving = gear::best_saving(situation, *skill);
    let each = estimate::gather(&situation.character, resource, saving, &site);
    Ok(Spoils { drops, trains: Some(*skill), trip, each: each.seconds, xp: each.brings })
}

fn monster<'a>(data: &'a GameData, event: &ActiveEvent) -> Option<&'a Monster> {
    data.monsters.values().find(|monster| event.brings(&ContentType::Monster, monster.code.as_str()))
}

/// Pieces of what only events bring.
fn pieces(situation: &Situation<'_>, spoils: &Spoils<'_>, times: f64) -> Result<Gain, Obstacle> {
    let prospecting = situation.character.stats.prospecting;
    let of = |drop: &Drop| times * estimate::per_roll(std::slice::from_ref(drop), &drop.code, prospecting);
    let only_here = |drop: &&Drop| events::only_events_bring(situation.data, &drop.code);
    let rare: Vec<_> = spoils.drops.iter().filter(only_here).map(|drop| (of(drop), &drop.code)).collect();
    let amount = rare.iter().map(|(pieces, _)| pieces).sum();
    let Some((most, code)) = rare.into_iter().max_by(|one, other| one.0.total_cmp(&other.0)) else {
        return Err(Obstacle::new("it brings nothing that is not had elsewhere", "Take events for their xp"));
    };
    if amount < 1.0 {
        return Err(Obstacle::new(
            format!("not one {code} would come of the time that is left"),
            "Wait until it comes again",
        ));
    }
    Ok(Gain { amount, words: format!("about {most:.0} {code}") })
}

/// Xp beyond what the same skill earns elsewhere meanwhile.
fn xp(
    costs: &Costs<'_>,
    member: usize,
    spoils: &Spoils<'_>,
    times: f64,
    left: f64,
) -> Result<Gain, Obstacle> {
    let (what, level) = (training::name(spoils.trains), costs.level(member, spoils.trains));
    let elsewhere = costs.rate(member, spoils.trains, level, level).unwrap_or(0.0) * left / 3600.0;
    let amount = times * spoils.xp - elsewhere;
    if amount < 1.0 {
        let why = format!("it brings no more {what} xp than there is elsewhere");
        return Err(Obstacle::new(why, "Take events for their drops"));
    }
    Ok(Gain { amount, words: format!("about {amount:.0} {what} xp more than elsewhere") })
}
