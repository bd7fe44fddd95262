//! What an automation will bring: the real mind plays the world in virtual time, from the state a character is in, a few
//! times with different luck.
//!
//! It knows the season's rules and nobody else: what other players and a slow connection do is not in it. Events come by
//! chance, as they do in the game.

mod milestones;
mod play;
mod reading;

use std::{collections::BTreeMap, sync::Arc};

use game::{AccountName, Bank, Character, CharacterName, GameData};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use world::{Rules, World};

pub use milestones::milestones;
use reading::Reading;

use crate::{Market, Mind};

/// Where a forecast begins.
#[derive(Debug, Clone)]
pub struct Start {
    /// The season's static data.
    pub data: Arc<GameData>,
    /// The character, as the last reply showed it.
    pub character: Character,
    /// The account's bank; an empty one while nobody has looked.
    pub bank: Option<Bank>,
    /// Orders on the Grand Exchange: they stay as they are, but for what is dealt with.
    pub market: Option<Arc<Market>>,
    /// By the clock that the character's cooldown is counted on.
    pub now: Timestamp,
}

impl Start {
    /// A new character with its first weapon and an empty bank; nothing in a world without a tile to start on.
    #[must_use]
    pub fn fresh(data: Arc<GameData>, now: Timestamp) -> Option<Self> {
        let mut world = World::new(Arc::clone(&data), Rules::default(), 0);
        let account: AccountName = "forecast".parse().ok()?;
        let name: CharacterName = "Newcomer".parse().ok()?;
        world.create_account(account.clone(), now).ok()?;
        let character = world.create_character(&account, name, "men1", now).ok()?;
        Some(Self { data, character, bank: world.bank(&account).cloned(), market: None, now })
    }
}

/// What so many hours will bring: means over several plays. The hours are the game's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// How far it looks.
    pub hours: u32,
    /// Xp gained: `combat`, and skills by name. What gains nothing is left out.
    pub xp: BTreeMap<String, f64>,
    /// The level at the end of whatever gains xp, the lowest of the plays.
    pub levels: BTreeMap<String, u32>,
    /// Gold gained or spent, purse and bank together.
    pub gold: f64,
    /// Items gained or used up, bag, equipment and bank together.
    pub items: BTreeMap<String, f64>,
    /// Fights, won or lost.
    pub fights: f64,
    /// Fights lost.
    pub deaths: f64,
    /// Requests to the game, refused ones included.
    pub requests: f64,
    /// Requests that the game would refuse.
    pub refusals: f64,
    /// Seconds in which nothing would be done, by reason; the longest few.
    pub idle: BTreeMap<String, f64>,
    /// Share of the time that is spent in cooldowns of actions, 0 to 1, until the automation is done.
    pub utilisation: f64,
    /// When and why it would be done, in the first play in which it is.
    pub done: Option<End>,
    /// When and why it would first be blocked, in the first play in which it is.
    pub blocked: Option<End>,
}

/// Why it would not go on, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Seconds after the beginning.
    pub after_seconds: u64,
    /// Why.
    pub reason: String,
    /// When blocked: what would unblock it.
    pub unblock: Option<String>,
}

/// What `mind` will bring within each of these hours, in so many plays.
#[must_use]
pub fn forecast(mind: &Mind, start: &Start, hours: &[u32], plays: u32) -> Vec<Forecast> {
    let mut hours = hours.to_vec();
    hours.sort_unstable();
    let ends: Vec<_> = hours.iter().map(|hours| SignedDuration::from_hours(i64::from(*hours))).collect();
    let plays = self::plays(mind, start, &ends, plays);
    let readings = |place: usize| plays.iter().filter_map(move |play| play.get(place));
    hours.iter().enumerate().map(|(place, hours)| reading::mean(*hours, readings(place))).collect()
}

/// What there is at each of these times after the start, the nearest first, in so many plays with different luck.
fn plays(mind: &Mind, start: &Start, ends: &[SignedDuration], plays: u32) -> Vec<Vec<Reading>> {
    (1..=u64::from(plays.max(1))).map(|seed| play::play(mind.clone(), start, seed, ends)).collect()
}

#[cfg(test)]
mod tests;
