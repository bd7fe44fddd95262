//! Tests of fights as a group (RULES §4, §6, §7).

use game::{Outcome, RefusalCode, character::Task, outcome::FightReport};
use jiff::SignedDuration;

use super::*;

fn together() -> Action {
    Action::MultiFight { participants: vec![bob()] }
}

/// Ana and Bob before the king, whom they beat with three hits.
fn before_the_king() -> Stage {
    let strong = |who: &mut Character| who.stats.attack.earth = 150;
    Stage::new().with_bob_at(28).at(28).sheet(strong).bobs_sheet(strong)
}

fn report(outcome: &Outcome) -> &FightReport {
    let Detail::Fought(report) = &outcome.detail else { panic!("{:?}", outcome.detail) };
    report
}

fn bobs(stage: &Stage) -> &Character {
    stage.world.character(&bob()).unwrap()
}

#[test]
fn each_of_the_group_gets_all_the_xp_gold_and_drops_of_its_own() {
    let mut stage = before_the_king().bobs_sheet(|bob| bob.stats.wisdom = 1000);
    let outcome = stage.done(together());
    let report = report(&outcome);
    assert!(report.win && report.opponent == "king");
    let [hers, his] = &*report.characters else { panic!("{report:?}") };
    assert_eq!((hers.character_name.as_str(), his.character_name.as_str()), ("Ana", "Bob"));
    // (15 / 1 · 20 + 300 · 0.04) · 2, and as much again for a wisdom of 1000.
    assert_eq!((hers.xp, his.xp), (624, 1248));
    assert_eq!((stage.ana().gold, bobs(&stage).gold), (hers.gold, his.gold));
    assert!(hers.drops.iter().chain(&his.drops).all(|drop| drop.code == code("feather")));
    assert_eq!((hers.drops.len(), his.drops.len()), (1, 1));
    assert_eq!(bobs(&stage).inventory.count(&code("feather")), his.drops[0].quantity);
}

#[test]
fn the_xp_of_all_is_that_of_their_average_level_without_its_fraction() {
    let mut stage = before_the_king().bobs_sheet(|bob| bob.combat.level = 4);
    let outcome = stage.done(together());
    // Levels 1 and 4 make 2: (15 / 2 · 20 + 12) · 2.
    assert_eq!(report(&outcome).characters.iter().map(|share| share.xp).collect::<Vec<_>>(), [324, 324]);
}

#[test]
fn all_of_the_group_get_the_cooldown_of_the_fastest() {
    let mut stage = before_the_king().bobs_sheet(|bob| bob.stats.haste = 50);
    let slow = |who: &mut Character| (who.stats.attack.earth, who.stats.critical_strike) = (20, 0);
    stage = stage.sheet(slow).bobs_sheet(slow).sheet(|ana| ana.hp = 1000).bobs_sheet(|bob| bob.hp = 1000);
    let outcome = stage.done(together());
    let cooldown = &outcome.cooldown;
    // A turn takes two seconds, half of that for a haste of 50.
    assert_eq!((cooldown.reason.as_str(), cooldown.total_seconds), ("multi_fight", report(&outcome).turns));
    for who in [stage.ana(), bobs(&stage)] {
        assert_eq!((who.cooldown, who.cooldown_expiration), (cooldown.total_seconds, cooldown.expiration));
    }
    assert_eq!(outcome.others, [bobs(&stage).clone()]);
}

#[test]
fn the_log_has_an_entry_for_each_and_hers_is_the_newest() {
    let mut stage = before_the_king();
    stage.done(together());
    let entries: Vec<_> = stage.world.logs(&company(), None).filter(|entry| entry.detail.is_some()).collect();
    let told: Vec<_> = entries.iter().map(|entry| (entry.character.as_str(), &*entry.kind)).collect();
    assert_eq!(told, [("Ana", "multi_fight"), ("Bob", "multi_fight")]);
    assert_eq!(entries[1].description, "Ana and Bob won a fight against king.");
    assert_eq!(entries[0].cooldown_expiration, entries[1].cooldown_expiration);
}

#[test]
fn tasks_of_all_count_the_monster_and_achievements_count_it_once() {
    let task = || Some(Task { code: "king".to_owned(), kind: "monsters".to_owned(), progress: 0, total: 9 });
    let mut stage = before_the_king().sheet(|ana| ana.task = task()).bobs_sheet(|bob| bob.task = task());
    stage.done(together());
    let progress = |who: &Character| who.task.as_ref().unwrap().progress;
    assert_eq!((progress(stage.ana()), progress(bobs(&stage))), (1, 1));
    let hunter = &stage.world.account(&company()).unwrap().achievements[&"hunter".parse().unwrap()];
    assert_eq!(hunter.progress[0], 1);
}

#[test]
fn the_highest_level_of_the_group_counts_for_achievements() {
    let mut stage = before_the_king().bobs_sheet(|bob| bob.combat.level = 2);
    stage = stage.sheet(|ana| ana.combat.level = 40);
    stage.done(together());
    let novice = &stage.world.account(&company()).unwrap().achievements[&"novice".parse().unwrap()];
    assert!(novice.completed_at.is_some());
}

#[test]
fn whoever_falls_in_a_won_fight_wakes_up_at_home_with_all_that_was_won() {
    let mut stage = before_the_king().bobs_sheet(|bob| {
        (bob.hp, bob.stats.threat, bob.stats.initiative) = (1, 100, 0);
    });
    stage = stage.sheet(|ana| ana.stats.initiative = 0);
    let outcome = stage.done(together());
    let [hers, his] = &*report(&outcome).characters else { panic!("two shares") };
    assert_eq!((his.final_hp, bobs(&stage).hp, bobs(&stage).map_id), (0, 1, MapId(1)));
    assert!(hers.final_hp > 0 && stage.ana().map_id == MapId(28));
    assert_eq!(hers.xp, his.xp);
}

#[test]
fn a_lost_fight_leads_all_of_them_home() {
    let mut stage = before_the_king().sheet(|ana| ana.stats.attack.earth = 1);
    stage = stage.bobs_sheet(|bob| bob.stats.attack.earth = 1);
    let outcome = stage.done(together());
    assert!(!report(&outcome).win && report(&outcome).characters.iter().all(|share| share.xp == 0));
    for who in [stage.ana(), bobs(&stage)] {
        assert_eq!((who.hp, who.map_id), (1, MapId(1)));
    }
}

#[test]
fn multi_fight_486_against_anything_but_a_boss() {
    assert_eq!(Stage::new().with_bob_at(2).at(2).refused(together()), 486);
}

#[test]
fn multi_fight_498_with_a_stranger_or_nobody() {
    let mut stage = before_the_king();
    let rivals: game::AccountName = "rivals".parse().unwrap();
    stage.world.create_account(rivals.clone(), OPENING).unwrap();
    stage.world.create_character(&rivals, "Rob".parse().unwrap(), "men1", OPENING).unwrap();
    for name in ["Rob", "Nobody"] {
        let refusal =
            stage.act(Action::MultiFight { participants: vec![name.parse().unwrap()] }).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::CharacterNotFound);
    }
}

#[test]
fn multi_fight_499_names_the_one_who_is_in_cooldown() {
    let mut stage =
        before_the_king().bobs_sheet(|bob| bob.cooldown_expiration += SignedDuration::from_secs(7));
    let refusal = stage.act(together()).unwrap_err();
    assert_eq!(refusal.message, "Bob is in cooldown: 7.00 seconds remaining.");
    assert_eq!((refusal.code, refusal.remaining_seconds), (RefusalCode::Cooldown, Some(7.0)));
}

#[test]
fn multi_fight_598_when_one_stands_elsewhere_or_whatever_the_rules_say() {
    assert_eq!(Stage::new().with_bob_at(1).at(28).refused(together()), 598);
    let rules = Rules { fighting_apart: RefusalCode::CharacterNotFound, ..Rules::default() };
    assert_eq!(Stage::with(rules).with_bob_at(1).at(28).refused(together()), 498);
}

#[test]
fn multi_fight_497_when_any_inventory_is_full() {
    let full = before_the_king().bobs_sheet(|bob| bob.inventory.add(&code("key"), 100).unwrap());
    assert_eq!(full.refused(together()), 497);
}

#[test]
fn multi_fight_422_with_oneself_with_somebody_twice_or_with_three_others() {
    for names in [&["Ana"][..], &["Bob", "Bob"], &[], &["Bob", "Cleo", "Dora"]] {
        let participants = names.iter().map(|name| name.parse().unwrap()).collect();
        assert_eq!(before_the_king().refused(Action::MultiFight { participants }), 422, "{names:?}");
    }
}
