//! Characters: making and deleting one's own, seeing anybody's (RULES §2).

use api_types::{ActiveCharacter, Character, CreateCharacterRequest, DeleteCharacterRequest};
use axum::extract::State;
use game::CharacterName;

use crate::{
    Sandbox,
    request::{ApiError, Body, LIVE, Owner, PageReply, Problems, Query, Reply, Segments, data, page},
    wire,
};

pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<CreateCharacterRequest>,
) -> Reply<Character> {
    let name = checked(&request.name)?;
    let made = sandbox.change(|realm, now| realm.world.create_character(&owner, name, &request.skin, now))?;
    Ok(data(wire::character(&made, sandbox.timescale())))
}

pub(crate) async fn delete(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<DeleteCharacterRequest>,
) -> Reply<Character> {
    let name = checked(&request.name)?;
    let deleted = sandbox.change(|realm, now| realm.world.delete_character(&owner, &name, now))?;
    Ok(data(wire::character(&deleted, sandbox.timescale())))
}

fn checked(name: &str) -> Result<CharacterName, ApiError> {
    Problems::check(|problems| {
        problems.length("name", name.len(), 3..=12);
        problems.parse("name", name)
    })
}

pub(crate) async fn show(
    State(sandbox): State<Sandbox>,
    Segments(name): Segments<String>,
) -> Reply<Character> {
    let realm = sandbox.realm();
    let name: Option<CharacterName> = name.parse().ok();
    let character = name.and_then(|name| realm.world.character(&name));
    let character = character.ok_or_else(|| ApiError::not_found("character"))?;
    Ok(data(wire::character(character, sandbox.timescale())))
}

/// Whoever is in the world counts as online.
pub(crate) async fn active(State(sandbox): State<Sandbox>, query: Query) -> PageReply<ActiveCharacter> {
    let paging = query.paging(LIVE)?;
    let realm = sandbox.realm();
    Ok(page(wire::online(&realm.world), paging, |character| character))
}
