//! Buying from and selling to the NPC of the tile (RULES §11).

use game::{
    Detail, ItemCode, Refusal, RefusalCode, SimpleItem, cooldown,
    data::{ContentType, Currency, NpcItem},
    outcome::NpcTrade,
};

use super::Done;
use crate::scene::Scene;

pub(super) fn buy(scene: &mut Scene<'_>, code: &ItemCode, quantity: u32) -> Result<Done, Refusal> {
    let line = line(scene, code)?;
    let (line, price) = line
        .and_then(|line| Some((line, line.buy_price?)))
        .ok_or_else(|| Refusal::new(RefusalCode::NotSold, format!("Nobody sells {code} on this tile.")))?;
    let total_price = price.saturating_mul(i64::from(quantity));
    match &line.currency {
        Currency::Gold => scene.pay(total_price)?,
        // More than anybody can carry is more than is carried.
        Currency::Item(coin) => scene.take(coin, u32::try_from(total_price).unwrap_or(u32::MAX))?,
    }
    scene.put(code, quantity)?;
    let trade = trade(line, quantity, price, total_price);
    Ok(Done {
        seconds: cooldown::OTHER,
        description: format!("{} bought {}.", scene.character.name, in_words(&trade)),
        detail: Detail::NpcBought(trade),
    })
}

pub(super) fn sell(scene: &mut Scene<'_>, code: &ItemCode, quantity: u32) -> Result<Done, Refusal> {
    let line = line(scene, code)?;
    let (line, price) = line
        .and_then(|line| Some((line, line.sell_price?)))
        .ok_or_else(|| Refusal::new(RefusalCode::NotBought, format!("Nobody buys {code} on this tile.")))?;
    let total_price = price.saturating_mul(i64::from(quantity));
    scene.take(code, quantity)?;
    match &line.currency {
        Currency::Gold => scene.character.gold += total_price,
        Currency::Item(coin) => scene.put(coin, u32::try_from(total_price).unwrap_or(u32::MAX))?,
    }
    let trade = trade(line, quantity, price, total_price);
    Ok(Done {
        seconds: cooldown::OTHER,
        description: format!("{} sold {}.", scene.character.name, in_words(&trade)),
        detail: Detail::NpcSold(trade),
    })
}

/// What the NPC of the tile does with an item: nothing, when it is not in its list.
fn line<'a>(scene: &Scene<'a>, code: &ItemCode) -> Result<Option<&'a NpcItem>, Refusal> {
    scene.item(code)?;
    let npc = scene.content(&ContentType::Npc).and_then(|npc| npc.parse().ok());
    let npc =
        npc.ok_or_else(|| Refusal::new(RefusalCode::ContentNotFound, "There is no NPC on this tile."))?;
    Ok(scene.data.npc_items.get(&(npc, code.clone())))
}

fn trade(line: &NpcItem, quantity: u32, price: i64, total_price: i64) -> NpcTrade {
    let item = SimpleItem::new(line.code.clone(), quantity);
    NpcTrade { item, currency: line.currency.clone(), price, total_price }
}

fn in_words(trade: &NpcTrade) -> String {
    let NpcTrade { item, currency, total_price, .. } = trade;
    format!("{} × {} for {total_price} {}", item.quantity, item.code, currency.as_str())
}
