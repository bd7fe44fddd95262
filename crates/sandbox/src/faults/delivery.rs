//! How one message of the WebSocket reaches its client: what the faults that it meets leave of it.

use std::time::Duration;

use axum::extract::ws::{CloseCode, close_code};
use game::AccountName;
use jiff::Timestamp;

use super::{Fault, Plan, Subject};

/// What becomes of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delivery {
    /// How long nothing passes before it.
    pub(crate) hold: Duration,
    /// How often it is sent.
    pub(crate) copies: u32,
    /// Whether the connection ends in its place.
    pub(crate) end: Option<Ending>,
}

/// How a connection ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Without a word.
    Cut,
    /// With a close frame of this code.
    Closed(CloseCode),
}

impl Default for Delivery {
    /// The message is sent, once and at once.
    fn default() -> Self {
        Self { hold: Duration::ZERO, copies: 1, end: None }
    }
}

impl Plan {
    /// What becomes of a message.
    pub(crate) fn deliver(&mut self, subject: Subject<'_>, now: Timestamp) -> Delivery {
        let mut delivery = Delivery::default();
        for mut hit in self.hits(subject, now) {
            hit.fault.meet_message(&mut delivery, &mut hit.dice);
        }
        delivery
    }

    /// The code with which the connection of an account ends because of a fault that lasts: maintenance, or a token that
    /// was revoked.
    pub(crate) fn ends(&self, listener: &AccountName, now: Timestamp) -> Option<CloseCode> {
        self.lasting(now).find_map(|(fault, only)| match fault {
            Fault::Maintenance(_) => Some(close_code::RESTART),
            Fault::TokenRevoked(_) => only.is_about(listener).then_some(close_code::POLICY),
            _ => None,
        })
    }

    /// The version of the game that a season change brought.
    pub(crate) fn version(&self, now: Timestamp) -> Option<String> {
        self.lasting(now).find_map(|(fault, _)| match fault {
            Fault::SeasonChange(change) => Some(change.version.clone()),
            _ => None,
        })
    }
}
