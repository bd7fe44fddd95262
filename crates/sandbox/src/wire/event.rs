//! Events that are there (RULES §12).

use api_types::ActiveEvent;
use game::{
    GameData,
    data::{Event, GameMap},
};

use crate::timescale::Timescale;

/// An event that is there, with its tile as it is now and as it was before.
pub(crate) fn active_event(
    event: &Event,
    active: &world::ActiveEvent,
    data: &GameData,
    timescale: Timescale,
) -> ActiveEvent<GameMap> {
    let previous_map = data.maps.get(active.map_id);
    let previous_map = previous_map.expect("events come to tiles of the map").clone();
    ActiveEvent {
        name: event.name.clone(),
        code: event.code.to_string(),
        map: event.on(&previous_map),
        previous_map,
        duration: event.duration,
        expiration: timescale.real_at(active.expiration).into(),
        created_at: timescale.real_at(active.created_at).into(),
    }
}
