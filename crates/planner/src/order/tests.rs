//! Orders in the small world (see [`crate::fixture`]).

use game::{Action, MapId};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Order;
use crate::{
    View,
    fixture::{Given, given, season, walk},
};

fn read(order: Value) -> Result<Order, Vec<String>> {
    Order::read(order, Some(&season())).map_err(|invalid| {
        invalid
            .problems
            .into_iter()
            .map(|problem| format!("{}: {}", problem.field, problem.message))
            .collect()
    })
}

fn next(given: &Given, map_id: u32) -> Option<Action> {
    let view = View {
        data: &given.data,
        character: &given.character,
        bank: None,
        events: &[],
        market: None,
        raids: &[],
        comrades: &[],
    };
    Order::Travel { map_id: MapId(map_id) }.next(&view, Timestamp::UNIX_EPOCH).unwrap()
}

#[test]
fn an_order_is_an_action_as_it_is_written_down_everywhere() {
    for action in [Action::Fight, walk(4), Action::DepositGold { quantity: 5 }] {
        let written = serde_json::to_value(&action).unwrap();
        let order = read(written.clone()).unwrap();
        assert_eq!((serde_json::to_value(&order).unwrap(), order), (written, Order::Act(action)));
    }
    let travel = json!({"type": "travel", "map_id": 4});
    assert_eq!(serde_json::to_value(read(travel.clone()).unwrap()).unwrap(), travel);
}

#[test]
fn what_is_no_action_is_refused_with_the_field_at_fault() {
    for (order, fault) in [
        (json!("rest"), ": the order must be an object with the `type` of an action"),
        (json!({"map_id": 4}), "type: `type` must be the name of an action"),
        (json!({"type": "gather"}), "type: `type`: there is no action `gather`; did you mean `gathering`?"),
        (
            json!({"type": "xyz"}),
            "type: `type`: there is no action `xyz`; the actions are move, transition, fight, ",
        ),
        (json!({"type": "move"}), ": the order cannot be read: missing field `map_id`"),
        (json!({"type": "travel"}), "map_id: `map_id` must be the number of a tile"),
        (json!({"type": "rest", "quantity": 1}), "quantity: `quantity`: this action has no such field"),
    ] {
        let problems = read(order).unwrap_err();
        assert!(problems.len() == 1 && problems[0].starts_with(fault), "{problems:?}");
    }
}

#[test]
fn numbers_that_count_nothing_and_what_the_season_does_not_have_are_all_told_at_once() {
    let items = json!([{"code": "coper_ore", "quantity": 0}, {"code": "apple", "quantity": 1.5}]);
    let problems = read(json!({"type": "deposit_item", "items": items})).unwrap_err();
    let expected = [
        "items[0].code: `items[0].code` is no item of this season: there is no `coper_ore`; \
         did you mean `copper_ore`?",
        "items[0].quantity: `items[0].quantity` must be a whole number from 1 to 1000000000",
        "items[1].quantity: `items[1].quantity` must be a whole number from 1 to 1000000000",
    ];
    assert_eq!(problems, expected);
    let nothing = read(json!({"type": "deposit_item", "items": []})).unwrap_err();
    assert_eq!(nothing, ["items: `items` must name at least one"]);
    let nowhere = read(json!({"type": "travel", "map_id": 999})).unwrap_err();
    assert_eq!(nowhere, ["map_id: `map_id` is no tile of this season: there is no map 999"]);
}

#[test]
fn what_the_game_refuses_whoever_asks_is_refused_before_it_is_sent() {
    for (order, fault) in [
        (json!({"type": "buy_npc", "code": "cloth", "quantity": 101}), ": A quantity must be 1 to 100."),
        (
            json!({"type": "ge_create_sell_order", "code": "egg", "quantity": 1, "price": 2_000_000_000}),
            "price: `price` must be a whole number from 1 to 1000000000",
        ),
        (
            json!({"type": "crafting", "code": "copper_ore", "quantity": 1}),
            "code: `code`: copper_ore is made by nobody, so it cannot be crafted or recycled",
        ),
    ] {
        assert_eq!(read(order).unwrap_err(), [fault]);
    }
}

#[test]
fn an_order_says_how_many_items_it_takes_in_the_bag() {
    for (order, items) in [
        (json!({"type": "crafting", "code": "copper_bar", "quantity": 1_000_000_000}), 10_000_000_000),
        (
            json!({"type": "withdraw_item", "items": [{"code": "egg", "quantity": 3}, {"code": "gem", "quantity": 4}]}),
            7,
        ),
        (json!({"type": "use", "code": "apple", "quantity": 5}), 5),
        (json!({"type": "rest"}), 0),
    ] {
        assert_eq!(read(order).unwrap().items_in_bag(&season()), items);
    }
}

#[test]
fn a_way_over_layers_is_walked_and_taken_step_by_step_until_it_is_over() {
    let ana = || given("combat", json!({}));
    assert_eq!(next(&ana().at(4), 22), Some(walk(1)));
    assert_eq!(next(&ana().at(1), 22), Some(Action::Transition));
    assert_eq!(next(&ana().at(22), 22), None);
}

#[test]
fn a_way_that_does_not_exist_says_what_would_help() {
    let ana = given("combat", json!({}));
    let view = View {
        data: &ana.data,
        character: &ana.character,
        bank: None,
        events: &[],
        market: None,
        raids: &[],
        comrades: &[],
    };
    let error = Order::Travel { map_id: MapId(999) }.next(&view, Timestamp::UNIX_EPOCH).unwrap_err();
    assert!(error.to_string().starts_with("No way leads there from (0, 0)"), "{error}");
}
