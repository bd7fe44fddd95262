//! Tests of equipping and unequipping (RULES §8).

use game::{
    RefusalCode,
    action::{EquipItem, UnequipItem},
    character::Slot,
};

use super::*;

fn wear(items: &[(&str, Slot, u32)]) -> Action {
    let line = |(item, slot, quantity): &(&str, Slot, u32)| EquipItem {
        code: code(item),
        slot: *slot,
        quantity: *quantity,
    };
    Action::Equip { items: items.iter().map(line).collect() }
}

fn strip(items: &[(Slot, u32)]) -> Action {
    let line = |(slot, quantity): &(Slot, u32)| UnequipItem { slot: *slot, quantity: *quantity };
    Action::Unequip { items: items.iter().map(line).collect() }
}

#[test]
fn several_items_are_put_on_and_taken_off_at_once() {
    let mut stage = Stage::new().carrying("cloak", 1).carrying("brew", 5);
    let worn = vec![(Slot::BodyArmor, code("cloak")), (Slot::Utility1, code("brew"))];
    let on = wear(&[("cloak", Slot::BodyArmor, 1), ("brew", Slot::Utility1, 5)]);
    assert_eq!(stage.done(on).detail, Detail::Equipped { items: worn.clone() });
    assert_eq!((stage.ana().max_hp, stage.ana().inventory.total()), (130, 0));
    let off = strip(&[(Slot::BodyArmor, 1), (Slot::Utility1, 5)]);
    assert_eq!(stage.done(off).detail, Detail::Unequipped { items: worn });
    assert_eq!((stage.ana().max_hp, stage.ana().inventory.total()), (120, 6));
}

#[test]
fn equip_404_of_what_nobody_knows() {
    assert_eq!(Stage::new().refused(wear(&[("excalibur", Slot::Weapon, 1)])), 404);
}

#[test]
fn equip_422_without_a_line_with_too_many_or_with_impossible_quantities() {
    assert_eq!(Stage::new().refused(wear(&[])), 422);
    assert_eq!(Stage::new().refused(wear(&[("cloak", Slot::BodyArmor, 1); 21])), 422);
    assert_eq!(Stage::new().refused(wear(&[("brew", Slot::Utility1, 101)])), 422);
    assert_eq!(Stage::new().refused(wear(&[("brew", Slot::Utility1, 0)])), 422);
    assert_eq!(Stage::new().carrying("cloak", 2).refused(wear(&[("cloak", Slot::BodyArmor, 2)])), 422);
}

#[test]
fn equip_422_or_472_into_a_slot_of_another_type_as_the_rules_say() {
    for wrong_slot in [RefusalCode::InvalidPayload, RefusalCode::EquipmentInvalid] {
        let stage = Stage::with(Rules { wrong_slot, ..Rules::default() }).carrying("cloak", 1);
        assert_eq!(stage.refused(wear(&[("cloak", Slot::Helmet, 1)])), wrong_slot.number());
    }
}

#[test]
fn equip_478_of_what_is_not_carried_even_as_the_last_of_many() {
    let stage = Stage::new().carrying("cloak", 1);
    assert_eq!(stage.refused(wear(&[("cloak", Slot::BodyArmor, 1), ("boots", Slot::Boots, 1)])), 478);
}

#[test]
fn equip_483_when_the_old_item_keeps_one_alive() {
    let mut stage = Stage::new().carrying("cloak", 2);
    stage.done(wear(&[("cloak", Slot::BodyArmor, 1)]));
    let stage = stage.sheet(|ana| ana.hp = 10);
    assert_eq!(stage.refused(wear(&[("cloak", Slot::BodyArmor, 1)])), 483);
}

#[test]
fn equip_484_beyond_a_hundred_utilities_in_a_slot() {
    let mut stage = Stage::new().carrying("brew", 100);
    stage.done(wear(&[("brew", Slot::Utility1, 100)]));
    assert_eq!(stage.carrying("brew", 1).refused(wear(&[("brew", Slot::Utility1, 1)])), 484);
}

#[test]
fn equip_485_of_a_second_artifact_or_utility_of_the_same_kind() {
    let stage = Stage::new().carrying("charm", 2);
    assert_eq!(stage.refused(wear(&[("charm", Slot::Artifact1, 1), ("charm", Slot::Artifact2, 1)])), 485);
    let stage = Stage::new().carrying("brew", 2);
    assert_eq!(stage.refused(wear(&[("brew", Slot::Utility1, 1), ("brew", Slot::Utility2, 1)])), 485);
}

#[test]
fn equip_496_below_the_level_of_the_item() {
    assert_eq!(Stage::new().carrying("crown", 1).refused(wear(&[("crown", Slot::Helmet, 1)])), 496);
}

#[test]
fn equip_497_without_room_for_what_is_replaced() {
    let stage = Stage::new().sheet(|ana| ana.inventory.slots.truncate(1)).carrying("pickaxe", 2);
    assert_eq!(stage.refused(wear(&[("pickaxe", Slot::Weapon, 1)])), 497);
}

#[test]
fn unequip_422_without_a_line_or_a_quantity() {
    assert_eq!(Stage::new().refused(strip(&[])), 422);
    assert_eq!(Stage::new().refused(strip(&[(Slot::Weapon, 0)])), 422);
}

#[test]
fn unequip_478_of_more_than_there_is() {
    assert_eq!(Stage::new().refused(strip(&[(Slot::Weapon, 2)])), 478);
}

#[test]
fn unequip_483_of_what_keeps_one_alive() {
    let mut stage = Stage::new().carrying("cloak", 1);
    stage.done(wear(&[("cloak", Slot::BodyArmor, 1)]));
    assert_eq!(stage.sheet(|ana| ana.hp = 10).refused(strip(&[(Slot::BodyArmor, 1)])), 483);
}

#[test]
fn unequip_491_of_an_empty_slot() {
    assert_eq!(Stage::new().refused(strip(&[(Slot::Shield, 1)])), 491);
    assert_eq!(Stage::new().refused(strip(&[(Slot::Weapon, 1), (Slot::Weapon, 1)])), 491);
}

#[test]
fn unequip_497_without_room() {
    assert_eq!(Stage::new().carrying("key", 100).refused(strip(&[(Slot::Weapon, 1)])), 497);
    let mut bagged = Stage::new().carrying("satchel", 1);
    bagged.done(wear(&[("satchel", Slot::Bag, 1)]));
    assert_eq!(bagged.carrying("key", 101).refused(strip(&[(Slot::Bag, 1)])), 497);
}
