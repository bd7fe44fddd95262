//! Wearing, using and destroying what is carried, and claiming what waits (RULES §8, §9).

use api_types::{
    SimpleItem,
    action::{
        equipment::{EquipRequest, EquipmentData, UnequipRequest},
        item::{ClaimPendingItemData, DeleteItemData, UseItemData},
    },
};
use game::{Action, data::Item};
use serde::Deserialize;

use super::{Answer, action, call::Call, payload};
use crate::{
    api::Api,
    request::{ApiError, Body, Segments},
};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/equip",
        equip,
        action::<EquipmentData<Item>>("Puts items on.")
            .takes_list::<EquipRequest>()
            .refuses(&[404, 478, 483, 484, 485, 491, 496, 497, 498]),
    )
    .post(
        "/my/{name}/action/unequip",
        unequip,
        action::<EquipmentData<Item>>("Takes items off.")
            .takes_list::<UnequipRequest>()
            .refuses(&[404, 478, 483, 491, 497, 498]),
    )
    .post(
        "/my/{name}/action/use",
        consume,
        action::<UseItemData<Item>>("Uses a consumable.")
            .takes::<SimpleItem>()
            .refuses(&[404, 476, 478, 496, 498]),
    )
    .post(
        "/my/{name}/action/delete",
        delete,
        action::<DeleteItemData>("Destroys items.").takes::<SimpleItem>().refuses(&[478, 498]),
    )
    .post(
        "/my/{name}/action/claim_item/{id}",
        claim,
        action::<ClaimPendingItemData>("Claims what waits for the account.").refuses(&[404, 497, 498]),
    )
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

async fn delete(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::DeleteItem { code: item.code, quantity: item.quantity })
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
