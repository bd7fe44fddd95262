//! Tests of fights as the world runs them (RULES §6, §7).

use game::{Outcome, outcome::FightReport, skill::Progress, xp};

use super::*;

/// Ana at the chicken, without the chance of a critical hit.
fn at_the_chicken() -> Stage {
    Stage::new().at(2).sheet(|ana| ana.stats.critical_strike = 0)
}

fn report(outcome: &Outcome) -> &FightReport {
    let Detail::Fought(report) = &outcome.detail else { panic!("{:?}", outcome.detail) };
    report
}

#[test]
fn a_won_fight_costs_hit_points_and_brings_xp_gold_and_drops() {
    let mut stage = at_the_chicken();
    let outcome = stage.done(Action::Fight);
    let report = report(&outcome);
    assert_eq!((report.win, report.turns, report.opponent.as_str()), (true, 29, "chicken"));
    let share = &report.characters[0];
    assert_eq!((share.character_name.as_str(), share.xp, share.final_hp), ("Ana", 22, 64));
    assert!((1..=3).contains(&share.gold));
    let ana = stage.ana();
    assert_eq!((ana.hp, ana.combat.xp, ana.gold), (64, 22, share.gold));
    assert!(share.drops.iter().all(|drop| ana.inventory.count(&drop.code) == drop.quantity));
    assert!(share.drops.iter().any(|drop| drop.code == code("raw_chicken")), "it always drops");
}

#[test]
fn wisdom_brings_more_xp_and_prospecting_more_drops() {
    let mut stage = at_the_chicken().sheet(|ana| {
        (ana.stats.wisdom, ana.stats.prospecting) = (1000, 1000);
        (ana.hp, ana.max_hp) = (100_000, 100_000);
    });
    for _ in 0..20 {
        let outcome = stage.done(Action::Fight);
        assert_eq!(report(&outcome).characters[0].drops.len(), 2, "a drop of one in two is certain now");
    }
    let first = stage.world.logs(&company(), None).filter_map(|entry| entry.detail.clone()).last();
    let Some(Detail::Fought(first)) = first else { panic!("{first:?}") };
    assert_eq!(first.characters[0].xp, 45);
}

#[test]
fn a_level_brings_hit_points_and_room() {
    let mut stage = at_the_chicken().sheet(|ana| ana.combat.xp = 149);
    stage.done(Action::Fight);
    let ana = stage.ana();
    assert_eq!((ana.combat.level, ana.combat.xp, ana.combat.max_xp), (2, 21, 250));
    assert_eq!((ana.max_hp, ana.hp, ana.inventory.max_items), (125, 69, 102));
}

#[test]
fn a_level_leaves_the_current_hit_points_when_the_rules_say_so() {
    let mut stage = Stage::with(Rules { level_up_heals: false, ..Rules::default() }).at(19);
    stage = stage.sheet(|ana| ana.combat.xp = 149);
    stage.done(Action::Fight);
    assert!(stage.ana().max_hp > 120 && stage.ana().hp == 120);
}

#[test]
fn the_highest_level_shows_the_goal_that_the_rules_say() {
    let mut stage = Stage::with(Rules { max_xp_at_cap: 7, ..Rules::default() }).at(19);
    stage = stage.sheet(|ana| ana.combat = Progress { xp: 54_199, ..xp::at_level(49) });
    stage.done(Action::Fight);
    assert_eq!(stage.ana().combat, Progress { level: 50, xp: 0, max_xp: 7 });
}

#[test]
fn a_lost_fight_leads_home_with_one_hit_point_and_nothing_gained() {
    let mut stage = Stage::new().at(6).carrying("feather", 1);
    let outcome = stage.done(Action::Fight);
    let report = report(&outcome);
    assert_eq!((report.win, report.turns, report.characters[0].final_hp), (false, 4, 0));
    let ana = stage.ana();
    assert_eq!((ana.hp, ana.map_id, ana.gold, ana.combat.xp), (1, MapId(1), 0, 0));
    assert_eq!(ana.inventory.total(), 1);
}

#[test]
fn potions_that_were_drunk_are_gone() {
    let slot = game::character::Slot::Utility1;
    let potions = game::character::Equipped { code: code("brew"), quantity: 9 };
    let mut stage = at_the_chicken().sheet(|ana| {
        ana.equipment.insert(slot, potions);
        ana.hp = 62;
    });
    stage.done(Action::Fight);
    // She drinks at 58 of 120, and again at 56.
    assert_eq!((stage.ana().equipment[&slot].quantity, stage.ana().hp), (7, 62 + 60 - 56));
}

#[test]
fn the_lines_of_a_fight_are_in_the_reply_and_not_in_the_log() {
    let mut stage = at_the_chicken();
    assert_eq!(report(&stage.done(Action::Fight)).logs.len(), 29 + 3, "a line a turn, begin, fall and end");
    let entry = stage.world.logs(&company(), None).next().unwrap();
    let Some(Detail::Fought(kept)) = &entry.detail else { panic!("{entry:?}") };
    assert!(kept.logs.is_empty() && kept.turns == 29);
}

#[test]
fn a_world_that_tells_no_fights_fights_them_alike() {
    let mut quiet = Stage::with(Rules { fight_logs: false, ..Rules::default() }).at(2);
    let mut told = Stage::new().at(2);
    let (quiet, told) = (quiet.done(Action::Fight), told.done(Action::Fight));
    assert!(report(&quiet).logs.is_empty() && !report(&told).logs.is_empty());
    assert_eq!(quiet.character, told.character);
}

#[test]
fn drops_that_do_not_fit_are_cut_down_or_lost_whole() {
    let carried = |truncate_drops| {
        let rules = Rules { truncate_drops, ..Rules::default() };
        let mut most = 0;
        for hits in 0..20 {
            let mut stage = Stage::with(rules.clone()).at(2).carrying("key", 99);
            stage = stage.sheet(|ana| ana.stats.attack.earth = 60 + hits);
            // Other dice each time, so that one and two chickens drop.
            for _ in 0..hits {
                rand::Rng::next_u64(&mut stage.world.state.rng);
            }
            stage.done(Action::Fight);
            most += stage.ana().inventory.total() - 99;
        }
        most
    };
    assert_eq!(carried(true), 20);
    assert!((1..20).contains(&carried(false)));
}

#[test]
fn fight_598_where_there_is_no_monster() {
    assert_eq!(Stage::new().refused(Action::Fight), 598);
}

#[test]
fn fight_567_where_a_raid_is_held_but_not_open() {
    assert_eq!(Stage::new().at(16).refused(Action::Fight), 567);
}

#[test]
fn fight_497_without_a_free_slot_or_without_room() {
    assert_eq!(at_the_chicken().carrying("key", 100).refused(Action::Fight), 497);
    let crowded = at_the_chicken().sheet(|ana| ana.inventory.slots.truncate(1)).carrying("key", 1);
    assert_eq!(crowded.refused(Action::Fight), 497);
}
