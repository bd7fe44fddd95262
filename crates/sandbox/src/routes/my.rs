//! One's own account and characters.

use api_types::{AccountStatus, Character, MyAccountDetails, PendingItem};
use axum::extract::State;
use game::AccountName;

use crate::{
    Sandbox,
    api::{Api, list_of, one, page_of},
    request::{ApiError, LIVE, Owner, PageReply, Query, Reply, data, page},
    sandbox::Realm,
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("My account")
        .get("/my/details", details, one::<MyAccountDetails>("One's own account.").for_owner())
        .get(
            "/my/pending_items",
            pending_items,
            page_of::<PendingItem>(LIVE, "What waits to be claimed.").for_owner(),
        )
        .tag("My characters")
        .get("/my/characters", characters, list_of::<Character>("One's own characters.").for_owner())
}

async fn details(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<MyAccountDetails> {
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let (Some(account), Some(login)) = (realm.world.account(&owner), realm.accounts.get(&owner)) else {
        return Err(ApiError::not_found("account"));
    };
    Ok(data(MyAccountDetails {
        username: owner.to_string(),
        email: login.email.clone(),
        member: account.is_member(now),
        member_expiration: account
            .subscription(now)
            .map(|running| sandbox.timescale().real_at(running.period_end).into()),
        status: AccountStatus::Standard,
        badges: account.badges.iter().cloned().collect(),
        skins: skins(&realm, &owner),
        gems: account.gems,
        member_token: account.member_tokens,
        achievements_points: realm.world.achievements_points(&owner),
        banned: false,
        ban_reason: None,
    }))
}

/// The skins of an account: those that everybody has, and its own.
pub(super) fn skins(realm: &Realm, account: &AccountName) -> Vec<String> {
    let own = realm.world.account(account).into_iter().flat_map(|account| &account.skins);
    realm.world.rules().skins.iter().chain(own).cloned().collect()
}

async fn characters(State(sandbox): State<Sandbox>, Owner(owner): Owner) -> Reply<Vec<Character>> {
    let realm = sandbox.realm();
    let characters = realm.world.characters(&owner).into_iter();
    Ok(data(characters.map(|own| wire::character(own, sandbox.timescale())).collect()))
}

/// What waits to be claimed, the oldest first.
async fn pending_items(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    query: Query,
) -> PageReply<PendingItem> {
    let paging = query.paging(LIVE)?;
    let realm = sandbox.realm();
    let waiting = realm.world.account(&owner).into_iter().flat_map(|account| account.pending.values());
    Ok(page(waiting, paging, |pending| wire::pending(pending, sandbox.timescale())))
}
