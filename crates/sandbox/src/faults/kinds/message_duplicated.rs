//! A message that comes several times.

use serde::{Deserialize, Serialize};

use crate::faults::delivery::Delivery;

/// All copies are the same to the byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct MessageDuplicated {
    /// How often it comes: twice unless it is named.
    pub(crate) copies: u32,
}

impl Default for MessageDuplicated {
    fn default() -> Self {
        Self { copies: 2 }
    }
}

impl MessageDuplicated {
    pub(in crate::faults) fn meet(&self, delivery: &mut Delivery) {
        delivery.copies = delivery.copies.saturating_mul(self.copies);
    }
}
