//! The same seed and the same calls give the same bytes.

use std::sync::Arc;

use super::{random::Player, *};
use crate::World;

const CALLS: u32 = 300;

/// The bytes of a world after a random player's calls; halfway it is saved and restored, if asked for.
fn played(seed: u64, saved_halfway: bool) -> String {
    let mut world = World::new(Arc::new(season()), Rules::default(), seed);
    random::troupe(&mut world);
    let mut player = Player::new(9);
    for call in 0..CALLS {
        if saved_halfway && call == CALLS / 2 {
            let bytes = serde_json::to_string(world.state()).unwrap();
            let state = serde_json::from_str(&bytes).unwrap();
            world = World::restore(state, Arc::new(season()), Rules::default());
        }
        player.play(&mut world);
    }
    serde_json::to_string(world.state()).unwrap()
}

#[test]
fn the_same_seed_and_the_same_calls_give_the_same_bytes() {
    assert!(played(1, false) == played(1, false));
}

#[test]
fn another_seed_gives_another_world() {
    assert!(played(1, false) != played(2, false));
}

#[test]
fn saving_and_restoring_in_the_middle_changes_nothing() {
    assert!(played(1, false) == played(1, true));
}
