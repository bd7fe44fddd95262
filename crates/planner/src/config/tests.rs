//! Configurations as players write them.

use serde_json::{Value, json};

use crate::{Mind, strategies};

fn error(strategy: &str, config: Value) -> String {
    Mind::new(strategy, config).unwrap_err().to_string()
}

#[test]
fn defaults_are_filled_in() {
    let mind = Mind::new("gathering", json!({"resource": "copper_rocks", "loops": 5})).unwrap();
    let config = json!({"resource": "copper_rocks", "skill": null, "loops": 5, "quantity": null,
        "until_level": null, "deposit": "when_full", "tool": true, "keep": []});
    assert_eq!(mind.config(), config);
}

#[test]
fn no_configuration_is_the_default_one() {
    let config = Mind::new("combat", Value::Null).unwrap().config();
    assert_eq!(config, Mind::new("combat", json!({})).unwrap().config());
    assert_eq!((&config["min_win_rate"], &config["heal_below"]), (&json!(0.95), &json!("auto")));
}

#[test]
fn every_strategy_shows_its_defaults() {
    let names: Vec<_> = strategies().map(|offer| offer.name).collect();
    assert_eq!(names, ["combat", "gathering"]);
    assert!(strategies().all(|offer| offer.defaults.is_object()));
}

#[test]
fn an_unknown_strategy_is_told_the_known_ones() {
    let text = "there is no strategy `dancing`; the strategies are combat, gathering";
    assert_eq!(error("dancing", json!({})), text);
}

#[test]
fn an_unknown_field_is_named() {
    let text = error("gathering", json!({"resurce": "copper_rocks"}));
    assert!(text.starts_with("`gathering` has no field `resurce`; its fields are "), "{text}");
}

#[test]
fn a_bad_value_is_named_with_its_field() {
    let cases = [
        ("gathering", json!({"skill": "dancing"}), "`skill`"),
        ("gathering", json!({"resource": "no code"}), "not a valid resource code"),
        ("gathering", json!({"resource": "x", "loops": -1}), "`loops`"),
        ("combat", json!({"heal_below": "often"}), "\"auto\" or a whole number of percent"),
        ("combat", json!({"heal_below": 101}), "`heal_below`"),
        ("combat", json!({"collect": {"code": "egg"}}), "missing field `quantity`"),
        ("combat", json!({"min_win_rate": 95}), "`min_win_rate` is a share from 0 to 1"),
        ("combat", json!([]), "must be an object"),
    ];
    for (strategy, config, expected) in cases {
        let text = error(strategy, config);
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn gathering_takes_a_resource_or_a_skill_but_not_both() {
    assert!(error("gathering", json!({"resource": "x", "skill": "mining"})).contains("not both"));
    let text = error("gathering", json!({"skill": "cooking"}));
    assert!(text.ends_with("it is one of mining, woodcutting, fishing, alchemy"), "{text}");
}

#[test]
fn every_strategy_takes_its_own_defaults() {
    for offer in strategies() {
        assert!(Mind::new(offer.name, json!({})).is_ok(), "{}", offer.name);
        assert!(Mind::new(offer.name, offer.defaults).is_ok(), "{}", offer.name);
    }
}

#[test]
fn a_limit_that_makes_no_sense_is_refused() {
    let cases = [
        ("gathering", json!({"loops": 0}), "`loops` must be 1 or more"),
        ("gathering", json!({"quantity": 0}), "`quantity` must be 1 or more"),
        ("gathering", json!({"until_level": 900}), "`until_level` must be a level from 1 to 50, not 900"),
        ("combat", json!({"until_level": 0}), "`until_level` must be a level from 1 to 50, not 0"),
        ("combat", json!({"fights": 0}), "`fights` must be 1 or more"),
        (
            "combat",
            json!({"collect": {"code": "egg", "quantity": 0}}),
            "`collect.quantity` must be 1 or more",
        ),
    ];
    for (strategy, config, expected) in cases {
        let text = error(strategy, config);
        assert!(text.contains(expected), "{text}");
    }
}
