//! One's own account and characters.

use api_types::{AccountStatus, Character, MyAccountDetails};
use axum::extract::State;

use crate::{
    Sandbox,
    request::{ApiError, Owner, Reply, data},
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
        // What only members have (the WebSocket, simulations) is not part of this server.
        member: false,
        member_expiration: None,
        status: AccountStatus::Standard,
        badges: Vec::new(),
        skins: realm.world.rules().skins.iter().cloned().collect(),
        gems: account.gems,
        member_token: 0,
        achievements_points: 0,
        banned: false,
        ban_reason: None,
    }))
}

pub(crate) async fn characters(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Vec<Character>> {
    let realm = sandbox.realm();
    let characters = realm.world.characters(&owner).into_iter();
    Ok(data(characters.map(|own| wire::character(own, sandbox.timescale())).collect()))
}
