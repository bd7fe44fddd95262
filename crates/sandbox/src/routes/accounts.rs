//! Accounts: making one, and what everybody may see of its characters (RULES §2).

use api_types::{AccountDetails, AccountStatus, Character, CreateAccountRequest, Message};
use axum::extract::State;
use game::AccountName;

use super::my;
use crate::{
    Sandbox,
    accounts::Login,
    api::{Api, list_of, one, plain},
    password,
    request::{ApiError, Body, Json, Problems, Reply, Segments, data},
    wire,
};

pub(super) fn routes(api: Api) -> Api {
    api.tag("Accounts")
        .post(
            "/accounts/create",
            create,
            plain::<Message>("Opens an account.").takes::<CreateAccountRequest>().refuses(&[456, 457]),
        )
        .get("/accounts/{account}", show, one::<AccountDetails>("An account.").refuses(&[404]))
        .get(
            "/accounts/{account}/characters",
            characters,
            list_of::<Character>("The characters of an account."),
        )
}

async fn create(
    State(sandbox): State<Sandbox>,
    Body(request): Body<CreateAccountRequest>,
) -> Result<Json<Message>, ApiError> {
    let account = Problems::check(|problems| checked(&request, problems))?;
    let hash = password::hash(request.password.expose()).ok_or_else(|| ApiError::of(500))?;
    sandbox.change(|realm, now| {
        if realm.world.account(&account).is_some() {
            return Err(ApiError::of(456));
        }
        if realm.accounts.has_email(&request.email) {
            return Err(ApiError::of(457));
        }
        realm.world.create_account(account.clone(), now)?;
        realm.accounts.insert(account, Login::new(request.email, hash));
        Ok(())
    })?;
    Ok(Json(Message { message: "Account created.".to_owned() }))
}

fn checked(request: &CreateAccountRequest, problems: &mut Problems) -> Option<AccountName> {
    problems.length("username", request.username.len(), 6..=32);
    problems.password("password", &request.password);
    problems.email("email", &request.email);
    problems.parse("username", &request.username)
}

async fn show(State(sandbox): State<Sandbox>, Segments(account): Segments<String>) -> Reply<AccountDetails> {
    let now = sandbox.world_now();
    let realm = sandbox.realm();
    let missing = || ApiError::not_found("account");
    let name: AccountName = account.parse().map_err(|_| missing())?;
    let account = realm.world.account(&name).ok_or_else(missing)?;
    Ok(data(AccountDetails {
        member: account.is_member(now),
        status: AccountStatus::Standard,
        badges: account.badges.iter().cloned().collect(),
        skins: my::skins(&realm, &name),
        achievements_points: realm.world.achievements_points(&name),
        banned: false,
        ban_reason: None,
        username: name.into(),
    }))
}

/// An account that does not exist has no characters: the spec declares no 404 here.
async fn characters(
    State(sandbox): State<Sandbox>,
    Segments(account): Segments<String>,
) -> Reply<Vec<Character>> {
    let realm = sandbox.realm();
    let account: Option<AccountName> = account.parse().ok();
    let characters = account.map(|account| realm.world.characters(&account)).unwrap_or_default();
    Ok(data(characters.into_iter().map(|own| wire::character(own, sandbox.timescale())).collect()))
}
