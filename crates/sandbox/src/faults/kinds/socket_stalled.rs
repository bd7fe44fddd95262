//! A WebSocket that is silent for a while: nothing passes, and pings are not answered. What happens meanwhile comes after.

use serde::{Deserialize, Serialize};

use crate::faults::{delivery::Delivery, dice::Dice, span::Span};

/// The connection looks as if it were alive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SocketStalled {
    /// For how long.
    pub(crate) ms: Span,
}

impl SocketStalled {
    pub(in crate::faults) fn meet(&self, delivery: &mut Delivery, dice: &mut Dice) {
        delivery.hold += self.ms.wait(dice);
    }
}
