//! Tests of resting (RULES §4).

use super::*;

#[test]
fn a_rest_brings_all_hit_points_back() {
    let mut stage = Stage::new().sheet(|ana| ana.hp = 1);
    let outcome = stage.done(Action::Rest);
    assert_eq!(outcome.detail, Detail::Rested { hp_restored: 119 });
    assert_eq!((stage.ana().hp, outcome.cooldown.total_seconds), (120, 100));
}

#[test]
fn the_healthy_may_rest_too() {
    assert_eq!(Stage::new().done(Action::Rest).detail, Detail::Rested { hp_restored: 0 });
}
