//! The reply to each action (RULES §4): cooldown and character, and between them what came of it.

use api_types::{
    ActionType, Character, Cooldown, ItemSlot,
    action::{
        bank::{BankGoldData, BankItemData, Gold},
        equipment::{EquipmentData, EquipmentItem},
        fight::{CharacterFightResult, Fight, FightData, FightResult},
        item::UseItemData,
        movement::{MovementData, RestData, TransitionData},
        skill::{SkillData, SkillInfo},
    },
};
use game::{
    Detail, GameData, ItemCode, MapId, Outcome,
    character::Slot,
    data::{GameMap, Item, Transition},
    outcome::{FightReport, Yield},
};
use serde::Serialize;

use super::{character, items};
use crate::timescale::Timescale;

/// The `data` of a reply.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum ActionReply<'a> {
    Moved(MovementData<Option<&'a GameMap>>),
    Transitioned(TransitionData<Option<&'a GameMap>, Option<&'a Transition>>),
    Fought(FightData),
    Skill(SkillData),
    Rested(RestData),
    Equipment(EquipmentData<&'a Item>),
    Used(UseItemData<Option<&'a Item>>),
    BankItems(BankItemData),
    BankGold(BankGoldData),
}

/// The reply to an action that began on the tile `from`.
pub(crate) fn reply<'a>(
    outcome: &Outcome,
    from: Option<MapId>,
    data: &'a GameData,
    timescale: Timescale,
) -> ActionReply<'a> {
    let cooldown = cooldown(&outcome.cooldown, timescale);
    let character = character(&outcome.character, timescale);
    match &outcome.detail {
        Detail::Moved { map_id, path } => ActionReply::Moved(MovementData {
            cooldown,
            destination: data.maps.get(*map_id),
            path: path.iter().map(|&(x, y)| [x, y]).collect(),
            character,
        }),
        Detail::Transitioned { map_id } => ActionReply::Transitioned(TransitionData {
            cooldown,
            destination: data.maps.get(*map_id),
            transition: from
                .and_then(|from| data.maps.get(from))
                .and_then(|tile| tile.interactions.transition.as_ref()),
            character,
        }),
        Detail::Fought(report) => {
            ActionReply::Fought(FightData { cooldown, fight: fight(report), characters: vec![character] })
        }
        Detail::Gathered(gain) | Detail::Crafted(gain) => {
            ActionReply::Skill(SkillData { cooldown, details: skill(gain), character })
        }
        Detail::Rested { hp_restored } => {
            ActionReply::Rested(RestData { cooldown, hp_restored: *hp_restored, character })
        }
        Detail::Equipped { items } | Detail::Unequipped { items } => {
            ActionReply::Equipment(equipment(cooldown, items, data, character))
        }
        Detail::Used { code } => {
            ActionReply::Used(UseItemData { cooldown, item: data.items.get(code), character })
        }
        Detail::BankItems { items: moved, bank } => ActionReply::BankItems(BankItemData {
            cooldown,
            items: items(moved),
            bank: items(bank),
            character,
        }),
        Detail::BankGold { bank_gold } => {
            ActionReply::BankGold(BankGoldData { cooldown, bank: Gold { quantity: *bank_gold }, character })
        }
    }
}

fn cooldown(cooldown: &game::Cooldown, timescale: Timescale) -> Cooldown {
    Cooldown {
        total_seconds: timescale.real_seconds(cooldown.total_seconds),
        remaining_seconds: timescale.real_seconds(cooldown.remaining_seconds),
        started_at: timescale.real_at(cooldown.started_at).into(),
        expiration: timescale.real_at(cooldown.expiration).into(),
        reason: ActionType::from(cooldown.reason.as_str()),
    }
}

fn equipment<'a>(
    cooldown: Cooldown,
    items: &[(Slot, ItemCode)],
    data: &'a GameData,
    character: Character,
) -> EquipmentData<&'a Item> {
    let line = |(slot, code): &(Slot, ItemCode)| {
        let item = data.items.get(code)?;
        Some(EquipmentItem { slot: ItemSlot::from(slot.as_str()), item })
    };
    EquipmentData { cooldown, items: items.iter().filter_map(line).collect(), character }
}

fn skill(gain: &Yield) -> SkillInfo {
    SkillInfo { xp: gain.xp, items: items(&gain.items) }
}

/// A fight, as the reply and the log have it.
pub(super) fn fight(report: &FightReport) -> Fight {
    let shares = report.characters.iter().map(|share| CharacterFightResult {
        character_name: share.character_name.to_string(),
        xp: share.xp,
        gold: share.gold,
        drops: items(&share.drops),
        final_hp: share.final_hp,
    });
    Fight {
        result: if report.win { FightResult::Win } else { FightResult::Loss },
        turns: report.turns,
        opponent: report.opponent.clone(),
        logs: report.logs.clone(),
        characters: shares.collect(),
    }
}
