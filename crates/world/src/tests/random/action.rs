//! What somebody without a plan does next.

use game::{
    CharacterName, GameData, OrderId,
    action::{EquipItem, UnequipItem},
    character::Slot,
    data::{ContentType, GameMap, Interactions},
};
use rand::{Rng, RngExt, seq::IteratorRandom};

use super::super::*;
use crate::World;

/// What is possible where the character stands most of the time, else anything at all.
pub(super) fn choose(dice: &mut impl Rng, who: &Character, world: &World) -> Action {
    let what = match dice.random_range(0..8) {
        0 => 0,
        1..5 => fitting(dice, who, world),
        _ => dice.random_range(0..super::KINDS),
    };
    let data = world.data();
    let carried = || who.inventory.items().cloned();
    let something = |dice: &mut _| carried().choose(dice).unwrap_or_else(|| some("feather", 1));
    match what {
        0 => Action::Move { map_id: destination(dice, who, world) },
        1 => Action::Transition,
        2 => Action::Fight,
        3 => Action::Gathering,
        4 => {
            let item = data.items.values().filter(|item| item.craft.is_some()).choose(dice);
            Action::Crafting { code: item.expect("a recipe").code.clone(), quantity: dice.random_range(0..3) }
        }
        5 => Action::Rest,
        6 => {
            let item = something(dice);
            let slot = slot_for(dice, data, &item);
            Action::Equip { items: vec![EquipItem { code: item.code, slot, quantity: 1 }] }
        }
        7 => {
            let slot = Slot::ALL.into_iter().choose(dice).expect("a slot");
            Action::Unequip { items: vec![UnequipItem { slot, quantity: 1 }] }
        }
        8 => Action::Use { code: something(dice).code, quantity: 1 },
        9 => Action::DepositItem { items: carried().take(dice.random_range(0..4)).collect() },
        10 => {
            let banked = world.bank(&who.account).expect("a bank").items.iter().choose(dice);
            let items = banked.map(|(code, quantity)| SimpleItem::new(code.clone(), *quantity));
            Action::WithdrawItem { items: items.into_iter().collect() }
        }
        11 => Action::DepositGold { quantity: who.gold / 2 },
        12 => Action::WithdrawGold { quantity: dice.random_range(1..10) },
        13 => Action::BuyBankExpansion,
        14 => {
            let item = data.items.values().filter(|item| item.recyclable).choose(dice);
            let code = item.expect("something to recycle").code.clone();
            Action::Recycling { code, quantity: dice.random_range(0..3), enhanced: dice.random() }
        }
        15 => Action::DeleteItem { code: something(dice).code, quantity: 1 },
        16 => Action::GiveGold { quantity: dice.random_range(0..50), character: friend(dice, who, world) },
        17 => {
            let items = carried().take(dice.random_range(0..3)).collect();
            Action::GiveItem { items, character: friend(dice, who, world) }
        }
        18 => Action::BuyNpc { code: traded(dice, data), quantity: dice.random_range(0..4) },
        19 => Action::SellNpc { code: traded(dice, data), quantity: dice.random_range(0..4) },
        20 => Action::TaskNew,
        21 => {
            let task = who.task.as_ref().and_then(|task| task.code.parse().ok());
            Action::TaskTrade { code: task.unwrap_or_else(|| code("feather")), quantity: 1 }
        }
        22 => Action::TaskComplete,
        23 => Action::TaskCancel,
        24 => Action::TaskExchange,
        25 => {
            let price = dice.random_range(0..9);
            Action::GeCreateSellOrder { code: something(dice).code, quantity: 1, price }
        }
        26 => {
            // Of what others carry, so that somebody may fill it.
            let wanted = world
                .character(&friend(dice, who, world))
                .and_then(|friend| friend.inventory.items().choose(dice).map(|item| item.code.clone()));
            let code = wanted.unwrap_or_else(|| code("feather"));
            Action::GeCreateBuyOrder { code, quantity: dice.random_range(1..3), price: 2 }
        }
        27 => Action::GeCancel { id: order(dice, world) },
        28 => Action::GeBuy { id: order(dice, world), quantity: 1 },
        29 => Action::GeFill { id: order(dice, world), quantity: 1 },
        30 => Action::MultiFight { participants: vec![neighbour(dice, who, world)] },
        31 => {
            let waiting = world.account(&who.account).expect("an account").pending.keys().choose(dice);
            Action::ClaimItem { id: waiting.cloned().unwrap_or_else(|| "none".parse().expect("an id")) }
        }
        32 => {
            let name = format!("Player{}", dice.random_range(0..1000));
            Action::Rename { name: name.parse().expect("a name") }
        }
        _ => Action::ChangeSkin { skin: "men2".to_owned() },
    }
}

/// The number, in [`choose`], of what can be done where the character stands.
fn fitting(dice: &mut impl Rng, who: &Character, world: &World) -> usize {
    let tile = world.data().maps.get(who.map_id);
    if tile.is_some_and(|tile| tile.interactions.transition.is_some()) {
        return dice.random_range(0..2);
    }
    match tile.and_then(|tile| tile.interactions.content.as_ref()).map(|content| &content.kind) {
        Some(ContentType::Monster | ContentType::Raid) => [2, 5, 30][dice.random_range(0..3)],
        Some(ContentType::Resource) => 3,
        Some(ContentType::Workshop) => [4, 14][dice.random_range(0..2)],
        Some(ContentType::Bank) => dice.random_range(9..14),
        Some(ContentType::GrandExchange) => dice.random_range(25..30),
        Some(ContentType::Npc) => dice.random_range(18..20),
        Some(ContentType::TasksMaster) => dice.random_range(20..25),
        _ => 0,
    }
}

/// Where one of the company is, where there is something to do, or any tile at all.
fn destination(dice: &mut impl Rng, who: &Character, world: &World) -> MapId {
    let of_interest =
        |tile: &&GameMap| tile.layer == who.position.layer && tile.interactions != Interactions::default();
    let tiles = world.data().maps.iter();
    let tile = match dice.random_range(0..4) {
        0 => return world.character(&friend(dice, who, world)).expect("one of the company").map_id,
        1 => tiles.choose(dice),
        _ => tiles.filter(of_interest).choose(dice),
    };
    tile.map_or(who.map_id, |tile| tile.map_id)
}

/// One of the same account, perhaps the same.
fn friend(dice: &mut impl Rng, who: &Character, world: &World) -> CharacterName {
    let company = world.characters(&who.account);
    company.into_iter().choose(dice).expect("a company").name.clone()
}

/// One of the same account on the same tile, as long as there is one.
fn neighbour(dice: &mut impl Rng, who: &Character, world: &World) -> CharacterName {
    let company = world.characters(&who.account).into_iter();
    let near = company.filter(|other| other.map_id == who.map_id && other.name != who.name).choose(dice);
    near.map_or_else(|| friend(dice, who, world), |near| near.name.clone())
}

/// Something that somebody buys or sells.
fn traded(dice: &mut impl Rng, data: &GameData) -> game::ItemCode {
    data.npc_items.values().choose(dice).expect("something to trade").code.clone()
}

/// Any open order, or one that there is not.
fn order(dice: &mut impl Rng, world: &World) -> OrderId {
    let order = world.exchange().orders().choose(dice).map(|order| order.id.clone());
    order.unwrap_or_else(|| "none".parse().expect("an id"))
}

/// A slot where the item fits, mostly.
fn slot_for(dice: &mut impl Rng, data: &GameData, item: &SimpleItem) -> Slot {
    let kind = &data.items[&item.code].kind;
    let fitting = Slot::ALL.into_iter().filter(|slot| slot.item_type() == *kind).choose(dice);
    fitting.unwrap_or(Slot::Weapon)
}
