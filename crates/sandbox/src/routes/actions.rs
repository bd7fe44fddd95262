//! `POST /my/{name}/action/…`: one route per action (RULES §4). [`payload`] reads the request, [`Call`] carries it out.

mod call;
mod exchange;
mod payload;

use api_types::{
    SimpleItem,
    action::{
        bank::BankGoldRequest,
        equipment::{EquipRequest, UnequipRequest},
        fight::FightRequest,
        give::{GiveGoldRequest, GiveItemsRequest},
        identity::{ChangeSkinRequest, RenameRequest},
        movement::MoveRequest,
        skill::{CraftingRequest, RecyclingRequest},
    },
};
use axum::{Router, response::Response, routing::post};
use game::Action;
use serde::Deserialize;

use crate::{
    Sandbox,
    request::{ApiError, Body, Segments},
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
        .route("/bank/buy_expansion", post(async |call: Call| call.act(&Action::BuyBankExpansion)))
        .route("/recycling", post(recycling))
        .route("/npc/buy", post(buy_npc))
        .route("/npc/sell", post(sell_npc))
        .route("/task/new", post(async |call: Call| call.act(&Action::TaskNew)))
        .route("/task/trade", post(task_trade))
        .route("/task/complete", post(async |call: Call| call.act(&Action::TaskComplete)))
        .route("/task/cancel", post(async |call: Call| call.act(&Action::TaskCancel)))
        .route("/task/exchange", post(async |call: Call| call.act(&Action::TaskExchange)))
        .route("/claim_item/{id}", post(claim))
        .route("/grandexchange/buy", post(exchange::buy))
        .route("/grandexchange/fill", post(exchange::fill))
        .route("/grandexchange/create_sell_order", post(exchange::create_sell_order))
        .route("/grandexchange/create_buy_order", post(exchange::create_buy_order))
        .route("/grandexchange/cancel", post(exchange::cancel))
        .route("/change_skin", post(change_skin))
        .route("/rename", post(rename))
        .route("/delete", post(delete))
        .route("/give/gold", post(give_gold))
        .route("/give/item", post(give_item))
}

async fn walk(call: Call, Body(request): Body<MoveRequest>) -> Answer {
    let map_id = call.destination(payload::destination(&request)?)?;
    call.act(&Action::Move { map_id })
}

async fn fight(call: Call, Body(request): Body<Option<FightRequest>>) -> Answer {
    let participants = payload::participants(&request.unwrap_or_default())?;
    call.act(&if participants.is_empty() { Action::Fight } else { Action::MultiFight { participants } })
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

async fn recycling(call: Call, Body(request): Body<RecyclingRequest>) -> Answer {
    let item = payload::item(&SimpleItem::new(request.code, request.quantity))?;
    call.act(&Action::Recycling { code: item.code, quantity: item.quantity, enhanced: request.enhanced })
}

async fn delete(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::DeleteItem { code: item.code, quantity: item.quantity })
}

async fn give_gold(call: Call, Body(request): Body<GiveGoldRequest>) -> Answer {
    let (quantity, character) = payload::given_gold(&request)?;
    call.act(&Action::GiveGold { quantity, character })
}

async fn give_item(call: Call, Body(request): Body<GiveItemsRequest>) -> Answer {
    let (items, character) = payload::given_items(&request)?;
    call.act(&Action::GiveItem { items, character })
}

async fn buy_npc(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::BuyNpc { code: item.code, quantity: item.quantity })
}

async fn sell_npc(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::SellNpc { code: item.code, quantity: item.quantity })
}

async fn task_trade(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::TaskTrade { code: item.code, quantity: item.quantity })
}

/// The part of the path that says what is claimed.
#[derive(Deserialize)]
struct Claimed {
    id: String,
}

async fn claim(call: Call, Segments(Claimed { id }): Segments<Claimed>) -> Answer {
    let id = id.parse().map_err(|_| ApiError::not_found("pending item"))?;
    call.act(&Action::ClaimItem { id })
}

async fn change_skin(call: Call, Body(request): Body<ChangeSkinRequest>) -> Answer {
    call.act(&Action::ChangeSkin { skin: request.skin })
}

async fn rename(call: Call, Body(request): Body<RenameRequest>) -> Answer {
    call.act(&Action::Rename { name: payload::name(&request)? })
}
