//! What parts cost whom, in seconds: reckoned from what each trains, gathers and fights now, and kept while a plan is made.
//!
//! Rough where it may be: it compares characters. Levels to come are looked at one by one, in the gear that is worn now.

use std::{cell::RefCell, collections::BTreeMap};

use game::{Character, Skill, xp};

use super::{
    company::Company,
    part::{Effort, Levels, Work},
    training::{self, Trained},
};
use crate::{
    decision::View, notes::Notes, parts::ranking::Obstacle, setbacks::Setbacks, situation::Situation,
    strategies::Leveling, tally::Tally,
};

/// Crafting and fighting are reckoned at every so manieth level: that is simulation, and changes slowly.
const EVERY: u32 = 3;

/// Answers that need not be reckoned again, as long as a plan is made.
type Kept<K, V> = RefCell<BTreeMap<K, Result<V, Obstacle>>>;

/// Costs of parts.
pub(crate) struct Costs<'a> {
    company: Company<'a>,
    /// Xp per hour by member, what is trained, and level.
    rates: Kept<(usize, Trained, u32), f64>,
    notes: RefCell<Vec<Notes>>,
}

impl<'a> Costs<'a> {
    pub(crate) fn new(company: Company<'a>) -> Self {
        let notes = RefCell::new(vec![Notes::default(); company.members.len()]);
        Self { company, rates: RefCell::default(), notes }
    }

    /// What it takes a member to do some work, once it has these levels.
    ///
    /// # Errors
    /// What stands in the way, and what would remove it.
    pub(crate) fn of(&self, member: usize, levels: &Levels, work: &Work) -> Result<Effort, Obstacle> {
        match work {
            Work::Train { what, level } => {
                let seconds = self.training(member, levels, *what, *level)?;
                let steps = vec![training::step(*what, *level)];
                Ok(Effort { seconds, steps, levels: [(*what, *level)].into() })
            }
        }
    }

    /// Seconds to reach a level.
    fn training(&self, member: usize, levels: &Levels, what: Trained, to: u32) -> Result<f64, Obstacle> {
        let own = training::progress(&self.company.members[member].character, what);
        let from = levels.get(&what).copied().unwrap_or(0).max(own.level);
        let mut seconds = 0.0;
        let mut last = None;
        for level in from..to {
            let rate = match (self.rate(member, what, level, own.level), last) {
                (Ok(rate), _) if rate > 0.0 => rate,
                // Later levels are trained in gear that nobody has made yet: what held before will about hold then.
                (_, Some(rate)) => rate,
                (Err(obstacle), None) => return Err(obstacle),
                (Ok(_), None) => {
                    let what = training::name(what);
                    let why = format!("nothing pays {what} xp at level {level}");
                    return Err(Obstacle::new(why, format!("Something that trains {what} {level}")));
                }
            };
            last = Some(rate);
            let gained = if level == own.level { own.xp } else { 0 };
            seconds += 3600.0 * (xp::to_next(level).unwrap_or(0) - gained) as f64 / rate;
        }
        Ok(seconds)
    }

    /// Xp per hour at a level.
    fn rate(&self, member: usize, what: Trained, level: u32, own: u32) -> Result<f64, Obstacle> {
        let gathers = what.is_some_and(|skill| Skill::GATHERING.contains(&skill.as_str()));
        let level = if gathers { level } else { level - (level - own) % EVERY };
        let key = (member, what, level);
        if let Some(rate) = self.rates.borrow().get(&key) {
            return rate.clone();
        }
        let character = training::at(&self.company.members[member].character, what, level);
        let rate = self.look(&character, |situation| {
            let notes = &mut self.notes.borrow_mut()[member];
            Leveling::promises(what, situation, notes).map_err(|blocked| Obstacle::of(&blocked))
        });
        self.rates.borrow_mut().insert(key, rate.clone());
        rate
    }

    /// Asks a question about a character's situation, without any refusals.
    fn look<T>(&self, character: &Character, question: impl FnOnce(&Situation<'_>) -> T) -> T {
        let Company { data, bank, now, .. } = self.company;
        let view = View { data, character, bank };
        question(&Situation::new(&view, now, &Setbacks::default(), &Tally::default()))
    }
}
