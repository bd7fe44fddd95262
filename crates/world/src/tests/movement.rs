//! Tests of walking and transitions (RULES §5).

use super::*;

#[test]
fn a_walk_ends_on_the_tile_and_tells_every_tile_of_the_way() {
    let mut stage = Stage::new();
    let outcome = stage.done(go(15));
    let Detail::Moved { map_id, path } = outcome.detail else { panic!("{:?}", outcome.detail) };
    assert_eq!((map_id, path.first(), path.last(), path.len()), (MapId(15), Some(&(0, 0)), Some(&(2, 2)), 5));
    let ana = stage.ana();
    assert_eq!((ana.map_id, ana.position.x, ana.position.y), (MapId(15), 2, 2));
}

#[test]
fn the_path_can_be_told_without_its_start_for_the_same_cooldown() {
    let mut stage = Stage::with(Rules { path_includes_start: false, ..Rules::default() });
    let outcome = stage.done(go(3));
    assert_eq!(outcome.detail, Detail::Moved { map_id: MapId(3), path: vec![(1, 0), (2, 0)] });
    assert_eq!(outcome.cooldown.total_seconds, 10);
}

#[test]
fn move_404_to_a_tile_that_does_not_exist() {
    assert_eq!(Stage::new().refused(go(999)), 404);
}

#[test]
fn move_490_to_where_one_is() {
    assert_eq!(Stage::new().refused(go(1)), 490);
}

#[test]
fn move_595_to_another_layer_or_where_no_way_leads() {
    assert_eq!(Stage::new().refused(go(20)), 595);
    assert_eq!(Stage::new().refused(go(17)), 595);
}

#[test]
fn move_596_to_a_blocked_tile() {
    assert_eq!(Stage::new().refused(go(9)), 596);
}

#[test]
fn move_596_to_a_restricted_tile_from_outside_but_not_from_within() {
    assert_eq!(Stage::new().at(5).refused(go(11)), 596);
    let mut inside = Stage::new().at(12);
    assert_eq!(inside.done(go(11)).cooldown.total_seconds, 5);
    assert_eq!(inside.done(go(5)).cooldown.total_seconds, 5, "the way out is open");
}

#[test]
fn move_496_to_a_tile_whose_conditions_are_not_met() {
    assert_eq!(Stage::new().refused(go(10)), 496);
    Stage::new().sheet(|ana| ana.combat.level = 10).done(go(10));
}

#[test]
fn a_conditional_tile_is_walked_round_by_those_it_is_closed_to() {
    let seconds = |level: u32| {
        let mut stage = Stage::new().at(4).sheet(|ana| ana.combat.level = level);
        stage.done(go(16)).cooldown.total_seconds
    };
    assert_eq!((seconds(10), seconds(9)), (10, 30));
}

#[test]
fn a_tile_that_costs_is_paid_for_by_who_goes_there_and_never_walked_over() {
    let rich = || Stage::new().at(6).sheet(|ana| ana.gold = 1500);
    let mut stage = rich();
    stage.done(go(29));
    assert_eq!((stage.ana().gold, stage.ana().map_id), (500, MapId(29)));
    assert_eq!(Stage::new().at(6).refused(go(29)), 492);
    assert_eq!(rich().refused(go(30)), 595, "the only way leads over it");
    stage.done(go(30));
}

#[test]
fn transition_496_to_a_tile_whose_conditions_are_not_met() {
    assert_eq!(Stage::new().at(30).refused(Action::Transition), 496);
    let rules = Rules { achievements: ["first_blood".to_owned()].into(), ..Rules::default() };
    Stage::with(rules).at(30).done(Action::Transition);
}

#[test]
fn a_transition_leads_to_another_layer_and_back() {
    let mut stage = Stage::new().at(13);
    assert_eq!(stage.done(Action::Transition).detail, Detail::Transitioned { map_id: MapId(20) });
    assert_eq!(stage.ana().position.layer, game::data::Layer::Underground);
    stage.done(Action::Transition);
    assert_eq!(stage.ana().map_id, MapId(13));
}

#[test]
fn a_transition_takes_its_toll() {
    let mut stage = Stage::new().at(14).sheet(|ana| ana.gold = 1500);
    stage.done(Action::Transition);
    assert_eq!((stage.ana().gold, stage.ana().map_id), (500, MapId(11)));
}

#[test]
fn a_key_is_used_up_and_a_cloak_is_only_shown() {
    let mut stage = Stage::new().at(15).carrying("key", 2).carrying("cloak", 1);
    stage.done(Action::Transition);
    let carried = |item: &str| stage.ana().inventory.count(&code(item));
    assert_eq!((carried("key"), carried("cloak"), stage.ana().map_id), (1, 1, MapId(12)));
}

#[test]
fn transition_404_where_there_is_none() {
    assert_eq!(Stage::new().refused(Action::Transition), 404);
}

#[test]
fn transition_496_without_the_cloak_even_with_the_key() {
    assert_eq!(Stage::new().at(15).carrying("key", 1).refused(Action::Transition), 496);
}

#[test]
fn transition_478_without_the_key() {
    assert_eq!(Stage::new().at(15).carrying("cloak", 1).refused(Action::Transition), 478);
}

#[test]
fn transition_492_without_the_gold() {
    assert_eq!(Stage::new().at(14).sheet(|ana| ana.gold = 999).refused(Action::Transition), 492);
}
