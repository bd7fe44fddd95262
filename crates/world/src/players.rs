//! Other players: accounts that play by themselves, so that a world is not empty and its exchange has two sides.
//!
//! They are players like any other. Each has one character that goes through the same checks, cooldowns and dice as
//! everybody's, lives by a [trade](trade::Trade), sells what it makes and buys what it needs. Nothing comes from
//! nowhere: what they own they were [born with](newcomer), or their actions brought it. Prices drift around
//! [what things cost to make](worth).
//!
//! Time and chance are inputs here too. A player's turn has a time of its own, and turns are taken in the order of those
//! times whenever the world's clock is looked at: nothing runs in between, and looking often or rarely changes nothing.

mod goods;
mod guide;
mod market;
mod names;
mod newcomer;
mod prices;
mod stall;
mod trade;
mod turn;
mod view;
mod work;
mod worth;

use std::collections::BTreeMap;

use game::{AccountName, CharacterName, ItemCode};
use jiff::{SignedDuration, Timestamp};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

use crate::{World, time};
use trade::{Errand, Trade};

pub(crate) use guide::Guide;

/// The first players have been there for so long when a world begins: its exchange is open, and things have prices.
const HEAD_START: SignedDuration = SignedDuration::from_hours(6);
/// A world that nobody looked at for longer does not make up for more.
const MOST_BEHIND: SignedDuration = SignedDuration::from_hours(24);

/// The other players of a world.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Players {
    /// What their chance depends on.
    seed: u64,
    /// How many throws of dice there were.
    throws: u64,
    /// Those who are there.
    present: BTreeMap<AccountName, Player>,
}

/// Somebody who plays by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Player {
    /// Its only character.
    character: CharacterName,
    /// What it lives by.
    trade: Trade,
    /// What it is about.
    errand: Errand,
    /// When it acts next.
    next_at: Timestamp,
    /// How often it has come to the exchange and found nothing to do.
    fruitless: u32,
}

impl Players {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// Whether an account is one of them.
    pub(crate) fn has(&self, account: &AccountName) -> bool {
        self.present.contains_key(account)
    }

    /// New dice, which fall the same way each time.
    fn dice(&mut self) -> Xoshiro256PlusPlus {
        self.throws += 1;
        Xoshiro256PlusPlus::seed_from_u64(self.seed ^ self.throws.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// Whose turn is next, and when.
    fn next(&self) -> Option<(AccountName, Timestamp)> {
        let turns = self.present.iter().map(|(account, player)| (player.next_at, account));
        turns.min().map(|(at, account)| (account.clone(), at))
    }
}

impl World {
    /// Makes it so many other players: more come, or the surplus goes with all it has.
    pub fn set_players(&mut self, count: usize, now: Timestamp) {
        let now = time::whole_millis(now);
        let came_at = if self.state.players.present.is_empty() {
            now.saturating_sub(HEAD_START).unwrap_or(now)
        } else {
            now
        };
        while self.state.players.present.len() > count {
            self.dismiss_player();
        }
        for _ in self.state.players.present.len()..count {
            self.welcome_player(came_at);
        }
        self.advance(now);
    }

    /// How many other players there are.
    #[must_use]
    pub fn players(&self) -> usize {
        self.state.players.present.len()
    }

    /// What a piece of an item costs players to make, in thousandths of a gold piece: prices drift around it. Nothing for
    /// what nobody can come by. It is for judges of what an observer finds out; the game tells nobody.
    #[must_use]
    pub fn cost_to_make(&self, code: &ItemCode) -> Option<i64> {
        self.guide().worth(code)
    }

    /// Whose turn is next, and when, if it is by `now`.
    pub(crate) fn next_turn(&self, now: Timestamp) -> Option<(AccountName, Timestamp)> {
        let earliest = now.saturating_sub(MOST_BEHIND).unwrap_or(now);
        let (account, at) = self.state.players.next().filter(|(_, at)| *at <= now)?;
        Some((account, at.max(earliest)))
    }

    /// The last of them, by name, goes.
    fn dismiss_player(&mut self) {
        if let Some((account, _)) = self.state.players.present.pop_last() {
            self.remove_account(&account);
        }
    }
}

#[cfg(test)]
mod tests;
