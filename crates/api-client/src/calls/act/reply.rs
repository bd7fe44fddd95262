//! What each action's reply means.
//!
//! Whole items and tiles that a reply repeats are not read beyond what names them: they are static data, and a field
//! that a new season changed there must not make the outcome of an action unreadable.

mod trade;

use api_types::{
    Cooldown,
    action::{
        bank::{BankExpansionData, BankGoldData, BankItemData},
        equipment::EquipmentData,
        fight::FightData,
        give::{GiveGoldData, GiveItemsData},
        identity::{ChangeSkinData, RenameData},
        item::{ClaimPendingItemData, DeleteItemData, UseItemData},
        movement::{MovementData, RestData, TransitionData},
        skill::{RecyclingData, SkillData},
        task::{TaskCancelledData, TaskTradeData},
    },
};
use game::{
    Action, CharacterName, Detail, MapId, Outcome, SimpleItem,
    outcome::{Recycled, Yield},
};
use serde::{Deserialize, de::IgnoredAny};

use crate::{
    convert::{self, id, item, items},
    decode::{DecodeError, data},
};

/// The tile in a reply.
#[derive(Deserialize)]
struct Tile {
    map_id: u32,
}

/// The item in a reply.
#[derive(Deserialize)]
struct Named {
    code: String,
}

pub(super) fn outcome(name: &CharacterName, action: &Action, body: &[u8]) -> Result<Outcome, DecodeError> {
    match action {
        Action::Move { .. } => {
            let reply: MovementData<Tile> = data(body)?;
            let path = reply.path.into_iter().map(Into::into).collect();
            finish(
                reply.cooldown,
                reply.character,
                Detail::Moved { map_id: MapId(reply.destination.map_id), path },
            )
        }
        Action::Transition => {
            let reply: TransitionData<Tile, IgnoredAny> = data(body)?;
            let map_id = MapId(reply.destination.map_id);
            finish(reply.cooldown, reply.character, Detail::Transitioned { map_id })
        }
        Action::Fight | Action::MultiFight { .. } => fought(name, data(body)?),
        Action::Gathering => {
            skilled(data(body)?, |gain| Detail::Gathered { resource: None, skill: None, gain })
        }
        Action::Crafting { .. } => skilled(data(body)?, Detail::Crafted),
        Action::Rest => {
            let reply: RestData = data(body)?;
            finish(reply.cooldown, reply.character, Detail::Rested { hp_restored: reply.hp_restored })
        }
        Action::Equip { .. } => worn(data(body)?, |items| Detail::Equipped { items }),
        Action::Unequip { .. } => worn(data(body)?, |items| Detail::Unequipped { items }),
        Action::Use { quantity, .. } => {
            let reply: UseItemData<Named> = data(body)?;
            let code = id("data.item.code", reply.item.code)?;
            finish(reply.cooldown, reply.character, Detail::Used { code, quantity: *quantity })
        }
        Action::DepositItem { .. } | Action::WithdrawItem { .. } => {
            let reply: BankItemData = data(body)?;
            let (moved, bank) = (items("data.items", reply.items)?, items("data.bank", reply.bank)?);
            finish(reply.cooldown, reply.character, Detail::BankItems { items: moved, bank })
        }
        Action::DepositGold { quantity } | Action::WithdrawGold { quantity } => {
            let reply: BankGoldData = data(body)?;
            let detail = Detail::BankGold { quantity: *quantity, bank_gold: reply.bank.quantity };
            finish(reply.cooldown, reply.character, detail)
        }
        Action::BuyBankExpansion => {
            let reply: BankExpansionData = data(body)?;
            finish(reply.cooldown, reply.character, Detail::BankExpanded { price: reply.transaction.price })
        }
        Action::Recycling { code, quantity, .. } => {
            recycled(SimpleItem::new(code.clone(), *quantity), data(body)?)
        }
        Action::BuyNpc { .. } => trade::npc(data(body)?, Detail::NpcBought),
        Action::SellNpc { .. } => trade::npc(data(body)?, Detail::NpcSold),
        Action::TaskNew => trade::task(data(body)?),
        Action::TaskTrade { .. } => {
            let reply: TaskTradeData = data(body)?;
            let item = item("data.trade", reply.trade)?;
            finish(reply.cooldown, reply.character, Detail::TaskTraded { item })
        }
        Action::TaskComplete => trade::rewarded(data(body)?, Detail::TaskCompleted),
        Action::TaskExchange => trade::rewarded(data(body)?, Detail::TaskExchanged),
        Action::TaskCancel => {
            let reply: TaskCancelledData = data(body)?;
            finish(reply.cooldown, reply.character, Detail::TaskCancelled)
        }
        Action::ClaimItem { .. } => {
            let reply: ClaimPendingItemData = data(body)?;
            let claimed = convert::pending("data.item", reply.item)?;
            finish(reply.cooldown, reply.character, Detail::Claimed(claimed))
        }
        Action::GeCreateSellOrder { .. } | Action::GeCreateBuyOrder { .. } => {
            trade::order_created(data(body)?)
        }
        Action::GeBuy { .. } => trade::order(data(body)?, Detail::OrderBought),
        Action::GeFill { .. } => trade::order(data(body)?, Detail::OrderFilled),
        Action::GeCancel { .. } => trade::order(data(body)?, Detail::OrderCancelled),
        Action::ChangeSkin { .. } => {
            let reply: ChangeSkinData = data(body)?;
            finish(reply.cooldown, reply.character, Detail::SkinChanged { skin: reply.skin })
        }
        Action::Rename { .. } => {
            let reply: RenameData = data(body)?;
            let old_name = id("data.old_name", reply.old_name)?;
            let new_name = id("data.new_name", reply.new_name)?;
            finish(reply.cooldown, reply.character, Detail::Renamed { old_name, new_name })
        }
        Action::DeleteItem { .. } => {
            let reply: DeleteItemData = data(body)?;
            let item = item("data.item", reply.item)?;
            finish(reply.cooldown, reply.character, Detail::Deleted { item })
        }
        Action::GiveGold { character, .. } => {
            let reply: GiveGoldData = data(body)?;
            let detail = Detail::GoldGiven { quantity: reply.quantity, receiver: character.clone() };
            given(reply.cooldown, reply.character, reply.receiver_character, detail)
        }
        Action::GiveItem { character, .. } => {
            let reply: GiveItemsData = data(body)?;
            let items = items("data.items", reply.items)?;
            let detail = Detail::ItemsGiven { items, receiver: character.clone() };
            given(reply.cooldown, reply.character, reply.receiver_character, detail)
        }
    }
}

fn finish(
    cooldown: Cooldown,
    character: api_types::Character,
    detail: Detail,
) -> Result<Outcome, DecodeError> {
    let character = convert::character(character)?;
    Ok(Outcome { cooldown: convert::cooldown(cooldown), character, others: Vec::new(), detail })
}

/// A gift changes its receiver, too.
fn given(
    cooldown: Cooldown,
    giver: api_types::Character,
    receiver: api_types::Character,
    detail: Detail,
) -> Result<Outcome, DecodeError> {
    let receiver = convert::character(receiver)?;
    finish(cooldown, giver, detail).map(|outcome| Outcome { others: vec![receiver], ..outcome })
}

fn recycled(item: SimpleItem, reply: RecyclingData) -> Result<Outcome, DecodeError> {
    let detail = Recycled {
        item,
        items: items("data.details.items", reply.details.items)?,
        enhanced: reply.details.enhanced,
        gold: reply.details.gold,
    };
    finish(reply.cooldown, reply.character, Detail::Recycled(detail))
}

fn skilled(reply: SkillData, detail: fn(Yield) -> Detail) -> Result<Outcome, DecodeError> {
    let gained = Yield { xp: reply.details.xp, items: items("data.details.items", reply.details.items)? };
    finish(reply.cooldown, reply.character, detail(gained))
}

type WornItems = Vec<(game::character::Slot, game::ItemCode)>;

/// A slot that this program does not know is left out: it cannot have asked for it.
fn worn(reply: EquipmentData<Named>, detail: fn(WornItems) -> Detail) -> Result<Outcome, DecodeError> {
    let worn = reply
        .items
        .into_iter()
        .filter_map(|item| Some((convert::slot(&item.slot)?, item.item.code)))
        .map(|(slot, code)| Ok((slot, id("data.items.item.code", code)?)))
        .collect::<Result<_, _>>()?;
    finish(reply.cooldown, reply.character, detail(worn))
}

/// A fight brings all fighters back; the outcome is that of the one who asked for it, and has the others beside it.
fn fought(name: &CharacterName, reply: FightData) -> Result<Outcome, DecodeError> {
    let FightData { cooldown, fight, characters } = reply;
    let (own, others): (Vec<_>, Vec<_>) =
        characters.into_iter().partition(|fighter| fighter.name == name.as_str());
    let missing = || DecodeError::field("data.characters", format!("`{name}` fought but is not in it"));
    let fighter = own.into_iter().next().ok_or_else(missing)?;
    let others = others.into_iter().map(convert::character).collect::<Result<_, _>>()?;
    let report = convert::fight("data.fight", cooldown.reason.as_str(), fight)?;
    finish(cooldown, fighter, Detail::Fought(report)).map(|outcome| Outcome { others, ..outcome })
}
