//! What a play shows at a time, and the mean of several.

use std::collections::BTreeMap;

use game::{Bank, Character, Gains, xp};

use super::{Forecast, play::Counts};

/// So many reasons for idleness are told.
const REASONS: usize = 5;

/// What a character has and can, with its account's bank.
#[derive(Debug, Clone, Default)]
pub(super) struct Holdings {
    xp: BTreeMap<String, i64>,
    levels: BTreeMap<String, u32>,
    gold: i64,
    items: BTreeMap<String, i64>,
}

impl Holdings {
    pub(super) fn of(character: &Character, bank: Option<&Bank>) -> Self {
        let skills = character.skills.iter().map(|(skill, progress)| (skill.as_str(), progress));
        let trained: Vec<_> = skills.chain([("combat", &character.combat)]).collect();
        let bag = character.inventory.items().map(|stack| (&stack.code, stack.quantity));
        let worn = character.equipment.values().map(|equipped| (&equipped.code, equipped.quantity));
        let stored = bank.into_iter().flat_map(|bank| &bank.items).map(|(code, held)| (code, *held));
        let mut items = BTreeMap::new();
        for (code, quantity) in bag.chain(worn).chain(stored) {
            *items.entry(code.to_string()).or_default() += i64::from(quantity);
        }
        Self {
            xp: trained.iter().map(|(name, progress)| ((*name).to_owned(), xp::total(progress))).collect(),
            levels: trained.iter().map(|(name, progress)| ((*name).to_owned(), progress.level)).collect(),
            gold: character.gold + bank.map_or(0, |bank| bank.gold),
            items,
        }
    }
}

/// What has changed since the beginning of a play.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    xp: BTreeMap<String, i64>,
    levels: BTreeMap<String, u32>,
    gold: i64,
    items: BTreeMap<String, i64>,
    /// As the mind's own tally has them.
    pub(super) gains: Gains,
    counts: Counts,
    /// Seconds of the play, which ends when the automation is done.
    elapsed: i64,
}

impl Reading {
    /// Seconds after which the automation was done, if it was by then.
    pub(super) fn done_after(&self) -> Option<u64> {
        self.counts.done.as_ref().map(|end| end.after_seconds)
    }

    pub(super) fn new(
        before: &Holdings,
        after: &Holdings,
        gains: Gains,
        counts: Counts,
        elapsed: i64,
    ) -> Self {
        let xp = difference(&before.xp, &after.xp);
        let levels = after.levels.iter().filter(|(name, _)| xp.contains_key(*name));
        Self {
            levels: levels.map(|(name, level)| (name.clone(), *level)).collect(),
            xp,
            gold: after.gold - before.gold,
            items: difference(&before.items, &after.items),
            gains,
            counts,
            elapsed,
        }
    }
}

/// What is different, by name.
fn difference(before: &BTreeMap<String, i64>, after: &BTreeMap<String, i64>) -> BTreeMap<String, i64> {
    let of = |map: &BTreeMap<String, i64>, name: &String| map.get(name).copied().unwrap_or(0);
    let names = before.keys().chain(after.keys());
    let changes = names.map(|name| (name.clone(), of(after, name) - of(before, name)));
    changes.filter(|(_, change)| *change != 0).collect()
}

/// The mean of the plays.
pub(super) fn mean<'a>(hours: u32, readings: impl Iterator<Item = &'a Reading>) -> Forecast {
    let readings: Vec<_> = readings.collect();
    let plays = readings.len().max(1) as f64;
    let mean = |number: fn(&Reading) -> i64| {
        round(readings.iter().map(|reading| number(reading) as f64).sum::<f64>() / plays)
    };
    let means = |map: fn(&Reading) -> &BTreeMap<String, i64>| {
        let mut sums: BTreeMap<String, f64> = BTreeMap::new();
        for (name, number) in readings.iter().flat_map(|reading| map(reading)) {
            *sums.entry(name.clone()).or_default() += *number as f64 / plays;
        }
        sums.into_iter().map(|(name, sum)| (name, round(sum))).collect::<BTreeMap<_, _>>()
    };
    let mut levels = BTreeMap::new();
    for (name, level) in readings.iter().flat_map(|reading| &reading.levels) {
        levels.entry(name.clone()).and_modify(|lowest| *lowest = (*level).min(*lowest)).or_insert(*level);
    }
    let mut idle: Vec<_> = means(|reading| &reading.counts.idle).into_iter().collect();
    idle.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    idle.truncate(REASONS);
    let (busy, elapsed) = (mean(|reading| reading.counts.busy), mean(|reading| reading.elapsed));
    Forecast {
        hours,
        xp: means(|reading| &reading.xp),
        levels,
        gold: mean(|reading| reading.gold),
        items: means(|reading| &reading.items),
        fights: mean(|reading| count(reading.counts.fights)),
        deaths: mean(|reading| count(reading.counts.deaths)),
        requests: mean(|reading| count(reading.counts.requests)),
        refusals: mean(|reading| count(reading.counts.refusals)),
        idle: idle.into_iter().collect(),
        utilisation: if elapsed > 0.0 { (busy / elapsed).min(1.0) } else { 1.0 },
        done: readings.iter().find_map(|reading| reading.counts.done.clone()),
        blocked: readings.iter().find_map(|reading| reading.counts.blocked.clone()),
    }
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// To one decimal: more would promise what a few plays cannot know.
fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
