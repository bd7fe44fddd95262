//! What every action's reply means, from recorded shapes.

use api_client::{CallError, calls::Act};
use game::{Action, CharacterName, Outcome};
use serde_json::{Value, json};

use crate::support::{chain, character, cooldown, id, ok, token};

fn read(action: &Action, reason: &str, details: Value) -> Result<Outcome, CallError> {
    let mut data = json!({"cooldown": cooldown(reason), "character": character()});
    data.as_object_mut().unwrap().extend(details.as_object().unwrap().clone());
    let (token, ana) = (token(), id::<CharacterName>("Ana"));
    ok(&Act { token: &token, character: &ana, action }, &json!({"data": data}))
}

#[track_caller]
fn check(action: Action, details: Value, detail: Value) {
    let outcome = read(&action, action.reason(), details).unwrap();
    assert_eq!(serde_json::to_value(&outcome.detail).unwrap(), detail);
    assert_eq!(outcome.cooldown.reason, action.reason());
    assert_eq!(outcome.cooldown.remaining_seconds, 27);
    assert_eq!(outcome.character.name.as_str(), "Ana");
}

#[test]
fn a_character_is_read_whole() {
    let outcome = read(&Action::Rest, "rest", json!({"hp_restored": 1})).unwrap();
    insta::assert_json_snapshot!(outcome.character);
}

#[test]
fn movement_tells_the_tile_and_the_way() {
    let tile = json!({"map_id": 12, "name": "Mine", "anything": "new"});
    check(
        Action::Move { map_id: game::MapId(12) },
        json!({"destination": tile.clone(), "path": [[0, 0], [0, -1]]}),
        json!({"type": "moved", "map_id": 12, "path": [[0, 0], [0, -1]]}),
    );
    check(
        Action::Transition,
        json!({"destination": tile, "transition": {"map_id": 12, "conditions": null}}),
        json!({"type": "transitioned", "map_id": 12}),
    );
}

#[test]
fn skills_tell_xp_and_items() {
    let details = json!({"details": {"xp": 13, "items": [{"code": "copper_ore", "quantity": 1}]}});
    let gain = |kind| json!({"type": kind, "xp": 13, "items": [{"code": "copper_ore", "quantity": 1}]});
    check(Action::Gathering, details.clone(), gain("gathered"));
    check(Action::Crafting { code: id("copper_bar"), quantity: 1 }, details, gain("crafted"));
}

#[test]
fn rest_and_use_tell_what_they_did() {
    check(Action::Rest, json!({"hp_restored": 44}), json!({"type": "rested", "hp_restored": 44}));
    check(
        Action::Use { code: id("egg"), quantity: 1 },
        json!({"item": {"code": "egg", "type": "a kind of a later season", "level": 1}}),
        json!({"type": "used", "code": "egg"}),
    );
}

#[test]
fn equipment_tells_slots_and_items_and_passes_over_slots_of_a_later_season() {
    let items = json!({"items": [
        {"slot": "ring1", "item": {"code": "copper_ring"}}, {"slot": "tail", "item": {"code": "bow_tie"}},
    ]});
    let worn = |kind| json!({"type": kind, "items": [["ring1", "copper_ring"]]});
    check(Action::Equip { items: vec![] }, items.clone(), worn("equipped"));
    check(Action::Unequip { items: vec![] }, items, worn("unequipped"));
}

#[test]
fn the_bank_tells_what_it_holds_afterwards() {
    let items = json!([{"code": "egg", "quantity": 3}]);
    let bank = json!([{"code": "egg", "quantity": 9}]);
    let (reply, detail) = (
        json!({"items": items.clone(), "bank": bank.clone()}),
        json!({"type": "bank_items", "items": items, "bank": bank}),
    );
    check(Action::DepositItem { items: vec![] }, reply.clone(), detail.clone());
    check(Action::WithdrawItem { items: vec![] }, reply, detail);
    let (reply, detail) = (json!({"bank": {"quantity": 70}}), json!({"type": "bank_gold", "bank_gold": 70}));
    check(Action::DepositGold { quantity: 7 }, reply.clone(), detail.clone());
    check(Action::WithdrawGold { quantity: 7 }, reply, detail);
}

fn fight(fighter: Value) -> Value {
    json!({"characters": [fighter], "fight": {
        "result": "win", "turns": 9, "opponent": "chicken", "logs": ["Fight start: …"],
        "characters": [{
            "character_name": "Ana", "xp": 20, "gold": 3, "final_hp": 131,
            "drops": [{"code": "egg", "quantity": 2}],
        }],
    }})
}

#[test]
fn a_fight_tells_how_it_went_and_brings_the_fighter_back() {
    check(
        Action::Fight,
        fight(character()),
        json!({
            "type": "fought", "win": true, "turns": 9, "opponent": "chicken", "logs": ["Fight start: …"],
            "characters": [{
                "character_name": "Ana", "xp": 20, "gold": 3, "final_hp": 131,
                "drops": [{"code": "egg", "quantity": 2}],
            }],
        }),
    );
}

#[test]
fn a_success_that_cannot_be_read_is_ambiguous_and_names_the_field() {
    let mut stranger = character();
    stranger["name"] = json!("Bob");
    let error = read(&Action::Fight, "fight", fight(stranger)).unwrap_err();
    assert!(error.may_have_been_applied());
    assert_eq!(
        chain(&error),
        "what became of the request is unknown: the request succeeded, but its reply cannot be read: \
         field `data.characters`: `Ana` fought but is not in it"
    );
}

#[track_caller]
fn check_broken(field: &str, value: Value, named: &str) {
    let mut broken = character();
    broken[field] = value;
    let error = read(&Action::Rest, "rest", json!({"hp_restored": 1, "character": broken})).unwrap_err();
    assert!(error.may_have_been_applied() && !error.is_transient());
    assert!(chain(&error).contains(named), "{}", chain(&error));
}

#[test]
fn numbers_out_of_range_and_impossible_words_name_their_field() {
    check_broken(
        "level",
        json!(-1),
        "field `data.character.level`: invalid value: integer `-1`, expected u32",
    );
    check_broken("hp", json!(1.0e300), "field `data.character.hp`: invalid type: floating point");
    check_broken("x", json!(5_000_000_000_i64), "field `data.character.x`: invalid value");
    check_broken(
        "ring1_slot",
        json!("a ring"),
        "field `character.ring1_slot`: `a ring` is not a valid item code",
    );
    check_broken("layer", json!("sky"), "field `character.layer`: `sky` is not a known layer");
}

#[test]
fn words_of_a_later_season_do_not_hurt() {
    let outcome = read(&Action::Rest, "dancing", json!({"hp_restored": 1})).unwrap();
    assert_eq!(outcome.cooldown.reason, "dancing");
}

#[test]
fn a_character_that_never_acted_has_no_cooldown_and_one_without_task_has_none() {
    let mut fresh = character();
    fresh["cooldown_expiration"] = Value::Null;
    fresh["task"] = json!("");
    let outcome = read(&Action::Rest, "rest", json!({"hp_restored": 1, "character": fresh})).unwrap();
    assert_eq!(outcome.character.cooldown_expiration.as_second(), 0);
    assert_eq!(outcome.character.task, None);
}
