//! When events come by themselves, and where.

use game::{MapId, data::Event};
use rand::{RngExt, SeedableRng, seq::IteratorRandom};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::ActiveEvent;

/// Whether an event comes in this minute: one time in its rate.
pub(super) fn comes(seed: u64, minute: i64, event: &Event) -> bool {
    dice(seed, minute, event).random_range(0..event.rate.max(1)) == 0
}

/// A tile for an event: one of its own where no other is.
pub(super) fn place(seed: u64, minute: i64, event: &Event, active: &[ActiveEvent]) -> Option<MapId> {
    let tiles = event.maps.iter().map(|map| map.map_id);
    let free = tiles.filter(|map_id| active.iter().all(|active| active.map_id != *map_id));
    free.choose(&mut dice(seed.rotate_left(32), minute, event))
}

/// Dice of one event in one minute.
fn dice(seed: u64, minute: i64, event: &Event) -> Xoshiro256PlusPlus {
    // FNV-1a over what the roll hangs on.
    let bytes = seed.to_le_bytes().into_iter().chain(minute.to_le_bytes()).chain(event.code.as_str().bytes());
    let key = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Xoshiro256PlusPlus::seed_from_u64(key)
}
