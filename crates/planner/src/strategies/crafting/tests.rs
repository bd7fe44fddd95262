//! Crafting, told as scenes in the small world (see [`crate::fixture`]).

use game::{Action, Detail, RefusalCode, SimpleItem, Skill, character::Slot, outcome::Yield};
use serde_json::{Value, json};

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn smith(config: Value) -> Given {
    given("crafting", config).skill(Skill::Weaponcrafting, 10)
}

fn dagger() -> Given {
    smith(json!({"item": "dagger"}))
}

fn craft(code: &str, quantity: u32) -> Action {
    Action::Crafting { code: code.parse().unwrap(), quantity }
}

fn withdraw(code: &str, quantity: u32) -> Action {
    Action::WithdrawItem { items: vec![SimpleItem::new(code.parse().unwrap(), quantity)] }
}

fn crafted(code: &str, quantity: u32) -> Detail {
    Detail::Crafted(Yield { xp: 50, items: vec![SimpleItem::new(code.parse().unwrap(), quantity)] })
}

#[test]
fn gathers_what_is_missing() {
    assert_eq!(dagger().action(), walk(3));
    assert_eq!(dagger().at(3).action(), Action::Gathering);
    assert_eq!(dagger().at(3).step().why().purposes, ["copper_bar", "dagger"], "it says what that is for");
}

#[test]
fn makes_bars_of_a_bagful_of_ore() {
    assert_eq!(dagger().at(3).carries("copper_ore", 98).action(), Action::Gathering);
    assert_eq!(dagger().at(3).carries("copper_ore", 100).action(), walk(8));
    assert_eq!(dagger().at(8).carries("copper_ore", 100).action(), craft("copper_bar", 10));
}

#[test]
fn makes_the_item_as_soon_as_a_round_of_materials_is_there() {
    assert_eq!(dagger().at(8).carries("copper_bar", 48).action(), walk(9));
    assert_eq!(dagger().at(9).carries("copper_bar", 48).action(), craft("dagger", 8));
}

#[test]
fn makes_no_more_than_was_asked_for() {
    let ana = || smith(json!({"item": "dagger", "quantity": 2})).at(9);
    assert_eq!(ana().carries("copper_bar", 50).action(), craft("dagger", 2));
    let mut one_left = ana().carries("copper_bar", 50);
    one_left.applied(&craft("dagger", 1), crafted("dagger", 1));
    assert_eq!(one_left.action(), craft("dagger", 1));
    one_left.applied(&craft("dagger", 1), crafted("dagger", 1));
    assert!(matches!(one_left.step(), Decision::Done { .. }));
}

#[test]
fn takes_materials_out_of_the_bank_by_the_bagful() {
    let ana = || dagger().bank_holds("copper_bar", 1000);
    assert_eq!(ana().action(), walk(2));
    assert_eq!(ana().at(2).action(), withdraw("copper_bar", 96));
    let limited = smith(json!({"item": "dagger", "quantity": 3})).bank_holds("copper_bar", 1000);
    assert_eq!(limited.at(2).action(), withdraw("copper_bar", 18));
}

#[test]
fn what_it_takes_out_of_the_bank_now_or_later_is_spoken_for() {
    let claims = |mut ana: Given| {
        ana.step();
        ana.mind.claims().iter().map(|(code, quantity)| format!("{quantity} {code}")).collect::<Vec<_>>()
    };
    assert_eq!(claims(dagger().bank_holds("copper_bar", 1000)), ["96 copper_bar"]);
    let while_gathering = dagger().at(3).bank_holds("copper_bar", 40);
    assert_eq!(claims(while_gathering.bank_holds("copper_ore", 20)), ["40 copper_bar", "20 copper_ore"]);
    assert_eq!(claims(smith(json!({"item": "axe"})).bank_holds("copper_bar", 9)), [""; 0], "it is blocked");
}

#[test]
fn what_nothing_brings_any_more_is_used_up_however_little_there_is() {
    let few = smith(json!({"item": "dagger", "sources": ["bank"]})).bank_holds("copper_bar", 13);
    assert_eq!(few.at(2).action(), withdraw("copper_bar", 12));
}

#[test]
fn buys_what_is_sold_with_gold_from_the_bank_if_need_be() {
    let ana = || smith(json!({"item": "axe", "quantity": 1})).carries("copper_bar", 2).carries("egg", 1);
    assert_eq!(ana().gold(10).action(), walk(10));
    assert_eq!(
        ana().gold(10).at(10).action(),
        Action::BuyNpc { code: "cloth".parse().unwrap(), quantity: 2 }
    );
    let mut poor = ana().gold(4).at(2);
    poor.bank.as_mut().unwrap().gold = 100;
    assert_eq!(poor.action(), Action::WithdrawGold { quantity: 6 });
}

#[test]
fn fights_for_what_monsters_drop() {
    let ana = smith(json!({"item": "axe", "quantity": 1})).wears(Slot::Weapon, "sword").gold(100);
    assert_eq!(ana.carries("copper_bar", 2).at(4).action(), Action::Fight);
}

#[test]
fn only_allowed_sources_are_used() {
    let mut ana = smith(json!({"item": "dagger", "sources": ["bank"]}));
    let decision = ana.step();
    let why = decision.why();
    assert!(matches!(decision, Decision::Blocked { .. }) && why.unblock.is_some(), "{decision:?}");
    assert!(why.text.contains("`sources` does not allow it"), "{why:?}");
}

#[test]
fn a_skill_that_is_too_low_blocks_and_says_which() {
    let decision = given("crafting", json!({"item": "axe"})).step();
    assert_eq!(decision.why().text, "Cannot craft axe: axe needs weaponcrafting 5, not 1");
    assert_eq!(decision.why().unblock.as_deref(), Some("weaponcrafting level 5"));
}

#[test]
fn a_skill_is_trained_with_what_pays_most() {
    let mut ana = given("crafting", json!({"skill": "weaponcrafting"}));
    let alternatives = ana.step().why().alternatives.clone();
    let best = alternatives.iter().find(|one| one.choice == "item").unwrap();
    assert_eq!(best.code, "dagger");
}

#[test]
fn what_was_crafted_is_taken_apart_if_wished() {
    let mut ana = smith(json!({"item": "dagger", "recycle": true})).at(9).carries("dagger", 3);
    ana.applied(&craft("dagger", 2), crafted("dagger", 2));
    let apart = Action::Recycling { code: "dagger".parse().unwrap(), quantity: 2, enhanced: false };
    assert_eq!(ana.action(), apart, "the third one is not ours to take apart");
    ana.refused(RefusalCode::NotRecyclable);
    assert_ne!(ana.action(), apart);
}

#[test]
fn what_comes_back_of_it_need_not_be_got_again() {
    let xp_per_hour = |recycle| {
        let mut ana = given("crafting", json!({"skill": "weaponcrafting", "recycle": recycle}));
        let alternatives = ana.step().why().alternatives.clone();
        alternatives.into_iter().find(|one| one.code == "dagger").unwrap().score.unwrap()
    };
    let gain = xp_per_hour(true) / xp_per_hour(false);
    assert!((gain - 1.5).abs() < 0.01, "of six bars, two come back: {gain}");
}

#[test]
fn the_product_goes_to_the_bank_when_it_should() {
    let at_the_bank = |deposit| {
        let ana = smith(json!({"item": "dagger", "deposit": deposit})).at(2).carries("dagger", 5);
        ana.carries("copper_ore", 1).action()
    };
    let items = vec![SimpleItem::new("dagger".parse().unwrap(), 5)];
    assert_eq!(at_the_bank("after_crafting"), Action::DepositItem { items });
    assert_eq!(at_the_bank("when_full"), walk(3));
}

#[test]
fn a_refused_craft_is_planned_without() {
    let mut ana = dagger().at(9).carries("copper_bar", 48);
    ana.refused(RefusalCode::SkillTooLow);
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    assert!(decision.why().text.contains("the game refused to craft dagger"), "{decision:?}");
}

#[test]
fn trading_for_coins_that_monsters_drop_is_one_plan() {
    let mut ana = smith(json!({"item": "whip", "quantity": 1})).wears(Slot::Weapon, "sword").level(20);
    ana = ana.carries("hide", 2).carries("egg", 2);
    assert_eq!(ana.at(10).action(), Action::BuyNpc { code: "ribbon".parse().unwrap(), quantity: 1 });
}

#[test]
fn as_much_is_bought_as_there_is_gold_for_and_made_at_once() {
    let axes = || smith(json!({"item": "axe", "quantity": 3})).carries("copper_bar", 20).carries("egg", 5);
    let buy = Action::BuyNpc { code: "cloth".parse().unwrap(), quantity: 2 };
    assert_eq!(axes().at(10).gold(14).action(), buy);
    assert_eq!(axes().at(9).carries("cloth", 2).gold(4).action(), craft("axe", 1));
}

#[test]
fn the_skill_that_gathers_the_materials_is_trained_first_when_no_recipe_can_be_made() {
    let mut ana = smith(json!({"skill": "weaponcrafting"})).skill(Skill::Mining, 9).at(3);
    let mut lists = ana.data.to_lists();
    for recipe in lists.items.iter_mut().filter_map(|item| item.craft.as_mut()) {
        if recipe.skill == Skill::Weaponcrafting {
            recipe.items = vec![SimpleItem::new("iron_bar".parse().unwrap(), 2)];
        }
    }
    ana.data = game::GameData::new(lists).unwrap();
    let decision = ana.step();
    assert_eq!(decision.action(), Some(&Action::Gathering));
    let told = ("training for".to_owned(), "axe, which needs mining 10".to_owned());
    assert!(decision.why().facts.contains(&told), "{decision:?}");
}
