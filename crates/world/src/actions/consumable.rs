//! Using consumables: food, bags of gold or gems, teleport potions (RULES §8).

use game::{
    Detail, ItemCode, MapId, Refusal, RefusalCode, cooldown,
    data::{Item, ItemType},
};

use super::{Done, movement};
use crate::scene::Scene;

pub(super) fn consume(scene: &mut Scene<'_>, code: &ItemCode, quantity: u32) -> Result<Done, Refusal> {
    let item = scene.item(code)?;
    if item.kind != ItemType::Consumable {
        return Err(Refusal::new(RefusalCode::NotConsumable, format!("{code} cannot be used.")));
    }
    scene.take(code, quantity)?;
    if !scene.holds(&item.conditions) {
        let text = format!("{} does not meet the conditions of {code}.", scene.character.name);
        return Err(Refusal::new(RefusalCode::ConditionsNotMet, text));
    }
    apply(scene, item, i64::from(quantity))?;
    Ok(Done {
        detail: Detail::Used { code: code.clone(), quantity },
        seconds: cooldown::OTHER,
        description: format!("{} used {quantity} × {code}.", scene.character.name),
    })
}

/// Looks up where a teleport leads first: an item that leads nowhere must not pay out its other effects.
fn apply(scene: &mut Scene<'_>, item: &Item, quantity: i64) -> Result<(), Refusal> {
    if item.effects.iter().any(|effect| effect.code.as_str() == "teleport") {
        let target =
            u32::try_from(item.effect("teleport")).ok().and_then(|id| scene.data.maps.get(MapId(id)));
        let nowhere = || Refusal::new(RefusalCode::NotFound, format!("{} leads to no tile.", item.code));
        let target = target.ok_or_else(nowhere)?;
        movement::enter(scene, target)?;
        scene.character.stand_on(target);
    }
    let character = &mut scene.character;
    character.hp += character.missing_hp().min(quantity * item.effect("heal"));
    character.gold += quantity * item.effect("gold");
    let gems = quantity * item.effect("gems");
    if gems != 0 {
        let description = format!("Used {quantity} × {}.", item.code);
        scene.account.credit_gems(gems, "item", &description, Some(item.code.as_str()), scene.now);
    }
    Ok(())
}
