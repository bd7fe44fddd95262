//! Resting until hit points are full (RULES §4).

use game::{Detail, cooldown};

use super::Done;
use crate::scene::Scene;

pub(super) fn rest(scene: &mut Scene<'_>) -> Done {
    let character = &mut scene.character;
    let hp_restored = character.missing_hp();
    character.hp += hp_restored;
    Done {
        detail: Detail::Rested { hp_restored },
        seconds: cooldown::rest(hp_restored, character.max_hp),
        description: format!("{} rested and got {hp_restored} HP back.", character.name),
    }
}
