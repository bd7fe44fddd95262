//! Goals about a boss, in the small world in which the wolf is one.

use game::{GameData, character::Slot};
use serde_json::{Value, json};

use super::{Hands, Standing, Troupe, Won, company};
use crate::fixture::{changed_season, given};

/// The wolf is a boss that hits so hard.
fn lair(attack: i64) -> GameData {
    changed_season(|lists| {
        let monsters = lists["monsters"].as_array_mut().unwrap();
        let wolf = monsters.iter_mut().find(|monster| monster["code"] == "wolf").unwrap();
        (wolf["type"], wolf["attack_water"]) = (json!("boss"), json!(attack));
    })
}

fn wolf(fights: u32) -> Value {
    json!({"monster": "wolf", "fights": fights})
}

/// These want the wolf beaten twice, each with this weapon.
fn hunters(names: &[&str], weapon: &str, attack: i64) -> Troupe {
    let mut troupe = company(names).wants("boss", wolf(2));
    troupe.data = lair(attack);
    for member in &mut troupe.members {
        let dressed = given("combat", json!({})).wears(Slot::Weapon, weapon).character;
        (member.character.stats, member.character.equipment) = (dressed.stats, dressed.equipment);
    }
    troupe
}

#[test]
fn a_boss_that_nobody_beats_alone_is_given_to_the_smallest_party_that_does() {
    let troupe = hunters(&["Ana", "Ben", "Cleo"], "sword", 30);
    assert_eq!(troupe.now(), ["Ana: beat wolf in a party", "Ben: beat wolf in a party"]);
    let plan = troupe.plan();
    let configs: Vec<_> = plan.assignments.iter().map(|one| (one.strategy.as_str(), &one.config)).collect();
    let together = json!({"monster": "wolf", "with": ["Ana", "Ben"], "fights": 2});
    assert_eq!(configs, [("party", &together), ("party", &together)]);
    let line = &plan.goals[0].lines[0];
    assert_eq!(line.what, "beat wolf 2 times together: Ana and Ben");
    assert_eq!(line.why, "Ana and Ben win 100 % of such fights together");
}

#[test]
fn who_beats_a_boss_alone_does() {
    let troupe = hunters(&["Ana"], "sword", 1);
    assert_eq!(troupe.now(), ["Ana: beat wolf"]);
}

#[test]
fn hands_are_kept_for_a_party_until_all_are_free() {
    let troupe = hunters(&["Ana", "Ben"], "sword", 30)
        .wants("level", json!({"skill": "mining", "level": 3, "who": "one"}))
        .urgent(9)
        .wants("items", json!({"item": "copper_ore", "quantity": 50}))
        .urgent(3)
        .hands("Ana", Hands::AtWork { goal: Some(1), part: "train mining to 3".to_owned() });
    assert_eq!(troupe.now(), ["Ana: train mining to 3"]);
    let plan = troupe.plan();
    let from: Vec<_> = plan.goals[0].lines.iter().map(|line| line.from_seconds).collect();
    assert!(from[0] > 0.0 && from[0] == from[1], "they begin together: {from:?}");
    assert_eq!(plan.goals[0].standing, Standing::Waiting);
}

#[test]
fn a_party_that_is_at_it_stays_together() {
    let at_it = || Hands::AtWork { goal: Some(0), part: "beat wolf in a party".to_owned() };
    let troupe = hunters(&["Ana", "Ben", "Cleo"], "sword", 30).hands("Ben", at_it()).hands("Cleo", at_it());
    let plan = troupe.plan();
    let at_work: Vec<_> = plan.assignments.iter().map(|one| (one.character.as_str(), one.goes_on)).collect();
    assert_eq!(at_work, [("Ben", true), ("Cleo", true)]);
}

#[test]
fn gear_in_which_a_party_wins_is_made_first() {
    let mut troupe = hunters(&["Ana", "Ben", "Cleo"], "stick", 20);
    for member in &mut troupe.members {
        member.character.combat = game::xp::at_level(5);
        (member.character.max_hp, member.character.gold) = (140, 100);
        member.character.hp = 140;
    }
    let goal = &troupe.plan().goals[0];
    let lines: Vec<_> = goal.lines.iter().map(|line| line.what.as_str()).collect();
    assert!(lines.iter().any(|line| line.starts_with("craft") && line.ends_with("axe")), "{lines:?}");
    assert!(lines.last().unwrap().starts_with("beat wolf 2 times together"), "{lines:?}");
}

#[test]
fn a_party_that_is_too_weak_trains_first() {
    let troupe = hunters(&["Ana", "Ben", "Cleo"], "sword", 130);
    let plan = troupe.plan();
    assert!(plan.assignments.iter().all(|one| one.part.starts_with("train combat to ")), "{plan:?}");
    let last = plan.goals[0].lines.last().unwrap();
    assert!(last.what.starts_with("beat wolf 2 times together") && last.from_seconds > 0.0, "{last:?}");
}

#[test]
fn what_no_party_ever_beats_is_impossible_and_says_by_how_much() {
    let goal = &hunters(&["Ana", "Ben", "Cleo"], "sword", 10_000).plan().goals[0];
    assert_eq!(goal.standing, Standing::Impossible);
    let why = &goal.impossible[0].why;
    assert!(why.starts_with("Ana, Ben and Cleo would win 0 % of such fights, 90 % are wanted"), "{why}");
}

#[test]
fn what_has_been_won_is_not_to_be_won_again() {
    let mut troupe = hunters(&["Ana", "Ben"], "sword", 30);
    troupe.wanted[0].won = Won::from([("wolf".to_owned(), 1), ("chicken".to_owned(), 7)]);
    let plan = troupe.plan();
    assert_eq!((plan.goals[0].progress, &plan.assignments[0].config["fights"]), (0.5, &json!(1)));
    troupe.wanted[0].won = Won::from([("wolf".to_owned(), 2)]);
    assert_eq!(troupe.plan().goals[0].standing, Standing::Reached);
}
