//! Plans in the small world (see [`crate::fixture`]).

use std::collections::BTreeSet;

use game::{
    Bank, Calendar, Character, CharacterName, GameData, SimpleItem, Skill,
    character::{Equipped, Slot},
    xp,
};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{AchievementsDone, Company, Goal, Hands, Member, Plan, Standing, Wanted, Won, plan};
use crate::fixture::{given, season};

/// A company, and what it wants.
struct Troupe {
    data: GameData,
    members: Vec<Member>,
    bank: Bank,
    achievements: Option<AchievementsDone>,
    calendar: Calendar,
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
    Troupe {
        data: season(),
        members: names.iter().map(member).collect(),
        bank,
        achievements: None,
        calendar: Calendar::default(),
        wanted: Vec::new(),
    }
}

impl Troupe {
    fn wants(mut self, kind: &str, config: Value) -> Self {
        let goal = Goal::new(kind, &config).unwrap();
        self.wanted.push(Wanted {
            goal: Some(goal),
            priority: 5,
            after: Vec::new(),
            won: Won::new(),
            memory: Value::Null,
        });
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
        let Self { data, members, bank, achievements, calendar, .. } = self;
        let now = Timestamp::from_second(1_000_000).unwrap();
        let (bank, achievements) = (Some(bank), achievements.as_ref());
        let company = Company { data, members, bank, achievements, calendar, now };
        plan(company, &self.wanted)
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
fn what_is_carried_is_brought_to_the_bank_before_a_goal_about_items_is_reached() {
    let mut troupe = company(&["Ana", "Bob"]).wants("items", json!({"item": "egg", "quantity": 6}));
    troupe.member("Ana").character.inventory.add(&"egg".parse().unwrap(), 8).unwrap();
    assert_eq!(troupe.now(), ["Ana: bring egg to the bank"]);
    let goal = &troupe.plan().goals[0];
    assert_eq!((goal.standing, goal.progress), (Standing::UnderWay, 0.0));
    troupe.bank.items.insert("egg".parse().unwrap(), 6);
    assert_eq!(troupe.plan().goals[0].standing, Standing::Reached);
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
fn nobody_does_what_is_meant_for_somebody_else() {
    let only_ana = |skill: Option<&str>| json!({"skill": skill, "level": 3, "names": ["Ana"]});
    let troupe =
        company(&["Ana", "Bob"]).wants("level", only_ana(None)).wants("level", only_ana(Some("mining")));
    assert_eq!(troupe.now().len(), 1, "{:?}", troupe.now());
    assert!(troupe.now()[0].starts_with("Ana: "), "{:?}", troupe.now());
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

#[test]
fn what_a_product_takes_is_got_by_all_hands_and_made_by_one() {
    let troupe = company(&["Ana", "Bob", "Cid"]).wants("items", json!({"item": "dagger", "quantity": 9}));
    assert_eq!(troupe.now(), ["Ana: get copper_bar", "Bob: get copper_bar", "Cid: get copper_bar"]);
    let lines = troupe.plan().goals.remove(0).lines;
    assert_eq!(lines.last().unwrap().what, "craft 9 dagger");
}

#[test]
fn what_lies_in_the_bank_is_used_and_counted_once() {
    let dagger = |quantity| json!({"item": "dagger", "quantity": quantity});
    let mut troupe = company(&["Ana", "Bob"]).wants("items", dagger(2)).urgent(6);
    troupe.bank.items.insert("copper_bar".parse().unwrap(), 12);
    assert_eq!(troupe.now(), ["Ana: craft dagger"]);
    // The second goal's bars are not there any more: they are the first one's.
    let both = troupe.wants("items", json!({"item": "copper_bar", "quantity": 12}));
    assert_eq!(both.now(), ["Ana: craft dagger", "Bob: get copper_bar"]);
    assert_eq!(both.plan().assignments[0].takes, [SimpleItem::new("copper_bar".parse().unwrap(), 12)]);
}

#[test]
fn somebody_is_trained_for_a_recipe_that_nobody_can_make_yet() {
    let troupe = company(&["Ana", "Bob"])
        .skill("Bob", Skill::Weaponcrafting, 3)
        .wants("items", json!({"item": "axe", "quantity": 1}));
    assert!(troupe.now().contains(&"Bob: train weaponcrafting to 5".to_owned()), "{:?}", troupe.now());
}

#[test]
fn a_set_of_gear_is_counted_where_it_is_worn() {
    let mut troupe = company(&["Ana", "Bob"]).wants("gear", json!({"items": ["dagger"]}));
    let worn = Equipped { code: "dagger".parse().unwrap(), quantity: 1 };
    troupe.member("Ana").character.equipment.insert(Slot::Weapon, worn);
    let goal = troupe.plan().goals.remove(0);
    assert!((goal.progress - 0.5).abs() < 0.01, "{goal:?}");
    assert_eq!(goal.lines.last().unwrap().what, "craft 1 dagger");
}

/// Three fresh characters with sticks want what wolves drop; one may learn to forge swords.
fn wolf_hunt(swords: bool) -> Troupe {
    let mut troupe = company(&["Ana", "Bob", "Cid"]).wants("items", json!({"item": "hide", "quantity": 300}));
    let mut lists = troupe.data.to_lists();
    let dagger = lists.items.iter().find(|item| item.code.as_str() == "dagger").unwrap().clone();
    let sword = lists.items.iter_mut().find(|item| item.code.as_str() == "sword").unwrap();
    sword.craft = dagger.craft.filter(|_| swords);
    troupe.data = GameData::new(lists).unwrap();
    troupe
}

#[test]
fn who_is_beaten_only_in_gear_that_can_be_made_by_then_is_trained_for() {
    let goal = wolf_hunt(true).plan().goals.remove(0);
    assert_eq!((goal.standing, goal.impossible), (Standing::UnderWay, Vec::new()));
    assert!(goal.seconds.is_some());
    assert_eq!(wolf_hunt(false).plan().goals[0].standing, Standing::Impossible);
}

#[test]
fn nobody_trains_for_longer_than_its_share_of_the_work_takes() {
    let lines = |troupe: &Troupe| troupe.plan().goals[0].lines.len();
    assert_eq!(lines(&wolf_hunt(true)), 1, "one of them learns it, and hunts for all");
    let mut hunters = wolf_hunt(true);
    for member in &mut hunters.members {
        let hunter = given("combat", json!({})).level(20).wears(Slot::Weapon, "sword").character;
        member.character = Character { name: member.character.name.clone(), ..hunter };
    }
    assert_eq!(lines(&hunters), 3);
}

#[test]
fn what_nothing_brings_is_named_as_impossible() {
    let troupe = company(&["Ana"]).wants("items", json!({"item": "ring", "quantity": 1}));
    let goal = troupe.plan().goals.remove(0);
    assert_eq!((goal.standing, goal.seconds), (Standing::Impossible, None));
    assert_eq!(goal.impossible[0].what, "1 ring");
    assert!(!goal.impossible[0].unblock.is_empty());
}

#[test]
fn gold_that_no_monster_brings_is_impossible() {
    let troupe = company(&["Ana"]).wants("gold", json!({"amount": 100}));
    let goal = troupe.plan().goals.remove(0);
    assert_eq!(goal.impossible[0].why, "no monster that it beats brings gold");
}

#[test]
fn a_set_without_items_and_one_with_ore_are_refused() {
    let error = Goal::new("gear", &Value::Null).unwrap_err().to_string();
    assert_eq!(error, "`gear`: `items` is empty: say what belongs to the set");
    let ore = Goal::new("gear", &json!({"items": ["copper_ore"]})).unwrap();
    assert!(ore.check(&season(), &[]).unwrap_err().to_string().ends_with("copper_ore is nothing to wear"));
}

/// Any goal of the small world, possible or not.
fn any_goal() -> impl Strategy<Value = (&'static str, Value)> {
    let items = ["copper_ore", "copper_bar", "dagger", "axe", "whip", "hide", "gem", "ring", "iron_bar"];
    let item = proptest::sample::select(items.to_vec());
    prop_oneof![
        (2_u32..12, any::<bool>())
            .prop_map(|(level, one)| { ("level", mining(level, if one { "one" } else { "everyone" })) }),
        (2_u32..6).prop_map(|level| ("level", json!({"level": level}))),
        (item, 1_u32..60).prop_map(|(item, quantity)| ("items", json!({"item": item, "quantity": quantity}))),
        Just(("gear", json!({"items": ["dagger", "helmet"]}))),
        (1_i64..500).prop_map(|amount| ("gold", json!({"amount": amount}))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn everybody_has_one_part_and_all_that_is_wanted_is_given_out_or_impossible(
        goals in proptest::collection::vec((any_goal(), 1_u32..10), 1..4),
        skills in proptest::collection::vec(1_u32..12, 3),
        bars in 0_u32..30,
        taken in any::<bool>(),
    ) {
        let names = ["Ana", "Bob", "Cid"];
        let mut troupe = company(&names);
        for (name, level) in names.iter().zip(skills) {
            troupe = troupe.skill(name, Skill::Mining, level).skill(name, Skill::Weaponcrafting, level);
        }
        if taken {
            troupe = troupe.hands("Ana", Hands::Taken("combat".to_owned()));
        }
        troupe.bank.items.insert("copper_bar".parse().unwrap(), bars);
        for ((kind, config), priority) in goals {
            troupe = troupe.wants(kind, config).urgent(priority);
        }
        let plan = troupe.plan();
        prop_assert_eq!(&plan, &troupe.plan());
        let who: BTreeSet<_> = plan.assignments.iter().map(|one| &one.character).collect();
        prop_assert_eq!(who.len(), plan.assignments.len());
        prop_assert!(!taken || plan.assignments.iter().all(|one| one.character.as_str() != "Ana"));
        for goal in &plan.goals {
            let open = goal.progress < 1.0;
            prop_assert_eq!(open, !goal.lines.is_empty() || !goal.impossible.is_empty(), "{:?}", goal);
            prop_assert!(goal.impossible.iter().all(|one| !one.unblock.is_empty()));
        }
        for one in &plan.assignments {
            let mind = crate::Mind::new(&one.strategy, one.config.clone()).unwrap();
            prop_assert_eq!(mind.check(&troupe.data), Ok(()));
        }
    }
}

mod achievement;
mod bank;
mod boss;
mod event;
mod pipeline;
mod raid;
mod tasks;
