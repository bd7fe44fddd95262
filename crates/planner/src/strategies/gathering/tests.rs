//! Gathering, told as scenes in the small world (see [`crate::fixture`]).

use game::{Action, Detail, GameData, SimpleItem, Skill, character::Slot, outcome::Yield};
use serde_json::{Value, json};

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn miner(config: Value) -> Given {
    given("gathering", config)
}

fn copper() -> Given {
    miner(json!({"resource": "copper_rocks"}))
}

#[test]
fn walks_to_the_nearest_tile_and_gathers_there() {
    assert_eq!(copper().action(), walk(3));
    assert_eq!(copper().at(5).action(), Action::Gathering);
}

#[test]
fn without_a_wish_the_least_trained_skill_is_trained() {
    let learner = |mining, woodcutting| {
        let mut ana = miner(json!({})).skill(Skill::Mining, mining).skill(Skill::Woodcutting, woodcutting);
        let mut lists = ana.data.to_lists();
        let gold = lists.resources.iter_mut().find(|resource| resource.code.as_str() == "gold_rocks");
        gold.unwrap().skill = Skill::Woodcutting;
        ana.data = GameData::new(lists).unwrap();
        ana
    };
    let target = |mut ana: Given| ana.step().why().alternatives.clone();
    assert!(format!("{:?}", target(learner(2, 1))).contains("gold_rocks"));
    assert!(format!("{:?}", target(learner(1, 2))).contains("copper_rocks"));
}

#[test]
fn puts_the_best_tool_on_first() {
    assert!(matches!(copper().at(3).carries("pickaxe", 1).action(), Action::Equip { .. }));
    assert_eq!(copper().at(3).bank_holds("pickaxe", 1).action(), walk(2));
    assert_eq!(copper().at(3).wears(Slot::Weapon, "pickaxe").action(), Action::Gathering);
}

#[test]
fn leaves_tools_alone_when_told_so() {
    let mut ana = miner(json!({"resource": "copper_rocks", "tool": false})).at(3).carries("pickaxe", 1);
    assert_eq!(ana.action(), Action::Gathering);
}

#[test]
fn dresses_for_the_work_where_there_is_enough_of_it() {
    let action = |config| miner(config).at(3).carries("cap", 1).action();
    assert!(matches!(action(json!({"resource": "copper_rocks"})), Action::Equip { .. }));
    for little in [
        json!({"resource": "copper_rocks", "loops": 5}),
        json!({"resource": "copper_rocks", "until_level": 2, "loops": 5}),
        json!({"resource": "copper_rocks", "item": "copper_ore"}),
        json!({"resource": "copper_rocks", "gear": false}),
    ] {
        assert_eq!(action(little.clone()), Action::Gathering, "{little}");
    }
}

#[test]
fn dresses_to_find_more_of_the_item_that_is_wanted() {
    let mut ana = miner(json!({"resource": "copper_rocks", "item": "gem"})).at(3).carries("charm", 1);
    assert!(matches!(ana.action(), Action::Equip { .. }));
}

#[test]
fn puts_on_what_was_fetched_before_the_bag_is_emptied() {
    let mut ana = copper().at(2).carries("copper_ore", 99).bank_holds("cap", 1);
    assert!(matches!(ana.action(), Action::DepositItem { .. }));
    assert!(matches!(ana.carries("cap", 1).action(), Action::Equip { .. }));
}

#[test]
fn no_gear_is_changed_for_the_material_of_one_piece() {
    let mut ana = given("crafting", json!({"item": "copper_bar", "quantity": 1})).at(3).carries("cap", 1);
    assert_eq!(ana.action(), Action::Gathering);
}

#[test]
fn goes_without_a_bank_it_has_never_seen() {
    assert_eq!(copper().at(3).nobody_has_seen_the_bank().action(), Action::Gathering);
}

#[test]
fn takes_the_ladder_to_another_layer() {
    assert_eq!(miner(json!({"resource": "gold_rocks"})).action(), Action::Transition);
}

#[test]
fn says_which_level_is_missing() {
    let decision = miner(json!({"resource": "iron_rocks"})).step();
    assert_eq!(decision.why().text, "Cannot gather iron_rocks: it needs mining 10, not 1");
    assert_eq!(decision.why().unblock.as_deref(), Some("mining level 10"));
}

#[test]
fn says_when_a_resource_is_not_of_this_season() {
    let decision = miner(json!({"resource": "moon_rocks"})).step();
    assert!(matches!(decision, Decision::Blocked { .. }));
    assert!(decision.why().text.contains("moon_rocks"));
}

#[test]
fn gathers_what_pays_most_for_a_skill_and_keeps_the_alternatives() {
    let mut ana = miner(json!({"skill": "mining"})).skill(Skill::Mining, 10);
    let decision = ana.step();
    assert_eq!(decision.action(), Some(&walk(6)));
    let alternatives = &decision.why().alternatives;
    assert_eq!((alternatives.len(), alternatives[0].code.as_str()), (3, "iron_rocks"));
    assert!(alternatives.is_sorted_by(|one, next| one.score >= next.score), "{alternatives:?}");
    assert!(alternatives[0].words.contains("xp/h, "), "{alternatives:?}");
}

#[test]
fn tells_what_ruled_others_out() {
    let decision = miner(json!({"skill": "mining"})).step();
    let out = decision.why().alternatives.iter().find(|one| one.ruled_out.is_some()).unwrap();
    assert_eq!((out.choice.as_str(), out.code.as_str(), out.score), ("resource", "iron_rocks", None));
    assert_eq!(out.ruled_out.as_deref(), Some("it needs mining 10, not 1"));
    assert_eq!(out.words, "mining level 10");
}

#[test]
fn a_skill_that_nothing_can_be_gathered_with_blocks() {
    assert!(matches!(miner(json!({"skill": "fishing"})).step(), Decision::Blocked { .. }));
}

#[test]
fn a_block_tells_what_ruled_everything_out() {
    let decision = miner(json!({"resource": "iron_rocks"})).step();
    assert!(matches!(decision, Decision::Blocked { .. }));
    let ruled_out = decision.why().alternatives.iter().map(|one| one.ruled_out.as_deref());
    assert_eq!(ruled_out.collect::<Vec<_>>(), [Some("it needs mining 10, not 1")]);
}

#[test]
fn stops_at_the_wanted_number_level_or_quantity() {
    let mut by_loops = miner(json!({"resource": "copper_rocks", "loops": 1})).at(3);
    let mut by_quantity = miner(json!({"resource": "copper_rocks", "quantity": 3})).at(3);
    for ana in [&mut by_loops, &mut by_quantity] {
        let items = vec![SimpleItem::new("copper_ore".parse().unwrap(), 3)];
        let action = ana.action();
        let gain = Yield { xp: 6, items };
        ana.applied(&action, Detail::Gathered { resource: None, skill: None, gain });
        assert!(matches!(ana.step(), Decision::Done { .. }));
    }
    let mut by_level = miner(json!({"skill": "mining", "until_level": 5})).skill(Skill::Mining, 5);
    assert!(matches!(by_level.step(), Decision::Done { .. }));
}
