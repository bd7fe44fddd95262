//! The reply to each action (RULES §4): cooldown and character, and between them what came of it.

use api_types::{
    ActionType, Character, Cooldown, ItemSlot,
    action::{
        bank::{BankExpansion, BankExpansionData, BankGoldData, BankItemData, Gold},
        equipment::{EquipmentData, EquipmentItem},
        exchange::{GeCreateOrderData, GeTransactionData},
        fight::{CharacterFightResult, Fight, FightData, FightResult},
        give::{GiveGoldData, GiveItemsData},
        identity::{ChangeSkinData, RenameData},
        item::{ClaimPendingItemData, DeleteItemData, UseItemData},
        movement::{MovementData, RestData, TransitionData},
        npc::NpcTradeData,
        skill::{RecyclingData, RecyclingItems, SkillData, SkillInfo},
        task::{RewardData, TaskCancelledData, TaskData, TaskTradeData},
    },
};
use game::{
    Detail, GameData, ItemCode, Outcome,
    character::Slot,
    data::{GameMap, Item, Transition},
    outcome::{FightReport, Yield},
};
use serde::Serialize;

use super::{character, exchange, items, pending, simple, trade};
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
    BankExpanded(BankExpansionData),
    Recycled(RecyclingData),
    Claimed(ClaimPendingItemData),
    OrderCreated(GeCreateOrderData),
    OrderPart(GeTransactionData),
    SkinChanged(ChangeSkinData),
    Renamed(RenameData),
    Deleted(DeleteItemData),
    NpcTrade(NpcTradeData),
    TaskAccepted(TaskData),
    TaskTraded(TaskTradeData),
    TaskCancelled(TaskCancelledData),
    Rewarded(RewardData),
    GoldGiven(GiveGoldData),
    ItemsGiven(GiveItemsData),
}

/// What an action that moves a character passed by, as it was then: events change tiles.
#[derive(Default)]
pub(crate) struct Passage {
    /// The tile that was reached.
    pub(crate) destination: Option<GameMap>,
    /// The way that was taken.
    pub(crate) transition: Option<Transition>,
}

/// The reply to an action.
pub(crate) fn reply<'a>(
    outcome: &Outcome,
    passage: &'a Passage,
    data: &'a GameData,
    timescale: Timescale,
) -> ActionReply<'a> {
    let cooldown = cooldown(&outcome.cooldown, timescale);
    let character = character(&outcome.character, timescale);
    match &outcome.detail {
        Detail::Moved { path, .. } => ActionReply::Moved(MovementData {
            cooldown,
            destination: passage.destination.as_ref(),
            path: path.iter().map(|&(x, y)| [x, y]).collect(),
            character,
        }),
        Detail::Transitioned { .. } => ActionReply::Transitioned(TransitionData {
            cooldown,
            destination: passage.destination.as_ref(),
            transition: passage.transition.as_ref(),
            character,
        }),
        Detail::Fought(report) => {
            let others = outcome.others.iter().map(|other| self::character(other, timescale));
            let characters = [character].into_iter().chain(others).collect();
            ActionReply::Fought(FightData { cooldown, fight: fight(report), characters })
        }
        Detail::Gathered { gain, .. } | Detail::Crafted(gain) => {
            ActionReply::Skill(SkillData { cooldown, details: skill(gain), character })
        }
        Detail::Rested { hp_restored } => {
            ActionReply::Rested(RestData { cooldown, hp_restored: *hp_restored, character })
        }
        Detail::Equipped { items } | Detail::Unequipped { items } => {
            ActionReply::Equipment(equipment(cooldown, items, data, character))
        }
        Detail::Used { code, .. } => {
            ActionReply::Used(UseItemData { cooldown, item: data.items.get(code), character })
        }
        Detail::BankItems { items: moved, bank } => ActionReply::BankItems(BankItemData {
            cooldown,
            items: items(moved),
            bank: items(bank),
            character,
        }),
        Detail::BankGold { bank_gold, .. } => {
            ActionReply::BankGold(BankGoldData { cooldown, bank: Gold { quantity: *bank_gold }, character })
        }
        Detail::BankExpanded { price } => ActionReply::BankExpanded(BankExpansionData {
            cooldown,
            transaction: BankExpansion { price: *price },
            character,
        }),
        Detail::Recycled(recycled) => ActionReply::Recycled(RecyclingData {
            cooldown,
            details: RecyclingItems {
                items: items(&recycled.items),
                enhanced: recycled.enhanced,
                gold: recycled.gold,
            },
            character,
        }),
        Detail::Claimed(claimed) => ActionReply::Claimed(ClaimPendingItemData {
            cooldown,
            item: pending(claimed, timescale),
            character,
        }),
        Detail::OrderCreated { id, item, price, created_at } => {
            let order = exchange::created(id, item, *price, *created_at, timescale);
            ActionReply::OrderCreated(GeCreateOrderData { cooldown, order, character })
        }
        Detail::OrderBought(part) | Detail::OrderFilled(part) | Detail::OrderCancelled(part) => {
            let order = exchange::part(part);
            ActionReply::OrderPart(GeTransactionData { cooldown, order, character })
        }
        Detail::SkinChanged { skin } => {
            ActionReply::SkinChanged(ChangeSkinData { cooldown, skin: skin.clone(), character })
        }
        Detail::Renamed { old_name, new_name } => ActionReply::Renamed(RenameData {
            cooldown,
            old_name: old_name.to_string(),
            new_name: new_name.to_string(),
            character,
        }),
        Detail::Deleted { item } => {
            ActionReply::Deleted(DeleteItemData { cooldown, item: simple(item), character })
        }
        Detail::NpcBought(done) | Detail::NpcSold(done) => {
            ActionReply::NpcTrade(NpcTradeData { cooldown, transaction: trade::npc(done), character })
        }
        Detail::TaskAccepted(offer) => {
            ActionReply::TaskAccepted(TaskData { cooldown, task: trade::task(offer), character })
        }
        Detail::TaskTraded { item } => {
            ActionReply::TaskTraded(TaskTradeData { cooldown, trade: simple(item), character })
        }
        Detail::TaskCancelled => ActionReply::TaskCancelled(TaskCancelledData { cooldown, character }),
        Detail::TaskCompleted(rewards) | Detail::TaskExchanged(rewards) => {
            ActionReply::Rewarded(RewardData { cooldown, rewards: trade::rewards(rewards), character })
        }
        Detail::GoldGiven { quantity, .. } => ActionReply::GoldGiven(GiveGoldData {
            cooldown,
            quantity: *quantity,
            receiver_character: receiver(outcome, timescale),
            character,
        }),
        Detail::ItemsGiven { items: given, .. } => ActionReply::ItemsGiven(GiveItemsData {
            cooldown,
            items: items(given),
            receiver_character: receiver(outcome, timescale),
            character,
        }),
    }
}

/// A cooldown, in real time.
pub(crate) fn cooldown(cooldown: &game::Cooldown, timescale: Timescale) -> Cooldown {
    Cooldown {
        total_seconds: timescale.real_seconds(cooldown.total_seconds),
        remaining_seconds: timescale.real_seconds(cooldown.remaining_seconds),
        started_at: timescale.real_at(cooldown.started_at).into(),
        expiration: timescale.real_at(cooldown.expiration).into(),
        reason: ActionType::from(cooldown.reason.as_str()),
    }
}

/// Who received a gift, afterwards.
fn receiver(outcome: &Outcome, timescale: Timescale) -> Character {
    let receiver = outcome.others.first().expect("the world tells who received a gift");
    character(receiver, timescale)
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
