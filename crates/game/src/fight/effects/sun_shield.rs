//! `sun_shield`: weakens the first hit of every turn against its bearer.
//!
//! Each attacker's turn counts anew, and only its first element is weaker (RULES §7, L; the element G). It
//! acts before a barrier does (G).

use super::{Bearer, Effect};
use crate::fight::{arena::Arena, attack::Hit};

/// Takes its value in percent from the hit.
#[derive(Debug)]
pub(super) struct SunShield;

impl Effect for SunShield {
    fn at_hit(&self, _arena: &mut Arena<'_>, me: &mut Bearer, hit: &mut Hit) {
        if hit.first {
            hit.weaken(me.value);
        }
    }
}
