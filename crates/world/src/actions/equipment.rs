//! Putting on and taking off, several items a request: all of them or none (RULES §8).

use game::{
    Detail, ItemCode, Refusal, RefusalCode,
    action::{EquipItem, UnequipItem},
    character::Slot,
    cooldown, equipment,
};

use super::Done;
use crate::scene::Scene;

pub(super) fn equip(scene: &mut Scene<'_>, wishes: &[EquipItem]) -> Result<Done, Refusal> {
    let (rules, account) = (scene.rules, &*scene.account);
    for wish in wishes {
        equipment::equip(&mut scene.character, scene.data, wish, |code| account.achieved(code, rules))
            .map_err(|refusal| spelled(refusal, scene.rules.wrong_slot))?;
    }
    let items: Vec<_> = wishes.iter().map(|wish| (wish.slot, wish.code.clone())).collect();
    let seconds = cooldown::equip(items.len());
    let description = format!("{} equipped {}.", scene.character.name, listed(&items));
    Ok(Done { detail: Detail::Equipped { items }, seconds, description })
}

pub(super) fn unequip(scene: &mut Scene<'_>, wishes: &[UnequipItem]) -> Result<Done, Refusal> {
    let mut items = Vec::with_capacity(wishes.len());
    for wish in wishes {
        items.push((wish.slot, equipment::unequip(&mut scene.character, scene.data, wish)?));
    }
    let seconds = cooldown::equip(items.len());
    let description = format!("{} unequipped {}.", scene.character.name, listed(&items));
    Ok(Done { detail: Detail::Unequipped { items }, seconds, description })
}

/// Gives the refusal of a wrong slot the code that the world is set to.
fn spelled(refusal: Refusal, wrong_slot: RefusalCode) -> Refusal {
    let code = if refusal.code == RefusalCode::EquipmentInvalid { wrong_slot } else { refusal.code };
    Refusal { code, ..refusal }
}

fn listed(items: &[(Slot, ItemCode)]) -> String {
    items.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ")
}
