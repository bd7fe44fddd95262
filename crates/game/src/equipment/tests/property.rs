//! Whatever is put on and taken off, in whatever order, the sheet is the base and the sum of what is worn.

use proptest::{prelude::*, sample::select};

use super::*;
use crate::{character, stats::Stats};

/// Equip with an item, unequip without.
fn wish() -> impl Strategy<Value = (Option<String>, Slot, u32)> {
    let codes: Vec<_> = data().items.into_keys().map(String::from).collect();
    (proptest::option::weighted(0.7, select(codes)), select(Slot::ALL.to_vec()), 1..4_u32)
}

proptest! {
    #[test]
    fn the_sheet_is_always_the_base_and_the_sum_of_what_is_worn(
        wishes in prop::collection::vec(wish(), 1..60),
        hp in 1..200_i64,
        eggs in 0..75_u32,
    ) {
        let data = data();
        let mut ana = ana(&[("egg", eggs)]);
        for code in data.items.keys() {
            ana.inventory.add(code, 2).unwrap();
        }
        ana.hp = hp.min(ana.max_hp);
        let carried = ana.inventory.total();
        for (item, slot, quantity) in wishes {
            let before = ana.clone();
            // An item goes where it fits more often than chance would have it.
            let kind = item.as_deref().and_then(|code| data.item(code)).map(|item| item.kind.clone());
            let fitting = Slot::ALL.into_iter().find(|slot| Some(slot.item_type()) == kind);
            let slot = if quantity == 3 { slot } else { fitting.unwrap_or(slot) };
            let refused = match item {
                Some(code) => on(&mut ana, &code, slot, quantity.min(2)).is_err(),
                None => off(&mut ana, slot, quantity.min(2)).is_err(),
            };
            if refused {
                prop_assert_eq!(&ana, &before);
            }
            check(&ana, carried)?;
        }
    }
}

fn check(ana: &Character, carried: u32) -> Result<(), TestCaseError> {
    let data = data();
    let (mut stats, mut max_hp) = (Stats::BASE, character::base_max_hp(1));
    let mut room = i64::from(character::base_inventory_max_items(1));
    for worn in ana.equipment.values() {
        let item = &data.items[&worn.code];
        if item.kind != ItemType::Utility {
            let bonus = Bonus::of(item);
            stats.add(&bonus.stats, 1);
            max_hp += bonus.hp;
            room += bonus.inventory_space;
        }
    }
    prop_assert_eq!((ana.stats, ana.max_hp), (stats, max_hp));
    prop_assert_eq!(i64::from(ana.inventory.max_items), room);
    prop_assert!((1..=ana.max_hp).contains(&ana.hp));
    prop_assert!(ana.inventory.total() <= ana.inventory.max_items);
    let worn: u32 = ana.equipment.values().map(|worn| worn.quantity).sum();
    prop_assert_eq!(ana.inventory.total() + worn, carried, "nothing is lost or made");
    Ok(())
}
