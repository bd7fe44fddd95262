//! Items and gold between a character and its account's bank (RULES §9).

use game::{Detail, Refusal, RefusalCode, SimpleItem, cooldown, data::ContentType};

use super::{Done, listed};
use crate::scene::Scene;

pub(super) fn deposit_items(scene: &mut Scene<'_>, items: &[SimpleItem]) -> Result<Done, Refusal> {
    check_items(scene, items)?;
    let mut bank = scene.account.bank.clone();
    for SimpleItem { code, quantity } in items {
        scene.take(code, *quantity)?;
        let stack = bank.items.entry(code.clone()).or_insert(0);
        *stack = stack.saturating_add(*quantity);
    }
    if bank.items.len() > usize::try_from(bank.slots).unwrap_or(usize::MAX) {
        return Err(Refusal::new(RefusalCode::BankFull, "The bank has no free slot."));
    }
    scene.account.bank = bank;
    Ok(transferred(scene, items, "deposited"))
}

pub(super) fn withdraw_items(scene: &mut Scene<'_>, items: &[SimpleItem]) -> Result<Done, Refusal> {
    check_items(scene, items)?;
    let mut bank = scene.account.bank.clone();
    for SimpleItem { code, quantity } in items {
        let left = bank.count(code).checked_sub(*quantity).ok_or_else(|| {
            let text = format!("The bank does not hold {quantity} × {code}.");
            Refusal::new(RefusalCode::MissingItem, text)
        })?;
        if left == 0 {
            bank.items.remove(code);
        } else {
            bank.items.insert(code.clone(), left);
        }
    }
    items.iter().try_for_each(|item| scene.put(&item.code, item.quantity))?;
    scene.account.bank = bank;
    Ok(transferred(scene, items, "withdrew"))
}

pub(super) fn deposit_gold(scene: &mut Scene<'_>, quantity: i64) -> Result<Done, Refusal> {
    check_place(scene)?;
    let held = scene.account.bank.gold;
    scene.pay(quantity)?;
    Ok(gold_moved(scene, quantity, held + quantity, "deposited"))
}

pub(super) fn withdraw_gold(scene: &mut Scene<'_>, quantity: i64) -> Result<Done, Refusal> {
    check_place(scene)?;
    let held = scene.account.bank.gold;
    if held < quantity {
        let text = format!("The bank holds only {held} gold.");
        return Err(Refusal::new(RefusalCode::BankGoldMissing, text));
    }
    scene.character.gold += quantity;
    Ok(gold_moved(scene, quantity, held - quantity, "withdrew"))
}

fn check_items(scene: &Scene<'_>, items: &[SimpleItem]) -> Result<(), Refusal> {
    items.iter().try_for_each(|item| scene.item(&item.code).map(|_| ()))?;
    check_place(scene)
}

/// A 598 away from any bank.
pub(super) fn check_place(scene: &Scene<'_>) -> Result<(), Refusal> {
    match scene.content(&ContentType::Bank) {
        Some(_) => Ok(()),
        None => Err(Refusal::new(RefusalCode::ContentNotFound, "There is no bank on this tile.")),
    }
}

fn transferred(scene: &Scene<'_>, items: &[SimpleItem], verb: &str) -> Done {
    let bank = &scene.account.bank.items;
    Done {
        detail: Detail::BankItems {
            items: items.to_vec(),
            bank: bank.iter().map(|(code, quantity)| SimpleItem::new(code.clone(), *quantity)).collect(),
        },
        seconds: cooldown::bank_items(scene.rules.counted(items)),
        description: format!("{} {verb} {}.", scene.character.name, listed(items)),
    }
}

fn gold_moved(scene: &mut Scene<'_>, quantity: i64, bank_gold: i64, verb: &str) -> Done {
    scene.account.bank.gold = bank_gold;
    Done {
        detail: Detail::BankGold { quantity, bank_gold },
        seconds: cooldown::OTHER,
        description: format!("{} {verb} {quantity} gold.", scene.character.name),
    }
}
