//! The certainty behind a win rate.

use super::surely_won;

#[test]
fn a_win_rate_is_believed_only_as_far_as_the_samples_go() {
    assert!(surely_won(1.0) > 0.99);
    assert!(surely_won(0.96) < 0.95);
    assert!(surely_won(0.0) < 0.01);
}
