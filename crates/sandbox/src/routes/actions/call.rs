//! Who is told to act, and the acting itself.

use std::borrow::Cow;

use axum::{
    extract::FromRequestParts,
    response::{IntoResponse, Response},
};
use game::{AccountName, Action, Character, CharacterName, Detail, MapId, data::Position};
use http::request::Parts;
use serde::Deserialize;

use super::payload::Destination;
use crate::{
    Sandbox,
    request::{ApiError, Owner, Segments, data, in_real_time},
    wire::{self, Passage},
};

/// A call of an account for one of its characters.
pub(super) struct Call {
    sandbox: Sandbox,
    owner: AccountName,
    name: String,
}

/// The part of the path that says who acts.
#[derive(Deserialize)]
struct Who {
    name: String,
}

impl FromRequestParts<Sandbox> for Call {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Sandbox) -> Result<Self, ApiError> {
        let Owner(owner) = Owner::from_request_parts(parts, sandbox).await?;
        let Segments(Who { name }) = Segments::from_request_parts(parts, sandbox).await?;
        Ok(Self { sandbox: sandbox.clone(), owner, name })
    }
}

impl Call {
    /// Carries out the action, and answers with what came of it.
    pub(super) fn act(&self, action: &Action) -> Result<Response, ApiError> {
        let name = self.character()?;
        let timescale = self.sandbox.timescale();
        let (passage, outcome) = self.sandbox.change(|realm, now| {
            let world = &mut realm.world;
            let mut passage = Passage::default();
            if *action == Action::Transition {
                let here = world.character(&name).and_then(|before| world.tile(before.map_id));
                passage.transition = here.and_then(|here| here.interactions.transition.clone());
            }
            let outcome = world.act(&self.owner, &name, action, now);
            let outcome = outcome.map_err(|refusal| in_real_time(refusal, now, timescale))?;
            if let Detail::Moved { map_id, .. } | Detail::Transitioned { map_id } = outcome.detail {
                passage.destination = world.tile(map_id).map(Cow::into_owned);
            }
            Ok::<_, ApiError>((passage, outcome))
        })?;
        self.sandbox.stats().count_action(name.as_str(), action.reason());
        Ok(data(wire::reply(&outcome, &passage, self.sandbox.data(), timescale)).into_response())
    }

    /// The tile that a move means: a place is on the layer of the character.
    pub(super) fn destination(&self, destination: Destination) -> Result<MapId, ApiError> {
        let (x, y) = match destination {
            Destination::Map(map_id) => return Ok(map_id),
            Destination::Place(x, y) => (x, y),
        };
        let name = self.character()?;
        let realm = self.sandbox.resting();
        let own = |character: &&Character| character.account == self.owner;
        let character = realm.world.character(&name).filter(own).ok_or_else(|| ApiError::of(498))?;
        let place = Position { x, y, ..character.position };
        let tile = self.sandbox.data().maps.at(place).ok_or_else(|| ApiError::not_found("Map"))?;
        Ok(tile.map_id)
    }

    fn character(&self) -> Result<CharacterName, ApiError> {
        self.name.parse().map_err(|_| ApiError::of(498))
    }
}
