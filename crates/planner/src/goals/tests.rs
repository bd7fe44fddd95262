//! Plans in the small world (see [`crate::fixture`]).

use std::collections::BTreeSet;

use game::{Bank, Character, CharacterName, GameData, Skill, character::Slot, xp};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Company, Goal, Hands, Member, Plan, Standing, Wanted, plan};
use crate::fixture::{given, season};

/// A company, and what it wants.
struct Troupe {
    data: GameData,
    members: Vec<Member>,
    bank: Bank,
    wanted: Vec<Wanted>,
}

/// Fresh characters with nothing to do.
fn company(names: &[&str]) -> Troupe {
    let fresh = given("combat", json!({})).wears(Slot::Weapon, "stick").character;
    let member = |name: &&str| {
        let character = Character { name: name.parse().unwrap(), ..fresh.clone() };
        Member { character, hands: Hands::Free, resting: BTreeSet::new() }
    };
    let bank = Bank { slots: 50, ..Bank::default() };
    Troupe { data: season(), members: names.iter().map(member).collect(), bank, wanted: Vec::new() }
}

impl Troupe {
    fn wants(mut self, kind: &str, config: Value) -> Self {
        let goal = Goal::new(kind, &config).unwrap();
        self.wanted.push(Wanted { goal: Some(goal), priority: 5, after: Vec::new() });
        self
    }

    fn urgent(mut self, priority: u32) -> Self {
        self.wanted.last_mut().unwrap().priority = priority;
        self
    }

    fn after(mut self, place: usize) -> Self {
        self.wanted.last_mut().unwrap().after.push(place);
        self
    }

    fn member(&mut self, name: &str) -> &mut Member {
        let name: CharacterName = name.parse().unwrap();
        self.members.iter_mut().find(|member| member.character.name == name).unwrap()
    }

    fn skill(mut self, name: &str, skill: Skill, level: u32) -> Self {
        self.member(name).character.skills.insert(skill, xp::at_level(level));
        self
    }

    fn hands(mut self, name: &str, hands: Hands) -> Self {
        self.member(name).hands = hands;
        self
    }

    fn plan(&self) -> Plan {
        let Self { data, members, bank, .. } = self;
        let now = Timestamp::from_second(1_000_000).unwrap();
        plan(Company { data, members, bank: Some(bank), now }, &self.wanted)
    }

    /// Who does what now, one line each.
    fn now(&self) -> Vec<String> {
        let line = |one: super::Assignment| format!("{}: {}", one.character, one.part);
        self.plan().assignments.into_iter().map(line).collect()
    }
}

fn mining(level: u32, who: &str) -> Value {
    json!({"skill": "mining", "level": level, "who": who})
}

#[test]
fn whoever_is_closest_to_a_level_goes_for_it() {
    let troupe =
        company(&["Ana", "Bob", "Cid"]).skill("Bob", Skill::Mining, 3).wants("level", mining(5, "one"));
    assert_eq!(troupe.now(), ["Bob: train mining to 5"]);
}

#[test]
fn a_level_for_everyone_is_a_part_for_each_who_lacks_it() {
    let troupe =
        company(&["Ana", "Bob", "Cid"]).skill("Bob", Skill::Mining, 5).wants("level", mining(5, "everyone"));
    assert_eq!(troupe.now(), ["Ana: train mining to 5", "Cid: train mining to 5"]);
    let goal = &troupe.plan().goals[0];
    assert!((goal.progress - 1.0 / 3.0).abs() < 0.01, "{goal:?}");
    assert!(goal.bottleneck.as_ref().unwrap().contains("train mining to 5"), "{goal:?}");
}

#[test]
fn two_goals_for_one_each_go_to_two_characters() {
    let troupe = company(&["Ana", "Bob"])
        .skill("Ana", Skill::Mining, 3)
        .wants("level", mining(5, "one"))
        .wants("level", json!({"level": 3, "who": "one"}));
    assert_eq!(troupe.now(), ["Ana: train mining to 5", "Bob: train combat to 3"]);
}

#[test]
fn the_more_urgent_goal_comes_first_when_there_are_too_few_hands() {
    let both = |first, second| {
        company(&["Ana"])
            .wants("level", mining(3, "one"))
            .urgent(first)
            .wants("level", json!({"level": 2}))
            .urgent(second)
    };
    assert_eq!(both(6, 5).now(), ["Ana: train mining to 3"]);
    assert_eq!(both(5, 6).now(), ["Ana: train combat to 2"]);
    let plan = both(6, 5).plan();
    assert_eq!(plan.goals[1].standing, Standing::Waiting);
    assert!(plan.goals[1].seconds > plan.goals[0].seconds);
}

#[test]
fn a_goal_waits_for_the_one_before_it() {
    let troupe = company(&["Ana", "Bob"])
        .wants("level", mining(3, "one"))
        .wants("level", json!({"level": 2, "who": "one"}))
        .after(0);
    assert_eq!(troupe.now().len(), 1);
    let plan = troupe.plan();
    assert_eq!(plan.goals[1].lines[0].from_seconds, plan.goals[0].seconds.unwrap());
}

#[test]
fn nobody_is_taken_away_from_what_a_person_has_told_it() {
    let troupe = company(&["Ana", "Bob"])
        .skill("Ana", Skill::Mining, 4)
        .hands("Ana", Hands::Taken("combat".to_owned()))
        .wants("level", mining(5, "one"));
    assert_eq!(troupe.now(), ["Bob: train mining to 5"]);
}

#[test]
fn a_goal_of_somebody_who_is_taken_says_what_would_help() {
    let goal = json!({"skill": "mining", "level": 5, "names": ["Ana"]});
    let troupe = company(&["Ana"]).hands("Ana", Hands::Taken("combat".to_owned())).wants("level", goal);
    let plan = troupe.plan();
    assert_eq!(plan.goals[0].standing, Standing::Impossible);
    assert_eq!(plan.goals[0].impossible[0].unblock, "Stop what Ana does, and it works for goals");
    assert_eq!(plan.goals[0].seconds, None);
}

#[test]
fn a_goal_that_is_reached_asks_for_nothing() {
    let troupe = company(&["Ana"]).skill("Ana", Skill::Mining, 5).wants("level", mining(5, "everyone"));
    assert_eq!(troupe.now(), Vec::<String>::new());
    assert_eq!(troupe.plan().goals[0].standing, Standing::Reached);
}

#[test]
fn a_plan_is_not_changed_for_a_small_gain() {
    let at_work = Hands::AtWork { goal: Some(0), part: "train mining to 10".to_owned() };
    let small = company(&["Ana", "Bob"]).hands("Ana", at_work.clone()).wants("level", mining(10, "one"));
    assert_eq!(small.now(), ["Ana: train mining to 10"]);
    assert!(small.plan().assignments[0].goes_on);
    let large = small.skill("Bob", Skill::Mining, 8);
    assert_eq!(large.now(), ["Bob: train mining to 10"]);
}

#[test]
fn names_that_nobody_has_are_told_with_what_was_meant() {
    let goal = Goal::new("level", &json!({"names": ["Anna"]})).unwrap();
    let error = goal.check(&season(), &["Ana".parse().unwrap()]).unwrap_err().to_string();
    assert!(error.ends_with("`names[0]`: there is no character `Anna`; did you mean `Ana`?"), "{error}");
    let error = Goal::new("levels", &Value::Null).unwrap_err().to_string();
    assert_eq!(error, "there is no kind of goal `levels`; did you mean `level`?");
}

#[test]
fn an_assignment_can_be_started_and_says_why() {
    let troupe = company(&["Ana", "Bob"]).wants("level", mining(5, "one"));
    let plan = troupe.plan();
    let one = &plan.assignments[0];
    let mind = crate::Mind::new(&one.strategy, one.config.clone()).unwrap();
    assert_eq!(mind.check(&troupe.data), Ok(()));
    assert!(one.why.starts_with("It takes ") && one.why.contains("Bob would take"), "{}", one.why);
    assert_eq!(one.alternatives.len(), 2);
}
