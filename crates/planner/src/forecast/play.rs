//! One play: decides, acts, and jumps to the end of each cooldown.

use std::{collections::BTreeMap, sync::Arc};

use game::{Bank, CharacterName, Detail};
use jiff::{SignedDuration, Timestamp};
use world::{Rules, World};

use super::{
    End, Start,
    reading::{Holdings, Reading},
};
use crate::{
    Market, Mind, View,
    decision::{Decision, Why},
    step,
};

/// A refusal takes at least the time of its request.
const ROUND_TRIP: SignedDuration = SignedDuration::from_secs(1);
/// How soon a blocked mind is asked again. While nothing changes, each wait is twice as long as the one before.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(60);
/// The longest of these waits.
const LOOK_SELDOM: SignedDuration = SignedDuration::from_mins(30);

/// Whose orders are that the game does not tell the owner of.
const OTHERS: &str = "others";

/// A play under way.
struct Play {
    world: World,
    mind: Mind,
    name: CharacterName,
    began: Timestamp,
    now: Timestamp,
    look_again: SignedDuration,
    counts: Counts,
}

/// What is counted on the way.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    pub(super) fights: u64,
    pub(super) deaths: u64,
    pub(super) requests: u64,
    pub(super) refusals: u64,
    /// Seconds in cooldowns.
    pub(super) busy: i64,
    pub(super) idle: BTreeMap<String, i64>,
    pub(super) done: Option<End>,
    pub(super) blocked: Option<End>,
}

/// Plays until the last of `ends`, which come after the start one after another, and reads what there is at each.
pub(super) fn play(mind: Mind, start: &Start, seed: u64, ends: &[SignedDuration]) -> Vec<Reading> {
    let rules = Rules { fight_logs: false, log_entries: 0, ..Rules::default() };
    let mut world = World::new(Arc::clone(&start.data), rules, seed);
    let bank =
        start.bank.clone().unwrap_or_else(|| Bank { slots: game::bank::BASE_SLOTS, ..Bank::default() });
    world.place(start.character.clone(), bank, start.now);
    if let (Some(market), Ok(others)) = (&start.market, OTHERS.parse()) {
        world.place_orders(market.orders(&start.character.account, &others));
    }
    let name = start.character.name.clone();
    let (began, counts) = (start.now, Counts::default());
    let mut play = Play { world, mind, name, began, now: began, look_again: LOOK_AGAIN, counts };
    let before = play.holdings();
    let mut readings = Vec::new();
    for end in ends {
        let end = later(began, *end);
        while play.now < end && play.counts.done.is_none() {
            play.turn(end);
        }
        let elapsed = if play.counts.done.is_some() { play.now } else { end }.duration_since(began);
        let (after, counts) = (play.holdings(), play.counts.clone());
        readings.push(Reading::new(&before, &after, play.mind.tally().gains(), counts, elapsed.as_secs()));
    }
    readings
}

impl Play {
    /// One decision and what comes of it; nobody waits beyond `end`.
    fn turn(&mut self, end: Timestamp) {
        let Some(character) = self.world.character(&self.name) else { return self.pass(end) };
        let (account, ready) = (character.account.clone(), character.cooldown_expiration);
        let events = self.world.told_events();
        let interests = self.mind.interests();
        let market =
            (!interests.are_none()).then(|| Market::in_world(&self.world, &account, &interests, self.now));
        let (data, bank) = (self.world.data(), self.world.bank(&account));
        let view = View {
            data,
            character,
            bank,
            events: &events,
            market: market.as_ref(),
            raids: &[],
            comrades: &[],
        };
        match step(&mut self.mind, &view, self.now) {
            Decision::Act { action, .. } => {
                self.now = self.now.max(ready);
                self.look_again = LOOK_AGAIN;
                self.counts.requests += 1;
                match self.world.act(&account, &self.name, &action, self.now) {
                    Ok(outcome) => {
                        self.now = outcome.cooldown.expiration;
                        self.counts.busy += i64::from(outcome.cooldown.total_seconds);
                        if let Detail::Fought(report) = &outcome.detail {
                            self.counts.fights += 1;
                            self.counts.deaths += u64::from(!report.win);
                        }
                        self.mind.applied(&action, &outcome);
                    }
                    Err(refusal) => {
                        self.counts.refusals += 1;
                        self.mind.refused(&action, &refusal, self.now);
                        self.idle(later(self.now, ROUND_TRIP), "Asking in vain".to_owned());
                    }
                }
            }
            Decision::Wait { until, why } => {
                self.idle(until.max(later(self.now, ROUND_TRIP)).min(end), why.text);
            }
            Decision::Blocked { why } => {
                let until = later(self.now, self.look_again).min(end);
                self.look_again = (self.look_again * 2).min(LOOK_SELDOM);
                let text = why.text.clone();
                if self.counts.blocked.is_none() {
                    self.counts.blocked = Some(self.end(why));
                }
                self.idle(until, text);
            }
            Decision::Done { why } => self.counts.done = Some(self.end(why)),
        }
    }

    fn idle(&mut self, until: Timestamp, reason: String) {
        *self.counts.idle.entry(reason).or_default() += until.duration_since(self.now).as_secs();
        self.now = until;
    }

    /// Nobody is there to play with.
    fn pass(&mut self, end: Timestamp) {
        self.idle(end, "The character is gone".to_owned());
    }

    fn end(&self, why: Why) -> End {
        let after_seconds = self.now.duration_since(self.began).as_secs().try_into().unwrap_or(0);
        End { after_seconds, reason: why.text, unblock: why.unblock }
    }

    fn holdings(&self) -> Holdings {
        let character = self.world.character(&self.name);
        let bank = character.and_then(|character| self.world.bank(&character.account));
        character.map(|character| Holdings::of(character, bank)).unwrap_or_default()
    }
}

/// `span` after `now`; the end of time when there is no such moment.
fn later(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}
