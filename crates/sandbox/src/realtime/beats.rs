//! What a socket is sent by the clock: a sign of life every minute, and who is online every ten (RULES §15).

use std::time::Duration;

use api_types::realtime::FrameType;
use tokio::time::Instant;

/// How often each is sent, in real time.
const BEATS: [(FrameType, Duration); 2] =
    [(FrameType::Test, Duration::from_secs(60)), (FrameType::OnlineCharacters, Duration::from_secs(600))];

/// When each is due next.
#[derive(Debug)]
pub(super) struct Beats([Instant; BEATS.len()]);

impl Beats {
    /// The beats of a connection that begins now.
    pub(super) fn begin(now: Instant) -> Self {
        Self(BEATS.map(|(_, every)| now + every))
    }

    /// What is due; a beat that was missed is not made up for.
    pub(super) fn due(&mut self, now: Instant) -> Vec<FrameType> {
        let mut due = Vec::new();
        for ((kind, every), at) in BEATS.into_iter().zip(&mut self.0) {
            if *at <= now {
                due.push(kind);
                *at = now + every;
            }
        }
        due
    }

    /// When to look again.
    pub(super) fn next(&self) -> Instant {
        self.0.into_iter().min().expect("there are beats")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beats_come_by_the_minute_and_by_ten() {
        let begin = Instant::now();
        let mut beats = Beats::begin(begin);
        let mut heard = Vec::new();
        for second in 0..=1200 {
            let due = beats.due(begin + Duration::from_secs(second));
            heard.extend(due.into_iter().map(|kind| (second, kind)));
        }
        let test = |minute: u64| (60 * minute, FrameType::Test);
        let online = |minute: u64| (60 * minute, FrameType::OnlineCharacters);
        let mut expected: Vec<_> = (1..=20).map(test).collect();
        expected.insert(10, online(10));
        expected.push(online(20));
        assert_eq!(heard, expected);
    }

    #[test]
    fn the_next_beat_is_the_one_to_wait_for() {
        let begin = Instant::now();
        assert_eq!(Beats::begin(begin).next(), begin + Duration::from_secs(60));
    }
}
