//! Combat, told as scenes in the small world (see [`crate::fixture`]).

use game::{Action, SimpleItem, action::EquipItem, character::Slot};
use serde_json::{Value, json};

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn fighter(config: Value) -> Given {
    given("combat", config).wears(Slot::Weapon, "stick")
}

#[test]
fn walks_to_the_monster_and_fights_it() {
    assert_eq!(fighter(json!({"monster": "chicken"})).action(), walk(4));
    assert_eq!(fighter(json!({"monster": "chicken"})).at(4).action(), Action::Fight);
}

#[test]
fn a_level_1_character_chooses_a_fight_that_it_wins() {
    let decision = fighter(json!({})).step();
    assert_eq!(decision.action(), Some(&walk(4)));
    let alternatives = &decision.why().alternatives;
    assert_eq!((alternatives[0].code.as_str(), alternatives[1].code.as_str()), ("chicken", "wolf"));
    let ruled_out = alternatives[1].ruled_out.as_deref().unwrap();
    assert!(ruled_out.starts_with("it takes more than 100 turns"), "{ruled_out}");
}

#[test]
fn rests_first_when_hit_points_are_low() {
    // A fight against the chicken costs 56.
    assert_eq!(fighter(json!({})).at(4).hp(50).action(), Action::Rest);
    assert_eq!(fighter(json!({})).at(4).hp(70).action(), Action::Fight);
}

#[test]
fn eats_first_when_food_is_carried() {
    assert!(matches!(fighter(json!({})).at(4).hp(10).carries("apple", 5).action(), Action::Use { .. }));
    let mut fasting = fighter(json!({"food": false})).at(4).hp(10).carries("apple", 5);
    assert_eq!(fasting.action(), Action::Rest);
}

#[test]
fn heals_below_the_wanted_percentage() {
    let config = json!({"heal_below": 90});
    assert_eq!(fighter(config.clone()).at(4).hp(107).action(), Action::Rest);
    assert_eq!(fighter(config).at(4).hp(108).action(), Action::Fight);
}

#[test]
fn after_a_death_it_rests_and_goes_back() {
    let mut ana = fighter(json!({"monster": "chicken"})).at(4);
    assert_eq!(ana.action(), Action::Fight);
    ana = ana.at(1).hp(1);
    ana.fought(false);
    assert_eq!(ana.action(), Action::Rest);
    assert_eq!(ana.mind.tally().deaths, 1);
    assert_eq!(ana.hp(120).action(), walk(4));
}

#[test]
fn wears_the_best_gear_before_it_fights() {
    assert!(matches!(fighter(json!({})).at(4).carries("sword", 1).action(), Action::Equip { .. }));
    assert_eq!(fighter(json!({})).at(4).bank_holds("sword", 1).action(), walk(2));
    assert_eq!(fighter(json!({"gear": false})).at(4).carries("sword", 1).action(), Action::Fight);
}

#[test]
fn who_collects_an_item_fights_what_drops_it() {
    let strong = |config| fighter(config).level(5).wears(Slot::Helmet, "helmet").wears(Slot::Weapon, "sword");
    let collect = |code| json!({"collect": {"code": code, "quantity": 3}});
    assert_eq!(strong(collect("hide")).at(2).action(), walk(7));
    assert_eq!(strong(collect("egg")).at(2).action(), walk(4));
}

#[test]
fn who_wants_gold_is_told_when_no_monster_has_any() {
    let decision = fighter(json!({"best_for": "gold"})).step();
    assert!(decision.why().text.contains("chicken (it brings no gold)"), "{decision:?}");
}

/// Against the wolf she falls without potions, and has drunk three of them when she wins.
fn thirsty(config: Value) -> Given {
    given("combat", config).wears(Slot::Weapon, "sword").at(7)
}

fn drinks(quantity: u32) -> Action {
    let code = "potion".parse().unwrap();
    Action::Equip { items: vec![EquipItem { code, slot: Slot::Utility1, quantity }] }
}

#[test]
fn potions_are_put_on_for_a_fight_that_only_they_make_safe() {
    let ana = || thirsty(json!({"monster": "wolf"}));
    assert_eq!(ana().carries("potion", 20).action(), drinks(20));
    assert_eq!(ana().bank_holds("potion", 300).action(), walk(2));
    let items = vec![SimpleItem::new("potion".parse().unwrap(), 100)];
    assert_eq!(ana().bank_holds("potion", 300).at(2).action(), Action::WithdrawItem { items });
    let decision = thirsty(json!({"monster": "wolf", "potions": false})).carries("potion", 20).step();
    assert!(matches!(decision, Decision::Blocked { .. }));
}

#[test]
fn potions_are_filled_up_before_a_fight_could_run_out_of_them() {
    let ana = |left| {
        let mut ana = thirsty(json!({"monster": "wolf"})).wears(Slot::Utility1, "potion");
        ana.character.equipment.get_mut(&Slot::Utility1).unwrap().quantity = left;
        ana
    };
    assert_eq!(ana(3).carries("potion", 10).action(), Action::Fight);
    assert_eq!(ana(2).carries("potion", 10).action(), drinks(10));
    assert_eq!(ana(2).action(), Action::Fight, "two are enough where there are no more");
}

#[test]
fn a_bag_without_room_for_potions_is_emptied_first() {
    let mut ana = thirsty(json!({"monster": "wolf"})).at(2).bank_holds("potion", 9).carries("egg", 80);
    ana = ana.carries("hide", 20);
    assert!(matches!(ana.action(), Action::DepositItem { .. }));
}

#[test]
fn potions_stay_in_the_bag_where_they_save_less_than_they_cost() {
    assert_eq!(fighter(json!({})).at(4).carries("potion", 20).action(), Action::Fight);
}

#[test]
fn banks_gold_beyond_what_it_keeps_while_it_is_there() {
    let config = json!({"keep_gold": 30});
    assert_eq!(fighter(config.clone()).at(2).gold(100).action(), Action::DepositGold { quantity: 70 });
    assert_eq!(fighter(config).at(4).gold(100).action(), Action::Fight);
    assert_eq!(fighter(json!({})).at(2).gold(100).action(), walk(4));
}

#[test]
fn stops_at_the_wanted_level_fights_or_items() {
    for config in [json!({"fights": 1}), json!({"collect": {"code": "egg", "quantity": 1}})] {
        let mut ana = fighter(config).at(4);
        ana.fought(true);
        assert!(matches!(ana.step(), Decision::Done { .. }));
    }
    assert!(matches!(fighter(json!({"until_level": 5})).level(5).step(), Decision::Done { .. }));
}
