//! What there is to fight on a tile: a monster, or the boss of an open raid (RULES §7, §12).

use game::{
    RaidCode, Refusal, RefusalCode,
    data::{ContentType, Monster, Raid},
    fight::Fighter,
};

use crate::scene::Scene;

/// A monster, and the raid whose boss it is.
pub(super) struct Opponent<'a> {
    pub(super) monster: &'a Monster,
    pub(super) raid: Option<&'a Raid>,
}

impl<'a> Opponent<'a> {
    /// What the tile of the character has: 598 when there is nothing to fight, 567 when there is a raid that is not open.
    pub(super) fn here(scene: &Scene<'a>) -> Result<Self, Refusal> {
        if let Some(code) = scene.content(&ContentType::Raid) {
            return raid_boss(scene, code).ok_or_else(|| {
                Refusal::new(RefusalCode::RaidNotActive, "This raid phase is not currently active.")
            });
        }
        let monster = scene.content(&ContentType::Monster).and_then(|code| scene.data.monster(code));
        let nothing = || Refusal::new(RefusalCode::ContentNotFound, "There is no monster on this tile.");
        Ok(Self { monster: monster.ok_or_else(nothing)?, raid: None })
    }

    /// How it goes into the fight: a raid's boss with what the raid has left of it.
    pub(super) fn fighter(&self, scene: &Scene<'_>) -> Fighter {
        let mut fighter = Fighter::monster(self.monster);
        let raid = self.raid.filter(|_| !scene.rules.raid_boss_is_unhurt);
        if let Some(instance) = raid.and_then(|raid| scene.raids.open(&raid.code)) {
            fighter.hp = instance.remaining_hp;
        }
        fighter
    }
}

fn raid_boss<'a>(scene: &Scene<'a>, code: &str) -> Option<Opponent<'a>> {
    let code: RaidCode = code.parse().ok()?;
    let raid = scene.data.raids.iter().find(|raid| raid.code == code)?;
    scene.raids.open(&code)?;
    Some(Opponent { monster: scene.data.monsters.get(&raid.monster)?, raid: Some(raid) })
}
