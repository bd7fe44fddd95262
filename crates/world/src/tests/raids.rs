//! Tests of raids: hours, shared hit points, who gets what (RULES §12).

use game::{AccountName, Outcome};
use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::{News, RaidInstance, World};

/// The first Friday of 1970, when the raid opens for twelve hours.
fn friday() -> Timestamp {
    "1970-01-02T21:00:00Z".parse().unwrap()
}

fn saturday() -> Timestamp {
    friday() + SignedDuration::from_hours(12)
}

/// Ana before the open raid, with so much attack.
fn before_the_sun(attack: i64) -> Stage {
    let told = Rules { tells_news: true, ..Rules::default() };
    let mut stage = Stage::with(told).at(16).sheet(|ana| {
        (ana.stats.attack.earth, ana.stats.critical_strike) = (attack, 0);
    });
    stage.now = friday();
    stage
}

fn latest(stage: &Stage) -> &RaidInstance {
    stage.world.raids().next().unwrap().1.expect("the raid was held")
}

fn waiting<'a>(stage: &'a Stage, account: &str) -> Vec<(&'a str, Vec<SimpleItem>)> {
    let account: AccountName = account.parse().unwrap();
    let pending = stage.world.account(&account).unwrap().pending.values();
    pending.map(|waiting| (waiting.source.as_str(), waiting.items.clone())).collect()
}

fn damage(outcome: &Outcome) -> String {
    let Detail::Fought(report) = &outcome.detail else { panic!("{:?}", outcome.detail) };
    assert!(report.raid);
    report.turns.to_string()
}

#[test]
fn fight_567_before_the_raid_opens_and_after_it_has_closed() {
    let mut early = before_the_sun(10);
    early.now = friday() - SignedDuration::from_millis(1);
    assert_eq!(early.refused(Action::Fight), 567);
    let mut late = before_the_sun(10);
    late.now = saturday();
    assert_eq!(late.refused(Action::Fight), 567);
    before_the_sun(10).done(Action::Fight);
}

#[test]
fn whoever_survives_a_hundred_turns_has_won_and_the_damage_counts() {
    let mut stage = before_the_sun(10);
    let outcome = stage.done(Action::Fight);
    let Detail::Fought(report) = &outcome.detail else { panic!("{:?}", outcome.detail) };
    assert_eq!((report.win, report.turns, &*report.opponent), (true, 100, "sun"));
    let share = &report.characters[0];
    assert_eq!((share.xp, share.gold, share.drops.len()), (0, 0, 0), "a raid pays when it ends");
    let raid = latest(&stage);
    assert_eq!((raid.total_hp, raid.remaining_hp, raid.participants()), (5000, 4500, 1));
    assert_eq!(raid.leaderboard(), [(&company(), 500)]);
}

#[test]
fn reason_and_log_type_are_those_of_a_raid_alone_and_together() {
    for action in [Action::Fight, Action::MultiFight { participants: vec![bob()] }] {
        let mut stage = before_the_sun(10).with_bob_at(16);
        let outcome = stage.done(action);
        assert_eq!(outcome.cooldown.reason, "raid_fight");
        let entry = stage.world.logs(&company(), None).next().unwrap();
        assert_eq!(entry.kind, "raid_fight");
        assert!(entry.description.contains("and did "), "{}", entry.description);
    }
}

#[test]
fn a_full_inventory_is_no_hindrance() {
    before_the_sun(10).carrying("key", 100).done(Action::Fight);
}

#[test]
fn a_lost_fight_counts_for_nothing() {
    let mut stage = before_the_sun(10).sheet(|ana| ana.hp = 1);
    let outcome = stage.done(Action::Fight);
    assert_ne!(damage(&outcome), "100");
    assert_eq!((latest(&stage).remaining_hp, latest(&stage).participants()), (5000, 0));
    assert_eq!(stage.ana().map_id, MapId(1));
}

#[test]
fn the_next_fight_begins_with_what_is_left_or_unhurt_when_the_rules_say_so() {
    for (raid_boss_is_unhurt, turns) in [(false, 50), (true, 100)] {
        let mut stage = before_the_sun(60).sheet(|ana| (ana.hp, ana.max_hp) = (1000, 1000));
        stage.world.rules.raid_boss_is_unhurt = raid_boss_is_unhurt;
        stage.done(Action::Fight);
        assert_eq!(latest(&stage).remaining_hp, 2000);
        let Detail::Fought(second) = stage.done(Action::Fight).detail else { panic!("no fight") };
        assert!(second.turns.abs_diff(turns) <= 20, "{} turns", second.turns);
        assert_eq!(latest(&stage).remaining_hp, 0);
        assert_eq!(latest(&stage).leaderboard(), [(&company(), 5000)], "no more than there was");
    }
}

#[test]
fn the_boss_that_falls_ends_the_raid_and_all_who_fought_are_paid() {
    let mut stage = before_the_sun(30);
    let rivals: AccountName = "rivals".parse().unwrap();
    let rob: game::CharacterName = "Rob".parse().unwrap();
    stage.world.create_account(rivals.clone(), OPENING).unwrap();
    stage.world.create_character(&rivals, rob.clone(), "men1", OPENING).unwrap();
    let strong = stage.ana().clone();
    let sheet = stage.world.state.characters.get_mut(&rob).unwrap();
    (sheet.stats, sheet.map_id, sheet.position) = (strong.stats, strong.map_id, strong.position);
    sheet.stats.attack.earth = 500;

    stage.done(Action::Fight);
    assert_eq!(latest(&stage).leaderboard(), [(&company(), 1500)]);
    let now = stage.now;
    stage.world.act(&rivals, &rob, &Action::Fight, now).unwrap();
    let raid = latest(&stage);
    assert!(!raid.is_open() && raid.is_won());
    assert_eq!((raid.ended_at, raid.participants()), (Some(now), 2));
    // 1500 and 3500 damage by the thousand, and three more for the first.
    assert_eq!(waiting(&stage, "company"), [("raid", vec![some("crown", 1)])]);
    assert_eq!(waiting(&stage, "rivals"), [("raid", vec![some("crown", 3 + 3)])]);
    assert_eq!(stage.refused(Action::Fight), 567);
}

#[test]
fn a_raid_whose_time_is_over_pays_what_was_earned() {
    let mut stage = before_the_sun(50);
    stage.done(Action::Fight);
    let news = stage.world.news(saturday());
    let [.., News::RaidEnded { code: ended, instance }, News::Received(reward)] = &*news else {
        panic!("{news:?}")
    };
    assert_eq!((ended.as_str(), instance), ("god_of_the_sun", latest(&stage)));
    assert_eq!(reward.created_at, saturday());
    assert_eq!((latest(&stage).ended_at, latest(&stage).is_won()), (Some(saturday()), false));
    assert_eq!(waiting(&stage, "company"), [("raid", vec![some("crown", 2 + 3)])]);
    stage.now = saturday();
    let id = stage.world.account(&company()).unwrap().pending.keys().next().unwrap().clone();
    stage.done(Action::ClaimItem { id });
    assert_eq!(stage.ana().inventory.count(&code("crown")), 5);
}

#[test]
fn the_next_opening_begins_anew() {
    let mut stage = before_the_sun(10);
    stage.done(Action::Fight);
    stage.now = friday() + SignedDuration::from_hours(48);
    stage.world.news(stage.now);
    let raid = latest(&stage);
    assert_eq!((raid.starts_at, raid.remaining_hp, raid.participants()), (stage.now, 5000, 0));
}

#[test]
fn openings_that_nobody_looked_at_are_over_when_somebody_does() {
    let mut stage = before_the_sun(10);
    stage.world.news(OPENING);
    let news = stage.world.news(saturday());
    assert_eq!(news.len(), 2, "opened and ended: {news:?}");
    assert_eq!(latest(&stage).ended_at, Some(saturday()));
    let mut late = Stage::new();
    late.world.news(saturday());
    assert_eq!(late.world.raids().next().unwrap().1, None, "this world began when it was over");
}

#[test]
fn a_won_fight_counts_for_achievements() {
    let mut stage = before_the_sun(10);
    stage.done(Action::Fight);
    let hunter = &stage.world.account(&company()).unwrap().achievements[&"hunter".parse().unwrap()];
    assert_eq!(hunter.progress[0], 1);
}

#[test]
fn a_saved_world_goes_on_with_its_raids() {
    let mut stage = before_the_sun(10);
    stage.done(Action::Fight);
    let bytes = serde_json::to_string(stage.world.state()).unwrap();
    let state = serde_json::from_str(&bytes).unwrap();
    let world = World::restore(state, stage.world.data.clone(), Rules::default());
    let mut again = Stage { world, now: stage.now };
    again.world.news(saturday());
    assert_eq!(latest(&again).ended_at, Some(saturday()));
}
