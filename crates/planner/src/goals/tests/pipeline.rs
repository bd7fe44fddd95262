//! Plans for pipelines.

use serde_json::{Value, json};

use super::{Goal, Hands, Standing, Troupe, company};
use crate::{StagePlan, StageStanding, fixture::season};

/// Two gather ore, and one smelts it as soon as there is some.
fn smelting() -> Value {
    json!({"stages": [
        {"name": "ore", "strategy": "gathering", "config": {"resource": "copper_rocks"}, "hands": 2},
        {"name": "bars", "strategy": "crafting", "config": {"item": "copper_bar", "sources": ["bank"]},
         "from": [{"when": "item", "code": "copper_ore", "at_least": 20, "place": "bank"}],
         "until": [{"when": "item", "code": "copper_bar", "at_least": 5, "place": "bank"}]},
    ]})
}

fn smelters() -> Troupe {
    company(&["Ana", "Bob", "Cid"]).wants("pipeline", smelting())
}

impl Troupe {
    fn bank_holds(&mut self, code: &str, quantity: u32) {
        self.bank.items.insert(code.parse().unwrap(), quantity);
    }

    /// Plans, and keeps what must be remembered for the next plan; how the first goal and its stages stand.
    fn stages(&mut self) -> (Standing, Vec<String>) {
        let mut plan = self.plan();
        let goal = plan.goals.remove(0);
        self.wanted[0].memory = goal.memory;
        let line = |stage: &StagePlan| {
            let names: Vec<_> = stage.characters.iter().map(ToString::to_string).collect();
            let standing = match stage.standing {
                StageStanding::Done => "done",
                StageStanding::UnderWay => "under way",
                StageStanding::Waiting => "waiting",
            };
            format!("{} | {standing} | {} | {}", stage.name, names.join("+"), stage.words)
        };
        (goal.standing, goal.stages.iter().map(line).collect())
    }
}

fn at(part: &str) -> Hands {
    Hands::AtWork { goal: Some(0), part: part.to_owned() }
}

#[test]
fn a_stage_begins_when_its_conditions_are_met() {
    let mut troupe = smelters();
    troupe.bank_holds("copper_ore", 19);
    assert_eq!(
        troupe.stages(),
        (
            Standing::UnderWay,
            vec![
                "ore | under way | Ana+Bob | until all others are done".to_owned(),
                "bars | waiting |  | for 19 of 20 copper_ore in the bank".to_owned(),
            ]
        )
    );
    troupe.bank_holds("copper_ore", 20);
    assert_eq!(troupe.now(), ["Ana: stage 1: ore", "Bob: stage 1: ore", "Cid: stage 2: bars"]);
}

#[test]
fn who_is_in_a_stage_goes_on_with_less_than_it_waited_for() {
    let mut troupe = smelters().hands("Bob", at("stage 2: bars"));
    troupe.bank_holds("copper_ore", 3);
    assert!(troupe.now().contains(&"Bob: stage 2: bars".to_owned()), "{:?}", troupe.now());
}

#[test]
fn a_stage_that_was_done_stays_done_whatever_becomes_of_what_it_brought() {
    let config = json!({"stages": [
        {"strategy": "gathering", "until": [{"when": "item", "code": "copper_ore", "at_least": 50, "place": "bank"}]},
        {"strategy": "crafting", "until": [{"when": "item", "code": "copper_bar", "at_least": 5, "place": "bank"}]},
    ]});
    let mut troupe = company(&["Ana", "Bob"]).wants("pipeline", config);
    troupe.bank_holds("copper_ore", 50);
    assert_eq!(
        troupe.stages().1,
        ["gathering | done |  | ", "crafting | under way | Ana | 0 of 5 copper_bar in the bank"]
    );
    troupe.bank_holds("copper_ore", 0);
    assert_eq!(troupe.stages().1[0], "gathering | done |  | ");
    assert_eq!(troupe.plan().goals[0].progress, 0.5);
    troupe.bank_holds("copper_bar", 5);
    assert_eq!(troupe.stages().0, Standing::Reached);
}

#[test]
fn what_ends_with_the_others_is_done_when_they_are() {
    let mut troupe = smelters();
    troupe.bank_holds("copper_bar", 5);
    let done = vec!["ore | done |  | ".to_owned(), "bars | done |  | ".to_owned()];
    assert_eq!(troupe.stages(), (Standing::Reached, done));
    assert_eq!(troupe.now(), Vec::<String>::new());
}

#[test]
fn a_pipeline_without_an_end_rests_until_something_of_what_it_brought_is_used_up() {
    let mut config = smelting();
    config["times"] = Value::Null;
    let mut troupe = company(&["Ana", "Bob", "Cid"]).wants("pipeline", config);
    troupe.bank_holds("copper_bar", 5);
    assert_eq!(troupe.stages().0, Standing::Waiting);
    troupe.bank_holds("copper_bar", 4);
    assert_eq!(troupe.stages().0, Standing::UnderWay);
    assert_eq!(troupe.wanted[0].memory["rounds"], 1);
}

#[test]
fn what_is_about_one_is_wanted_of_everybody_who_is_named() {
    let config = json!({"stages": [
        {"strategy": "leveling", "names": ["Ana", "Bob"], "until": [{"when": "level", "at_least": 3}]},
    ]});
    let mut troupe = company(&["Ana", "Bob", "Cid"]).wants("pipeline", config);
    troupe.member("Bob").character.combat = game::xp::at_level(3);
    assert_eq!(troupe.stages().1, ["leveling | under way | Ana | 3 combat levels for 1 of 2"]);
    troupe.member("Ana").character.combat = game::xp::at_level(3);
    assert_eq!(troupe.stages().0, Standing::Reached);
}

#[test]
fn nobody_is_given_a_stage_that_it_cannot_work_in() {
    let config = json!({"stages": [{"strategy": "combat", "config": {"monster": "wolf"}}]});
    let mut troupe = company(&["Ana", "Bob"]).wants("pipeline", config);
    troupe.member("Bob").character = crate::fixture::given("combat", json!({}))
        .level(40)
        .wears(game::character::Slot::Weapon, "sword")
        .character;
    troupe.member("Ana").character.name = "Eva".parse().unwrap();
    troupe.members[1].character.name = "Bob".parse().unwrap();
    assert_eq!(troupe.now(), ["Bob: stage 1: combat"]);
    troupe.members.truncate(1);
    let goal = troupe.plan().goals.remove(0);
    assert_eq!(goal.standing, Standing::Impossible);
    assert!(goal.impossible[0].why.contains("wolf"), "{:?}", goal.impossible);
}

#[test]
fn work_with_an_end_comes_before_a_stage_that_is_as_urgent() {
    let gathering = json!({"stages": [{"strategy": "gathering"}]});
    let level = json!({"level": 2, "names": ["Ana"]});
    let troupe = company(&["Ana"])
        .hands("Ana", at("stage 1: gathering"))
        .wants("pipeline", gathering)
        .wants("level", level);
    assert_eq!(troupe.now(), ["Ana: train combat to 2"]);
    let stage = &troupe.plan().goals[0].lines[0];
    assert!(stage.from_seconds > 0.0 && stage.seconds.is_infinite(), "{stage:?}");
}

#[test]
fn nobody_says_when_a_goal_is_reached_that_waits_for_a_pipeline() {
    let gathering = json!({"stages": [{"strategy": "gathering"}]});
    let urgent = company(&["Ana"]).wants("pipeline", gathering).urgent(9).wants("level", json!({"level": 2}));
    assert_eq!(urgent.now(), ["Ana: stage 1: gathering"]);
    for troupe in [urgent, smelters().wants("level", json!({"level": 2})).after(0)] {
        let goal = &troupe.plan().goals[1];
        assert_eq!((goal.standing, goal.seconds), (Standing::Waiting, None), "{goal:?}");
        assert_eq!(goal.impossible, []);
    }
}

#[test]
fn what_a_more_urgent_goal_has_put_aside_feeds_no_stage() {
    let troupe = company(&["Ana", "Bob", "Cid"])
        .wants("pipeline", smelting())
        .wants("items", json!({"item": "copper_ore", "quantity": 30}))
        .urgent(9);
    let mut troupe = troupe;
    troupe.bank_holds("copper_ore", 25);
    assert!(troupe.stages().1[1].ends_with("for 0 of 20 copper_ore in the bank"), "{:?}", troupe.stages());
}

fn refusal(config: &Value) -> String {
    let goal = Goal::new("pipeline", config);
    let checked = goal.and_then(|goal| goal.check(&season(), &["Ana".parse().unwrap()]));
    checked.unwrap_err().to_string()
}

#[test]
fn what_is_wrong_with_a_stage_is_told_by_its_place() {
    assert_eq!(refusal(&Value::Null), "`pipeline`: `stages` is empty: a pipeline needs at least one");
    let second = |stage: Value| json!({"stages": [{"strategy": "gathering"}, stage]});
    let told = [
        (
            json!({"strategy": "craft"}),
            "`stages[1].strategy`: there is no strategy `craft`; did you mean `crafting`?",
        ),
        (
            json!({"strategy": "workflow"}),
            "`stages[1].strategy`: a workflow cannot be a stage; make stages of its steps",
        ),
        (
            json!({"strategy": "crafting", "config": {"item": "copper_bra"}}),
            "`stages[1].config.item`: this season has no item `copper_bra`; did you mean `copper_bar`?",
        ),
        (
            json!({"strategy": "combat", "until": [{"when": "loops", "at_least": 5}]}),
            "`stages[1].until[0]`: this is counted in a workflow's step, and never met in a stage; go by levels, items, \
             gold or an event",
        ),
        (
            json!({"strategy": "combat", "from": [{"when": "level", "at_least": 99}]}),
            "`stages[1].from[0].at_least` must be a whole number from 1 to 50, not 99",
        ),
        (
            json!({"strategy": "combat", "names": ["Anna"]}),
            "`stages[1].names[0]`: there is no character `Anna`; did you mean `Ana`?",
        ),
    ];
    for (stage, message) in told {
        assert_eq!(refusal(&second(stage)), format!("`pipeline`: {message}"));
    }
}
