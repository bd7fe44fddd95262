//! Combat, told as scenes in the small world (see [`crate::fixture`]).

use game::{
    Action, Detail, SimpleItem,
    action::EquipItem,
    character::Slot,
    outcome::{FightReport, FightShare},
};
use serde_json::{Value, json};

use crate::{
    Decision,
    fixture::{Given, given, walk},
};

fn fighter(config: Value) -> Given {
    given("combat", config).wears(Slot::Weapon, "stick")
}

fn fought(ana: &Given, win: bool) -> Detail {
    let share = FightShare {
        character_name: ana.character.name.clone(),
        xp: 10,
        gold: 2,
        drops: vec![SimpleItem::new("egg".parse().unwrap(), 1)],
        final_hp: 50,
    };
    let characters = if win { vec![share] } else { vec![] };
    Detail::Fought(FightReport {
        win,
        turns: 20,
        opponent: "chicken".to_owned(),
        logs: vec![],
        characters,
        raid: false,
    })
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
fn a_fight_that_would_be_lost_blocks_with_the_way_out() {
    let decision = fighter(json!({"monster": "wolf"})).at(7).step();
    assert!(matches!(decision, Decision::Blocked { .. }));
    assert_eq!(decision.why().text, "Cannot fight wolf: 0 % of fights would be won, 99 % are wanted");
    assert!(decision.why().unblock.as_ref().unwrap().contains("gear"));
}

#[test]
fn nobody_fights_with_bare_hands() {
    let decision = given("combat", json!({})).step();
    assert!(matches!(decision, Decision::Blocked { .. }));
    assert!(decision.why().text.starts_with("Cannot fight any monster: "), "{decision:?}");
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
    let action = ana.action();
    ana = ana.at(1).hp(1);
    let lost = fought(&ana, false);
    ana.applied(&action, lost);
    assert_eq!(ana.action(), Action::Rest);
    assert_eq!(ana.mind.tally().deaths, 1);
    assert_eq!(ana.hp(120).action(), walk(4));
}

#[test]
fn a_monster_that_wins_again_and_again_is_given_up_for_a_while() {
    let mut ana = fighter(json!({})).at(4);
    assert_eq!(ana.action(), Action::Fight);
    for _ in 0..4 {
        let lost = fought(&ana, false);
        ana.applied(&Action::Fight, lost);
    }
    let decision = ana.step();
    assert!(decision.why().text.contains("won 4 fights in a row"), "{decision:?}");
    assert_eq!(ana.minutes_later(61).action(), Action::Fight);
}

#[test]
fn wears_the_best_gear_before_it_fights() {
    assert!(matches!(fighter(json!({})).at(4).carries("sword", 1).action(), Action::Equip { .. }));
    assert_eq!(fighter(json!({})).at(4).bank_holds("sword", 1).action(), walk(2));
    assert_eq!(fighter(json!({"gear": false})).at(4).carries("sword", 1).action(), Action::Fight);
}

#[test]
fn better_gear_opens_better_fights() {
    let ana = || fighter(json!({})).level(15).at(7);
    assert!(matches!(ana().step(), Decision::Blocked { .. }));
    assert_eq!(ana().wears(Slot::Helmet, "helmet").wears(Slot::Weapon, "sword").action(), Action::Fight);
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

#[test]
fn a_fight_that_is_won_too_seldom_is_not_chosen_whatever_it_pays() {
    // Against the wolf, the sword alone costs 135 hit points: more than a level-1 character has, with a helmet less.
    let ana = || given("combat", json!({"monster": "wolf"})).wears(Slot::Weapon, "sword").at(7);
    let decision = ana().step();
    let text = "Cannot fight wolf: 0 % of fights would be won, 99 % are wanted";
    assert_eq!(decision.why().text, text);
    assert!(matches!(ana().carries("helmet", 1).action(), Action::Equip { .. }));
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
fn takes_loot_to_the_bank_and_keeps_food() {
    let mut ana = fighter(json!({})).at(2).carries("egg", 95).carries("apple", 5);
    let Action::DepositItem { items } = ana.action() else { panic!("no deposit") };
    assert_eq!(items.len(), 1);
    let mut careful = fighter(json!({"keep": ["egg"]})).at(2).carries("egg", 95).carries("apple", 5);
    assert!(matches!(careful.step(), Decision::Blocked { .. }));
    let mut hoarder = fighter(json!({"deposit_loot": false})).at(2).carries("egg", 100);
    assert!(matches!(hoarder.step(), Decision::Blocked { .. }));
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
        let won = fought(&ana, true);
        ana.applied(&Action::Fight, won);
        assert!(matches!(ana.step(), Decision::Done { .. }));
    }
    assert!(matches!(fighter(json!({"until_level": 5})).level(5).step(), Decision::Done { .. }));
}

#[test]
fn too_many_deaths_block() {
    let mut ana = fighter(json!({"max_deaths": 1})).at(4);
    let lost = fought(&ana, false);
    ana.applied(&Action::Fight, lost);
    let decision = ana.step();
    assert_eq!(decision.why().text, "Lost 1 of 1 fights, as many as `max_deaths` allows");
}

#[test]
fn a_bag_full_of_food_is_no_obstacle() {
    let ana = || given("combat", json!({})).wears(Slot::Weapon, "sword").carries("apple", 100);
    assert_eq!(ana().at(4).action(), walk(2));
    let surplus = vec![SimpleItem::new("apple".parse().unwrap(), 75)];
    assert_eq!(ana().at(2).action(), Action::DepositItem { items: surplus });
}
