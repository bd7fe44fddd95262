//! How the world's time and the real time of the server belong together.
//!
//! `world = world_start + (real − real_start) · speed`, both read to the millisecond, which is what the API can say.
//! Since the world is never slower than real time, each real millisecond has a world time of its own, so mapping there
//! and back loses nothing. The clock itself is the caller's; nothing is read here.

use jiff::Timestamp;

/// The line that maps real time to world time and back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timescale {
    real_start: i64,
    world_start: i64,
    speed: f64,
}

impl Timescale {
    /// World time runs `speed` times as fast as real time, and is `world` at the instant `real`.
    pub(crate) fn new(real: Timestamp, world: Timestamp, speed: f64) -> Self {
        Self { real_start: real.as_millisecond(), world_start: world.as_millisecond(), speed }
    }

    /// How many times as fast as real time the world's runs.
    pub(crate) fn speed(self) -> f64 {
        self.speed
    }

    /// What the world's clock shows at a real instant.
    pub(crate) fn world_at(self, real: Timestamp) -> Timestamp {
        at(self.world_start + self.stretched(real.as_millisecond() - self.real_start))
    }

    /// The first real millisecond at which the world's clock shows at least `world`: who acts at this instant is not too
    /// early.
    pub(crate) fn real_at(self, world: Timestamp) -> Timestamp {
        let target = world.as_millisecond() - self.world_start;
        let mut elapsed = whole((to_float(target) / self.speed).floor());
        while self.stretched(elapsed) < target {
            elapsed += 1;
        }
        at(self.real_start + elapsed)
    }

    /// How many real seconds so many seconds of the world take, rounded up.
    pub(crate) fn real_seconds(self, world_seconds: u32) -> u32 {
        u32::try_from(whole((f64::from(world_seconds) / self.speed).ceil())).unwrap_or(u32::MAX)
    }

    fn stretched(self, real_ms: i64) -> i64 {
        whole((to_float(real_ms) * self.speed).round())
    }
}

fn at(millisecond: i64) -> Timestamp {
    Timestamp::from_millisecond(millisecond).unwrap_or(Timestamp::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "exact below 2^53 ms, which is 285 000 years")]
fn to_float(milliseconds: i64) -> f64 {
    milliseconds as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "rounded before; a time out of range becomes the last one"
)]
fn whole(milliseconds: f64) -> i64 {
    milliseconds as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: i64 = 1_785_000_000_123;
    const WORLD: i64 = 1_700_000_000_000;
    const SPEEDS: [f64; 6] = [1.0, 1.2, 3.0, 60.0, 333.3, 1000.0];

    fn scale(speed: f64) -> Timescale {
        Timescale::new(at(REAL), at(WORLD), speed)
    }

    #[test]
    fn real_time_survives_the_trip_through_world_time() {
        for speed in SPEEDS {
            for elapsed in [0, 1, 2, 999, 5_000, 86_400_000, 31_536_000_000_i64, -1, -77_777] {
                let real = at(REAL + elapsed);
                assert_eq!(scale(speed).real_at(scale(speed).world_at(real)), real, "{speed} × {elapsed}");
            }
        }
    }

    #[test]
    fn the_real_end_of_a_wait_is_the_first_millisecond_that_is_late_enough() {
        for speed in SPEEDS {
            let started = scale(speed).world_at(at(REAL + 12_345));
            for seconds in [1, 3, 5, 31, 145] {
                let ends = started + jiff::SignedDuration::from_secs(seconds);
                let real = scale(speed).real_at(ends);
                assert!(scale(speed).world_at(real) >= ends, "{speed}: too early");
                assert!(scale(speed).world_at(at(real.as_millisecond() - 1)) < ends, "{speed}: too late");
            }
        }
    }

    #[test]
    fn world_time_runs_as_many_times_faster() {
        assert_eq!(scale(60.0).world_at(at(REAL + 1_000)), at(WORLD + 60_000));
        assert_eq!(scale(1.0).world_at(at(REAL)), at(WORLD));
    }

    #[test]
    fn seconds_are_rounded_up() {
        let seconds = |speed, seconds| scale(speed).real_seconds(seconds);
        assert_eq!(
            (seconds(1.0, 31), seconds(10.0, 31), seconds(1000.0, 5), seconds(10.0, 0)),
            (31, 4, 1, 0)
        );
    }
}
