//! Characters: making and deleting one's own, seeing anybody's (RULES §2).

use api_types::{ActiveCharacter, Character, CreateCharacterRequest, DeleteCharacterRequest, MapLayer};
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
    let characters = realm.world.accounts().flat_map(|(account, _)| realm.world.characters(account));
    Ok(page(characters, paging, active_character))
}

fn active_character(character: &game::Character) -> ActiveCharacter {
    ActiveCharacter {
        name: character.name.to_string(),
        account: character.account.to_string(),
        skin: character.skin.clone(),
        x: character.position.x,
        y: character.position.y,
        layer: MapLayer::from(character.position.layer.as_str()),
        map_id: character.map_id.0,
    }
}
