//! The server's rate limits (RULES §3): how many requests of a kind one client may send in each window.
//!
//! Here are the limits as configured; [`bucket`] says what a request counts in, [`limiter`] counts, and [`layer`] stands
//! in front of the routes.

pub(crate) mod bucket;
mod headers;
pub(crate) mod layer;
pub(crate) mod limiter;

use bucket::Bucket;

/// The limits of every bucket, as they are at speed 1. A faster world has proportionally higher ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateLimits {
    /// Accounts and characters made and deleted, and `GET /my/rates`.
    pub account: WindowLimits,
    /// `POST /token`.
    pub token: WindowLimits,
    /// Every other GET.
    pub data: WindowLimits,
    /// Every action of a character.
    pub action: WindowLimits,
    /// Fight simulations.
    pub simulation: WindowLimits,
    /// Questions of an account to the assistant.
    pub assistant: WindowLimits,
}

/// Requests allowed per window; a window without a number does not exist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WindowLimits {
    /// Per second.
    pub second: Option<u32>,
    /// Per minute.
    pub minute: Option<u32>,
    /// Per hour.
    pub hour: Option<u32>,
    /// Per day.
    pub day: Option<u32>,
}

impl Default for RateLimits {
    /// The live server's limits (RULES §3).
    fn default() -> Self {
        let per_hour = WindowLimits { second: Some(10), hour: Some(300), ..WindowLimits::default() };
        Self {
            account: per_hour,
            token: per_hour,
            data: WindowLimits { second: Some(10), minute: Some(200), hour: Some(2_000), day: None },
            action: WindowLimits { second: Some(10), minute: Some(100), hour: Some(5_000), day: None },
            simulation: WindowLimits { second: Some(1), ..WindowLimits::default() },
            assistant: WindowLimits { day: Some(25), ..WindowLimits::default() },
        }
    }
}

impl RateLimits {
    /// No limits at all.
    #[must_use]
    pub fn unlimited() -> Self {
        let none = WindowLimits::default();
        Self { account: none, token: none, data: none, action: none, simulation: none, assistant: none }
    }

    /// The limits of one bucket.
    pub(crate) fn of(&self, bucket: Bucket) -> WindowLimits {
        match bucket {
            Bucket::Account => self.account,
            Bucket::Token => self.token,
            Bucket::Data => self.data,
            Bucket::Action => self.action,
            Bucket::Simulation => self.simulation,
            Bucket::Assistant => self.assistant,
        }
    }

    /// The limits of a world that runs `speed` times as fast.
    pub(crate) fn scaled(&self, speed: f64) -> Self {
        Self {
            account: self.account.scaled(speed),
            token: self.token.scaled(speed),
            data: self.data.scaled(speed),
            action: self.action.scaled(speed),
            simulation: self.simulation.scaled(speed),
            assistant: self.assistant.scaled(speed),
        }
    }
}

impl WindowLimits {
    fn scaled(self, speed: f64) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates, and is positive"
        )]
        let scale = |limit: u32| (f64::from(limit) * speed).round() as u32;
        Self {
            second: self.second.map(scale),
            minute: self.minute.map(scale),
            hour: self.hour.map(scale),
            day: self.day.map(scale),
        }
    }
}
