//! What earns xp: fighting, gathering, crafting, recycling (RULES §6, §7).

use api_types::{
    SimpleItem,
    action::{
        fight::{FightData, FightRequest},
        skill::{CraftingRequest, RecyclingData, RecyclingRequest, SkillData},
    },
};
use game::Action;

use super::{Answer, action, call::Call, payload};
use crate::{api::Api, request::Body};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/fight",
        fight,
        action::<FightData>("Fights the monster of the tile.")
            .may_take::<FightRequest>()
            .refuses(&[497, 498, 567, 598]),
    )
    .post(
        "/my/{name}/action/gathering",
        gather,
        action::<SkillData>("Gathers the resource of the tile.").refuses(&[493, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/crafting",
        craft,
        action::<SkillData>("Crafts at the workshop of the tile.")
            .takes::<CraftingRequest>()
            .refuses(&[404, 478, 493, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/recycling",
        recycle,
        action::<RecyclingData>("Takes items apart at the workshop of the tile.")
            .takes::<RecyclingRequest>()
            .refuses(&[404, 473, 478, 492, 493, 497, 498, 598]),
    )
}

async fn fight(call: Call, Body(request): Body<Option<FightRequest>>) -> Answer {
    let participants = payload::participants(&request.unwrap_or_default())?;
    call.act(&if participants.is_empty() { Action::Fight } else { Action::MultiFight { participants } })
}

async fn gather(call: Call) -> Answer {
    call.act(&Action::Gathering)
}

async fn craft(call: Call, Body(request): Body<CraftingRequest>) -> Answer {
    let item = payload::item(&SimpleItem::new(request.code, request.quantity))?;
    call.act(&Action::Crafting { code: item.code, quantity: item.quantity })
}

async fn recycle(call: Call, Body(request): Body<RecyclingRequest>) -> Answer {
    let item = payload::item(&SimpleItem::new(request.code, request.quantity))?;
    call.act(&Action::Recycling { code: item.code, quantity: item.quantity, enhanced: request.enhanced })
}
