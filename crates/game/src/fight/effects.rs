//! Effects of items and monsters in a fight: found by code, called by moment (RULES §7).
//!
//! To add one: write its module, and give its code a line in [`EFFECTS`]; where the line stands is when it
//! acts among the others of its moment. A moment that no effect has needed yet is a new method of [`Effect`]
//! with an empty default, called from the arena. Where public material leaves a rule open, the module says
//! what was chosen.

mod antipoison;
mod barrier;
mod berserker_rage;
mod boost;
mod burn;
mod corrupted;
mod enchanted_mirror;
mod frenzy;
mod greed;
mod guard;
mod healing;
mod healing_aura;
mod lifesteal;
mod poison;
mod protective_bubble;
mod reconstitution;
mod restore;
mod shell;
mod splash_restore;
mod sun_shield;
mod vampiric_strike;
mod void_drain;

use std::fmt;

use super::{
    arena::{Actor, Arena},
    attack::{Hit, Strike},
};
use crate::stats::Element;

/// What an effect does at each moment of a fight. The moments at which utilities act say whether anything was
/// done, which costs a utility one unit.
pub(super) trait Effect: fmt::Debug + Sync {
    /// Before the first turn.
    fn at_start(&self, _arena: &mut Arena<'_>, _me: &mut Bearer) -> bool {
        false
    }

    /// When a turn of its bearer begins, before poison and fire.
    fn at_turn_start(&self, _arena: &mut Arena<'_>, _me: &mut Bearer) -> bool {
        false
    }

    /// When its bearer is about to attack the target.
    fn before_attack(&self, _arena: &mut Arena<'_>, _me: &mut Bearer, _target: Actor) {}

    /// When a hit is about to reach its bearer.
    fn at_hit(&self, _arena: &mut Arena<'_>, _me: &mut Bearer, _hit: &mut Hit) {}

    /// When a hit is about to reach an ally of its bearer.
    fn at_ally_hit(&self, _arena: &mut Arena<'_>, _me: &mut Bearer, _ally: Actor, _hit: &mut Hit) {}

    /// When a hit has reached its bearer.
    fn after_hit(&self, _arena: &mut Arena<'_>, _me: &mut Bearer, _hit: &Hit) {}

    /// When its bearer has lived through all hits of a turn.
    fn after_struck(&self, _arena: &mut Arena<'_>, _me: &mut Bearer, _strike: &Strike) {}

    /// When all hits of its bearer's turn have landed.
    fn after_attack(&self, _arena: &mut Arena<'_>, _me: &mut Bearer, _strike: &Strike) {}

    /// When its bearer has lost hit points, whatever took them; perhaps the last ones.
    fn at_loss(&self, _arena: &mut Arena<'_>, _me: &mut Bearer) {}
}

/// What an effect remembers from moment to moment; each says what it keeps there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    /// A number, 0 at first.
    pub(super) count: i64,
    /// Somebody, nobody at first.
    pub(super) whom: Option<Actor>,
    /// An element, none at first.
    pub(super) element: Option<Element>,
}

/// An effect on its bearer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Borne {
    /// What it does.
    pub(super) effect: &'static dyn Effect,
    /// When it acts among the others of its bearer: the place of its line.
    pub(super) rank: usize,
    /// Its strength, in its own unit.
    pub(super) value: i64,
    /// The utility slot it comes from, of two; `None` when it never runs out.
    pub(super) utility: Option<usize>,
    /// What it remembers.
    pub(super) memory: Memory,
}

/// Who bears an effect, as the effect sees it.
#[derive(Debug)]
pub(super) struct Bearer {
    /// Who.
    pub(super) actor: Actor,
    /// The effect's strength, in its own unit.
    pub(super) value: i64,
    /// What the effect remembers.
    pub(super) memory: Memory,
}

/// Every effect, in the order in which they act at the same moment: the proposal of RULES §7 for characters and
/// monsters, which agree (L).
///
/// Missing is `christmas_magic`: it answers to a weapon that is in no season's data known, and no monster has
/// it.
pub(super) static EFFECTS: &[(&str, &dyn Effect)] = &[
    ("boost_hp", &boost::Hp),
    ("boost_dmg_fire", &boost::Damage(Element::Fire)),
    ("boost_dmg_earth", &boost::Damage(Element::Earth)),
    ("boost_dmg_water", &boost::Damage(Element::Water)),
    ("boost_dmg_air", &boost::Damage(Element::Air)),
    ("boost_res_fire", &boost::Resistance(Element::Fire)),
    ("boost_res_earth", &boost::Resistance(Element::Earth)),
    ("boost_res_water", &boost::Resistance(Element::Water)),
    ("boost_res_air", &boost::Resistance(Element::Air)),
    ("shell", &shell::Shell),
    ("protective_bubble", &protective_bubble::ProtectiveBubble),
    ("reconstitution", &reconstitution::Reconstitution),
    ("void_drain", &void_drain::VoidDrain),
    ("healing", &healing::Healing),
    ("sun_shield", &sun_shield::SunShield),
    ("barrier", &barrier::Barrier),
    ("antipoison", &antipoison::Antipoison),
    ("restore", &restore::Restore),
    ("splash_restore", &splash_restore::SplashRestore),
    ("poison", &poison::Poison),
    ("burn", &burn::Burn),
    ("berserker_rage", &berserker_rage::BerserkerRage),
    ("greed", &greed::Greed),
    ("corrupted", &corrupted::Corrupted),
    ("enchanted_mirror", &enchanted_mirror::EnchantedMirror),
    ("lifesteal", &lifesteal::Lifesteal),
    ("frenzy", &frenzy::Frenzy),
    ("vampiric_strike", &vampiric_strike::VampiricStrike),
    ("healing_aura", &healing_aura::HealingAura),
    ("guard", &guard::Guard),
];

/// The effect with this code and its place among the others; `None` for stats, and for effects nobody wrote.
pub(super) fn by_code(code: &str) -> Option<(usize, &'static dyn Effect)> {
    let rank = EFFECTS.iter().position(|(known, _)| *known == code)?;
    Some((rank, EFFECTS[rank].1))
}
