//! Buying and selling on the Grand Exchange (RULES §10). What is offered waits in its order: the items of a sell order,
//! the gold of a buy order.

mod placing;

pub(super) use placing::{create_buy_order, create_sell_order};

use game::{
    AccountName, Detail, OrderId, PendingItem, Refusal, RefusalCode, SimpleItem, cooldown,
    data::ContentType,
    exchange::{Order, OrderKind, Sale, total_price},
    outcome::OrderPart,
    pending::PendingSource,
};

use super::Done;
use crate::{News, exchange::Mail, scene::Scene};

pub(super) fn buy(scene: &mut Scene<'_>, id: &OrderId, quantity: u32) -> Result<Done, Refusal> {
    let order = order_of_another(scene, id, OrderKind::Sell, quantity)?;
    let part = part(&order, quantity);
    scene.pay(part.total_price)?;
    scene.put(&order.code, quantity)?;
    scene.mail.push((order.account.clone(), Mail::Gold(part.total_price)));
    let buyer = scene.character.account.clone();
    sell(scene, &order, quantity, order.account.clone(), buyer);
    Ok(Done {
        seconds: cooldown::OTHER,
        description: format!("{} bought {}.", scene.character.name, in_words(&part)),
        detail: Detail::OrderBought(part),
    })
}

pub(super) fn fill(scene: &mut Scene<'_>, id: &OrderId, quantity: u32) -> Result<Done, Refusal> {
    let order = order_of_another(scene, id, OrderKind::Buy, quantity)?;
    let part = part(&order, quantity);
    scene.take(&order.code, quantity)?;
    scene.character.gold += part.total_price;
    let bought = PendingItem {
        id: scene.ids.next(scene.now),
        account: order.account.clone(),
        source: PendingSource::GrandExchange,
        source_id: Some(order.id.to_string()),
        description: format!("Buy order filled: {quantity} × {}", order.code),
        gold: 0,
        items: vec![part.item.clone()],
        created_at: scene.now,
        claimed_at: None,
    };
    scene.mail.push((order.account.clone(), Mail::Pending(bought)));
    let seller = scene.character.account.clone();
    sell(scene, &order, quantity, seller, order.account.clone());
    Ok(Done {
        seconds: cooldown::OTHER,
        description: format!("{} sold {}.", scene.character.name, in_words(&part)),
        detail: Detail::OrderFilled(part),
    })
}

pub(super) fn cancel(scene: &mut Scene<'_>, id: &OrderId) -> Result<Done, Refusal> {
    check_place(scene)?;
    let order = scene.exchange.order(id).cloned().ok_or_else(|| no_order(id))?;
    if order.account != scene.character.account {
        let text = format!("The order {id} is somebody else's.");
        return Err(Refusal::new(RefusalCode::NotYourOrder, text));
    }
    let part = part(&order, order.quantity);
    match order.kind {
        OrderKind::Sell => scene.put(&order.code, order.quantity)?,
        OrderKind::Buy => scene.character.gold += part.total_price,
    }
    scene.exchange.close(id);
    scene.news.push(News::OrderCancelled(order.clone()));
    Ok(Done {
        seconds: cooldown::OTHER,
        description: format!("{} cancelled the order of {}.", scene.character.name, in_words(&part)),
        detail: Detail::OrderCancelled(part),
    })
}

/// A 598 away from the Grand Exchange.
fn check_place(scene: &Scene<'_>) -> Result<(), Refusal> {
    match scene.content(&ContentType::GrandExchange) {
        Some(_) => Ok(()),
        None => {
            let text = "There is no Grand Exchange on this tile.";
            Err(Refusal::new(RefusalCode::ContentNotFound, text))
        }
    }
}

/// An order of this kind, not one's own, that has so many pieces left.
fn order_of_another(
    scene: &Scene<'_>,
    id: &OrderId,
    kind: OrderKind,
    quantity: u32,
) -> Result<Order, Refusal> {
    check_place(scene)?;
    let order = scene.exchange.order(id).filter(|order| order.kind == kind).ok_or_else(|| no_order(id))?;
    if order.account == scene.character.account {
        return Err(Refusal::new(RefusalCode::OwnOrder, "Nobody can trade with oneself."));
    }
    if order.quantity < quantity {
        let text = format!("The order has only {} × {} left.", order.quantity, order.code);
        return Err(Refusal::new(RefusalCode::OrderTooSmall, text));
    }
    Ok(order.clone())
}

fn no_order(id: &OrderId) -> Refusal {
    Refusal::new(RefusalCode::NotFound, format!("There is no such order {id}."))
}

fn part(order: &Order, quantity: u32) -> OrderPart {
    OrderPart {
        id: order.id.clone(),
        item: SimpleItem::new(order.code.clone(), quantity),
        price: order.price,
        total_price: total_price(quantity, order.price),
    }
}

/// Takes what changes hands out of its order, and lets everybody know.
fn sell(scene: &mut Scene<'_>, order: &Order, quantity: u32, seller: AccountName, buyer: AccountName) {
    let sale = Sale {
        order_id: order.id.clone(),
        seller,
        buyer,
        code: order.code.clone(),
        quantity,
        price: order.price,
        sold_at: scene.now,
    };
    scene.exchange.sell(sale.clone());
    scene.news.push(News::OrderTaken { kind: order.kind, sale });
}

fn in_words(part: &OrderPart) -> String {
    format!("{} × {} for {} gold", part.item.quantity, part.item.code, part.total_price)
}
