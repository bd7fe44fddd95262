//! Fights: turn by turn, hit by hit, as the game fights them (RULES §7).
//!
//! [`run`] is the only fight there is: the world decides with it, and [`odds`] runs it many times to foretell. What
//! the winners get is [`crate::xp`]'s and the world's matter. Effects live in modules of their own, found by their
//! code and called at their moment; one that nobody wrote yet does nothing.

mod arena;
pub mod damage;
mod effects;
mod fighter;
mod odds;

use rand::Rng;

pub use fighter::Fighter;
pub use odds::{Odds, odds};

use arena::Arena;

/// A fight that lasts this long is lost.
pub const MAX_TURNS: u32 = 100;

/// How a fight ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// Whether the monster was defeated.
    pub win: bool,
    /// Turns of all fighters together.
    pub turns: u32,
}

/// Fights it out; the fighters are left as the fight left them, without what lasted only for the fight's length.
///
/// Lines for people go to `log`, when it is wanted. A fighter is good for one fight: make or clone a new one for the next.
pub fn run(
    heroes: &mut [Fighter],
    monster: &mut Fighter,
    rng: &mut impl Rng,
    log: Option<&mut Vec<String>>,
) -> Ending {
    Arena::new(heroes, monster, rng, log).run()
}

#[cfg(test)]
mod tests;
