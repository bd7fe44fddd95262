//! A message that is never sent.

use serde::{Deserialize, Serialize};

use crate::faults::delivery::Delivery;

/// The client never learns that there was one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MessageLost {}

impl MessageLost {
    pub(in crate::faults) fn meet(&self, delivery: &mut Delivery) {
        delivery.copies = 0;
    }
}
