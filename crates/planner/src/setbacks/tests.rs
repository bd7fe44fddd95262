//! Refusals, and what is planned after them.

use game::{Action, Refusal, RefusalCode};
use serde_json::json;

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn miner() -> Given {
    given("gathering", json!({"resource": "copper_rocks"}))
}

#[test]
fn a_bag_that_the_game_calls_full_is_full() {
    let mut ana = miner().at(3).carries("copper_ore", 5);
    ana.refused(RefusalCode::InventoryFull);
    assert_eq!(ana.action(), walk(2));
    ana = ana.at(2);
    assert!(matches!(ana.action(), Action::DepositItem { .. }));
    ana.character.inventory.remove(&"copper_ore".parse().unwrap(), 5).unwrap();
    assert_eq!(ana.action(), walk(3));
}

#[test]
fn a_character_that_is_there_already_goes_on() {
    let mut ana = miner().at(2);
    assert_eq!(ana.refused(RefusalCode::AlreadyAtDestination), walk(3));
    assert_eq!(ana.action(), Action::Gathering);
}

#[test]
fn a_skill_that_the_game_finds_too_low_blocks_with_the_way_out() {
    let mut ana = miner().at(3);
    ana.refused(RefusalCode::SkillTooLow);
    let decision = ana.step();
    let why = decision.why();
    assert!(why.unblock.as_ref().is_some_and(|unblock| unblock.contains("mining level")), "{decision:?}");
}

#[test]
fn a_running_cooldown_is_waited_out() {
    let mut ana = miner().at(3);
    let action = ana.action();
    ana.mind.refused(&action, &Refusal::cooldown(12.3), ana.now);
    let Decision::Wait { until, .. } = ana.step() else { panic!("no wait") };
    assert_eq!(until.as_second() - ana.now.as_second(), 13);
    assert_eq!(ana.minutes_later(1).action(), Action::Gathering);
}

#[test]
fn a_busy_bank_is_tried_again_after_a_pause() {
    let mut ana = miner().at(2).carries("copper_ore", 100);
    ana.refused(RefusalCode::BankBusy);
    assert!(matches!(ana.step(), Decision::Wait { .. }));
    assert!(matches!(ana.minutes_later(1).action(), Action::DepositItem { .. }));
}

#[test]
fn the_same_refusal_three_times_in_a_row_blocks_for_good() {
    let mut ana = miner().at(3);
    for _ in 0..3 {
        ana.refused(RefusalCode::ActionInProgress);
        ana = ana.minutes_later(1);
    }
    let mut ana = ana.minutes_later(60 * 24);
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }));
    assert_eq!(decision.why().text, "The game refused to gather 3 times in a row: No. (486)");
}

#[test]
fn what_was_refused_three_times_is_let_be_once_there_is_something_else_to_do() {
    let mut ana = miner().at(3);
    for _ in 0..3 {
        ana.refused(RefusalCode::ActionInProgress);
        ana = ana.minutes_later(1);
    }
    assert_eq!(ana.carries("copper_ore", 100).action(), walk(2));
}

#[test]
fn refusals_that_take_turns_block_as_well() {
    let mut ana = miner();
    for _ in 0..5 {
        assert_eq!(ana.refused(RefusalCode::NoPath), walk(3));
        assert_eq!(ana.refused(RefusalCode::NoPath), walk(5));
        ana = ana.minutes_later(11);
    }
    let text = ana.step().why().text.clone();
    assert_eq!(text, "The game refused 10 actions in a row, at last to move to map 5: No. (595)");
}
