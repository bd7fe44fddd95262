//! How fast the server's clock runs beside the game's own: a sandbox may play a day in an hour.
//!
//! Waiting is in real time, and goes by what the server says. What a player counts and compares (how long a run has
//! worked, what a gather costs) is in the game's own time, whatever the pace.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use jiff::Timestamp;

/// So many seconds of the game pass in one of ours: 1 until the server has told another speed. Clones are the same pace.
#[derive(Debug, Clone)]
pub struct Pace(Arc<AtomicU64>);

impl Default for Pace {
    fn default() -> Self {
        Self(Arc::new(AtomicU64::new(1.0_f64.to_bits())))
    }
}

impl Pace {
    /// How many times as fast as the live game.
    #[must_use]
    pub fn speed(&self) -> f64 {
        f64::from_bits(self.0.load(Ordering::Relaxed))
    }

    /// The server has told how fast it runs.
    pub(crate) fn learn(&self, speed: f64) {
        self.0.store(speed.to_bits(), Ordering::Relaxed);
    }

    /// The game's own seconds between two times of the server. Seconds in replies are rounded up to whole ones of the
    /// server; the times are exact.
    pub(crate) fn game_seconds(&self, from: Timestamp, to: Timestamp) -> u32 {
        whole(to.duration_since(from).as_secs_f64() * self.speed())
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rounded before; what is out of range becomes the nearest that is not"
)]
fn whole(seconds: f64) -> u32 {
    seconds.round() as u32
}
