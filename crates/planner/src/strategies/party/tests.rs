//! Parties, told as scenes in the small world (see [`crate::fixture`]) in which the wolf is a boss that no beginner beats
//! alone, and the goblin the boss of a raid.

use game::{
    Action, CharacterName, Detail, GameData, RaidState, RefusalCode,
    calendar::OpenRaid,
    character::Slot,
    outcome::{FightReport, FightShare},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::{
    Decision, Mind,
    fixture::{Given, changed_season, given, walk},
};

fn season() -> GameData {
    changed_season(|lists| {
        let monsters = lists["monsters"].as_array_mut().unwrap();
        let mut change = |code: &str, kind: &str, attack: i64| {
            let monster = monsters.iter_mut().find(|monster| monster["code"] == code).unwrap();
            (monster["type"], monster["attack_water"]) = (json!(kind), json!(attack));
        };
        change("wolf", "boss", 30);
        change("goblin", "raid_boss", 1);
        lists["events"] = json!([]);
        lists["raids"] = json!([{"code": "siege", "name": "Siege", "monster": "goblin",
            "schedule": {"weekdays": ["monday"], "start_hour_utc": 21, "duration_hours": 12}}]);
        let mut tile = lists["maps"][12].clone();
        (tile["map_id"], tile["x"]) = (json!(14), json!(13));
        tile["interactions"] = json!({"content": {"type": "raid", "code": "siege"}});
        lists["maps"].as_array_mut().unwrap().push(tile);
    })
}

/// Somebody with a sword, at the spawn.
fn somebody(name: &str, config: Value) -> Given {
    let mut somebody = given("party", config).in_season(season()).wears(Slot::Weapon, "sword");
    somebody.character.name = name.parse().unwrap();
    somebody
}

/// One of the party for the wolf, at the spawn.
fn member(name: &str) -> Given {
    somebody(name, json!({"monster": "wolf", "with": ["Ana", "Ben", "Cleo"]}))
}

/// The same where the wolf is.
fn ready(name: &str) -> Given {
    member(name).at(7)
}

fn names(names: &[&str]) -> Vec<CharacterName> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

#[track_caller]
fn waits(decision: &Decision, text: &str) {
    assert!(matches!(decision, Decision::Wait { .. }), "{decision:?}");
    assert_eq!(decision.why().text, text);
}

#[track_caller]
fn is_blocked(decision: &Decision, text: &str) {
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    assert!(decision.why().text.contains(text), "{decision:?}");
}

#[test]
fn each_member_goes_to_the_boss_and_says_for_whom() {
    let decision = member("Ana").step();
    assert_eq!(decision.action(), Some(&walk(7)));
    assert!(decision.why().text.ends_with("to meet Ben and Cleo for wolf"), "{decision:?}");
}

#[test]
fn each_waits_for_those_who_are_not_there() {
    let mut ana = ready("Ana").beside("Ben", member("Ben").at(3)).beside("Cleo", ready("Cleo"));
    waits(&ana.step(), "Waiting for Ben, who is at (2, 0)");
    waits(
        &ready("Ana").step(),
        "Waiting for Ben, of whom nothing is known yet, and Cleo, of whom nothing is known yet",
    );
}

#[test]
fn the_first_by_name_begins_when_all_are_ready() {
    let mut ana = ready("Ana").beside("Cleo", ready("Cleo")).beside("Ben", ready("Ben"));
    let decision = ana.step();
    assert_eq!(decision.action(), Some(&Action::MultiFight { participants: names(&["Ben", "Cleo"]) }));
    assert_eq!(
        decision.why().text,
        "Fighting wolf (level 15) at (6, 0) with Ben and Cleo: 100 % of such fights are won"
    );
}

#[test]
fn the_others_leave_it_to_the_first() {
    let mut ben = ready("Ben").beside("Ana", ready("Ana")).beside("Cleo", ready("Cleo"));
    waits(&ben.step(), "Ready for wolf: waiting for Ana to begin");
}

#[test]
fn who_is_hurt_is_not_ready() {
    assert_eq!(ready("Ana").hp(60).action(), Action::Rest);
    let mut ana = ready("Ana").beside("Ben", ready("Ben").hp(60)).beside("Cleo", ready("Cleo"));
    waits(&ana.step(), "Waiting for Ben, who gets ready");
}

#[test]
fn a_comrade_in_its_cooldown_is_waited_for_until_it_ends() {
    let mut ana = ready("Ana").beside("Ben", ready("Ben")).beside("Cleo", ready("Cleo"));
    let until = ana.now + SignedDuration::from_secs(12);
    ana.comrades[0].ready_at = until;
    let decision = ana.step();
    waits(&decision, "Waiting for the cooldown of Ben and Cleo");
    assert!(matches!(decision, Decision::Wait { until: then, .. } if then == until));
}

#[test]
fn who_does_something_else_is_waited_for() {
    let elsewhere = given("combat", json!({})).in_season(season());
    let mut ana = ready("Ana").beside("Ben", elsewhere).beside("Cleo", ready("Cleo"));
    waits(&ana.step(), "Waiting for Ben, who is not in a party");
    let other = somebody("Ben", json!({"monster": "wolf", "with": ["Ana"]})).at(7);
    let mut ana = ready("Ana").beside("Ben", other).beside("Cleo", ready("Cleo"));
    waits(&ana.step(), "Waiting for Ben, who is in a party for wolf with others");
}

#[test]
fn nobody_waits_for_ever_for_those_who_do_not_stir() {
    let mut ana = ready("Ana").beside("Cleo", ready("Cleo")).beside("Ben", member("Ben"));
    assert!(matches!(ana.step(), Decision::Wait { .. }));
    ana = ana.minutes_later(9);
    assert!(matches!(ana.step(), Decision::Wait { .. }));
    ana = ana.minutes_later(1);
    is_blocked(&ana.step(), "Waiting for Ben, who is at (0, 0), for 10 minutes now");
    ana.comrades.pop();
    ana = ana.beside("Ben", member("Ben").at(3));
    waits(&ana.step(), "Waiting for Ben, who is at (2, 0)");
}

#[test]
fn a_party_that_would_lose_does_not_fight() {
    let mut ana = somebody("Ana", json!({"monster": "wolf"})).at(7);
    is_blocked(&ana.step(), "Not fighting wolf: Ana would win 0 % of such fights, 90 % are wanted");
}

#[test]
fn it_dresses_for_the_fight_beside_the_others() {
    let unarmed = |name: &str| member(name).in_season(season()).carries("sword", 1);
    let mut ana = unarmed("Ana").beside("Ben", ready("Ben")).beside("Cleo", ready("Cleo"));
    assert!(matches!(ana.action(), Action::Equip { .. }));
}

#[test]
fn what_another_one_has_begun_counts_for_each_who_fought() {
    let share = |name: &str, xp| FightShare {
        character_name: name.parse().unwrap(),
        xp,
        gold: 2,
        drops: Vec::new(),
        final_hp: 50,
    };
    let characters = vec![share("Ana", 10), share("Ben", 20)];
    let opponent = "wolf".to_owned();
    let report = FightReport { win: true, turns: 19, opponent, logs: Vec::new(), characters, raid: false };
    let mut ben = somebody("Ben", json!({"monster": "wolf", "with": ["Ana"], "fights": 1})).at(7);
    ben.applied(&Action::MultiFight { participants: names(&["Ana"]) }, Detail::Fought(report));
    let tally = ben.mind.tally();
    assert_eq!((tally.fights, tally.wins, tally.xp, tally.gold), (1, 1, 20, 2));
    assert!(matches!(ben.step(), Decision::Done { .. }));
}

#[test]
fn a_fight_that_is_refused_again_and_again_ends_in_words() {
    let mut ana = ready("Ana").beside("Ben", ready("Ben")).beside("Cleo", ready("Cleo"));
    for _ in 0..3 {
        ana.refused(RefusalCode::ActionInProgress);
        ana = ana.minutes_later(1);
    }
    is_blocked(&ana.step(), "The game refused to fight together with Ben and Cleo 3 times in a row");
}

#[test]
fn only_bosses_are_fought_together_and_by_three_at_most() {
    let mind = Mind::new("party", json!({"monster": "chicken"})).unwrap();
    let refused = mind.check(&season()).unwrap_err().to_string();
    assert!(refused.contains("`monster`: chicken is no boss"), "{refused}");
    is_blocked(&given("party", json!({})).step(), "No boss is named");
    let mut ana = somebody("Ana", json!({"monster": "wolf", "with": ["Ben", "Cleo", "Dan"]}));
    is_blocked(&ana.step(), "A party of 4 is too large");
}

/// Somebody alone where the raid is, which opens at this time; or which is open until it opens again then.
fn raider(next_start_at: Timestamp, is_open: bool) -> Given {
    let mut ana = somebody("Ana", json!({"monster": "goblin"})).at(14);
    let open = OpenRaid {
        starts_at: ana.now,
        ends_at: next_start_at,
        total_hp: 60,
        remaining_hp: 60,
        participants: 0,
    };
    let raid = ana.data.raids[0].clone();
    ana.raids = vec![RaidState { raid, next_start_at, open: is_open.then_some(open) }];
    ana
}

#[test]
fn a_party_waits_where_a_raid_is_until_it_opens() {
    let opens = "1970-01-12T21:00:00Z".parse().unwrap();
    let decision = raider(opens, false).step();
    waits(&decision, "Waiting for siege, which opens on Mon 21:00 UTC");
    assert!(matches!(decision, Decision::Wait { until, .. } if until == opens));
    let mut ana = raider(opens, false);
    ana.now = opens;
    assert_eq!(ana.action(), Action::Fight);
    assert_eq!(raider(opens, true).action(), Action::Fight);
    ana.raids.clear();
    waits(&ana.step(), "Waiting to hear when the raid of goblin opens");
}

#[test]
fn who_has_fought_in_a_raid_is_done_when_it_is_over() {
    let opens = "1970-01-12T21:00:00Z".parse().unwrap();
    let mut ana = raider(opens, false);
    ana.fought(true);
    let decision = ana.step();
    assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
    assert_eq!(decision.why().text, "siege is over; fights in it: 1");
}
