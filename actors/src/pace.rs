//! How fast the server's clock runs beside the game's own: a sandbox may play a day in an hour.
//!
//! Waiting is in real time, and goes by what the server says. What a player counts and compares (how long a run has
//! worked, what a gather costs) is in the game's own time, whatever the pace.

use jiff::Timestamp;

/// So many seconds of the game pass in one of ours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace(f64);

impl Pace {
    /// The live game's.
    pub const LIVE: Self = Self(1.0);

    /// A sandbox that runs so many times as fast.
    #[must_use]
    pub fn times(speed: f64) -> Self {
        Self(speed)
    }

    /// How many times as fast as the live game.
    #[must_use]
    pub fn speed(self) -> f64 {
        self.0
    }

    /// The game's own seconds between two times of the server. Seconds in replies are rounded up to whole ones of the
    /// server; the times are exact.
    pub(crate) fn game_seconds(self, from: Timestamp, to: Timestamp) -> u32 {
        whole(to.duration_since(from).as_secs_f64() * self.0)
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
