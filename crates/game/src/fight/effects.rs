//! Effects of items and monsters in a fight: found by code, called by moment (RULES §7).
//!
//! To add one: write its module, and give its code a line in [`by_code`]. A moment that no effect has needed yet is a
//! new method of [`Effect`] with an empty default, called from the arena.

mod boost;
mod restore;

use std::fmt;

use super::arena::{Actor, Arena};
use crate::stats::Element;

/// What an effect does at each moment of a fight; each method says whether it did anything, which costs a utility
/// one unit.
pub(super) trait Effect: fmt::Debug + Sync {
    /// Before the first turn.
    fn at_start(&self, _arena: &mut Arena<'_>, _bearer: Actor, _value: i64) -> bool {
        false
    }

    /// When a turn of its bearer begins.
    fn at_turn_start(&self, _arena: &mut Arena<'_>, _bearer: Actor, _value: i64) -> bool {
        false
    }
}

/// An effect on its bearer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Borne {
    /// What it does.
    pub(super) effect: &'static dyn Effect,
    /// Its strength, in its own unit.
    pub(super) value: i64,
    /// The utility slot it comes from, of two; `None` when it never runs out.
    pub(super) utility: Option<usize>,
}

/// The effect with this code; `None` for stats, and for effects nobody wrote.
pub(super) fn by_code(code: &str) -> Option<&'static dyn Effect> {
    use boost::{Damage, Hp, Resistance};
    Some(match code {
        "boost_hp" => &Hp,
        "boost_dmg_fire" => &Damage(Element::Fire),
        "boost_dmg_earth" => &Damage(Element::Earth),
        "boost_dmg_water" => &Damage(Element::Water),
        "boost_dmg_air" => &Damage(Element::Air),
        "boost_res_fire" => &Resistance(Element::Fire),
        "boost_res_earth" => &Resistance(Element::Earth),
        "boost_res_water" => &Resistance(Element::Water),
        "boost_res_air" => &Resistance(Element::Air),
        "restore" => &restore::Restore,
        _ => return None,
    })
}
