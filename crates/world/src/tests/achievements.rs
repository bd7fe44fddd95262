//! Tests of achievements: what counts, and what they bring (RULES §11).

use game::{action::Action, character::Task};

use super::*;

/// The achievements that were reached, by code.
fn reached(stage: &Stage) -> Vec<&str> {
    let all = stage.world.achievements(&company());
    let done = all.filter(|(_, begun)| begun.is_some_and(|begun| begun.completed_at.is_some()));
    done.map(|(achievement, _)| achievement.code.as_str()).collect()
}

fn strong() -> Stage {
    Stage::new().at(2).sheet(|ana| ana.stats.attack.earth = 100)
}

/// Does the second of two things, which alone reaches the achievement.
#[track_caller]
fn check(mut stage: Stage, action: Action, expected: &str) {
    stage.done(action.clone());
    assert!(!reached(&stage).contains(&expected), "once is not enough");
    stage.done(action);
    assert!(reached(&stage).contains(&expected), "{:?}", reached(&stage));
}

#[test]
fn won_fights_count_and_lost_ones_do_not() {
    let mut stage = strong();
    stage.done(Action::Fight);
    assert_eq!(reached(&stage), ["first_blood"]);
    let mut loser = Stage::new().at(6);
    loser.done(Action::Fight);
    assert_eq!(loser.world.achievements(&company()).filter(|(_, begun)| begun.is_some()).count(), 0);
}

#[test]
fn all_objectives_have_to_be_done() {
    let mut stage = strong();
    stage.done(Action::Fight);
    let hunter = |stage: &Stage| {
        let all = stage.world.achievements(&company());
        let (_, begun) = all.filter(|(achievement, _)| achievement.code.as_str() == "hunter").last().unwrap();
        begun.unwrap().clone()
    };
    assert_eq!(hunter(&stage).progress[0], 1);
    assert!(hunter(&stage).progress[1] >= 1);
    stage.done(Action::Fight);
    stage.done(Action::Fight);
    let done = hunter(&stage);
    assert_eq!((done.progress, done.completed_at.is_some()), (vec![3, 3], true), "no more than asked for");
}

#[test]
fn the_level_of_any_character_counts() {
    let mut stage = strong().sheet(|ana| ana.combat.xp = 149);
    stage.done(Action::Fight);
    assert!(reached(&stage).contains(&"novice"));
}

#[test]
fn gathering_crafting_recycling_and_eating_count_by_item() {
    check(Stage::new().at(3), Action::Gathering, "miner");
    check(Stage::new().at(7).carrying("copper_ore", 9), craft("copper_bar", 1), "smith");
    let recycle = Action::Recycling { code: code("dagger"), quantity: 1, enhanced: false };
    check(Stage::new().at(21).carrying("dagger", 2), recycle, "ecologist");
    check(Stage::new().carrying("roast", 2), eat("roast", 1), "gourmet");
}

#[test]
fn trades_and_tasks_count() {
    let merchant = || Stage::new().at(22).sheet(|ana| ana.gold = 100);
    check(merchant(), Action::BuyNpc { code: code("feather"), quantity: 1 }, "buyer");
    let sell = Action::SellNpc { code: code("feather"), quantity: 1 };
    check(merchant().carrying("feather", 2), sell, "seller");
    let task = Task { code: "copper_ore".to_owned(), kind: "items".to_owned(), progress: 1, total: 1 };
    let mut stage = Stage::new().at(24).sheet(|ana| ana.task = Some(task));
    stage.done(Action::TaskComplete);
    assert_eq!(reached(&stage), ["errand"]);
}

#[test]
fn an_achievement_is_reached_once_and_its_reward_waits() {
    let mut stage = strong();
    stage.done(Action::Fight);
    let at = stage.now;
    stage.done(Action::Fight);
    let account = stage.world.account(&company()).unwrap();
    let waiting: Vec<_> = account.pending.values().collect();
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].gold, waiting[0].items.clone()), (100, vec![some("key", 2)]));
    assert_eq!(waiting[0].source_id.as_deref(), Some("first_blood"));
    assert_eq!((waiting[0].created_at, waiting[0].claimed_at), (at, None));
    assert_eq!(stage.world.achievements_points(&company()), 2);
    let told = stage.world.logs(&company(), None).filter(|entry| entry.kind == "achievement").count();
    assert_eq!(told, 1);
}

#[test]
fn what_pays_nothing_leaves_nothing_to_claim() {
    let mut stage = strong();
    for _ in 0..3 {
        stage.done(Action::Fight);
    }
    assert!(reached(&stage).contains(&"hunter"));
    let account = stage.world.account(&company()).unwrap();
    assert!(account.pending.values().all(|waiting| waiting.source_id.as_deref() != Some("hunter")));
}

#[test]
fn a_tile_behind_an_achievement_opens_when_it_is_reached() {
    assert_eq!(strong().at(25).refused(go(26)), 496);
    let mut stage = strong();
    stage.done(Action::Fight);
    stage.at(25).done(go(26));
}
