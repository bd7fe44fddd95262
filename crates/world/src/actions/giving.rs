//! Gold and items from one character to another of the same account on the same tile (RULES §9).
//!
//! Only the giver gets the cooldown; the receiver may be in one.

use game::{Character, CharacterName, Detail, Refusal, RefusalCode, SimpleItem, cooldown};

use super::{Done, listed};
use crate::scene::Scene;

pub(super) fn give_gold(scene: &mut Scene<'_>, quantity: i64, to: &CharacterName) -> Result<Done, Refusal> {
    let mut receiver = receiver(scene, to)?;
    scene.pay(quantity)?;
    receiver.gold += quantity;
    scene.others.push(receiver);
    Ok(Done {
        detail: Detail::GoldGiven { quantity, receiver: to.clone() },
        seconds: cooldown::OTHER,
        description: format!("{} gave {quantity} gold to {to}.", scene.character.name),
    })
}

pub(super) fn give_items(
    scene: &mut Scene<'_>,
    items: &[SimpleItem],
    to: &CharacterName,
) -> Result<Done, Refusal> {
    items.iter().try_for_each(|item| scene.item(&item.code).map(|_| ()))?;
    let mut receiver = receiver(scene, to)?;
    for SimpleItem { code, quantity } in items {
        scene.take(code, *quantity)?;
        receiver.inventory.add(code, *quantity).map_err(|_| {
            let text = format!("The inventory of {to} has no room for {quantity} × {code}.");
            Refusal::new(RefusalCode::InventoryFull, text)
        })?;
    }
    scene.others.push(receiver);
    Ok(Done {
        detail: Detail::ItemsGiven { items: items.to_vec(), receiver: to.clone() },
        seconds: cooldown::bank_items(scene.rules.counted(items)),
        description: format!("{} gave {} to {to}.", scene.character.name, listed(items)),
    })
}

/// The receiver as it is before the gift.
fn receiver(scene: &Scene<'_>, name: &CharacterName) -> Result<Character, Refusal> {
    if *name == scene.character.name {
        let text = "A character cannot give anything to itself.";
        return Err(Refusal::new(RefusalCode::InvalidPayload, text));
    }
    let own = |other: &&Character| other.account == scene.character.account;
    let missing = || Refusal::new(RefusalCode::CharacterNotFound, format!("You have no character {name}."));
    let receiver = scene.characters.get(name).filter(own).ok_or_else(missing)?;
    if receiver.map_id != scene.character.map_id {
        let text = format!("{name} is not on the same tile.");
        return Err(Refusal::new(scene.rules.giving_apart, text));
    }
    Ok(receiver.clone())
}
