//! Walking, taking a way, resting (RULES §4, §5).

use api_types::action::movement::{MoveRequest, MovementData, RestData, TransitionData};
use game::{
    Action,
    data::{GameMap, Transition},
};

use super::{Answer, action, call::Call, payload};
use crate::{api::Api, request::Body};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/move",
        walk,
        action::<MovementData<GameMap>>("Walks to a tile.")
            .takes::<MoveRequest>()
            .refuses(&[404, 490, 496, 498, 595, 596]),
    )
    .post(
        "/my/{name}/action/transition",
        transition,
        action::<TransitionData<GameMap, Transition>>("Takes the way that leads on from the tile.")
            .refuses(&[404, 478, 492, 496, 498]),
    )
    .post("/my/{name}/action/rest", rest, action::<RestData>("Rests until healthy.").refuses(&[498]))
}

async fn walk(call: Call, Body(request): Body<MoveRequest>) -> Answer {
    let map_id = call.destination(payload::destination(&request)?)?;
    call.act(&Action::Move { map_id })
}

async fn transition(call: Call) -> Answer {
    call.act(&Action::Transition)
}

async fn rest(call: Call) -> Answer {
    call.act(&Action::Rest)
}
