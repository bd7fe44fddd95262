//! Tests of tasks (RULES §11).

use game::{character::Task, data::Rewards};

use super::*;

const MONSTERS: u32 = 23;
const ITEMS: u32 = 24;

fn trade(item: &str, quantity: u32) -> Action {
    Action::TaskTrade { code: code(item), quantity }
}

/// Ana at a master with a task.
fn busy(at: u32, kind: &str, what: &str, progress: u32, total: u32) -> Stage {
    let task = Task { code: what.to_owned(), kind: kind.to_owned(), progress, total };
    Stage::new().at(at).sheet(|ana| ana.task = Some(task))
}

fn miner(progress: u32) -> Stage {
    busy(ITEMS, "items", "copper_ore", progress, 4)
}

#[test]
fn a_master_gives_a_task_of_its_kind_and_of_the_characters_level() {
    for (at, kind, what) in [(MONSTERS, "monsters", "chicken"), (ITEMS, "items", "copper_ore")] {
        let mut stage = Stage::new().at(at);
        let Detail::TaskAccepted(offer) = stage.done(Action::TaskNew).detail else { panic!("no task") };
        assert_eq!((offer.kind.as_str(), offer.code.as_str(), offer.rewards.gold), (kind, what, 200));
        assert!((2..=4).contains(&offer.total));
        let task = stage.ana().task.clone().unwrap();
        assert_eq!((task.code, task.progress, task.total), (offer.code, 0, offer.total));
    }
}

#[test]
fn tasks_for_items_can_be_drawn_by_skill() {
    let rules = Rules { tasks_by_skill: true, ..Rules::default() };
    let mut drawn: Vec<_> = (0..20)
        .map(|seed| {
            let mut stage = Stage::with(rules.clone()).at(ITEMS).sheet(|ana| {
                ana.skills.insert(game::Skill::Mining, game::xp::at_level(10));
            });
            stage.wait(seed);
            stage.world.state.rng = crate::State::new(seed.unsigned_abs()).rng;
            stage.done(Action::TaskNew);
            stage.ana().task.clone().unwrap().code
        })
        .collect();
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn, ["copper_ore", "iron_ore"]);
}

#[test]
fn won_fights_against_its_monster_advance_a_task_until_it_is_done() {
    let mut stage = busy(2, "monsters", "chicken", 0, 2).sheet(|ana| ana.stats.attack.earth = 100);
    for expected in [1, 2, 2] {
        stage.done(Action::Fight);
        assert_eq!(stage.ana().task.as_ref().unwrap().progress, expected);
    }
}

#[test]
fn lost_fights_and_fights_against_others_advance_nothing() {
    let mut stage = busy(6, "monsters", "ogre", 0, 2);
    stage.done(Action::Fight);
    assert_eq!(stage.ana().task.as_ref().unwrap().progress, 0, "lost");
    let mut stage = busy(2, "monsters", "ogre", 0, 2).sheet(|ana| ana.stats.attack.earth = 100);
    stage.done(Action::Fight);
    assert_eq!(stage.ana().task.as_ref().unwrap().progress, 0, "won against a chicken");
}

#[test]
fn items_that_are_handed_over_advance_a_task() {
    let mut stage = miner(1).carrying("copper_ore", 5);
    assert_eq!(stage.done(trade("copper_ore", 3)).detail, Detail::TaskTraded { item: some("copper_ore", 3) });
    assert_eq!((stage.ana().task.as_ref().unwrap().progress, stage.ana().inventory.total()), (4, 2));
}

#[test]
fn a_completed_task_gives_its_rewards_and_makes_way_for_the_next() {
    let mut stage = miner(4);
    let rewards = Rewards { gold: 200, items: vec![some("tasks_coin", 3)] };
    assert_eq!(stage.done(Action::TaskComplete).detail, Detail::TaskCompleted(rewards));
    assert_eq!((stage.ana().gold, stage.ana().inventory.count(&code("tasks_coin"))), (200, 3));
    stage.done(Action::TaskNew);
}

#[test]
fn a_task_is_given_up_for_a_coin() {
    let mut stage = miner(0).carrying("tasks_coin", 2);
    assert_eq!(stage.done(Action::TaskCancel).detail, Detail::TaskCancelled);
    assert_eq!((stage.ana().task.clone(), stage.ana().inventory.total()), (None, 1));
}

#[test]
fn six_coins_bring_one_reward() {
    let mut stage = Stage::new().at(MONSTERS).carrying("tasks_coin", 60);
    for _ in 0..10 {
        let Detail::TaskExchanged(rewards) = stage.done(Action::TaskExchange).detail else { panic!("none") };
        assert_eq!((rewards.items.len(), rewards.gold), (1, 0));
    }
    assert_eq!(stage.ana().inventory.count(&code("tasks_coin")), 0);
    assert!(stage.ana().inventory.count(&code("purse")) > 5);
}

#[test]
fn the_cooldown_calls_all_of_them_task_and_the_log_tells_them_apart() {
    let mut stage = Stage::new().at(ITEMS).carrying("tasks_coin", 7).carrying("copper_ore", 9);
    let mut reasons = vec![stage.done(Action::TaskNew).cooldown];
    let total = stage.ana().task.as_ref().unwrap().total;
    reasons.push(stage.done(trade("copper_ore", total)).cooldown);
    for action in [Action::TaskComplete, Action::TaskNew, Action::TaskCancel, Action::TaskExchange] {
        reasons.push(stage.done(action).cooldown);
    }
    assert!(reasons.iter().all(|cooldown| cooldown.reason == "task" && cooldown.total_seconds == 3));
    let kinds: Vec<_> = stage.world.logs(&company(), None).map(|entry| entry.kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "task_exchange",
            "task_cancelled",
            "new_task",
            "task_completed",
            "achievement",
            "task_trade",
            "new_task",
            "spawn",
        ]
    );
}

#[test]
fn task_new_489_with_a_task_in_hand() {
    assert_eq!(miner(0).refused(Action::TaskNew), 489);
}

#[test]
fn task_trade_422_of_nothing() {
    assert_eq!(miner(0).carrying("copper_ore", 1).refused(trade("copper_ore", 0)), 422);
}

#[test]
fn task_trade_474_of_another_item_or_without_such_a_task() {
    assert_eq!(miner(0).carrying("iron_ore", 1).refused(trade("iron_ore", 1)), 474);
    assert_eq!(Stage::new().at(ITEMS).carrying("iron_ore", 1).refused(trade("iron_ore", 1)), 474);
}

#[test]
fn task_trade_475_of_more_than_is_still_asked_for() {
    assert_eq!(miner(3).carrying("copper_ore", 9).refused(trade("copper_ore", 2)), 475);
}

#[test]
fn task_trade_478_of_more_than_is_carried() {
    assert_eq!(miner(0).carrying("copper_ore", 1).refused(trade("copper_ore", 2)), 478);
}

#[test]
fn task_cancel_478_without_a_coin_and_exchange_without_six() {
    assert_eq!(miner(0).refused(Action::TaskCancel), 478);
    assert_eq!(Stage::new().at(ITEMS).carrying("tasks_coin", 5).refused(Action::TaskExchange), 478);
}

#[test]
fn task_complete_and_cancel_487_without_a_task() {
    assert_eq!(Stage::new().at(ITEMS).refused(Action::TaskComplete), 487);
    assert_eq!(Stage::new().at(ITEMS).carrying("tasks_coin", 1).refused(Action::TaskCancel), 487);
}

#[test]
fn task_complete_488_before_it_is_done() {
    assert_eq!(miner(3).refused(Action::TaskComplete), 488);
}

#[test]
fn task_497_without_room_for_the_rewards() {
    assert_eq!(miner(4).carrying("key", 98).refused(Action::TaskComplete), 497);
    let full = |ana: &mut Character| ana.inventory.slots.truncate(1);
    let stage = Stage::new().at(ITEMS).sheet(full).carrying("tasks_coin", 7);
    assert_eq!(stage.refused(Action::TaskExchange), 497);
}

#[test]
fn task_598_away_from_the_master() {
    for action in [
        Action::TaskNew,
        trade("copper_ore", 1),
        Action::TaskComplete,
        Action::TaskCancel,
        Action::TaskExchange,
    ] {
        assert_eq!(Stage::new().carrying("tasks_coin", 9).refused(action), 598);
    }
}

#[test]
fn task_598_at_the_master_of_other_tasks() {
    let stage = || busy(MONSTERS, "items", "copper_ore", 4, 4).carrying("tasks_coin", 1);
    for action in [trade("copper_ore", 1), Action::TaskComplete, Action::TaskCancel] {
        assert_eq!(stage().refused(action), 598);
    }
}
