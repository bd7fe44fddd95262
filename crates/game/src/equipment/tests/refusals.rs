//! Each refusal, and that it changes nothing.

use super::*;

#[track_caller]
fn check_on(mut ana: Character, item: &str, slot: Slot, quantity: u32, expected: RefusalCode) {
    let before = ana.clone();
    assert_eq!(on(&mut ana, item, slot, quantity).unwrap_err().code, expected);
    assert_eq!(ana, before, "a refusal changes nothing");
}

#[track_caller]
fn check_off(mut ana: Character, slot: Slot, quantity: u32, expected: RefusalCode) {
    let before = ana.clone();
    assert_eq!(off(&mut ana, slot, quantity).unwrap_err().code, expected);
    assert_eq!(ana, before, "a refusal changes nothing");
}

#[test]
fn an_item_nobody_knows_is_not_found() {
    check_on(ana(&[]), "excalibur", Slot::Weapon, 1, RefusalCode::NotFound);
}

#[test]
fn only_utilities_are_worn_several_at_once() {
    check_on(ana(&[("ring", 2)]), "ring", Slot::Ring1, 2, RefusalCode::InvalidPayload);
    check_on(ana(&[("ring", 2)]), "ring", Slot::Ring1, 0, RefusalCode::InvalidPayload);
    check_off(ana(&[]), Slot::Ring1, 0, RefusalCode::InvalidPayload);
}

#[test]
fn a_helmet_is_not_worn_on_the_feet() {
    check_on(ana(&[("helmet", 1)]), "helmet", Slot::Boots, 1, RefusalCode::EquipmentInvalid);
    check_on(ana(&[("egg", 1)]), "egg", Slot::Weapon, 1, RefusalCode::EquipmentInvalid);
}

#[test]
fn what_is_not_carried_is_missing() {
    check_on(ana(&[]), "helmet", Slot::Helmet, 1, RefusalCode::MissingItem);
    check_on(ana(&[("potion", 2)]), "potion", Slot::Utility1, 3, RefusalCode::MissingItem);
}

#[test]
fn conditions_must_be_met() {
    check_on(ana(&[("crown", 1)]), "crown", Slot::Helmet, 1, RefusalCode::ConditionsNotMet);
}

#[test]
fn an_artifact_or_utility_is_worn_in_one_slot_only() {
    let mut charmed = ana(&[("charm", 2), ("potion", 2)]);
    on(&mut charmed, "charm", Slot::Artifact1, 1).unwrap();
    on(&mut charmed, "potion", Slot::Utility1, 1).unwrap();
    check_on(charmed.clone(), "charm", Slot::Artifact2, 1, RefusalCode::AlreadyEquipped);
    check_on(charmed.clone(), "charm", Slot::Artifact1, 1, RefusalCode::AlreadyEquipped);
    check_on(charmed, "potion", Slot::Utility2, 1, RefusalCode::AlreadyEquipped);
}

#[test]
fn a_slot_holds_a_hundred_utilities() {
    let mut ana = ana(&[("potion", 100)]);
    on(&mut ana, "potion", Slot::Utility1, 100).unwrap();
    ana.inventory.add(&code("potion"), 1).unwrap();
    check_on(ana, "potion", Slot::Utility1, 1, RefusalCode::TooManyUtilities);
}

#[test]
fn taking_off_what_keeps_one_alive_needs_hit_points() {
    let mut ana = ana(&[("helmet", 1), ("cap", 1)]);
    on(&mut ana, "helmet", Slot::Helmet, 1).unwrap();
    ana.hp = 20;
    check_off(ana.clone(), Slot::Helmet, 1, RefusalCode::NotEnoughHp);
    check_on(ana.clone(), "cap", Slot::Helmet, 1, RefusalCode::NotEnoughHp);
    ana.hp = 21;
    off(&mut ana, Slot::Helmet, 1).unwrap();
    assert_eq!(ana.hp, 1);
}

#[test]
fn an_empty_slot_has_nothing_to_take_off() {
    check_off(ana(&[]), Slot::Shield, 1, RefusalCode::SlotState);
}

#[test]
fn no_more_is_taken_off_than_is_there() {
    let mut ana = ana(&[("potion", 5)]);
    on(&mut ana, "potion", Slot::Utility1, 5).unwrap();
    check_off(ana, Slot::Utility1, 6, RefusalCode::MissingItem);
}

#[test]
fn a_full_inventory_takes_nothing_back() {
    let mut ana = ana(&[("helmet", 1)]);
    on(&mut ana, "helmet", Slot::Helmet, 1).unwrap();
    ana.inventory.add(&code("egg"), 100).unwrap();
    check_off(ana, Slot::Helmet, 1, RefusalCode::InventoryFull);
}

#[test]
fn a_bag_stays_on_while_its_room_is_used() {
    let mut ana = ana(&[("satchel", 1)]);
    on(&mut ana, "satchel", Slot::Bag, 1).unwrap();
    ana.inventory.add(&code("egg"), 100).unwrap();
    check_off(ana, Slot::Bag, 1, RefusalCode::InventoryFull);
}
