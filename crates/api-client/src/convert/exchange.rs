//! Orders and sales of the Grand Exchange, from a list or a message.

use api_types::{GeOrder, GeOrderHistory, GeOrderType};
use game::exchange::{Offer, OrderKind, Sale};

use super::id;
use crate::decode::DecodeError;

/// An open order.
pub(crate) fn offer(wire: GeOrder) -> Result<Offer, DecodeError> {
    Ok(Offer {
        id: id("data.id", wire.id)?,
        kind: kind(wire.kind)?,
        account: wire.account.map(|name| id("data.account", name)).transpose()?,
        code: id("data.code", wire.code)?,
        quantity: wire.quantity,
        price: wire.price,
        created_at: wire.created_at.into(),
    })
}

/// A sale.
pub(crate) fn sale(wire: GeOrderHistory) -> Result<Sale, DecodeError> {
    Ok(Sale {
        order_id: id("data.order_id", wire.order_id)?,
        seller: id("data.seller", wire.seller)?,
        buyer: id("data.buyer", wire.buyer)?,
        code: id("data.code", wire.code)?,
        quantity: wire.quantity,
        price: wire.price,
        sold_at: wire.sold_at.into(),
    })
}

fn kind(wire: GeOrderType) -> Result<OrderKind, DecodeError> {
    match wire {
        GeOrderType::Sell => Ok(OrderKind::Sell),
        GeOrderType::Buy => Ok(OrderKind::Buy),
        GeOrderType::Unknown(other) => {
            Err(DecodeError::field("data.type", format!("`{other}` is neither `sell` nor `buy`")))
        }
    }
}
