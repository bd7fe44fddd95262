//! What a character learns of itself: from the reply to each action, and, while it does not act, from looks of its
//! roster.

use std::{sync::Arc, time::Duration};

use game::{ActiveEvent, Bank, Character, RaidState};
use jiff::Timestamp;
use journal::Record;
use planner::Market;
use tokio::time::Instant;

use super::{
    alive::{Alive, LOOK_AGAIN, Phase},
    events,
};
use crate::account::RosterMsg;

/// How often the character is written to the history.
const SNAPSHOT: Duration = Duration::from_secs(60);
/// How far off the guess of the server's clock may be: half the time that a request and its reply usually take.
const GUESS_MARGIN: Duration = Duration::from_millis(250);

impl Alive {
    /// Its time has come. Who acts hears from the game with every reply; who does not has itself looked at.
    pub(super) fn woken(&mut self) {
        if self.is_bystander() && self.known_at.elapsed() >= LOOK_AGAIN {
            // A roster that is away looks when it is back.
            let _ = self.ways.roster.send(RosterMsg::Stale);
        }
        self.go_on();
    }

    /// Takes in how the game was read at `asked_at` to have it: somebody plays by hand, or has sent a gift. Who acts
    /// knows better.
    pub(super) fn seen(&mut self, character: Character, asked_at: Instant) {
        if !self.is_bystander() || asked_at < self.known_at {
            return;
        }
        self.known_at = asked_at;
        self.barred.take_if(|(since, _)| *since < asked_at);
        if self.character != character {
            self.take_in(character);
            self.guess_cooldown(Instant::now());
        }
        self.go_on();
    }

    pub(super) fn bank_changed(&mut self, bank: Arc<Bank>) {
        self.bank = Some(bank);
    }

    /// Takes in what others do; whether that is news to who decides on it.
    pub(super) fn market_changed(&mut self, market: Arc<Market>) -> bool {
        let same = self.market.as_ref().is_some_and(|known| Arc::ptr_eq(known, &market));
        self.market = Some(market);
        !same
    }

    /// The events that are on, by our clock and in the game's own time.
    pub(super) fn events(&self, now: Timestamp) -> Vec<ActiveEvent> {
        let ports = &self.args.account.ports;
        ports.board.calendar(now, self.season.clock_offset, &ports.pace).events
    }

    /// The raids, with their times by our clock.
    pub(super) fn raids(&self) -> Vec<RaidState> {
        let offset = self.season.clock_offset;
        let by_our_clock =
            |raid: &RaidState| RaidState { next_start_at: raid.next_start_at - offset, ..raid.clone() };
        self.args.account.ports.board.raids().iter().map(by_our_clock).collect()
    }

    fn is_bystander(&self) -> bool {
        matches!(self.phase, Phase::Idle | Phase::Waiting)
    }

    /// A new state of the character, with what is worth an entry of the history in it.
    pub(super) fn take_in(&mut self, character: Character) {
        let mut records = events::level_ups(self.args.account.ports.clock, &self.character, &character);
        self.character = character;
        records.extend(self.snapshot());
        self.ways.write(&self.args.account, records);
    }

    /// The character as it is now, when it is time for the next snapshot.
    pub(super) fn snapshot(&mut self) -> Option<Record> {
        if self.snapshot_at.is_some_and(|at| at.elapsed() < SNAPSHOT) {
            return None;
        }
        self.snapshot_at = Some(Instant::now());
        let clock = self.args.account.ports.clock;
        Some(Record::Snapshot {
            id: clock.new_id(),
            at: clock.now(),
            character: Box::new(self.character.clone()),
        })
    }

    /// After a read there is no reply that tells how long the cooldown still runs: the server's clock is guessed, with a
    /// margin, and a guess that is wrong nevertheless costs one 499.
    pub(super) fn guess_cooldown(&mut self, now: Instant) {
        let server_now = self.args.account.ports.clock.now() + self.season.clock_offset;
        let left = (self.character.cooldown_expiration + GUESS_MARGIN).duration_since(server_now);
        let longest = Duration::from_secs(self.character.cooldown.into()) + GUESS_MARGIN;
        let left = Duration::try_from(left).unwrap_or_default().min(longest);
        if !left.is_zero() {
            self.ready_at = now + left;
            self.cooldown = Some((now, "an earlier action".to_owned()));
        }
    }
}
