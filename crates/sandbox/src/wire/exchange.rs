//! Orders and sales of the Grand Exchange (RULES §10).

use api_types::{
    GeOrder, GeOrderHistory, GeOrderType,
    action::exchange::{GeOrderCreated, GeTransaction},
};
use game::{
    OrderId, SimpleItem,
    exchange::{Order, Sale, total_price},
    outcome::OrderPart,
};
use jiff::Timestamp;

use crate::timescale::Timescale;

/// An open order.
pub(crate) fn order(order: &Order, timescale: Timescale) -> GeOrder {
    GeOrder {
        id: order.id.to_string(),
        kind: GeOrderType::from(order.kind.as_str()),
        account: Some(order.account.to_string()),
        code: order.code.to_string(),
        quantity: order.quantity,
        price: order.price,
        created_at: timescale.real_at(order.created_at).into(),
    }
}

/// Something that was sold.
pub(crate) fn sale(sale: &Sale, timescale: Timescale) -> GeOrderHistory {
    GeOrderHistory {
        order_id: sale.order_id.to_string(),
        seller: sale.seller.to_string(),
        buyer: sale.buyer.to_string(),
        code: sale.code.to_string(),
        quantity: sale.quantity,
        price: sale.price,
        sold_at: timescale.real_at(sale.sold_at).into(),
    }
}

/// An order that was placed.
pub(super) fn created(
    id: &OrderId,
    item: &SimpleItem,
    price: i64,
    created_at: Timestamp,
    timescale: Timescale,
) -> GeOrderCreated {
    GeOrderCreated {
        id: id.to_string(),
        created_at: timescale.real_at(created_at).into(),
        code: item.code.to_string(),
        quantity: item.quantity,
        price,
        total_price: total_price(item.quantity, price),
    }
}

/// The part of an order that changed hands or was taken back.
pub(super) fn part(part: &OrderPart) -> GeTransaction {
    GeTransaction {
        id: part.id.to_string(),
        code: part.item.code.to_string(),
        quantity: part.item.quantity,
        price: part.price,
        total_price: part.total_price,
    }
}
