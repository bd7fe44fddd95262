//! What one's characters did, the newest first (RULES §15).

use std::collections::BTreeSet;

use api_types::Log;
use axum::extract::State;
use game::{AccountName, CharacterName};

use crate::{
    Sandbox,
    api::{Api, page_of},
    request::{ApiError, LIVE, Owner, PageReply, Paging, Query, Segments, page},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("My characters")
        .get(
            "/my/logs",
            all,
            page_of::<Log>(LIVE, "What one's characters did.").for_owner().refuses(&[404, 498]),
        )
        .get(
            "/my/logs/{name}",
            of_character,
            page_of::<Log>(LIVE, "What a character did.").for_owner().refuses(&[404, 498]),
        )
}

async fn all(State(sandbox): State<Sandbox>, Owner(owner): Owner, query: Query) -> PageReply<Log> {
    list(&sandbox, &owner, None, query.paging(LIVE)?)
}

async fn of_character(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Segments(name): Segments<String>,
    query: Query,
) -> PageReply<Log> {
    let paging = query.paging(LIVE)?;
    let name: CharacterName = name.parse().map_err(|_| ApiError::of(498))?;
    if sandbox.realm().world.character(&name).is_none_or(|own| own.account != owner) {
        return Err(ApiError::of(498));
    }
    list(&sandbox, &owner, Some(&name), paging)
}

fn list(
    sandbox: &Sandbox,
    owner: &AccountName,
    name: Option<&CharacterName>,
    paging: Paging,
) -> PageReply<Log> {
    let realm = sandbox.realm();
    let mut seen = BTreeSet::new();
    // Every entry passes here, also those of other pages, so that the latest of each character is known.
    let entries = realm.world.logs(owner, name).map(|entry| {
        let is_latest = seen.insert(&entry.character);
        (entry, is_latest.then(|| realm.world.character(&entry.character)).flatten())
    });
    Ok(page(entries, paging, |(entry, latest)| wire::log(entry, latest, sandbox.data(), sandbox.timescale())))
}
