//! The check, on a small world with one thing wrong at a time, and on a real season.

mod figures;
mod names;
mod season;
mod small;
mod ways;

use game::data::StaticData;
use serde_json::{Value, from_value};

use super::{Report, Season, check};

/// The report on a season given as one JSON object, a field for each list.
fn report(lists: &Value) -> Report {
    check(&Season {
        lists: from_value::<StaticData>(lists.clone()).expect("lists in the API's shape"),
        effects: from_value(lists["effects"].clone()).expect("effects in the API's shape"),
    })
}

/// What is found in the small world when something is changed, a line each.
fn findings(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut lists = small::world();
    change(&mut lists);
    report(&lists).findings.iter().map(ToString::to_string).collect()
}

/// Row of a list of the small world, by its code or number.
fn row<'a>(lists: &'a mut Value, list: &str, key: &str) -> &'a mut Value {
    let rows = lists[list].as_array_mut().expect("a list");
    rows.iter_mut().find(|row| is_row(row, key)).expect("a row of the small world")
}

/// Whether a row has this code or number.
fn is_row(row: &Value, key: &str) -> bool {
    row["code"] == key || key.parse().is_ok_and(|id: u64| row["map_id"] == id)
}
