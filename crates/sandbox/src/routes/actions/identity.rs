//! Changing a character's skin and name (RULES §2). The API declares no 498 of these two: nobody's character is a 404.

use api_types::action::identity::{ChangeSkinData, ChangeSkinRequest, RenameData, RenameRequest};
use game::Action;

use super::{Answer, action, call::Call, payload};
use crate::{
    api::Api,
    request::{ApiError, Body},
};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/change_skin",
        change_skin,
        action::<ChangeSkinData>("Changes the skin.").takes::<ChangeSkinRequest>().refuses(&[404, 550]),
    )
    .post(
        "/my/{name}/action/rename",
        rename,
        action::<RenameData>("Takes another name.").takes::<RenameRequest>().refuses(&[404, 451, 494]),
    )
}

async fn change_skin(call: Call, Body(request): Body<ChangeSkinRequest>) -> Answer {
    call.act(&Action::ChangeSkin { skin: request.skin }).map_err(declared)
}

async fn rename(call: Call, Body(request): Body<RenameRequest>) -> Answer {
    call.act(&Action::Rename { name: payload::name(&request)? }).map_err(declared)
}

fn declared(error: ApiError) -> ApiError {
    if error.code() == 498 { ApiError::not_found("Character") } else { error }
}
