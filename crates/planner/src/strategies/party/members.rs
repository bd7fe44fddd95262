//! Who belongs to a party, who leads it, and whom it waits for.

use std::collections::BTreeSet;

use game::{Character, CharacterName};
use jiff::{SignedDuration, Timestamp};

use super::MOST;
use crate::{
    config::list,
    decision::{Comrade, Decision, Stance, Why},
    notes::{Notes, Waiting},
    parts::travel::Trip,
    situation::Situation,
};

/// How soon to look again at those who are waited for, if nobody tells that they have changed.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_mins(1);
/// Nobody waits longer than this for those who do not stir.
const PATIENCE: SignedDuration = SignedDuration::from_mins(10);

/// The members as one of them sees them.
pub(super) struct Members<'a> {
    own: &'a CharacterName,
    /// All of them, itself included.
    pub(super) names: BTreeSet<CharacterName>,
    seen: &'a [Comrade],
}

impl<'a> Members<'a> {
    pub(super) fn of(situation: &Situation<'a>, with: &[CharacterName]) -> Result<Self, Decision> {
        let own = &situation.view.character.name;
        let names: BTreeSet<_> = with.iter().chain([own]).cloned().collect();
        if names.len() > MOST {
            let text = format!("A party of {} is too large: {MOST} fight together at most", names.len());
            return Err(Decision::blocked(text, "Name two others"));
        }
        Ok(Self { own, names, seen: situation.view.comrades })
    }

    /// All others, by name, each as it was seen if it was.
    fn others(&self) -> impl Iterator<Item = (&CharacterName, Option<&'a Comrade>)> {
        let seen = |name: &CharacterName| self.seen.iter().find(|comrade| comrade.character.name == *name);
        self.names.iter().filter(|name| *name != self.own).map(move |name| (name, seen(name)))
    }

    /// The others as they will fight: in what they wear now, unhurt.
    pub(super) fn fighters(&self) -> Vec<Character> {
        let seen = self.others().filter_map(|(_, comrade)| comrade);
        seen.map(|Comrade { character, .. }| Character { hp: character.max_hp, ..character.clone() })
            .collect()
    }

    /// Text that changes with the party and its levels.
    pub(super) fn key(&self) -> String {
        let level = |comrade: &Comrade| comrade.character.combat.level;
        self.others().map(|(name, comrade)| format!(" {name} {:?}", comrade.map(level))).collect()
    }

    /// "Ana, Ben and Cleo".
    pub(super) fn in_words(&self) -> String {
        list(self.names.iter().map(ToString::to_string), "and")
    }

    /// "Ben and Cleo".
    pub(super) fn others_in_words(&self) -> String {
        list(self.others().map(|(name, _)| name.to_string()), "and")
    }

    /// The wait for others: for those who are not ready, or for the leader to begin. `None` for a leader whom all are ready
    /// for.
    pub(super) fn wait(
        &self,
        situation: &Situation<'_>,
        notes: &mut Notes,
        own: &Stance,
        place: &Trip,
    ) -> Option<Decision> {
        let now = situation.now;
        let (mut awaited, mut ready_at) = (Vec::new(), now);
        for (name, comrade) in self.others() {
            match comrade.map(|comrade| (comrade, what_keeps(comrade, own, place))) {
                None => awaited.push(format!("{name}, of whom nothing is known yet")),
                Some((_, Some(what))) => awaited.push(format!("{name}, who {what}")),
                Some((comrade, None)) => ready_at = ready_at.max(comrade.ready_at),
            }
        }
        let leader = self.names.first().filter(|leader| *leader != self.own);
        let text = match (awaited.is_empty(), leader) {
            (false, _) => format!("Waiting for {}", awaited.join(", and ")),
            (true, Some(leader)) => format!("Ready for {}: waiting for {leader} to begin", own.monster),
            (true, None) if ready_at > now => {
                let text = format!("Waiting for the cooldown of {}", self.others_in_words());
                notes.waiting = None;
                return Some(Decision::Wait { until: ready_at, why: Why::new(text) });
            }
            (true, None) => return None,
        };
        Some(patiently(notes, text, now))
    }
}

/// What keeps a comrade from being ready; nothing when it is.
fn what_keeps(comrade: &Comrade, own: &Stance, place: &Trip) -> Option<String> {
    let Some(stance) = &comrade.stance else { return Some("is not in a party".to_owned()) };
    if (&stance.monster, &stance.party) != (&own.monster, &own.party) {
        return Some(format!("is in a party for {} with others", stance.monster));
    }
    let Character { position, map_id, .. } = &comrade.character;
    if *map_id != place.to {
        return Some(format!("is at {position}"));
    }
    (!stance.ready).then(|| "gets ready".to_owned())
}

/// Waits, but not for ever for those who do not stir: then whoever has made the party must know.
fn patiently(notes: &mut Notes, text: String, now: Timestamp) -> Decision {
    let known = notes.waiting.take().filter(|waiting| waiting.what == text);
    let waiting = known.unwrap_or(Waiting { what: text.clone(), since: now });
    let in_vain = now.duration_since(waiting.since) >= PATIENCE;
    notes.waiting = Some(waiting);
    if in_vain {
        let text = format!("{text}, for {} minutes now", PATIENCE.as_mins());
        return Decision::blocked(text, "Tell each of the party the same, or start another automation");
    }
    let until = now.saturating_add(LOOK_AGAIN).unwrap_or(now);
    Decision::Wait { until, why: Why::new(text) }
}
