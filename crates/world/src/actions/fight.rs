//! Fighting the monster or the raid's boss of the tile, alone or as a group (RULES §6, §7, §12). Everybody in it gets the cooldown, and of a won
//! fight the xp, gold and drops of one who fought alone; whoever falls wakes up where characters start.

mod opponent;
mod party;

use std::iter;

use game::{
    Character, CharacterName, Detail, GameData, Refusal, cooldown,
    data::Monster,
    fight::{self, Fighter},
    outcome::{FightReport, FightShare},
    xp,
};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::Done;
use crate::{Rules, chance, exchange::Mail, gains, roster, scene::Scene};
use opponent::Opponent;

/// Hit points of who has fallen.
const HP_AFTER_LOSS: i64 = 1;
/// Lines of a usual fight.
const USUAL_LINES: usize = 32;

pub(super) fn fight(scene: &mut Scene<'_>, participants: &[CharacterName]) -> Result<Done, Refusal> {
    let others = party::named(scene, participants)?;
    let opponent = Opponent::here(scene)?;
    let monster = opponent.monster;
    party::check(scene, &others, monster)?;
    if opponent.raid.is_none() {
        party::check_room(scene, &others)?;
    }

    scene.others = others;
    let mut heroes: Vec<_> = fighters(scene).map(|fighter| Fighter::character(fighter, scene.data)).collect();
    let mut foe = opponent.fighter(scene);
    let mut logs = Vec::with_capacity(if scene.fight_logs { USUAL_LINES } else { 0 });
    let log = scene.fight_logs.then_some(&mut logs);
    let ending = fight::run(&mut heroes, &mut foe, scene.rng, log);

    let level = average_level(scene);
    let haste = fighters(scene).map(|fighter| fighter.stats.haste).max().unwrap_or_default();
    let mut shares = Vec::with_capacity(heroes.len());
    let Scene { character, others, data, rules, rng, .. } = scene;
    for (fighter, hero) in iter::once(character).chain(others).zip(&heroes) {
        hero.settle(fighter);
        let mut share = FightShare {
            character_name: fighter.name.clone(),
            xp: 0,
            gold: 0,
            drops: Vec::new(),
            final_hp: hero.hp,
        };
        if ending.win {
            reward(rng, rules, fighter, monster, level, &mut share);
        }
        if !ending.win || !hero.is_alive() {
            fall(data, rules, fighter);
        }
        shares.push(share);
    }
    let result = if ending.win { "won" } else { "lost" };
    let mut description =
        format!("{} {result} a fight against {}", party::in_words(fighters(scene)), monster.name);
    if let Some(raid) = opponent.raid.filter(|_| ending.win) {
        let damage = foe.damage_taken();
        description = format!("{description} and did {damage} damage");
        let account = &scene.character.account;
        let rewards = scene.raids.hit(raid, account, damage, scene.ids, scene.now, &mut scene.news);
        scene.mail.extend(rewards.into_iter().map(|(account, reward)| (account, Mail::Pending(reward))));
    }
    let report = FightReport {
        win: ending.win,
        turns: ending.turns,
        opponent: monster.code.to_string(),
        logs,
        characters: shares,
        raid: opponent.raid.is_some(),
    };
    Ok(Done {
        detail: Detail::Fought(report),
        seconds: cooldown::fight(ending.turns, haste),
        description: format!("{description}."),
    })
}

/// Whoever acts, and those who fight beside.
fn fighters<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = &'a Character> {
    iter::once(&scene.character).chain(&scene.others)
}

/// The level that the xp of all fighters is computed with: their average, without its fraction.
fn average_level(scene: &Scene<'_>) -> u32 {
    let (sum, count) =
        fighters(scene).fold((0, 0), |(sum, count), fighter| (sum + fighter.combat.level, count + 1));
    sum / count
}

fn reward(
    rng: &mut Xoshiro256PlusPlus,
    rules: &Rules,
    fighter: &mut Character,
    monster: &Monster,
    level: u32,
    share: &mut FightShare,
) {
    let stats = fighter.stats;
    share.xp = xp::fight(monster, level, stats.wisdom);
    share.gold = chance::amount(rng, monster.min_gold, monster.max_gold);
    let dropped = chance::drops(rng, &monster.drops, stats.prospecting);
    share.drops = gains::collect(fighter, dropped, rules);
    fighter.gold += share.gold;
    gains::combat_xp(fighter, share.xp, rules);
}

/// What happens to those who were beaten, also when the others won.
fn fall(data: &GameData, rules: &Rules, fighter: &mut Character) {
    fighter.hp = HP_AFTER_LOSS;
    if let Some(tile) = roster::spawn(data, rules) {
        fighter.stand_on(tile);
    }
}
