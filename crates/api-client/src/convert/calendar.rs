//! Events and raids, as lists and messages of the WebSocket have them.

use api_types::raid::RaidInstance;
use game::{
    ActiveEvent, OpenRaid, RaidState,
    data::{GameMap, Raid},
};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    convert::id,
    decode::{DecodeError, from_value},
};

/// A raid: what the season says of it, and how it stands.
#[derive(Deserialize)]
struct WireRaid {
    #[serde(flatten)]
    raid: Raid,
    next_start_at: api_types::Timestamp,
    #[serde(default)]
    active_instance: Option<RaidInstance>,
}

/// An event that is on, or was.
pub(crate) fn active_event(wire: Value) -> Result<ActiveEvent, DecodeError> {
    let wire: api_types::ActiveEvent<GameMap> = from_value(wire)?;
    Ok(ActiveEvent {
        name: wire.name,
        code: id("code", wire.code)?,
        map: wire.map,
        created_at: wire.created_at.into(),
        expiration: wire.expiration.into(),
    })
}

/// A raid and how it stands.
pub(crate) fn raid(wire: Value) -> Result<RaidState, DecodeError> {
    let WireRaid { raid, next_start_at, active_instance } = from_value(wire)?;
    let open = active_instance.map(|instance| OpenRaid {
        starts_at: instance.starts_at.into(),
        ends_at: instance.ends_at.into(),
        total_hp: instance.total_hp,
        remaining_hp: instance.remaining_hp,
        participants: instance.participant_count,
    });
    Ok(RaidState { raid, next_start_at: next_start_at.into(), open })
}
