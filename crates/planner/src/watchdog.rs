//! The watchdog against running in circles: a plan that goes on and on with nothing to show for it is quarantined.
//!
//! Refusals are the matter of [`crate::setbacks`]; here everything goes through. The same action in the same state, with
//! nothing gained in between, is a circle; so many actions in a row without any gain are one that never closes.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use game::{Action, Character, xp};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{decision::Decision, tally::Tally};

/// The same action in the same state so often is a circle; a monster that wins again and again is given up before.
const ROUNDS: u32 = 5;
/// So many actions in a row that bring neither xp nor gold nor items, nor give any; changing clothes for a fight takes some thirty.
const IN_VAIN: u32 = 120;
/// How long a plan is left alone before it may try again: what was in its way may be gone by then.
const QUARANTINE: SignedDuration = SignedDuration::from_mins(30);

/// What it has seen since the last gain.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Watchdog {
    /// How often each action was carried out in each state, by their digest.
    rounds: BTreeMap<u64, u32>,
    /// Actions carried out.
    in_vain: u32,
    /// What the character has achieved, as a digest; a change is a gain.
    achieved: u64,
    quarantine: Option<Quarantine>,
    /// The digest of the action that was decided last.
    #[serde(skip)]
    decided: Option<u64>,
}

/// Why a plan rests, and until when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Quarantine {
    since: Timestamp,
    until: Timestamp,
    reason: String,
}

impl Watchdog {
    /// Takes note of the character, and says so if the plan is to rest.
    pub(crate) fn look(&mut self, character: &Character, tally: &Tally, now: Timestamp) -> Option<Decision> {
        if self.quarantine.as_ref().is_some_and(|quarantine| quarantine.until <= now) {
            *self = Self::default();
        }
        let achieved = digest(&achievements(character, tally));
        if self.achieved != achieved {
            *self = Self { achieved, quarantine: self.quarantine.take(), ..Self::default() };
        }
        let rounds = self.rounds.values().copied().max().unwrap_or(0);
        if self.quarantine.is_none() && (rounds >= ROUNDS || self.in_vain >= IN_VAIN) {
            let reason = match rounds >= ROUNDS {
                true => format!("The plan runs in a circle: it came by the same place {rounds} times"),
                false => format!("The plan leads nowhere: {} actions in a row brought nothing", self.in_vain),
            };
            let until = now.checked_add(QUARANTINE).unwrap_or(Timestamp::MAX);
            self.quarantine = Some(Quarantine { since: now, until, reason });
        }
        let Quarantine { since, until, reason } = self.quarantine.as_ref()?;
        let text = format!("{reason}. It is in quarantine since {} UTC", since.strftime("%H:%M"));
        let unblock = format!(
            "Change the configuration or what is in its way; it tries again at {} UTC",
            until.strftime("%H:%M")
        );
        Some(Decision::blocked(text, unblock))
    }

    /// This is about to be done.
    pub(crate) fn decided(&mut self, character: &Character, action: &Action) {
        let still =
            Character { cooldown: 0, cooldown_expiration: Timestamp::UNIX_EPOCH, ..character.clone() };
        self.decided = Some(digest(&format!("{still:?} {action:?}")));
    }

    /// It was done.
    pub(crate) fn applied(&mut self) {
        if let Some(decided) = self.decided.take() {
            *self.rounds.entry(decided).or_default() += 1;
            self.in_vain += 1;
        }
    }
}

/// Whatever a plan can be for, as text: xp of all kinds, gold, what actions brought or gave to others, and how far a task is: another
/// task is a step on, since it costs a coin and coins run out.
fn achievements(character: &Character, tally: &Tally) -> String {
    let trained: i64 = character.skills.values().chain([&character.combat]).map(xp::total).sum();
    let Tally { xp, gold, items, given, .. } = tally;
    format!("{trained} {} {xp} {gold} {items:?} {given:?} {:?}", character.gold, character.task)
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests;
