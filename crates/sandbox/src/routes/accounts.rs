//! Accounts: making one, and what everybody may see of its characters (RULES §2).

use api_types::{Character, CreateAccountRequest, Message};
use axum::{Json, extract::State};
use game::AccountName;

use crate::{
    Sandbox,
    accounts::Login,
    password,
    request::{ApiError, Body, Problems, Reply, Segments, data},
    wire,
};

pub(crate) async fn create(
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
    problems.length("password", request.password.expose().chars().count(), 5..=50);
    if request.password.expose().contains(char::is_whitespace) {
        problems.add("password", "Input should have no white space.");
    }
    let is_address =
        request.email.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
    if !is_address {
        problems.add("email", "Input should be an e-mail address.");
    }
    problems.parse("username", &request.username)
}

/// An account that does not exist has no characters: the spec declares no 404 here.
pub(crate) async fn characters(
    State(sandbox): State<Sandbox>,
    Segments(account): Segments<String>,
) -> Reply<Vec<Character>> {
    let realm = sandbox.realm();
    let account: Option<AccountName> = account.parse().ok();
    let characters = account.map(|account| realm.world.characters(&account)).unwrap_or_default();
    Ok(data(characters.into_iter().map(|own| wire::character(own, sandbox.timescale())).collect()))
}
