//! Circles that other programs have run in, by their fixes: each is a scene here that comes to an end.

use game::{Action, Detail, RefusalCode, SimpleItem, Skill, character::Slot, outcome::Yield};
use serde_json::json;

use super::{blocks, fighter, in_a_season, miner, smith};
use crate::{
    Decision,
    fixture::{Given, given, walk},
};

#[test]
fn an_event_monster_is_not_walked_to_where_it_was() {
    let mut ana = given("combat", json!({})).wears(Slot::Weapon, "sword").at(11).goblins_for(10);
    assert_eq!(ana.action(), walk(12));
    assert_eq!(ana.minutes_later(10).at(12).action(), walk(4));
}

#[test]
fn who_is_hurt_rests_where_it_stands_when_food_is_out_of_reach() {
    let hurt = fighter().hp(1).bank_holds("apple", 50);
    let mut ana = in_a_season(hurt, |lists| {
        let bank = lists.maps.iter_mut().find(|tile| tile.map_id == game::MapId(2)).unwrap();
        bank.interactions.content = None;
    });
    assert_eq!(ana.action(), Action::Rest);
}

#[test]
fn a_task_about_a_monster_that_wins_is_never_begun_by_fighting_it() {
    let mut ana =
        given("task", json!({"train": false, "upgrade_hours": 0})).wears(Slot::Weapon, "stick").at(7);
    let (code, kind) = ("wolf".to_owned(), "monsters".to_owned());
    ana.character.task = Some(game::character::Task { code, kind, progress: 0, total: 10 });
    assert!(matches!(ana.step(), Decision::Blocked { .. }));
    let mut ana = ana.carries("tasks_coin", 1);
    assert_eq!(ana.action(), walk(11), "it is given up");
}

#[test]
fn a_trader_that_does_not_deal_with_the_character_is_not_asked_again_and_again() {
    let mut ana =
        given("crafting", json!({"item": "whip", "quantity": 1})).wears(Slot::Weapon, "sword").level(20);
    ana = ana.carries("hide", 2).carries("egg", 2).at(10);
    assert!(matches!(ana.refused(RefusalCode::ConditionsNotMet), Action::BuyNpc { .. }));
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    assert!(matches!(ana.minutes_later(61).action(), Action::BuyNpc { .. }));
}

#[test]
fn two_goals_do_not_take_turns_at_every_step() {
    let config = json!({"skills": ["mining"], "upgrade_hours": 0});
    let mut ana = given("leveling", config).wears(Slot::Weapon, "sword").at(3);
    let goal = |ana: &mut Given| {
        let alternatives = ana.step().why().alternatives.clone();
        alternatives.into_iter().find(|one| one.choice == "training").unwrap().code
    };
    let first = goal(&mut ana);
    // As much xp as is short of a level, of what was chosen first: the other one is behind now.
    let progress = if first == "combat" {
        &mut ana.character.combat
    } else {
        ana.character.skills.get_mut(&Skill::Mining).unwrap()
    };
    progress.xp = progress.max_xp - 1;
    assert_eq!(goal(&mut ana), first, "what was begun is brought to the next level");
}

#[test]
fn a_bag_full_of_what_must_be_kept_is_no_reason_to_walk() {
    let mut ana = given("gathering", json!({"resource": "copper_rocks", "keep": ["copper_ore"]})).at(3);
    ana = ana.carries("copper_ore", 100);
    blocks(
        &mut ana,
        "Bag is full (100 of 100), and nothing in it may go to the bank",
        "Take things out of the bag, or shorten the keep list",
    );
}

#[test]
fn what_the_bank_does_not_hold_after_all_is_not_fetched_again_for_an_hour() {
    let mut ana = smith().at(2).bank_holds("copper_bar", 2).bank_holds("egg", 1).bank_holds("cloth", 2);
    for _ in 0..5 {
        let decision = ana.step();
        let Some(Action::WithdrawItem { .. }) = decision.action() else { break };
        ana.refused(RefusalCode::MissingItem);
    }
    let decision = ana.step();
    assert!(!matches!(decision.action(), Some(Action::WithdrawItem { .. })), "{decision:?}");
}

#[test]
fn gear_for_a_slot_that_the_game_calls_taken_is_done_without() {
    let mut ana = given("combat", json!({"monster": "chicken"})).wears(Slot::Weapon, "stick").at(4);
    ana = ana.carries("sword", 1);
    assert!(matches!(ana.refused(RefusalCode::SlotState), Action::Equip { .. }));
    assert_eq!(ana.action(), Action::Fight);
}

#[test]
fn a_way_that_is_only_on_the_map_is_not_tried_again_and_again() {
    let mut ana = miner().at(1);
    assert_eq!(ana.refused(RefusalCode::NoPath), walk(3));
    assert_eq!(ana.refused(RefusalCode::NoPath), walk(5));
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
}

#[test]
fn what_was_made_for_xp_is_not_made_into_itself() {
    // Bars are taken apart into ore, of which bars are made.
    let config = json!({"item": "dagger", "recycle": true, "quantity": 2});
    let mut ana = given("crafting", config).at(9).carries("copper_bar", 12);
    let craft = Action::Crafting { code: "dagger".parse().unwrap(), quantity: 2 };
    assert_eq!(ana.action(), craft);
    ana.character.inventory.remove(&"copper_bar".parse().unwrap(), 12).unwrap();
    ana = ana.carries("dagger", 2);
    let items = vec![SimpleItem::new("dagger".parse().unwrap(), 2)];
    ana.applied(&craft, Detail::Crafted(Yield { xp: 50, items }));
    assert!(matches!(ana.step(), Decision::Done { .. }), "as many as were asked for have been made");
}
