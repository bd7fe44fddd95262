//! One window of a rate bucket: at most so many requests within so long (RULES §3).

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

use super::queue::Priority;

/// Of so many places one is left free for a person's clicks. In a second that is none, but a second is soon over.
const PLACES: u32 = 25;
/// More are not left free: nobody clicks faster.
const CLICKS: u32 = 20;

/// Whether the game's windows are fixed or sliding is unknown (RULES §3), so this counts in a way that is safe for
/// both: the server counted a request somewhere between its sending and its reply, so it is counted here from its
/// sending until one window length after its reply.
#[derive(Debug)]
pub(super) struct Window {
    /// `second`, `minute`, `hour` or `day`.
    pub(super) name: &'static str,
    length: Duration,
    pub(super) limit: u32,
    /// When each answered request stops counting, oldest first.
    counted: VecDeque<Instant>,
    /// Requests the server counted that are not ours (an earlier run of the program, another one behind the same
    /// address), and when they stop counting.
    foreign: (u32, Instant),
    /// While more is wanted than the window allows: when the next request that is no click may be sent. All at once, they
    /// would be followed by none for the rest of the window, and a click would have to wait that long too.
    next: Option<Instant>,
}

impl Window {
    pub(super) fn new(name: &'static str, limit: u32, now: Instant) -> Option<Self> {
        let length = match name {
            "second" => Duration::from_secs(1),
            "minute" => Duration::from_secs(60),
            "hour" => Duration::from_secs(3600),
            "day" => Duration::from_secs(86_400),
            _ => return None,
        };
        Some(Self { name, length, limit, counted: VecDeque::new(), foreign: (0, now), next: None })
    }

    /// Takes in requests of an earlier life, the oldest first: so many were answered so long before `then`.
    pub(super) fn recall(&mut self, age: Duration, requests: u32, then: Instant) {
        if let Some(rest) = self.length.checked_sub(age).filter(|rest| !rest.is_zero()) {
            self.counted.extend((0..requests).map(|_| then + rest));
        }
    }

    /// Whether it lets a request go while `in_flight` are on their way.
    pub(super) fn may_send(&mut self, priority: Priority, in_flight: u32, now: Instant) -> bool {
        let free = self.free(in_flight, now);
        if priority == Priority::Click {
            return free > 0;
        }
        if free <= CLICKS.min((self.limit + PLACES / 2) / PLACES) {
            self.next.get_or_insert(now);
            return false;
        }
        self.next.is_none_or(|next| next <= now)
    }

    /// Notes that a request goes out.
    pub(super) fn sent(&mut self, priority: Priority, now: Instant) {
        if let Some(next) = self.next.as_mut().filter(|_| priority != Priority::Click) {
            *next = now.max(*next + self.length / self.limit);
        }
    }

    /// Notes that nobody waits any more.
    pub(super) fn suffices(&mut self) {
        self.next = None;
    }

    /// Notes that a request was answered.
    pub(super) fn answered(&mut self, now: Instant) {
        self.counted.push_back(now + self.length);
    }

    /// Requests that may still be sent while `in_flight` are on their way.
    pub(super) fn free(&mut self, in_flight: u32, now: Instant) -> u32 {
        self.expire(now);
        self.limit.saturating_sub(self.used(in_flight))
    }

    /// When a place may become free after `now` although nothing is answered meanwhile; `None` if only a reply can free one.
    pub(super) fn next_free(&self, now: Instant) -> Option<Instant> {
        let foreign = (self.foreign.0 > 0).then_some(self.foreign.1);
        let counted = self.counted.front().copied();
        [foreign, counted, self.next].into_iter().flatten().filter(|at| *at > now).min()
    }

    /// Believes the server when it has counted more than we did.
    ///
    /// `reset` is how long the server says its window still runs; when it says nothing sensible a full window is
    /// waited for, which is never too short.
    pub(super) fn learn(&mut self, remaining: u32, reset: Option<Duration>, in_flight: u32, now: Instant) {
        let free = self.free(in_flight, now);
        // Replies overtake each other: with requests on their way the server may not have counted them all.
        if remaining < free {
            let more = free - remaining;
            let until = now + reset.unwrap_or(self.length).min(self.length);
            self.foreign = (self.foreign.0 + more, self.foreign.1.max(until));
        }
    }

    /// Takes over a limit that the server has changed.
    pub(super) fn set_limit(&mut self, limit: u32) {
        self.limit = limit;
    }

    fn used(&self, in_flight: u32) -> u32 {
        u32::try_from(self.counted.len())
            .unwrap_or(u32::MAX)
            .saturating_add(self.foreign.0)
            .saturating_add(in_flight)
    }

    fn expire(&mut self, now: Instant) {
        while self.counted.front().is_some_and(|until| *until <= now) {
            self.counted.pop_front();
        }
        if self.foreign.1 <= now {
            self.foreign.0 = 0;
        }
    }
}
