//! How far a simulated win rate can be believed.

use crate::notes::SAMPLES;

/// Whether at least `wanted` of all fights are won, given the share of [`SAMPLES`] that was. Who wants more than so many
/// samples can show, wants all of them won.
pub(super) fn is_sure(win_rate: f64, wanted: f64) -> bool {
    surely_won(win_rate) >= wanted.min(surely_won(1.0))
}

/// The win rate that is exceeded with 95 % certainty (Wilson's bound).
fn surely_won(win_rate: f64) -> f64 {
    const Z: f64 = 1.645;
    let n = f64::from(SAMPLES);
    let spread = Z * (win_rate * (1.0 - win_rate) / n + Z * Z / (4.0 * n * n)).sqrt();
    (win_rate + Z * Z / (2.0 * n) - spread) / (1.0 + Z * Z / n)
}

#[cfg(test)]
mod tests {
    use super::{is_sure, surely_won};

    #[test]
    fn a_win_rate_is_believed_only_as_far_as_the_samples_go() {
        assert!(surely_won(1.0) > 0.99);
        assert!(is_sure(0.98, 0.95));
        assert!(!is_sure(0.955, 0.95));
        assert!(surely_won(0.0) < 0.01);
    }

    #[test]
    fn who_wants_every_fight_won_gets_the_monsters_that_never_won() {
        assert!(is_sure(1.0, 1.0));
        assert!(!is_sure(0.9975, 1.0));
    }
}
