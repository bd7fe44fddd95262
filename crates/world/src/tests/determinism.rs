//! The same seed and the same calls give the same bytes.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
    thread,
};

use super::{random::Player, *};
use crate::World;

const CALLS: u32 = 300;
/// About two weeks of two companies.
const MANY_CALLS: u32 = 100_000;

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

/// What is left of a world after very many calls of a random player: a hash of its bytes, and how many calls were
/// carried out, by kind.
fn played_at_length(seed: u64) -> (u64, BTreeMap<&'static str, u32>) {
    let mut world = World::new(Arc::new(season()), Rules::default(), seed);
    random::troupe(&mut world);
    let mut player = Player::new(9);
    for _ in 0..MANY_CALLS {
        player.play(&mut world);
    }
    let mut hasher = DefaultHasher::new();
    serde_json::to_vec(world.state()).unwrap().hash(&mut hasher);
    (hasher.finish(), player.done)
}

#[test]
fn a_hundred_thousand_calls_end_in_the_same_bytes_and_with_another_seed_in_others() {
    let [first, again, other] = thread::scope(|scope| {
        [1, 1, 2].map(|seed| scope.spawn(move || played_at_length(seed))).map(|run| run.join().unwrap())
    });
    assert_eq!(first, again);
    assert_ne!(first.0, other.0);
    let done: u32 = first.1.values().sum();
    assert_eq!(first.1.len(), random::KINDS, "every kind of action: {:?}", first.1);
    assert!((MANY_CALLS / 5..MANY_CALLS).contains(&done), "{done} were carried out, the others refused");
}
