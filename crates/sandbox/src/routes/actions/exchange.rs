//! Actions on the Grand Exchange: reading their bodies and carrying them out (RULES §10).

use api_types::action::exchange::{
    GeBuyRequest, GeCancelRequest, GeCreateBuyOrderRequest, GeCreateOrderData, GeCreateSellOrderRequest,
    GeFillRequest, GeTransactionData,
};
use game::{
    Action, ItemCode, OrderId,
    exchange::{MAX_PRICE, MAX_QUANTITY},
};

use super::{Answer, action, call::Call};
use crate::{
    api::Api,
    request::{ApiError, Body, Problems},
};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/grandexchange/buy",
        buy,
        action::<GeTransactionData>("Buys from a sell order.")
            .takes::<GeBuyRequest>()
            .refuses(&[404, 434, 435, 436, 492, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/grandexchange/fill",
        fill,
        action::<GeTransactionData>("Sells to a buy order.")
            .takes::<GeFillRequest>()
            .refuses(&[404, 434, 435, 436, 478, 498, 598]),
    )
    .post(
        "/my/{name}/action/grandexchange/create_sell_order",
        create_sell_order,
        action::<GeCreateOrderData>("Offers items for sale.")
            .takes::<GeCreateSellOrderRequest>()
            .refuses(&[404, 433, 437, 478, 498, 598]),
    )
    .post(
        "/my/{name}/action/grandexchange/create_buy_order",
        create_buy_order,
        action::<GeCreateOrderData>("Offers gold for items.")
            .takes::<GeCreateBuyOrderRequest>()
            .refuses(&[404, 433, 437, 492, 498, 598]),
    )
    .post(
        "/my/{name}/action/grandexchange/cancel",
        cancel,
        action::<GeTransactionData>("Takes an order back.")
            .takes::<GeCancelRequest>()
            .refuses(&[404, 436, 438, 497, 498, 598]),
    )
}

async fn buy(call: Call, Body(request): Body<GeBuyRequest>) -> Answer {
    pieces(request.quantity)?;
    call.act(&Action::GeBuy { id: id(&request.id)?, quantity: request.quantity })
}

async fn fill(call: Call, Body(request): Body<GeFillRequest>) -> Answer {
    pieces(request.quantity)?;
    call.act(&Action::GeFill { id: id(&request.id)?, quantity: request.quantity })
}

async fn create_sell_order(call: Call, Body(request): Body<GeCreateSellOrderRequest>) -> Answer {
    let GeCreateSellOrderRequest { code, quantity, price } = request;
    let code = order(&code, quantity, price)?;
    call.act(&Action::GeCreateSellOrder { code, quantity, price })
}

async fn create_buy_order(call: Call, Body(request): Body<GeCreateBuyOrderRequest>) -> Answer {
    let GeCreateBuyOrderRequest { code, quantity, price } = request;
    let code = order(&code, quantity, price)?;
    call.act(&Action::GeCreateBuyOrder { code, quantity, price })
}

async fn cancel(call: Call, Body(request): Body<GeCancelRequest>) -> Answer {
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
