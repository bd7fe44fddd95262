//! `POST /my/{name}/action/…`: one route per action (RULES §4). [`payload`] reads the request, [`Call`] carries it out.

mod call;
mod payload;

use api_types::{
    SimpleItem,
    action::{
        bank::BankGoldRequest,
        equipment::{EquipRequest, UnequipRequest},
        fight::FightRequest,
        movement::MoveRequest,
        skill::CraftingRequest,
    },
};
use axum::{Router, response::Response, routing::post};
use game::Action;

use crate::{
    Sandbox,
    request::{ApiError, Body},
};
use call::Call;

type Answer = Result<Response, ApiError>;

/// The routes of all actions, to be nested under a character.
pub(super) fn router() -> Router<Sandbox> {
    Router::new()
        .route("/move", post(walk))
        .route("/transition", post(async |call: Call| call.act(&Action::Transition)))
        .route("/fight", post(fight))
        .route("/gathering", post(async |call: Call| call.act(&Action::Gathering)))
        .route("/crafting", post(crafting))
        .route("/rest", post(async |call: Call| call.act(&Action::Rest)))
        .route("/equip", post(equip))
        .route("/unequip", post(unequip))
        .route("/use", post(consume))
        .route("/bank/deposit/item", post(deposit_item))
        .route("/bank/withdraw/item", post(withdraw_item))
        .route("/bank/deposit/gold", post(deposit_gold))
        .route("/bank/withdraw/gold", post(withdraw_gold))
}

async fn walk(call: Call, Body(request): Body<MoveRequest>) -> Answer {
    let map_id = call.destination(payload::destination(&request)?)?;
    call.act(&Action::Move { map_id })
}

async fn fight(call: Call, Body(request): Body<Option<FightRequest>>) -> Answer {
    payload::fight(&request.unwrap_or_default())?;
    call.act(&Action::Fight)
}

async fn crafting(call: Call, Body(request): Body<CraftingRequest>) -> Answer {
    let item = payload::item(&SimpleItem::new(request.code, request.quantity))?;
    call.act(&Action::Crafting { code: item.code, quantity: item.quantity })
}

async fn equip(call: Call, Body(request): Body<Vec<EquipRequest>>) -> Answer {
    call.act(&Action::Equip { items: payload::equip(&request)? })
}

async fn unequip(call: Call, Body(request): Body<Vec<UnequipRequest>>) -> Answer {
    call.act(&Action::Unequip { items: payload::unequip(&request)? })
}

async fn consume(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::Use { code: item.code, quantity: item.quantity })
}

async fn deposit_item(call: Call, Body(request): Body<Vec<SimpleItem>>) -> Answer {
    call.act(&Action::DepositItem { items: payload::items(&request)? })
}

async fn withdraw_item(call: Call, Body(request): Body<Vec<SimpleItem>>) -> Answer {
    call.act(&Action::WithdrawItem { items: payload::items(&request)? })
}

async fn deposit_gold(call: Call, Body(request): Body<BankGoldRequest>) -> Answer {
    call.act(&Action::DepositGold { quantity: payload::gold(&request)? })
}

async fn withdraw_gold(call: Call, Body(request): Body<BankGoldRequest>) -> Answer {
    call.act(&Action::WithdrawGold { quantity: payload::gold(&request)? })
}
