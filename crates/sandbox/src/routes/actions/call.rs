//! Who is told to act, and the acting itself.

use axum::{
    extract::FromRequestParts,
    response::{IntoResponse, Response},
};
use game::{AccountName, Action, Character, CharacterName, MapId, data::Position};
use http::request::Parts;
use serde::Deserialize;

use super::payload::Destination;
use crate::{
    Sandbox,
    request::{ApiError, Owner, Segments, data, in_real_time},
    wire,
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
        let (from, outcome) = self.sandbox.change(|realm, now| {
            let from = realm.world.character(&name).map(|before| before.map_id);
            let outcome = realm.world.act(&self.owner, &name, action, now);
            outcome.map(|outcome| (from, outcome)).map_err(|refusal| in_real_time(refusal, now, timescale))
        })?;
        self.sandbox.stats().count_action(name.as_str(), action.reason());
        Ok(data(wire::reply(&outcome, from, self.sandbox.data(), timescale)).into_response())
    }

    /// The tile that a move means: a place is on the layer of the character.
    pub(super) fn destination(&self, destination: Destination) -> Result<MapId, ApiError> {
        let (x, y) = match destination {
            Destination::Map(map_id) => return Ok(map_id),
            Destination::Place(x, y) => (x, y),
        };
        let name = self.character()?;
        let realm = self.sandbox.realm();
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
