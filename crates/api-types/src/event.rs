//! Events that run now (RULES §12). Which events there are is static data, and so is the tile they change.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Timestamp;

/// An entry of `GET /events/active`, and the realtime `event_spawn` and `event_removed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ActiveEventSchema)]
pub struct ActiveEvent<Map> {
    /// Name for people.
    pub name: String,
    /// The event's code.
    pub code: String,
    /// The tile while the event runs.
    pub map: Map,
    /// The tile as it was before and will be again.
    pub previous_map: Map,
    /// Minutes that it runs.
    pub duration: u32,
    /// When it ends.
    pub expiration: Timestamp,
    /// When it began.
    pub created_at: Timestamp,
}

/// Body of `POST /gems_shop/spawn_event` and of the sandbox's `POST /sandbox/spawn_event`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = SpawnEventRequestSchema)]
pub struct SpawnEventRequest {
    /// The event's code.
    pub code: String,
}
