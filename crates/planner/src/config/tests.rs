//! Configurations as players write them.

use serde_json::{Value, json};

use crate::{Mind, fixture, strategies};

fn error(strategy: &str, config: Value) -> String {
    Mind::new(strategy, config).unwrap_err().to_string()
}

/// What the small season (see [`crate::fixture`]) has against a configuration.
fn in_season(strategy: &str, config: Value) -> Result<(), String> {
    Mind::new(strategy, config).unwrap().check(&fixture::season()).map_err(|error| error.to_string())
}

#[test]
fn defaults_are_filled_in() {
    let mind = Mind::new("gathering", json!({"resource": "copper_rocks", "loops": 5})).unwrap();
    let config = json!({"resource": "copper_rocks", "skill": null, "loops": 5, "quantity": null,
        "until_level": null, "item": null, "deposit": "when_full", "tool": true, "gear": true, "keep": []});
    assert_eq!(mind.config(), config);
}

#[test]
fn no_configuration_is_the_default_one() {
    let config = Mind::new("combat", Value::Null).unwrap().config();
    assert_eq!(config, Mind::new("combat", json!({})).unwrap().config());
    assert_eq!((&config["min_win_rate"], &config["heal_below"]), (&json!(0.99), &json!("auto")));
}

#[test]
fn every_strategy_takes_its_own_defaults_in_any_season() {
    for offer in strategies() {
        assert!(Mind::new(offer.name, json!({})).is_ok(), "{}", offer.name);
        assert!(Mind::new(offer.name, offer.defaults.clone()).is_ok(), "{}", offer.name);
        assert_eq!(in_season(offer.name, offer.defaults), Ok(()), "{}", offer.name);
    }
}

#[test]
fn every_field_describes_itself() {
    for offer in strategies() {
        let fields = offer.schema["properties"].as_object().unwrap();
        assert!(!fields.is_empty(), "{}", offer.name);
        for (name, field) in fields {
            let field_of = format!("{name} of {}: {field}", offer.name);
            assert!(field["description"].as_str().is_some_and(|text| text.len() > 10), "{field_of}");
            assert_eq!(field["default"], offer.defaults[name], "{field_of}");
            assert!(field["title"].is_string() && field["x-order"].is_u64(), "{field_of}");
            let bounded = field["format"] != "uint32" || field["maximum"].is_u64();
            assert!(bounded, "a number without a limit may be too large to be read: {field_of}");
        }
    }
}

#[test]
fn a_field_is_shown_at_its_place_in_the_type() {
    let gathering = strategies().find(|offer| offer.name == "gathering").unwrap();
    let mut fields: Vec<_> = gathering.schema["properties"].as_object().unwrap().iter().collect();
    fields.sort_by_key(|(_, field)| field["x-order"].as_u64());
    let titles: Vec<_> = fields.iter().map(|(_, field)| field["title"].as_str().unwrap()).collect();
    assert_eq!(titles[..4], ["Resource", "Skill", "Item", "Loops"]);
}

#[test]
fn the_schema_of_gathering_is_what_forms_are_made_of() {
    let gathering = strategies().find(|offer| offer.name == "gathering").unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&gathering.schema).unwrap());
}

#[test]
fn an_unknown_strategy_is_told_what_was_meant_or_the_known_ones() {
    assert_eq!(error("combta", json!({})), "there is no strategy `combta`; did you mean `combat`?");
    let text = error("xyz", json!({}));
    assert!(text.starts_with("there is no strategy `xyz`; the strategies are combat"), "{text}");
}

#[test]
fn what_is_wrong_is_told_in_words_with_the_field() {
    let cases = [
        ("gathering", json!({"resurce": "x"}), "there is no field `resurce`; did you mean `resource`?"),
        ("gathering", json!({"zzz": 1}), "there is no field `zzz`; the fields are deposit, gear, "),
        (
            "gathering",
            json!({"skill": "cooking"}),
            "`skill` must be \"mining\", \"woodcutting\", \"fishing\" or ",
        ),
        (
            "gathering",
            json!({"resource": "no code"}),
            "`resource` must be the code of a resource, not \"no code\"",
        ),
        ("gathering", json!({"loops": -1}), "`loops` must be a whole number of 1 or more, not -1"),
        ("gathering", json!({"loops": "many"}), "`loops` must be a whole number of 1 or more, not \"many\""),
        ("gathering", json!({"loops": 1.5}), "`loops` must be a whole number of 1 or more, not 1.5"),
        (
            "gathering",
            json!({"until_level": 900}),
            "`until_level` must be a whole number from 1 to 50, not 900",
        ),
        ("gathering", json!({"deposit": null}), "`deposit` must be \"when_full\" or \"never\", not null"),
        ("gathering", json!({"keep": ["egg", 5]}), "`keep[1]` must be the code of an item, not 5"),
        (
            "gathering",
            json!({"keep": "egg"}),
            "`keep` must be a list, each entry the code of an item, not \"egg\"",
        ),
        (
            "combat",
            json!({"heal_below": 101}),
            "`heal_below` must be \"auto\" or a whole number from 0 to 100, not 101",
        ),
        ("combat", json!({"food": "yes"}), "`food` must be true or false, not \"yes\""),
        (
            "combat",
            json!({"collect": {"code": "egg"}}),
            "`collect` needs `quantity`, a whole number of 1 or more",
        ),
        ("combat", json!({"collect": 5}), "`collect` must be an object with `code` and `quantity`, not 5"),
        (
            "combat",
            json!({"collect": {"code": "egg", "quantity": 0}}),
            "`collect.quantity` must be a whole number of 1",
        ),
        ("combat", json!({"min_win_rate": 95}), "`min_win_rate` must be a number from 0 to 1, not 95"),
        ("combat", json!({"keep_gold": -1}), "`keep_gold` must be a whole number of 0 or more, not -1"),
        ("combat", json!([]), "the configuration must be an object, not []"),
        (
            "gathering",
            json!({"resource": "x", "skill": "mining"}),
            "say either `resource` or `skill`, not both",
        ),
        (
            "gathering",
            json!({"item": "x", "skill": "mining"}),
            "`item` is a drop of a resource: say which `resource`",
        ),
    ];
    for (strategy, config, expected) in cases {
        let text = error(strategy, config);
        let message = text.strip_prefix(&format!("`{strategy}`: ")).unwrap_or_default();
        assert!(message.starts_with(expected), "{text}\n{expected}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let text = error("combat", json!({"fights": 0, "foood": true, "keep": [1]}));
    assert_eq!(text.matches("; ").count(), 3, "{text}");
    for field in ["`fights`", "`foood`", "`keep[0]`"] {
        assert!(text.contains(field), "{text}");
    }
}

#[test]
fn codes_are_looked_up_in_the_season() {
    let cases = [
        (
            "gathering",
            json!({"resource": "coper_rocks"}),
            "no resource `coper_rocks`; did you mean `copper_rocks`?",
        ),
        (
            "gathering",
            json!({"keep": ["gem", "coper_ore"]}),
            "`keep[1]`: this season has no item `coper_ore`",
        ),
        ("combat", json!({"monster": "qqq"}), "no monster `qqq`; check its spelling"),
        (
            "combat",
            json!({"collect": {"code": "eg", "quantity": 1}}),
            "`collect.code`: this season has no item `eg`",
        ),
    ];
    for (strategy, config, expected) in cases {
        let text = in_season(strategy, config).unwrap_err();
        assert!(text.contains(expected), "{text}");
    }
    assert_eq!(in_season("combat", json!({"monster": "wolf", "keep": ["egg"]})), Ok(()));
}
