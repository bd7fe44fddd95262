//! Destroying items (RULES §8).

use game::{Detail, ItemCode, Refusal, SimpleItem, cooldown};

use super::Done;
use crate::scene::Scene;

/// What nobody knows is not carried either: the game declares no 404 here.
pub(super) fn delete(scene: &mut Scene<'_>, code: &ItemCode, quantity: u32) -> Result<Done, Refusal> {
    scene.take(code, quantity)?;
    Ok(Done {
        detail: Detail::Deleted { item: SimpleItem::new(code.clone(), quantity) },
        seconds: cooldown::OTHER,
        description: format!("{} deleted {quantity} × {code}.", scene.character.name),
    })
}
