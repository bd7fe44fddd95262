//! Who fights beside the character: others of its account, on its tile, when they may act (RULES §4, §7).

use game::{
    Character, CharacterName, Refusal, RefusalCode,
    data::{Monster, MonsterType},
};

use crate::{scene::Scene, time};

/// The others that a request names, as they are before the fight: 498 for whom the account does not have, 499 for whom
/// a cooldown holds back.
pub(super) fn named(scene: &Scene<'_>, names: &[CharacterName]) -> Result<Vec<Character>, Refusal> {
    names.iter().map(|name| other(scene, name)).collect()
}

fn other(scene: &Scene<'_>, name: &CharacterName) -> Result<Character, Refusal> {
    if *name == scene.character.name {
        let text = format!("{name} cannot fight beside itself.");
        return Err(Refusal::new(RefusalCode::InvalidPayload, text));
    }
    let own = |other: &&Character| other.account == scene.character.account;
    let missing = || Refusal::new(RefusalCode::CharacterNotFound, format!("You have no character {name}."));
    let other = scene.characters.get(name).filter(own).ok_or_else(missing)?;
    if scene.now < other.cooldown_expiration {
        let seconds = time::seconds_until(scene.now, other.cooldown_expiration);
        return Err(Refusal::cooldown_of(name, seconds));
    }
    Ok(other.clone())
}

/// Whether they may fight this monster together, here: 486 when it is none that groups may fight, and what the rules
/// say when somebody stands elsewhere.
pub(super) fn check(scene: &Scene<'_>, others: &[Character], monster: &Monster) -> Result<(), Refusal> {
    let for_groups = matches!(monster.kind, MonsterType::Boss | MonsterType::RaidBoss);
    if !others.is_empty() && !for_groups {
        let text = "Only boss monsters can be fought by multiple characters.";
        return Err(Refusal::new(RefusalCode::ActionInProgress, text));
    }
    match others.iter().find(|other| other.map_id != scene.character.map_id) {
        Some(absent) => {
            let text = format!("{} is not on the same tile.", absent.name);
            Err(Refusal::new(scene.rules.fighting_apart, text))
        }
        None => Ok(()),
    }
}

/// A 497 when somebody could not carry what drops.
pub(super) fn check_room(scene: &Scene<'_>, others: &[Character]) -> Result<(), Refusal> {
    let full = |who: &&Character| who.inventory.free_slots() == 0 || who.inventory.free_items() == 0;
    match [&scene.character].into_iter().chain(others).find(full) {
        Some(who) => {
            let text = format!("The inventory of {} is full.", who.name);
            Err(Refusal::new(RefusalCode::InventoryFull, text))
        }
        None => Ok(()),
    }
}

/// Names in a sentence: "Ana, Bob and Cleo".
pub(super) fn in_words<'a>(fighters: impl Iterator<Item = &'a Character>) -> String {
    let names: Vec<_> = fighters.map(|fighter| fighter.name.as_str()).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
