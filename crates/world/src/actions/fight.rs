//! Fighting the monster of the tile, alone (RULES §6, §7).

use game::{
    Detail, Refusal, RefusalCode, cooldown,
    data::{ContentType, Monster},
    fight::{self, Fighter},
    outcome::{FightReport, FightShare},
    xp,
};

use super::Done;
use crate::{chance, roster, scene::Scene};

/// Hit points after a lost fight.
const HP_AFTER_LOSS: i64 = 1;

pub(super) fn fight(scene: &mut Scene<'_>) -> Result<Done, Refusal> {
    let monster = monster_here(scene)?;
    let inventory = &scene.character.inventory;
    if inventory.free_slots() == 0 || inventory.free_items() == 0 {
        let text = format!("The inventory of {} is full.", scene.character.name);
        return Err(Refusal::new(RefusalCode::InventoryFull, text));
    }

    let mut heroes = [Fighter::character(&scene.character, scene.data)];
    let mut foe = Fighter::monster(monster);
    let mut logs = Vec::new();
    let log = scene.rules.fight_logs.then_some(&mut logs);
    let ending = fight::run(&mut heroes, &mut foe, scene.rng, log);
    let haste = scene.character.stats.haste;

    let [hero] = heroes;
    hero.settle(&mut scene.character);
    let mut share = FightShare {
        character_name: scene.character.name.clone(),
        xp: 0,
        gold: 0,
        drops: Vec::new(),
        final_hp: hero.hp,
    };
    if ending.win {
        reward(scene, monster, &mut share);
    } else {
        scene.character.hp = HP_AFTER_LOSS;
        if let Some(tile) = roster::spawn(scene.data, scene.rules) {
            scene.stand_on(tile);
        }
    }
    let result = if ending.win { "won" } else { "lost" };
    let description = format!("{} {result} a fight against {}.", scene.character.name, monster.name);
    let report = FightReport {
        win: ending.win,
        turns: ending.turns,
        opponent: monster.code.to_string(),
        logs,
        characters: vec![share],
    };
    Ok(Done { detail: Detail::Fought(report), seconds: cooldown::fight(ending.turns, haste), description })
}

/// The monster of the tile; 567 where a raid is held, 598 where there is nothing to fight.
fn monster_here<'a>(scene: &Scene<'a>) -> Result<&'a Monster, Refusal> {
    if scene.content(&ContentType::Raid).is_some() {
        return Err(Refusal::new(RefusalCode::RaidNotActive, "No raid is open on this tile."));
    }
    scene
        .content(&ContentType::Monster)
        .and_then(|code| scene.data.monster(code))
        .ok_or_else(|| Refusal::new(RefusalCode::ContentNotFound, "There is no monster on this tile."))
}

fn reward(scene: &mut Scene<'_>, monster: &Monster, share: &mut FightShare) {
    let stats = scene.character.stats;
    share.xp = xp::fight(monster, scene.character.combat.level, stats.wisdom);
    share.gold = chance::amount(scene.rng, monster.min_gold, monster.max_gold);
    let dropped = chance::drops(scene.rng, &monster.drops, stats.prospecting);
    share.drops = scene.collect(dropped);
    scene.character.gold += share.gold;
    scene.gain_combat(share.xp);
}
