//! Fights: turn by turn, hit by hit, as the game fights them (RULES §7).
//!
//! [`run`] is the only fight there is: the world decides with it, and [`odds()`] runs it many times to foretell. What
//! the winners get is [`crate::xp`]'s and the world's matter. Effects live in modules of their own, found by their
//! code and called at their moment; those that nobody wrote yet do nothing, and [`unknown_effects`] names them.

mod ailments;
mod arena;
mod attack;
pub mod damage;
mod effects;
mod fighter;
mod odds;
mod state;
mod target;
mod unknown;

use rand::Rng;

pub use fighter::Fighter;
pub use odds::{Odds, Trials, odds};
pub use unknown::{acts, unknown_effects};

use arena::Arena;

/// A fight that lasts this long is over: won against a raid boss, lost against every other monster (RULES §7).
pub const MAX_TURNS: u32 = 100;

/// How a fight ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// Whether the monster was defeated, or a raid boss survived.
    pub win: bool,
    /// Turns of all fighters together.
    pub turns: u32,
}

/// Fights it out; the fighters are left as the fight left them, without what lasted only for the fight's length.
///
/// What a raid counts is the monster's [`Fighter::damage_taken`]; what each hero drank is [`Fighter::utilities_used`].
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
