//! Workflows, told as scenes in the small world (see [`crate::fixture`]).

use game::{Action, Detail, RefusalCode, SimpleItem, Skill, character::Slot, outcome::Yield};
use serde_json::{Value, json};

use crate::{
    ConfigError, Decision, Mind,
    fixture::{Given, given, walk},
};

fn workflow(config: Value) -> Given {
    given("workflow", config).wears(Slot::Weapon, "stick")
}

/// Makes a condition come true.
type Fulfil = fn(Given) -> Given;

/// Copper until `until`, then chicken.
fn copper_then_chicken(until: &Value) -> Given {
    workflow(json!({"steps": [
        {"strategy": "gathering", "config": {"resource": "copper_rocks"}, "until": [until]},
        {"strategy": "combat", "config": {"monster": "chicken"}},
    ]}))
}

fn gather(ana: &mut Given) {
    let action = ana.action();
    assert_eq!(action, Action::Gathering);
    let items = vec![SimpleItem::new("copper_ore".parse().unwrap(), 1)];
    ana.applied(&action, Detail::Gathered { resource: None, skill: None, gain: Yield { xp: 5, items } });
}

fn step_of(decision: &Decision) -> String {
    let facts = &decision.why().facts;
    facts.iter().find(|(name, _)| name == "step").map(|(_, step)| step.clone()).unwrap_or_default()
}

#[test]
fn the_first_step_is_played_until_its_condition_is_met() {
    let mut ana = copper_then_chicken(&json!({"when": "loops", "at_least": 2})).at(3);
    gather(&mut ana);
    assert_eq!(step_of(&ana.step()), "1 of 2: gathering");
    gather(&mut ana);
    let decision = ana.step();
    assert_eq!((decision.action(), step_of(&decision).as_str()), (Some(&walk(4)), "2 of 2: combat"));
    assert_eq!(ana.mind.tally().gathers, 2);
}

#[test]
fn each_condition_is_met_by_what_it_names() {
    let met = |until: Value, fulfil: Fulfil| {
        let mut ana = fulfil(copper_then_chicken(&until).at(3));
        step_of(&ana.step()) == "2 of 2: combat"
    };
    let cases: [(Value, Fulfil); 7] = [
        (json!({"when": "level", "at_least": 3}), |ana| ana.level(3)),
        (json!({"when": "skill_level", "skill": "mining", "at_least": 4}), |ana| ana.skill(Skill::Mining, 4)),
        (json!({"when": "item", "code": "egg", "at_least": 3}), |ana| {
            ana.carries("egg", 1).bank_holds("egg", 2)
        }),
        (json!({"when": "item", "code": "egg", "at_least": 2, "place": "bank"}), |ana| {
            ana.bank_holds("egg", 2)
        }),
        (json!({"when": "item", "code": "egg", "at_least": 2, "place": "bag"}), |ana| ana.carries("egg", 2)),
        (json!({"when": "gold", "at_least": 9}), |ana| ana.gold(9)),
        (json!({"when": "bag_full"}), |ana| ana.carries("egg", 100)),
    ];
    for (until, fulfilled) in cases {
        assert!(!met(until.clone(), |ana| ana), "{until} is met from the start");
        assert!(met(until.clone(), fulfilled), "{until} is not met");
    }
}

#[test]
fn an_event_that_is_on_ends_a_step() {
    let event = given("gathering", json!({})).data.events[0].code.clone();
    let ana = || copper_then_chicken(&json!({"when": "event_active", "code": event})).at(3);
    assert_eq!(step_of(&ana().step()), "1 of 2: gathering");
    assert_eq!(step_of(&ana().goblins_for(10).step()), "2 of 2: combat");
    assert_eq!(step_of(&ana().goblins_for(10).minutes_later(10).step()), "1 of 2: gathering", "it is over");
}

#[test]
fn minutes_count_from_the_beginning_of_the_step() {
    let mut ana = copper_then_chicken(&json!({"when": "minutes", "at_least": 30})).at(3);
    assert_eq!(step_of(&ana.step()), "1 of 2: gathering");
    ana = ana.minutes_later(29);
    assert_eq!(step_of(&ana.step()), "1 of 2: gathering");
    ana = ana.minutes_later(1);
    assert_eq!(step_of(&ana.step()), "2 of 2: combat");
}

#[test]
fn a_strategy_that_is_done_ends_its_step_and_the_last_one_the_workflow() {
    let steps = json!([{"strategy": "gathering", "config": {"resource": "copper_rocks", "loops": 1}}]);
    let mut ana = workflow(json!({"steps": steps})).at(3);
    gather(&mut ana);
    let decision = ana.step();
    assert!(matches!(decision, Decision::Done { .. }), "{decision:?}");
    assert_eq!(
        decision.why().text,
        "The workflow is through, at last because Gathered 1 times, as was asked for"
    );
}

#[test]
fn one_that_repeats_begins_again() {
    let steps = json!([{"strategy": "gathering", "config": {"resource": "copper_rocks", "loops": 1}}]);
    let mut ana = workflow(json!({"steps": steps, "repeat": true})).at(3);
    for _ in 0..5 {
        gather(&mut ana);
    }
    assert_eq!(ana.mind.tally().gathers, 5);
}

#[test]
fn one_whose_steps_are_all_over_at_once_blocks_instead_of_spinning() {
    let steps = json!([{"strategy": "gathering", "until": [{"when": "level", "at_least": 1}]}]);
    let decision = workflow(json!({"steps": steps, "repeat": true})).step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    assert!(decision.why().text.ends_with("the combat level is 1, 1 wanted"), "{decision:?}");
}

#[test]
fn a_refusal_is_a_lesson_for_the_mind_at_work() {
    let mut ana = copper_then_chicken(&json!({"when": "level", "at_least": 9})).at(3);
    ana.refused(RefusalCode::ContentNotFound);
    assert_eq!(ana.action(), walk(5), "it goes to the other copper rocks");
}

#[test]
fn a_refusal_is_a_lesson_for_the_steps_that_follow() {
    let steps = json!([{"strategy": "banking"}]);
    let mut ana = workflow(json!({"steps": steps, "repeat": true})).at(2).carries("egg", 1);
    assert!(matches!(ana.refused(RefusalCode::BankFull), Action::DepositItem { .. }));
    let decision = ana.step();
    assert!(matches!(decision, Decision::Blocked { .. }), "it would be refused in each round: {decision:?}");
}

#[test]
fn it_goes_on_where_it_was_written_down() {
    let mut ana = copper_then_chicken(&json!({"when": "loops", "at_least": 2})).at(3);
    gather(&mut ana);
    let text = serde_json::to_string(&ana.mind).unwrap();
    ana.mind = serde_json::from_str(&text).unwrap();
    gather(&mut ana);
    assert_eq!(step_of(&ana.step()), "2 of 2: combat");
}

#[test]
fn it_shows_what_the_mind_at_work_is_after() {
    let mut ana = copper_then_chicken(&json!({"when": "level", "at_least": 9}));
    ana.step();
    assert_eq!(ana.mind.target(), Some("copper_rocks"));
}

#[test]
fn what_is_wrong_with_a_step_is_told_with_its_place() {
    let error = |config: Value| Mind::new("workflow", config).unwrap_err().to_string();
    let step = |step: Value| error(json!({"steps": [{"strategy": "combat"}, step]}));
    let cases = [
        (error(json!({"steps": []})), "`steps` is empty"),
        (
            step(json!({"strategy": "combta"})),
            "`steps[1].strategy`: there is no strategy `combta`; did you mean `combat`?",
        ),
        (
            step(json!({"strategy": "workflow"})),
            "`steps[1].strategy`: a workflow cannot be a step of another one",
        ),
        (step(json!({"strategy": "combat", "config": {"fights": 0}})), "`steps[1].config.fights` must be"),
        (
            step(json!({"strategy": "gathering", "config": {"skill": "mining", "resource": "copper_rocks"}})),
            "`steps[1].config`: say either `resource` or `skill`",
        ),
        (
            step(json!({"strategy": "combat", "if_blocked": "skip"})),
            "`steps[1].if_blocked` must be \"wait\" or \"next\", not \"skip\"",
        ),
        (step(json!({"config": {}})), "`steps[1]` needs `strategy`, text"),
        (
            step(json!({"strategy": "combat", "until": [{"when": "levle", "at_least": 3}]})),
            "`steps[1].until[0].when` must be \"level\", \"skill_level\", ",
        ),
        (
            step(json!({"strategy": "combat", "until": [{"when": "level", "at_least": 90}]})),
            "`steps[1].until[0].at_least` must be a whole number from 1 to 50, not 90",
        ),
        (
            step(json!({"strategy": "combat", "until": [{"when": "gold"}]})),
            "`steps[1].until[0]` needs `at_least`, a whole number of 1 or more",
        ),
    ];
    for (text, expected) in cases {
        assert!(text.contains(expected), "{text}\n{expected}");
    }
}

#[test]
fn codes_within_steps_are_looked_up_in_the_season() {
    let ana = copper_then_chicken(&json!({"when": "item", "code": "eg", "at_least": 1}));
    let text = ana.mind.check(&ana.data).unwrap_err().to_string();
    assert!(text.contains("`steps[0].until[0].code`: this season has no item `eg`"), "{text}");
    let steps = json!([{"strategy": "combat", "config": {"monster": "wolff"}}]);
    let ana = workflow(json!({"steps": steps}));
    let text = ana.mind.check(&ana.data).unwrap_err().to_string();
    assert!(
        text.contains("`steps[0].config.monster`: this season has no monster `wolff`; did you mean"),
        "{text}"
    );
}

#[test]
fn all_that_is_wrong_with_all_steps_is_told_at_once_with_each_field() {
    let combat = |config: Value| json!({"strategy": "combat", "config": config});
    let fields = |error: ConfigError| match error {
        ConfigError::Invalid { problems, .. } => {
            problems.into_iter().map(|problem| problem.field).collect::<Vec<_>>()
        }
        other => panic!("{other}"),
    };
    let steps = json!([combat(json!({"fights": 0})), combat(json!({"food": 1, "kep": []}))]);
    let error = Mind::new("workflow", json!({"steps": steps})).unwrap_err();
    assert_eq!(fields(error), ["steps[0].config.fights", "steps[1].config.food", "steps[1].config.kep"]);
    let ana = workflow(json!({"steps": [combat(json!({"monster": "a"})), combat(json!({"keep": ["b"]}))]}));
    let error = ana.mind.check(&ana.data).unwrap_err();
    assert_eq!(fields(error), ["steps[0].config.monster", "steps[1].config.keep[0]"]);
}

/// Iron, for which the level is missing, then chicken.
fn iron_then_chicken(if_blocked: &str, repeat: bool) -> Given {
    let iron =
        json!({"strategy": "gathering", "config": {"resource": "iron_rocks"}, "if_blocked": if_blocked});
    workflow(
        json!({"steps": [iron, {"strategy": "combat", "config": {"monster": "chicken"}}], "repeat": repeat}),
    )
}

#[test]
fn a_step_that_is_blocked_is_waited_for() {
    let decision = iron_then_chicken("wait", false).step();
    assert_eq!(
        (decision.why().unblock.as_deref(), step_of(&decision).as_str()),
        (Some("mining level 10"), "1 of 2: gathering")
    );
}

#[test]
fn a_step_that_is_blocked_is_left_for_the_next_one_if_wanted() {
    assert_eq!(step_of(&iron_then_chicken("next", false).step()), "2 of 2: combat");
}

#[test]
fn one_whose_steps_are_all_blocked_says_so_and_says_the_same_again() {
    let iron = json!({"strategy": "gathering", "config": {"resource": "iron_rocks"}, "if_blocked": "next"});
    let rest = json!({"strategy": "gathering", "config": {"skill": "fishing"}, "if_blocked": "next"});
    let decision = workflow(json!({"steps": [iron, rest], "repeat": true})).step();
    assert!(matches!(decision, Decision::Blocked { .. }), "{decision:?}");
    assert!(decision.why().text.contains("gathering is blocked: "), "{decision:?}");
}

#[test]
fn it_goes_on_where_an_older_version_wrote_it_down() {
    let mut ana = copper_then_chicken(&json!({"when": "loops", "at_least": 1})).at(3);
    gather(&mut ana);
    let mut memory = ana.mind.memory();
    memory["progress"] = memory["notes"].as_object_mut().unwrap().remove("progress").unwrap();
    ana.mind = Mind::restore("workflow", ana.mind.config(), memory).unwrap();
    assert_eq!(step_of(&ana.step()), "2 of 2: combat");
}

#[test]
fn trying_again_goes_on_at_the_same_step() {
    let mut ana = copper_then_chicken(&json!({"when": "loops", "at_least": 1})).at(3);
    gather(&mut ana);
    ana.step();
    ana.mind.retry();
    assert_eq!(step_of(&ana.step()), "2 of 2: combat");
}
