//! What a target brings: seconds of one gather or fight with all that belongs to it, and xp per hour.
//!
//! Rough where it may be: it ranks targets. What a fight does is left to the simulator ([`game::fight`]).

pub(crate) mod duel;

use game::{
    Character, ItemCode, cooldown,
    data::{Drop, Monster, Resource},
    fight::Odds,
    stats::Stats,
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
    /// What it brings of what is aimed at.
    pub(crate) brings: f64,
    /// The same over the next hour, the way to the target included.
    pub(crate) per_hour: f64,
}

/// What fights and gathers are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim<'a> {
    /// Xp: of the character's level, or of the skill.
    Xp,
    /// Gold.
    Gold,
    /// A drop.
    Item(&'a ItemCode),
}

impl<'a> Aim<'a> {
    /// What a won fight brings of it on average (RULES §6).
    pub(crate) fn of_a_fight(self, monster: &Monster, level: u32, wisdom: i64, prospecting: i64) -> f64 {
        match self {
            Self::Xp => xp::fight(monster, level, wisdom) as f64,
            Self::Gold => (monster.min_gold + monster.max_gold) as f64 / 2.0,
            Self::Item(code) => per_roll(&monster.drops, code, prospecting),
        }
    }

    /// What one gather brings of it on average, with so many points of what makes more of it ([`Self::boost`]; RULES §6).
    pub(crate) fn of_a_gather(self, resource: &Resource, level: u32, boost: i64) -> f64 {
        match self {
            Self::Xp if level >= xp::MAX_LEVEL => 0.0,
            Self::Xp => xp::gathering(resource.level, level, boost) as f64,
            Self::Gold => 0.0,
            Self::Item(code) => per_roll(&resource.drops, code, boost),
        }
    }

    /// The points that make more of it: of xp wisdom, of a drop prospecting.
    pub(crate) fn boost(self, stats: &Stats) -> i64 {
        match self {
            Self::Xp => stats.wisdom,
            Self::Gold => 0,
            Self::Item(_) => stats.prospecting,
        }
    }

    /// What it is called: "xp".
    pub(crate) fn name(self) -> &'a str {
        match self {
            Self::Xp => "xp",
            Self::Gold => "gold",
            Self::Item(code) => code.as_str(),
        }
    }

    /// The unit of a rate: "xp/h".
    pub(crate) fn unit(self) -> String {
        format!("{}/h", self.name())
    }
}

/// Where something is done again and again.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    pub(crate) trip: Trip,
    /// Seconds from there to a bank, if one can be reached.
    to_bank: Option<u32>,
}

impl Site {
    /// At the end of a way.
    pub(crate) fn new(situation: &Situation<'_>, trip: Trip) -> Self {
        Self { to_bank: travel::seconds_to_bank(situation, trip.to), trip }
    }

    /// What so much in so many seconds is over the next hour, the way there included.
    fn per_hour(&self, amount: f64, seconds: f64) -> f64 {
        let at_work = (HORIZON_SECONDS - f64::from(self.trip.seconds)).max(0.0) / HORIZON_SECONDS;
        3600.0 * amount / seconds.max(1.0) * at_work
    }

    /// The seconds of bank trips that fall to one roll of a drop table for `who`.
    fn bank_share(&self, who: &Character, drops: &[Drop]) -> f64 {
        let Some(to_bank) = self.to_bank else { return 0.0 };
        let items: f64 =
            drops.iter().map(|drop| chance(drop, who.stats.prospecting) * mean_quantity(drop)).sum();
        let deposit = u32::try_from(drops.len()).map_or(0.0, f64::from) * f64::from(cooldown::MINIMUM);
        let capacity = f64::from(who.inventory.max_items.max(1));
        (2.0 * f64::from(to_bank) + deposit) * items / capacity
    }
}

/// Gathering `resource` for xp, with a tool that takes `saving` percent off.
pub(crate) fn gather(who: &Character, resource: &Resource, saving: i64, site: &Site) -> Estimate {
    let level = who.skill_level(resource.skill);
    let seconds =
        f64::from(cooldown::gathering(resource.level, -saving)) + site.bank_share(who, &resource.drops);
    let brings = xp::gathering(resource.level, level, who.stats.wisdom) as f64;
    Estimate { seconds, brings, per_hour: site.per_hour(brings, seconds) }
}

/// Fighting `monster` as `hero`, with these odds; what is lost is rested back, what is drunk costs `potions` seconds.
pub(crate) fn fight(
    hero: &Character,
    monster: &Monster,
    aim: Aim<'_>,
    odds: &Odds,
    potions: f64,
    site: &Site,
) -> Estimate {
    let stats = &hero.stats;
    let seconds = fight_seconds(stats.haste, hero.max_hp, odds.mean_turns, odds.mean_hp_lost)
        + potions
        + site.bank_share(hero, &monster.drops);
    let won = aim.of_a_fight(monster, hero.combat.level, stats.wisdom, stats.prospecting);
    let brings = won * odds.win_rate;
    Estimate { seconds, brings, per_hour: site.per_hour(brings, seconds) }
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

/// How many of an item one roll of a drop table brings on average (RULES §6).
pub(crate) fn per_roll(drops: &[Drop], code: &ItemCode, prospecting: i64) -> f64 {
    let own = drops.iter().filter(|drop| drop.code == *code);
    own.map(|drop| chance(drop, prospecting) * mean_quantity(drop)).sum()
}

#[cfg(test)]
mod tests;
