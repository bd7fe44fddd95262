//! A WebSocket that ends in the place of a message.

use axum::extract::ws::CloseCode;
use serde::{Deserialize, Serialize};

use crate::faults::delivery::{Delivery, Ending};

/// The message is not sent; the client has to come back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SocketDropped {
    /// The code of a close frame; without one the connection ends without a word, as when a cable is pulled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<CloseCode>,
}

impl SocketDropped {
    pub(in crate::faults) fn meet(&self, delivery: &mut Delivery) {
        delivery.end = Some(self.code.map_or(Ending::Cut, Ending::Closed));
    }
}
