//! What every action's reply means, from recorded shapes.

use api_client::{CallError, calls::Act};
use game::{Action, CharacterName, Detail, Outcome};
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
        json!({"type": "used", "code": "egg", "quantity": 1}),
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
    let (reply, detail) =
        (json!({"bank": {"quantity": 70}}), json!({"type": "bank_gold", "quantity": 7, "bank_gold": 70}));
    check(Action::DepositGold { quantity: 7 }, reply.clone(), detail.clone());
    check(Action::WithdrawGold { quantity: 7 }, reply, detail);
}

#[test]
fn an_expansion_tells_its_price() {
    check(
        Action::BuyBankExpansion,
        json!({"transaction": {"price": 3500}}),
        json!({"type": "bank_expanded", "price": 3500}),
    );
}

#[test]
fn recycling_tells_what_went_in_and_what_came_out() {
    let items = json!([{"code": "copper_bar", "quantity": 2}]);
    check(
        Action::Recycling { code: id("copper_dagger"), quantity: 1, enhanced: true },
        json!({"details": {"items": items.clone(), "enhanced": true, "gold": 30}}),
        json!({
            "type": "recycled", "item": {"code": "copper_dagger", "quantity": 1}, "items": items,
            "enhanced": true, "gold": 30,
        }),
    );
}

#[test]
fn a_deletion_tells_what_is_gone() {
    let item = json!({"code": "egg", "quantity": 3});
    check(
        Action::DeleteItem { code: id("egg"), quantity: 3 },
        json!({"item": item.clone()}),
        json!({"type": "deleted", "item": item}),
    );
}

#[test]
fn a_gift_tells_what_was_given_and_brings_the_receiver_as_well() {
    let mut bob = character();
    bob["name"] = json!("Bob");
    let action = Action::GiveGold { quantity: 7, character: id("Bob") };
    let reply = json!({"quantity": 7, "receiver_character": bob});
    check(action.clone(), reply.clone(), json!({"type": "gold_given", "quantity": 7, "receiver": "Bob"}));
    let others = read(&action, "give_gold", reply).unwrap().others;
    assert_eq!(others.iter().map(|other| other.name.as_str()).collect::<Vec<_>>(), ["Bob"]);

    let items = json!([{"code": "egg", "quantity": 3}]);
    check(
        Action::GiveItem { items: vec![], character: id("Bob") },
        json!({"items": items.clone(), "receiver_character": bob}),
        json!({"type": "items_given", "items": items, "receiver": "Bob"}),
    );
}

#[test]
fn npcs_tell_what_was_paid_with_and_how_much() {
    let transaction =
        json!({"code": "egg", "quantity": 3, "currency": "gold", "price": 5, "total_price": 15});
    let trade = |kind| {
        json!({
            "type": kind, "item": {"code": "egg", "quantity": 3}, "currency": "gold", "price": 5,
            "total_price": 15,
        })
    };
    let reply = json!({"transaction": transaction});
    check(Action::BuyNpc { code: id("egg"), quantity: 3 }, reply.clone(), trade("npc_bought"));
    check(Action::SellNpc { code: id("egg"), quantity: 3 }, reply, trade("npc_sold"));
}

#[test]
fn tasks_tell_what_is_asked_for_and_what_they_give() {
    let rewards = json!({"items": [{"code": "tasks_coin", "quantity": 3}], "gold": 200});
    let gives = |kind| json!({"type": kind, "items": rewards["items"], "gold": 200});
    let task = json!({"code": "chicken", "type": "monsters", "total": 50, "rewards": rewards});
    check(
        Action::TaskNew,
        json!({"task": task}),
        json!({
            "type": "task_accepted", "code": "chicken", "kind": "monsters", "total": 50, "rewards": rewards,
        }),
    );
    let item = json!({"code": "egg", "quantity": 3});
    check(
        Action::TaskTrade { code: id("egg"), quantity: 3 },
        json!({"trade": item}),
        json!({"type": "task_traded", "item": item}),
    );
    check(Action::TaskComplete, json!({"rewards": rewards}), gives("task_completed"));
    check(Action::TaskExchange, json!({"rewards": rewards}), gives("task_exchanged"));
    check(Action::TaskCancel, json!({}), json!({"type": "task_cancelled"}));
}

#[test]
fn a_claim_tells_what_was_waiting() {
    let item = json!({
        "id": "67337920ef441b2c7466d5ea", "account": "demo", "source": "raid", "source_id": null,
        "description": "Raid", "gold": 5, "items": [{"code": "egg", "quantity": 3}],
        "created_at": "2026-08-02T23:00:08.070Z", "claimed_at": "2026-08-02T23:00:09.070Z",
    });
    let mut detail = item.clone();
    detail["type"] = json!("claimed");
    for time in ["created_at", "claimed_at"] {
        detail[time] = json!(detail[time].as_str().unwrap().replace("070Z", "07Z"));
    }
    check(Action::ClaimItem { id: id("67337920ef441b2c7466d5ea") }, json!({"item": item}), detail);
}

#[test]
fn the_grand_exchange_tells_the_order_and_what_it_was_worth() {
    let order = || id(crate::actions::ID);
    let reply = json!({"order": {
        "id": crate::actions::ID, "created_at": "2026-08-02T23:00:08.070Z", "code": "egg", "quantity": 3,
        "price": 5, "total_price": 15,
    }});
    let item = json!({"code": "egg", "quantity": 3});
    let part =
        |kind| json!({"type": kind, "id": crate::actions::ID, "item": item, "price": 5, "total_price": 15});
    check(Action::GeBuy { id: order(), quantity: 3 }, reply.clone(), part("order_bought"));
    check(Action::GeFill { id: order(), quantity: 3 }, reply.clone(), part("order_filled"));
    check(Action::GeCancel { id: order() }, reply.clone(), part("order_cancelled"));
    let created = json!({
        "type": "order_created", "id": crate::actions::ID, "item": item, "price": 5,
        "created_at": "2026-08-02T23:00:08.07Z",
    });
    let (code, quantity, price) = (id("egg"), 3, 5);
    check(Action::GeCreateBuyOrder { code, quantity, price }, reply.clone(), created.clone());
    check(Action::GeCreateSellOrder { code: id("egg"), quantity, price }, reply, created);
}

#[test]
fn skin_and_name_tell_what_they_are_now() {
    let skin = json!({"skin": "men2"});
    check(Action::ChangeSkin { skin: "men2".into() }, skin, json!({"type": "skin_changed", "skin": "men2"}));
    let names = json!({"old_name": "Anna", "new_name": "Ana"});
    check(
        Action::Rename { name: id("Ana") },
        names,
        json!({"type": "renamed", "old_name": "Anna", "new_name": "Ana"}),
    );
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
fn a_fight_of_several_brings_the_others_back_beside_the_one_who_asked() {
    let mut reply = fight(character());
    let mut friend = character();
    friend["name"] = json!("Bob");
    reply["characters"] = json!([friend, character()]);
    let action = Action::MultiFight { participants: vec![id("Bob")] };
    let outcome = read(&action, action.reason(), reply).unwrap();
    assert_eq!(outcome.character.name.as_str(), "Ana");
    let others: Vec<_> = outcome.others.iter().map(|other| other.name.as_str()).collect();
    assert_eq!(others, ["Bob"]);
}

#[test]
fn a_fight_in_a_raid_is_known_by_the_reason_of_its_cooldown() {
    for (reason, expected) in [("fight", false), ("raid_fight", true)] {
        let outcome = read(&Action::Fight, reason, fight(character())).unwrap();
        let Detail::Fought(report) = outcome.detail else { panic!("{:?}", outcome.detail) };
        assert_eq!(report.raid, expected);
    }
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
