//! What a target brings: seconds of one gather or fight with all that belongs to it, and xp per hour.
//!
//! Rough where it may be: it ranks targets. What a fight does is left to the simulator ([`game::fight`]).

pub(crate) mod duel;

use game::{
    Character, cooldown,
    data::{Drop, Monster, Resource},
    fight::Odds,
    xp,
};

use crate::{
    parts::travel::{self, Trip},
    situation::Situation,
};

/// Seconds over which the way to a target is spread: choices are made again at every level, so about an hour.
const HORIZON_SECONDS: f64 = 3600.0;

/// What one target is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Estimate {
    /// Of one gather or fight, with its share of healing and bank trips.
    pub(crate) seconds: f64,
    /// Over the next hour, the way to the target included.
    pub(crate) xp_per_hour: f64,
}

/// Gathering `resource` at the end of `trip`, with a tool that takes `saving` percent off.
pub(crate) fn gather(situation: &Situation<'_>, resource: &Resource, saving: i64, trip: &Trip) -> Estimate {
    let character = &situation.character;
    let level = character.skill_level(resource.skill);
    let seconds = f64::from(cooldown::gathering(resource.level, -saving))
        + bank_share(situation, &resource.drops, character.stats.prospecting, trip);
    let xp = xp::gathering(resource.level, level, character.stats.wisdom);
    Estimate { seconds, xp_per_hour: per_hour(xp as f64, seconds, trip) }
}

/// Fighting `monster` at the end of `trip` as `hero`, with these odds; what is lost is rested back.
pub(crate) fn fight(
    situation: &Situation<'_>,
    hero: &Character,
    monster: &Monster,
    odds: &Odds,
    trip: &Trip,
) -> Estimate {
    let seconds = fight_seconds(hero.stats.haste, hero.max_hp, odds.mean_turns, odds.mean_hp_lost)
        + bank_share(situation, &monster.drops, hero.stats.prospecting, trip);
    let xp = xp::fight(monster, hero.combat.level, hero.stats.wisdom) as f64 * odds.win_rate;
    Estimate { seconds, xp_per_hour: per_hour(xp, seconds, trip) }
}

/// A fight of so many turns, and the rest that its losses cost (RULES §4).
pub(crate) fn fight_seconds(haste: i64, max_hp: i64, turns: f64, hp_lost: f64) -> f64 {
    let haste = haste.min(100) as f64 / 100.0;
    let fight = (2.0 * turns * (1.0 - haste)).max(f64::from(cooldown::MINIMUM_FIGHT));
    let rest = 100.0 * hp_lost.max(0.0) / max_hp.max(1) as f64;
    fight + rest
}

/// The chance that a line of a drop table brings something (RULES §6).
pub(crate) fn chance(drop: &Drop, prospecting: i64) -> f64 {
    ((1.0 + prospecting as f64 / 1000.0) / f64::from(drop.rate.max(1))).min(1.0)
}

/// How much it brings on average when it does (RULES §6).
pub(crate) fn mean_quantity(drop: &Drop) -> f64 {
    f64::from(drop.min_quantity + drop.max_quantity) / 2.0
}

fn per_hour(xp: f64, seconds: f64, trip: &Trip) -> f64 {
    let at_work = (HORIZON_SECONDS - f64::from(trip.seconds)).max(0.0) / HORIZON_SECONDS;
    3600.0 * xp / seconds.max(1.0) * at_work
}

/// The seconds of bank trips that fall to one roll of a drop table.
fn bank_share(situation: &Situation<'_>, drops: &[Drop], prospecting: i64, trip: &Trip) -> f64 {
    let Some(to_bank) = travel::seconds_to_bank(situation, trip.to) else { return 0.0 };
    let items: f64 = drops.iter().map(|drop| chance(drop, prospecting) * mean_quantity(drop)).sum();
    let deposit = u32::try_from(drops.len()).map_or(0.0, f64::from) * f64::from(cooldown::MINIMUM);
    let capacity = f64::from(situation.character.inventory.max_items.max(1));
    (2.0 * f64::from(to_bank) + deposit) * items / capacity
}

#[cfg(test)]
mod tests;
