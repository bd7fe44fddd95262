//! Figures that make no sense.

use serde_json::{Value, json};

use super::{findings, row};

#[track_caller]
fn check(list: &str, key: &str, pointer: &str, value: Value, told: &str) {
    let found = findings(|lists| *row(lists, list, key).pointer_mut(pointer).unwrap() = value);
    assert_eq!(found, [told]);
}

#[test]
fn a_chance_of_one_in_nothing_and_a_range_that_ends_before_it_begins_are_told() {
    let told = "monsters.json: hen: `egg` needs a rate of 1 or more, and no less at most than at least";
    check("monsters", "hen", "/drops/0/rate", json!(0), told);
    check("monsters", "hen", "/drops/0/min_quantity", json!(2), told);
    let told = "tasks.json: ore: asks for less at most than at least, or for nothing";
    check("tasks", "ore", "/min_quantity", json!(9), told);
}

#[test]
fn a_recipe_of_nothing_and_a_level_beyond_the_last_are_told() {
    let told = "items.json: sword: its recipe needs ingredients, and makes at least one";
    check("items", "sword", "/craft/items", json!([]), told);
    let told = "resources.json: rock: asks for level 51; levels go from 1 to 50";
    check("resources", "rock", "/level", json!(51), told);
}

#[test]
fn recycling_needs_a_recipe_of_gear() {
    let recyclable =
        |code: &'static str| findings(move |lists| row(lists, "items", code)["recyclable"] = json!(true));
    assert_eq!(recyclable("sword"), [""; 0]);
    let told = "items.json: meal: is recyclable, and has no recipe of weapons, gear or jewelry";
    assert_eq!(recyclable("meal"), [told]);
}

#[test]
fn a_raid_that_never_opens_and_ranks_that_end_before_they_begin_are_told() {
    let told = "raids.json: storm: needs a day of the week, hours, damage that earns something, and ranks from 1 upwards";
    check("raids", "storm", "/schedule/weekdays", json!([]), told);
    check(
        "raids",
        "storm",
        "/rewards/leaderboard",
        json!([{"min_rank": 2, "max_rank": 1, "items": []}]),
        told,
    );
}

#[test]
fn an_empty_list_is_told() {
    let found = findings(|lists| lists["resources"] = json!([]));
    assert!(found.contains(&"resources.json: list: is empty: put something in".to_owned()), "{found:#?}");
}
