//! One's own account and characters.

use api_types::{AccountStatus, Character, MyAccountDetails, PendingItem};
use axum::extract::State;

use crate::{
    Sandbox,
    request::{ApiError, LIVE, Owner, PageReply, Query, Reply, data, page},
    wire,
};

pub(crate) async fn details(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<MyAccountDetails> {
    let realm = sandbox.realm();
    let (Some(account), Some(login)) = (realm.world.account(&owner), realm.accounts.get(&owner)) else {
        return Err(ApiError::not_found("account"));
    };
    Ok(data(MyAccountDetails {
        username: owner.to_string(),
        email: login.email.clone(),
        member: account.member,
        member_expiration: None,
        status: AccountStatus::Standard,
        badges: Vec::new(),
        skins: realm.world.rules().skins.iter().cloned().collect(),
        gems: account.gems,
        member_token: 0,
        achievements_points: realm.world.achievements_points(&owner),
        banned: false,
        ban_reason: None,
    }))
}

pub(crate) async fn characters(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Vec<Character>> {
    let realm = sandbox.realm();
    let characters = realm.world.characters(&owner).into_iter();
    Ok(data(characters.map(|own| wire::character(own, sandbox.timescale())).collect()))
}

/// What waits to be claimed, the oldest first.
pub(crate) async fn pending_items(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    query: Query,
) -> PageReply<PendingItem> {
    let paging = query.paging(LIVE)?;
    let realm = sandbox.realm();
    let waiting = realm.world.account(&owner).into_iter().flat_map(|account| account.pending.values());
    Ok(page(waiting, paging, |pending| wire::pending(pending, sandbox.timescale())))
}
