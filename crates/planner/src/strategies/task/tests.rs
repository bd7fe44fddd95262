//! Tasks, told as scenes in the small world (see [`crate::fixture`]).

use game::{
    Action, SimpleItem,
    character::{Slot, Task},
};
use serde_json::{Value, json};

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn ana(config: Value) -> Given {
    given("task", config).wears(Slot::Weapon, "sword")
}

fn with_task(mut given: Given, kind: &str, code: &str, progress: u32, total: u32) -> Given {
    given.character.task = Some(Task { code: code.to_owned(), kind: kind.to_owned(), progress, total });
    given
}

fn chickens(progress: u32) -> Given {
    with_task(ana(json!({})), "monsters", "chicken", progress, 10)
}

fn wolves(config: Value, weapon: &str) -> Given {
    with_task(given("task", config).wears(Slot::Weapon, weapon), "monsters", "wolf", 0, 10)
}

fn bars(progress: u32) -> Given {
    with_task(ana(json!({"kind": "items"})), "items", "copper_bar", progress, 10)
}

#[test]
fn a_task_is_taken_from_the_master_of_its_kind() {
    assert_eq!(ana(json!({})).action(), walk(11));
    assert_eq!(ana(json!({})).at(11).action(), Action::TaskNew);
    assert_eq!(ana(json!({"kind": "items"})).action(), walk(12));
}

#[test]
fn monsters_are_fought_until_there_are_enough() {
    assert_eq!(chickens(9).at(4).action(), Action::Fight);
    assert_eq!(chickens(10).at(4).action(), walk(11));
    assert_eq!(chickens(10).at(11).action(), Action::TaskComplete);
}

#[test]
fn items_are_got_and_handed_over() {
    assert_eq!(bars(0).at(3).action(), Action::Gathering);
    assert_eq!(bars(4).carries("copper_bar", 6).action(), walk(12));
    let trade = Action::TaskTrade { code: "copper_bar".parse().unwrap(), quantity: 6 };
    assert_eq!(bars(4).carries("copper_bar", 9).at(12).action(), trade);
    assert_eq!(bars(10).at(12).action(), Action::TaskComplete);
}

#[test]
fn items_in_the_bank_are_handed_over_first() {
    let items = vec![SimpleItem::new("copper_bar".parse().unwrap(), 10)];
    assert_eq!(bars(0).at(2).bank_holds("copper_bar", 50).action(), Action::WithdrawItem { items });
}

#[test]
fn a_task_that_takes_too_long_is_given_up_for_a_coin() {
    let slow = |config| with_task(ana(config), "items", "copper_bar", 0, 300).carries("tasks_coin", 1);
    assert_eq!(slow(json!({})).action(), walk(12));
    assert_eq!(slow(json!({})).at(12).action(), Action::TaskCancel);
    assert_eq!(slow(json!({"most_hours": 100})).at(3).action(), Action::Gathering);
}

#[test]
fn without_a_coin_a_task_that_takes_too_long_is_done_all_the_same() {
    assert_eq!(with_task(ana(json!({})), "items", "copper_bar", 0, 300).at(3).action(), Action::Gathering);
}

#[test]
fn a_task_that_cannot_be_done_is_given_up_too() {
    let wolves = || wolves(json!({"upgrade_hours": 0}), "stick");
    assert_eq!(wolves().carries("tasks_coin", 2).at(11).action(), Action::TaskCancel);
    let in_the_bank = wolves().bank_holds("tasks_coin", 2).at(2).action();
    assert!(matches!(in_the_bank, Action::WithdrawItem { .. }));
}

#[test]
fn the_last_coin_is_kept_for_a_task_that_training_does_not_help() {
    let wolves =
        |train| wolves(json!({"train": train, "upgrade_hours": 0}), "sword").carries("tasks_coin", 1);
    assert_eq!(wolves(true).at(4).action(), Action::Fight);
    assert_eq!(wolves(false).at(11).action(), Action::TaskCancel);
}

#[test]
fn gear_that_brings_a_task_within_reach_is_made_before_it_is_given_up() {
    let mut ana = wolves(json!({}), "stick").carries("tasks_coin", 9).at(9).carries("copper_bar", 6);
    let decision = ana.step();
    assert_eq!(decision.action(), Some(&Action::Crafting { code: "dagger".parse().unwrap(), quantity: 1 }));
    let told = ("gear for the task".to_owned(), "10 wolf".to_owned());
    assert!(decision.why().facts.contains(&told), "{decision:?}");
}

#[test]
fn without_a_coin_a_hopeless_task_is_trained_for() {
    let mut wolves = with_task(ana(json!({})), "monsters", "wolf", 0, 10).at(4);
    let decision = wolves.step();
    assert_eq!(decision.action(), Some(&Action::Fight));
    assert_eq!(decision.why().purposes, ["combat 2", "the task of 10 wolf"]);
    let mut bars = with_task(ana(json!({})), "items", "iron_bar", 0, 10).at(3);
    assert_eq!(bars.action(), walk(4), "no skill is named for it");
    bars.data = {
        let mut lists = bars.data.to_lists();
        let mut task = lists.tasks[1].clone();
        task.code = "iron_bar".to_owned();
        lists.tasks.push(task);
        game::GameData::new(lists).unwrap()
    };
    assert_eq!(bars.action(), Action::Gathering, "mining is");
}

#[test]
fn coins_to_spare_draw_rewards_if_wished() {
    let rich = |exchange| ana(json!({"exchange": exchange, "keep_coins": 2})).carries("tasks_coin", 8).at(11);
    assert_eq!(rich(true).action(), Action::TaskExchange);
    assert_eq!(rich(false).action(), Action::TaskNew);
    assert_eq!(
        ana(json!({"exchange": true, "keep_coins": 2})).carries("tasks_coin", 7).at(11).action(),
        Action::TaskNew
    );
}

#[test]
fn enough_tasks_are_enough() {
    let mut ana = with_task(ana(json!({"tasks": 1})), "monsters", "chicken", 10, 10).at(11);
    let action = ana.action();
    ana.applied(&action, game::Detail::TaskCompleted(game::data::Rewards { items: Vec::new(), gold: 100 }));
    assert!(matches!(ana.step(), Decision::Done { .. }));
    assert_eq!((ana.mind.tally().tasks, ana.mind.tally().gold), (1, 100));
}
