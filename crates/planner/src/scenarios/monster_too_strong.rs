//! A monster that would win, or that wins against the odds: the wolf, for who has no helmet.

use game::{
    Action,
    character::{Slot, Task},
};
use serde_json::json;

use super::{blocks, fighter, in_a_season, smith};
use crate::{
    Decision,
    fixture::{Given, given, walk},
};

const HOPELESS: &str = "0 % of fights would be won, 99 % are wanted";
const UNBLOCK: &str = "Better gear, a higher level or a lower min_win_rate";

fn hunter(weapon: &str) -> Given {
    given("combat", json!({"monster": "wolf"})).wears(Slot::Weapon, weapon).at(7)
}

#[test]
fn a_fighter_does_not_begin() {
    blocks(&mut hunter("stick"), &format!("Cannot fight wolf: {HOPELESS}"), UNBLOCK);
}

#[test]
fn a_fighter_with_bare_hands_does_not_begin_at_all() {
    let decision = given("combat", json!({})).step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert!(why.text.starts_with("Cannot fight any monster: ") && why.unblock.is_some(), "{why:?}");
}

#[test]
fn a_fighter_dresses_for_it_when_that_helps() {
    assert!(matches!(hunter("sword").carries("helmet", 1).action(), Action::Equip { .. }));
    assert_eq!(hunter("sword").bank_holds("helmet", 1).action(), walk(2));
}

#[test]
fn a_fighter_comes_back_when_it_has_grown() {
    assert!(matches!(hunter("sword").step(), Decision::Blocked { .. }));
    assert_eq!(hunter("sword").wears(Slot::Helmet, "helmet").level(15).action(), Action::Fight);
}

#[test]
fn one_that_wins_against_the_odds_is_given_up_for_an_hour() {
    let mut ana = fighter();
    for _ in 0..4 {
        assert_eq!(ana.action(), Action::Fight);
        ana.fought(false);
    }
    blocks(
        &mut ana,
        "Cannot fight chicken: planning without it for a while: it won 4 fights in a row",
        "Better gear or a higher level; it is tried again within the hour",
    );
    assert_eq!(ana.minutes_later(61).action(), Action::Fight);
}

#[test]
fn as_many_deaths_as_are_allowed_are_enough() {
    let mut ana = given("combat", json!({"max_deaths": 1})).wears(Slot::Weapon, "sword").at(4);
    ana.fought(false);
    blocks(
        &mut ana,
        "Lost 1 of 1 fights, as many as `max_deaths` allows",
        "Better gear, an easier monster or a higher `max_deaths`",
    );
}

#[test]
fn a_crafter_does_not_fight_it_for_materials() {
    let mut ana = given("crafting", json!({"item": "whip", "quantity": 1})).wears(Slot::Weapon, "sword");
    let decision = ana.step();
    let Decision::Blocked { why } = &decision else { panic!("not blocked: {decision:?}") };
    assert_eq!(why.text, format!("Cannot craft whip: no way to get 2 hide: fight wolf ({HOPELESS})"));
    assert!(why.unblock.is_some(), "{why:?}");
}

#[test]
fn a_crafter_takes_the_same_from_another_monster() {
    let ana = smith().wears(Slot::Weapon, "sword").carries("copper_bar", 2).carries("cloth", 2).at(4);
    let mut ana = in_a_season(ana, |lists| {
        let wolf = lists.monsters.iter_mut().find(|monster| monster.code.as_str() == "wolf").unwrap();
        wolf.drops[0].code = "egg".parse().unwrap();
    });
    assert_eq!(ana.action(), Action::Fight);
}

#[test]
fn a_tasker_without_a_coin_that_training_does_not_help_says_so() {
    let mut ana = given("task", json!({"train": false})).wears(Slot::Weapon, "sword");
    let (code, kind) = ("wolf".to_owned(), "monsters".to_owned());
    ana.character.task = Some(Task { code, kind, progress: 0, total: 10 });
    blocks(
        &mut ana,
        &format!("Cannot do the task, 10 wolf: {HOPELESS}"),
        &format!("{UNBLOCK}; or a tasks_coin, for which it can be given up"),
    );
}
