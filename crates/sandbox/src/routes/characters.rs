//! Characters: making and deleting one's own, seeing anybody's (RULES §2).

use api_types::{ActiveCharacter, Character, CharacterStats, CreateCharacterRequest, DeleteCharacterRequest};
use axum::extract::State;
use game::CharacterName;

use crate::{
    Sandbox,
    api::{Api, one, page_of},
    request::{ApiError, Body, LIVE, Owner, PageReply, Problems, Query, Reply, Segments, data, page},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Characters")
        .post(
            "/characters/create",
            create,
            one::<Character>("Creates a character.")
                .takes::<CreateCharacterRequest>()
                .for_owner()
                .refuses(&[404, 494, 495, 550]),
        )
        .post(
            "/characters/delete",
            delete,
            one::<Character>("Deletes a character.")
                .takes::<DeleteCharacterRequest>()
                .for_owner()
                .refuses(&[498]),
        )
        .get("/characters/active", active, page_of::<ActiveCharacter>(LIVE, "Characters that are online."))
        .get("/characters/{name}", show, one::<Character>("A character.").refuses(&[404]))
        .get(
            "/characters/{name}/stats",
            stats,
            one::<CharacterStats>("What a member's character has done so far.").refuses(&[404]),
        )
}

async fn create(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(request): Body<CreateCharacterRequest>,
) -> Reply<Character> {
    let name = checked(&request.name)?;
    let made = sandbox.change(|realm, now| realm.world.create_character(&owner, name, &request.skin, now))?;
    Ok(data(wire::character(&made, sandbox.timescale())))
}

async fn delete(
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

async fn show(State(sandbox): State<Sandbox>, Segments(name): Segments<String>) -> Reply<Character> {
    let realm = sandbox.realm();
    let name: Option<CharacterName> = name.parse().ok();
    let character = name.and_then(|name| realm.world.character(&name));
    let character = character.ok_or_else(|| ApiError::not_found("character"))?;
    Ok(data(wire::character(character, sandbox.timescale())))
}

/// Everybody's are counted, a member's are shown (RULES §11).
async fn stats(State(sandbox): State<Sandbox>, Segments(name): Segments<String>) -> Reply<CharacterStats> {
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let missing = || ApiError::not_found("character stats");
    let name: CharacterName = name.parse().map_err(|_| missing())?;
    let character = realm.world.character(&name).ok_or_else(missing)?;
    let account = realm.world.account(&character.account).filter(|account| account.is_member(now));
    let counted = account.ok_or_else(missing)?.statistics.get(&name).cloned().unwrap_or_default();
    Ok(data(CharacterStats {
        monsters_killed: counted.monsters_killed,
        resources_gathered: counted.resources_gathered,
        items_crafted: counted.items_crafted,
        action_counts: counted.action_counts,
        deaths: counted.deaths,
    }))
}

/// Whoever is in the world counts as online.
async fn active(State(sandbox): State<Sandbox>, query: Query) -> PageReply<ActiveCharacter> {
    let paging = query.paging(LIVE)?;
    let realm = sandbox.realm();
    Ok(page(wire::online(&realm.world), paging, |character| character))
}
