//! A mind that is blocked searches once: what it said holds until something changes that it may have looked at.
//!
//! To find that nothing can be done takes a look at everything there is, many times as long as a decision that goes on with
//! something, and a blocked mind is asked again and again.

use std::hash::{DefaultHasher, Hash, Hasher};

use game::{ActiveEvent, Character};
use jiff::Timestamp;

use crate::{decision::Decision, situation::Situation};

/// What was said when there was nothing to do. Not written down: after a restart it is found out again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standstill(Option<(u64, Decision)>);

impl Standstill {
    /// What was said about the same situation, or what `decide` says now.
    ///
    /// Time alone changes nothing: what is over is no part of the situation any more, and of an event that is on there is
    /// only ever less left.
    pub(crate) fn or_decide(
        &mut self,
        situation: &Situation<'_>,
        decide: impl FnOnce(&Situation<'_>) -> Decision,
    ) -> Decision {
        let seen = self.0.as_ref().map(|(seen, said)| (*seen, said, digest(situation)));
        if let Some((seen, said, now)) = seen
            && seen == now
        {
            return said.clone();
        }
        let decision = decide(situation);
        let is_blocked = matches!(decision, Decision::Blocked { .. });
        self.0 = is_blocked.then(|| (digest(situation), decision.clone()));
        decision
    }
}

/// Of all that a strategy may look at, but the time and the market.
fn digest(situation: &Situation<'_>) -> u64 {
    let Situation { view, character, bank, setbacks, tally, data, .. } = situation;
    let events: Vec<_> = situation
        .events()
        .map(|ActiveEvent { code, map, expiration, .. }| (code, map.map_id, expiration))
        .collect();
    let character = rested(character);
    let comrades: Vec<_> =
        view.comrades.iter().map(|comrade| (rested(&comrade.character), &comrade.stance)).collect();
    let mut hasher = DefaultHasher::new();
    format!("{} {character:?} {comrades:?} {bank:?} {events:?} {setbacks:?} {tally:?}", data.version)
        .hash(&mut hasher);
    hasher.finish()
}

/// A cooldown that is over is no news.
fn rested(character: &Character) -> Character {
    Character { cooldown: 0, cooldown_expiration: Timestamp::default(), ..character.clone() }
}

#[cfg(test)]
mod tests;
