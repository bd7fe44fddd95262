//! `lifesteal`: heals its bearer after a critical attack by a share of what it dealt.
//!
//! The effect's text speaks of the attack, the game's logs fit the damage dealt: each hit rounded for a
//! character, the sum rounded down for a monster (RULES §7 and §16, L).

use super::{Bearer, Effect};
use crate::{
    fight::{
        arena::{Actor, Arena},
        attack::Strike,
    },
    round::nearest,
};

/// Heals its value in percent of the damage.
#[derive(Debug)]
pub(super) struct Lifesteal;

impl Effect for Lifesteal {
    fn after_attack(&self, arena: &mut Arena<'_>, me: &mut Bearer, strike: &Strike) {
        if !strike.critical {
            return;
        }
        let amount = match me.actor {
            Actor::Hero(_) => strike.hits.iter().map(|hit| nearest(hit * me.value, 100)).sum(),
            Actor::Monster => (strike.damage() * me.value).div_euclid(100),
        };
        arena.heal(me.actor, amount, "lifesteal");
    }
}
