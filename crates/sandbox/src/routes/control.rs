//! The sandbox's own endpoints, which the game does not have. Those of its faults are in `faults`.

use api_types::{Data, Message};
use axum::extract::State;
use serde::{Deserialize, Serialize};

use crate::{
    Sandbox,
    request::{ApiError, Body, Json, Owner, Segments, data},
    stats::Stats,
};

/// `GET /sandbox/control/stats`: what was asked and answered since the start.
pub(crate) async fn stats(State(sandbox): State<Sandbox>) -> Json<Data<Stats>> {
    data(sandbox.stats().clone())
}

/// Settings of an account; what is not named stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountSettings {
    /// A member without ever paying.
    #[serde(default)]
    member: Option<bool>,
    /// Gems.
    #[serde(default)]
    gems: Option<u32>,
    /// Member tokens.
    #[serde(default)]
    member_tokens: Option<u32>,
}

/// `POST /sandbox/control/account`: settings of one's own account.
pub(crate) async fn set_account(
    State(sandbox): State<Sandbox>,
    Owner(owner): Owner,
    Body(settings): Body<AccountSettings>,
) -> Result<Json<Message>, ApiError> {
    let AccountSettings { member, gems, member_tokens } = settings;
    sandbox.change(|realm, now| realm.world.set_account(&owner, member, gems, member_tokens, now))?;
    Ok(said("The account is set."))
}

/// A mail that this server would have sent.
#[derive(Serialize)]
pub(crate) struct Mail {
    to: String,
    /// Replaces a forgotten password at `POST /accounts/reset_password`.
    reset_token: String,
    expires_at: api_types::Timestamp,
}

/// `GET /sandbox/control/mail`: what was mailed to those who forgot their password, the latest of each.
pub(crate) async fn mail(State(sandbox): State<Sandbox>) -> Json<Data<Vec<Mail>>> {
    let realm = sandbox.realm();
    let mail = realm.accounts.mail().map(|(to, reset)| Mail {
        to: to.to_owned(),
        reset_token: reset.token.expose().to_owned(),
        expires_at: reset.expires_at.into(),
    });
    data(mail.collect())
}

/// `GET /sandbox/control/checkout/{id}`: pays for what was ordered, without money.
pub(crate) async fn pay(
    State(sandbox): State<Sandbox>,
    Segments(id): Segments<String>,
) -> Result<Json<Message>, ApiError> {
    sandbox.change(|realm, now| realm.world.pay(&id, now))?;
    Ok(said("Paid, without any money."))
}

fn said(text: &str) -> Json<Message> {
    Json(Message { message: text.to_owned() })
}
