//! Putting items on and taking them off, with all that hangs on it: stats, hit points, inventory room (RULES §8).
//!
//! Pure changes of one character, refused as the game refuses them. A refused change leaves the character as it was.
//! Cooldowns, and requests of several lines, are the world's matter.

mod bonus;

pub use bonus::Bonus;

use crate::{
    action::{EquipItem, UnequipItem},
    character::{Character, Equipped, Slot},
    conditions,
    data::{GameData, Item, ItemType},
    ids::ItemCode,
    refusal::{Refusal, RefusalCode},
};

/// Most utilities in one slot.
pub const MAX_UTILITIES: u32 = 100;

/// Puts an item on from the inventory; what is in the slot goes back into the inventory first. Adding to the same
/// utility adds up. `achieved` says which achievements the account has.
///
/// # Errors
/// 404 unknown item, 422 impossible quantity, 472 wrong slot, 478 not carried, 496 conditions, 485 worn already,
/// 484 too many utilities, 483 too few hit points without the old item, 497 no room for the old item.
pub fn equip(
    character: &mut Character,
    data: &GameData,
    wish: &EquipItem,
    achieved: impl Fn(&str) -> bool,
) -> Result<(), Refusal> {
    let item = known(data, &wish.code)?;
    check_wish(character, item, wish)?;
    if !conditions::hold_with(&item.conditions, character, achieved) {
        let text = format!("{} does not meet the conditions of {}.", character.name, item.code);
        return Err(Refusal::new(RefusalCode::ConditionsNotMet, text));
    }
    check_worn(character, item, wish)?;

    let mut trial = character.clone();
    trial.inventory.remove(&wish.code, wish.quantity).map_err(|_| not_carried(wish))?;
    let old = match trial.equipment.get_mut(&wish.slot) {
        // The same utility adds up.
        Some(equipped) if equipped.code == wish.code && item.kind == ItemType::Utility => {
            equipped.quantity += wish.quantity;
            None
        }
        _ => {
            let equipped = Equipped { code: wish.code.clone(), quantity: wish.quantity };
            trial.equipment.insert(wish.slot, equipped)
        }
    };
    if let Some(old) = &old {
        take_bonus(&mut trial, data, &old.code)?;
    }
    if item.kind != ItemType::Utility {
        Bonus::of(item).put_on(&mut trial);
    }
    if let Some(old) = old {
        store(&mut trial, &old)?;
    }
    *character = trial;
    Ok(())
}

/// Takes an item off, into the inventory; says which it was.
///
/// # Errors
/// 422 a quantity of 0, 491 empty slot, 478 more than there are, 483 too few hit points without it, 497 no room.
pub fn unequip(character: &mut Character, data: &GameData, wish: &UnequipItem) -> Result<ItemCode, Refusal> {
    if wish.quantity == 0 {
        return Err(Refusal::new(RefusalCode::InvalidPayload, "The quantity to unequip must be at least 1."));
    }
    let mut trial = character.clone();
    let Some(equipped) = trial.equipment.get_mut(&wish.slot) else {
        let text = format!("The slot {} is empty.", wish.slot.as_str());
        return Err(Refusal::new(RefusalCode::SlotState, text));
    };
    let Some(left) = equipped.quantity.checked_sub(wish.quantity) else {
        let text = format!("The slot {} holds only {}.", wish.slot.as_str(), equipped.quantity);
        return Err(Refusal::new(RefusalCode::MissingItem, text));
    };
    equipped.quantity = left;
    let off = Equipped { code: equipped.code.clone(), quantity: wish.quantity };
    if left == 0 {
        trial.equipment.remove(&wish.slot);
        take_bonus(&mut trial, data, &off.code)?;
    }
    store(&mut trial, &off)?;
    *character = trial;
    Ok(off.code)
}

fn known<'a>(data: &'a GameData, code: &ItemCode) -> Result<&'a Item, Refusal> {
    data.items
        .get(code)
        .ok_or_else(|| Refusal::new(RefusalCode::NotFound, format!("There is no item {code}.")))
}

fn not_carried(wish: &EquipItem) -> Refusal {
    let text = format!("{} × {} is not in the inventory.", wish.quantity, wish.code);
    Refusal::new(RefusalCode::MissingItem, text)
}

fn check_wish(character: &Character, item: &Item, wish: &EquipItem) -> Result<(), Refusal> {
    if wish.quantity == 0 || (wish.quantity > 1 && item.kind != ItemType::Utility) {
        let text = format!("{} cannot be equipped {} times in one slot.", item.code, wish.quantity);
        return Err(Refusal::new(RefusalCode::InvalidPayload, text));
    }
    if wish.slot.item_type() != item.kind {
        let text = format!("{} cannot be worn in the slot {}.", item.code, wish.slot.as_str());
        return Err(Refusal::new(RefusalCode::EquipmentInvalid, text));
    }
    if character.inventory.count(&wish.code) < wish.quantity {
        return Err(not_carried(wish));
    }
    Ok(())
}

/// Artifacts and utilities are worn in one slot only, and a utility slot has an end.
fn check_worn(character: &Character, item: &Item, wish: &EquipItem) -> Result<(), Refusal> {
    let unique = matches!(item.kind, ItemType::Artifact | ItemType::Utility);
    let elsewhere = |slot: &Slot| item.kind == ItemType::Artifact || *slot != wish.slot;
    let mut worn = character.equipment.iter().filter(|(_, equipped)| equipped.code == wish.code);
    if unique && worn.any(|(slot, _)| elsewhere(slot)) {
        let text = format!("{} is equipped already.", item.code);
        return Err(Refusal::new(RefusalCode::AlreadyEquipped, text));
    }
    let there = character.equipment.get(&wish.slot).filter(|equipped| equipped.code == wish.code);
    let total = wish.quantity.saturating_add(there.map_or(0, |equipped| equipped.quantity));
    if item.kind == ItemType::Utility && total > MAX_UTILITIES {
        let text = format!("A slot holds at most {MAX_UTILITIES} utilities.");
        return Err(Refusal::new(RefusalCode::TooManyUtilities, text));
    }
    Ok(())
}

/// Takes an item's stats away. An item that is not in the data never gave any.
fn take_bonus(character: &mut Character, data: &GameData, code: &ItemCode) -> Result<(), Refusal> {
    let Some(item) = data.items.get(code).filter(|item| item.kind != ItemType::Utility) else {
        return Ok(());
    };
    let bonus = Bonus::of(item);
    if character.hp - bonus.hp <= 0 {
        let text = format!("{} has too few hit points to take {code} off.", character.name);
        return Err(Refusal::new(RefusalCode::NotEnoughHp, text));
    }
    bonus.take_off(character);
    Ok(())
}

/// Puts what was taken off into the inventory, which must then not hold more than it may.
fn store(character: &mut Character, off: &Equipped) -> Result<(), Refusal> {
    let inventory = &mut character.inventory;
    inventory.add(&off.code, off.quantity).map_err(|_| {
        let text = format!("The inventory has no room for {} × {}.", off.quantity, off.code);
        Refusal::new(RefusalCode::InventoryFull, text)
    })
}

#[cfg(test)]
mod tests;
