//! Placing orders on the Grand Exchange (RULES §10).

use game::{
    Detail, ItemCode, OrderId, Refusal, RefusalCode, SimpleItem, cooldown,
    exchange::{MAX_ORDERS, Order, OrderKind, listing_tax, total_price},
};

use super::{super::Done, check_place};
use crate::{News, scene::Scene};

pub(in crate::actions) fn create_sell_order(
    scene: &mut Scene<'_>,
    code: &ItemCode,
    quantity: u32,
    price: i64,
) -> Result<Done, Refusal> {
    check(scene, code)?;
    scene.take(code, quantity)?;
    scene.pay(listing_tax(total_price(quantity, price), scene.rules.exchange_tax_percent))?;
    Ok(open(scene, OrderKind::Sell, code, quantity, price))
}

pub(in crate::actions) fn create_buy_order(
    scene: &mut Scene<'_>,
    code: &ItemCode,
    quantity: u32,
    price: i64,
) -> Result<Done, Refusal> {
    check(scene, code)?;
    scene.pay(total_price(quantity, price))?;
    Ok(open(scene, OrderKind::Buy, code, quantity, price))
}

fn check(scene: &Scene<'_>, code: &ItemCode) -> Result<(), Refusal> {
    let item = scene.item(code)?;
    check_place(scene)?;
    if !item.tradeable {
        let text = format!("The Grand Exchange does not take {code}.");
        return Err(Refusal::new(RefusalCode::NotTradeable, text));
    }
    if scene.exchange.count_of(&scene.character.account) >= MAX_ORDERS {
        let text = format!("{} has {MAX_ORDERS} orders already.", scene.character.account);
        return Err(Refusal::new(RefusalCode::TooManyOrders, text));
    }
    Ok(())
}

fn open(scene: &mut Scene<'_>, kind: OrderKind, code: &ItemCode, quantity: u32, price: i64) -> Done {
    let id: OrderId = scene.ids.next(scene.now);
    let order = Order {
        id: id.clone(),
        kind,
        account: scene.character.account.clone(),
        code: code.clone(),
        quantity,
        price,
        created_at: scene.now,
    };
    scene.exchange.open(order.clone());
    scene.news.push(News::OrderPlaced(order));
    let verb = match kind {
        OrderKind::Sell => "offers",
        OrderKind::Buy => "asks for",
    };
    Done {
        seconds: cooldown::OTHER,
        description: format!("{} {verb} {quantity} × {code} at {price} gold each.", scene.character.name),
        detail: Detail::OrderCreated {
            id,
            item: SimpleItem::new(code.clone(), quantity),
            price,
            created_at: scene.now,
        },
    }
}
