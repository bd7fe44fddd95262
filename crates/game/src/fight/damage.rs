//! The arithmetic of one hit (RULES §7): each step is rounded before the next.

use crate::round::nearest;

/// An attack with its percents of extra damage.
#[must_use]
pub fn attack(base: i64, dmg_percent: i64) -> i64 {
    nearest(base * (100 + dmg_percent), 100)
}

/// What resistance leaves of an attack; never less than nothing.
#[must_use]
pub fn resisted(attack: i64, res_percent: i64) -> i64 {
    nearest(attack * (100 - res_percent), 100).max(0)
}

/// A hit of a critical turn: half as much again.
#[must_use]
pub fn critical(damage: i64) -> i64 {
    nearest(3 * damage, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extra_damage_and_resistance_are_rounded_one_after_the_other() {
        // 13 × 1.12 = 14.56 → 15; 15 × 0.9 = 13.5 → 14, where one step would give 13.1.
        assert_eq!(resisted(attack(13, 12), 10), 14);
    }

    #[test]
    fn negative_resistance_adds_and_more_than_all_leaves_nothing() {
        assert_eq!([-30, 0, 100, 130].map(|res| resisted(10, res)), [13, 10, 0, 0]);
    }

    #[test]
    fn a_critical_hit_is_half_as_much_again() {
        assert_eq!([0, 4, 5, 7].map(critical), [0, 6, 8, 11]);
    }
}
