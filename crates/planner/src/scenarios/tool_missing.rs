//! A tool is not where it is thought to be, may not be used, or does not exist yet.

use game::{Action, RefusalCode};

use super::{in_a_season, miner};
use crate::fixture::walk;

#[test]
fn a_gatherer_without_one_gathers_all_the_same() {
    assert_eq!(miner().action(), Action::Gathering);
}

#[test]
fn one_that_the_bank_does_not_hold_after_all_is_planned_without() {
    let mut ana = miner().at(2).bank_holds("pickaxe", 1);
    assert!(matches!(ana.refused(RefusalCode::MissingItem), Action::WithdrawItem { .. }));
    assert_eq!(ana.action(), walk(3));
}

#[test]
fn one_that_may_not_be_used_is_planned_without() {
    let mut ana = miner().carries("pickaxe", 1);
    assert!(matches!(ana.refused(RefusalCode::ConditionsNotMet), Action::Equip { .. }));
    assert_eq!(ana.action(), Action::Gathering);
}

#[test]
fn one_that_needs_a_higher_level_waits_for_it() {
    assert_eq!(miner().carries("drill", 1).action(), Action::Gathering);
    assert!(matches!(miner().carries("drill", 1).level(20).action(), Action::Equip { .. }));
}

#[test]
fn one_in_a_bank_out_of_reach_is_planned_without() {
    let mut ana = in_a_season(miner().bank_holds("pickaxe", 1), |lists| {
        let bank = lists.maps.iter_mut().find(|tile| tile.map_id == game::MapId(2)).unwrap();
        bank.interactions.content = None;
    });
    assert_eq!(ana.action(), Action::Gathering);
}
