//! Tests of deleting items (RULES §8).

use super::*;

fn delete(item: &str, quantity: u32) -> Action {
    Action::DeleteItem { code: code(item), quantity }
}

#[test]
fn deleted_items_are_gone() {
    let mut stage = Stage::new().carrying("key", 3);
    assert_eq!(stage.done(delete("key", 2)).detail, Detail::Deleted { item: some("key", 2) });
    assert_eq!(stage.ana().inventory.total(), 1);
}

#[test]
fn delete_422_of_nothing() {
    assert_eq!(Stage::new().carrying("key", 1).refused(delete("key", 0)), 422);
}

#[test]
fn delete_478_of_what_is_not_carried_known_or_not() {
    assert_eq!(Stage::new().carrying("key", 1).refused(delete("key", 2)), 478);
    assert_eq!(Stage::new().refused(delete("manna", 1)), 478);
}
