//! Actions on the Grand Exchange: reading their bodies and carrying them out (RULES §10).

use api_types::action::exchange::{
    GeBuyRequest, GeCancelRequest, GeCreateBuyOrderRequest, GeCreateSellOrderRequest, GeFillRequest,
};
use game::{
    Action, ItemCode, OrderId,
    exchange::{MAX_PRICE, MAX_QUANTITY},
};

use super::{Answer, call::Call};
use crate::request::{ApiError, Body, Problems};

pub(super) async fn buy(call: Call, Body(request): Body<GeBuyRequest>) -> Answer {
    pieces(request.quantity)?;
    call.act(&Action::GeBuy { id: id(&request.id)?, quantity: request.quantity })
}

pub(super) async fn fill(call: Call, Body(request): Body<GeFillRequest>) -> Answer {
    pieces(request.quantity)?;
    call.act(&Action::GeFill { id: id(&request.id)?, quantity: request.quantity })
}

pub(super) async fn create_sell_order(call: Call, Body(request): Body<GeCreateSellOrderRequest>) -> Answer {
    let GeCreateSellOrderRequest { code, quantity, price } = request;
    let code = order(&code, quantity, price)?;
    call.act(&Action::GeCreateSellOrder { code, quantity, price })
}

pub(super) async fn create_buy_order(call: Call, Body(request): Body<GeCreateBuyOrderRequest>) -> Answer {
    let GeCreateBuyOrderRequest { code, quantity, price } = request;
    let code = order(&code, quantity, price)?;
    call.act(&Action::GeCreateBuyOrder { code, quantity, price })
}

pub(super) async fn cancel(call: Call, Body(request): Body<GeCancelRequest>) -> Answer {
    call.act(&Action::GeCancel { id: id(&request.id)? })
}

/// An order that cannot have such an id does not exist.
fn id(text: &str) -> Result<OrderId, ApiError> {
    text.parse().map_err(|_| ApiError::not_found("order"))
}

fn pieces(quantity: u32) -> Result<(), ApiError> {
    Problems::check(|problems| {
        problems.range("quantity", quantity, 1..=u32::MAX);
        Some(())
    })
}

fn order(code: &str, quantity: u32, price: i64) -> Result<ItemCode, ApiError> {
    Problems::check(|problems| {
        problems.range("quantity", quantity, 1..=MAX_QUANTITY);
        problems.range("price", price, 1..=MAX_PRICE);
        problems.parse("code", code)
    })
}
