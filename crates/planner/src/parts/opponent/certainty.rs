//! How far a simulated win rate can be believed.

use crate::notes::SAMPLES;

/// Whether at least `wanted` of all fights are won, given the share of all samples that was.
pub(crate) fn is_safe(win_rate: f64, wanted: f64) -> bool {
    is_sure(win_rate, SAMPLES, wanted)
}

/// The same by fewer samples than all: what may yet turn out to be safe counts as if it was.
pub(crate) fn seems_safe(win_rate: f64, samples: u32, wanted: f64) -> bool {
    if samples < SAMPLES { is_open(win_rate, samples, wanted) } else { is_safe(win_rate, wanted) }
}

/// Whether at least `wanted` of all fights are won, given the share of so many samples that was. Who wants more than they
/// can show, wants all of them won.
fn is_sure(win_rate: f64, samples: u32, wanted: f64) -> bool {
    surely_won(win_rate, samples) >= wanted.min(surely_won(1.0, samples))
}

/// Whether it is still open, by these samples, that at least `wanted` of all fights are won.
fn is_open(win_rate: f64, samples: u32, wanted: f64) -> bool {
    1.0 - surely_won(1.0 - win_rate, samples) >= wanted
}

/// The win rate that is exceeded with 95 % certainty (Wilson's bound).
fn surely_won(win_rate: f64, samples: u32) -> f64 {
    const Z: f64 = 1.645;
    let n = f64::from(samples.max(1));
    let spread = Z * (win_rate * (1.0 - win_rate) / n + Z * Z / (4.0 * n * n)).sqrt();
    (win_rate + Z * Z / (2.0 * n) - spread) / (1.0 + Z * Z / n)
}

#[cfg(test)]
mod tests {
    use super::{is_open, is_sure, surely_won};
    use crate::notes::SAMPLES;

    #[test]
    fn a_win_rate_is_believed_only_as_far_as_the_samples_go() {
        assert!(surely_won(1.0, SAMPLES) > 0.99);
        assert!(is_sure(0.98, SAMPLES, 0.95));
        assert!(!is_sure(0.955, SAMPLES, 0.95));
        assert!(surely_won(0.0, SAMPLES) < 0.01);
    }

    #[test]
    fn a_fight_that_was_lost_by_chance_leaves_it_open() {
        assert!(is_open(0.96, 25, 0.99));
        assert!(!is_open(0.96, SAMPLES, 0.99));
        assert!(is_open(1.0, 25, 1.0));
    }

    #[test]
    fn who_wants_every_fight_won_gets_the_monsters_that_never_won() {
        assert!(is_sure(1.0, SAMPLES, 1.0));
        assert!(!is_sure(0.9975, SAMPLES, 1.0));
    }
}
