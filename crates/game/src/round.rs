//! The one way in which the game rounds: to the nearest whole number, halves up (RULES §6).
//!
//! Everything is kept in whole numbers until the end, so that no result hangs on how a machine adds fractions.

/// `numerator / denominator`, to the nearest whole number, halves up: 5/2 is 3 and -5/2 is -2.
///
/// # Panics
/// When the denominator is 0.
#[must_use]
pub const fn nearest(numerator: i64, denominator: i64) -> i64 {
    (2 * numerator + denominator).div_euclid(2 * denominator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_on_both_sides_of_zero() {
        let rounded: Vec<_> = (-6..=6).map(|n| nearest(n, 4)).collect();
        assert_eq!(rounded, [-1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2]);
    }
}
