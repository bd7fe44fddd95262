//! Raids, met on time: a siege by goblins, on the tile behind the exchange.

use game::{
    GameData, OpenRaid, RaidState,
    character::{Equipped, Slot},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{Troupe, company};
use crate::{
    fixture::changed_season,
    goals::{Hands, Standing},
};

const ANA: &str = "Ana: go to the raid siege: Ana, Bob and Cid";

fn season() -> GameData {
    changed_season(|lists| {
        let change = |list: &mut Value, code: &str, field: &str, value: Value| {
            let one = list.as_array_mut().unwrap().iter_mut().find(|one| one["code"] == code).unwrap();
            one[field] = value;
        };
        change(&mut lists["monsters"], "goblin", "type", json!("raid_boss"));
        let recipe = json!({"skill": "weaponcrafting", "level": 1, "quantity": 1,
            "items": [{"code": "copper_bar", "quantity": 1}]});
        change(&mut lists["items"], "potion", "craft", recipe);
        lists["events"] = json!([]);
        lists["raids"] = json!([{"code": "siege", "name": "Siege", "monster": "goblin",
            "schedule": {"weekdays": ["monday"], "start_hour_utc": 21, "duration_hours": 12}}]);
        let mut tile = lists["maps"][12].clone();
        (tile["map_id"], tile["x"]) = (json!(14), json!(13));
        tile["interactions"] = json!({"content": {"type": "raid", "code": "siege"}});
        lists["maps"].as_array_mut().unwrap().push(tile);
    })
}

fn now() -> Timestamp {
    Timestamp::from_second(1_000_000).unwrap()
}

/// Three, and a siege that opens in so many minutes.
fn siege_in(minutes: i64, config: Value) -> Troupe {
    let mut troupe = company(&["Ana", "Bob", "Cid"]);
    troupe.data = season();
    let raid = troupe.data.raids[0].clone();
    let next_start_at = now() + SignedDuration::from_mins(minutes);
    troupe.calendar.raids = vec![RaidState { raid, next_start_at, open: None }];
    troupe.wants("raid", config)
}

fn without_potions() -> Value {
    json!({"raid": "siege", "potions": 0})
}

#[test]
fn before_its_party_sets_out_everybody_works_for_other_goals() {
    let troupe = siege_in(300, without_potions()).wants("level", json!({"skill": "mining", "level": 40}));
    assert_eq!(troupe.now()[0], "Ana: train mining to 40");
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, goal.seconds), (Standing::Waiting, None));
    let awaits = goal.awaits.unwrap();
    assert_eq!((awaits.what.as_str(), awaits.seconds), ("Siege opens", Some(18_000.0)));
    let leads: Vec<_> = goal.lines.iter().map(|line| 18_000.0 - line.from_seconds).collect();
    assert_eq!(leads.len(), 3);
    assert!(leads.iter().all(|lead| (300.0..600.0).contains(lead)), "{leads:?}");
}

#[test]
fn in_time_its_party_is_called_away_from_work_and_told_whom_it_meets() {
    let troupe = siege_in(5, without_potions())
        .wants("level", json!({"skill": "mining", "level": 40}))
        .hands("Ana", Hands::AtWork { goal: Some(1), part: "train mining to 40".to_owned() });
    assert_eq!(troupe.now()[0], ANA);
    let plan = troupe.plan();
    let config = &plan.assignments[0].config;
    assert_eq!((plan.assignments[0].strategy.as_str(), &config["monster"]), ("party", &json!("goblin")));
    assert_eq!(config["with"], json!(["Ana", "Bob", "Cid"]));
    assert_eq!((plan.assignments.len(), plan.goals[0].standing), (3, Standing::UnderWay));
    let mining = &plan.goals[1].lines;
    assert!(mining.iter().all(|line| line.from_seconds >= 3.0 * 3600.0), "{mining:?}");
}

#[test]
fn the_highest_levels_go_and_those_who_are_at_it_stay() {
    let mut troupe = siege_in(5, json!({"raid": "siege", "potions": 0, "party": 1}));
    troupe.member("Bob").character.combat = game::xp::at_level(9);
    assert_eq!(troupe.now(), ["Bob: go to the raid siege: Bob"]);
    let part = "go to the raid siege: Cid".to_owned();
    let troupe = troupe.hands("Cid", Hands::AtWork { goal: Some(0), part });
    assert_eq!(troupe.now(), ["Cid: go to the raid siege: Cid"]);
}

#[test]
fn potions_are_made_before_as_many_as_are_lacking() {
    let mut troupe = siege_in(300, json!({"raid": "siege", "potions": 10}));
    troupe.bank.items.insert("copper_bar".parse().unwrap(), 100);
    assert_eq!(troupe.now(), ["Ana: craft potion"]);
    let worn = Equipped { code: "potion".parse().unwrap(), quantity: 10 };
    troupe.member("Bob").character.equipment.insert(Slot::Utility1, worn);
    let crafts = |troupe: &Troupe| troupe.plan().goals[0].lines[0].what.clone();
    assert_eq!(crafts(&troupe), "craft 20 potion");
    troupe.bank.items.insert("potion".parse().unwrap(), 20);
    assert_eq!(troupe.now(), Vec::<String>::new());
}

#[test]
fn its_party_leaves_after_some_hours_and_waits_for_the_next_time() {
    let open_for = |hours: i64| {
        let mut troupe = siege_in(7 * 24 * 60, without_potions());
        let starts_at = now() - SignedDuration::from_hours(hours);
        let ends_at = starts_at + SignedDuration::from_hours(12);
        let open = OpenRaid { starts_at, ends_at, total_hp: 60, remaining_hp: 60, participants: 1 };
        troupe.calendar.raids[0].open = Some(open);
        troupe
    };
    assert_eq!(open_for(2).now()[0], ANA);
    let over = open_for(4).plan();
    assert_eq!((over.assignments.len(), over.goals[0].standing), (0, Standing::Waiting));
}

#[test]
fn who_could_not_go_on_is_not_called_again_for_a_while() {
    let mut troupe = siege_in(5, without_potions());
    for name in ["Ana", "Bob", "Cid"] {
        troupe.member(name).resting.insert("go to the raid siege: Ana and Bob".to_owned());
    }
    let goal = troupe.plan().goals.remove(0);
    assert_eq!(
        (goal.standing, goal.impossible[0].why.as_str()),
        (Standing::Waiting, "Ana could not go on with it")
    );
}
