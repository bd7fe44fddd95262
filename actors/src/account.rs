//! An account: who plays in it, and the actors of its characters.
//!
//! `account/<name>` supervises `characters/<name>`, `roster/<name>` and `realtime/<name>`, rest_for_one: the roster fills
//! the characters, so it starts again whenever they come back empty.

mod error;
mod realtime;
mod recall;
pub mod registrar;
mod roster;
mod wishes;

use std::time::Duration;

use api_client::{CallError, Token};
use game::{AccountName, CharacterName};
use planner::Mind;
use supervisor::ChildId;

pub use error::AccountError;
pub use realtime::{Realtime, RealtimeMsg};
pub use registrar::{Registrar, RegistrarArgs, RegistrarMsg};
pub use roster::{Fetched, Roster, RosterArgs, RosterMsg};
pub use wishes::{AccountAnswer, AccountWish};

use crate::ports::Ports;

/// How often a token is tried that the game rejects: it is mended by people, who can ask for a try at once.
pub(crate) const RETRY_REJECTED: Duration = Duration::from_secs(300);

/// What the game says of a token that it rejects, and what is done about it; nothing when it said something else.
pub(crate) fn rejection(error: &CallError) -> Option<String> {
    let CallError::TokenRejected(refusal) = error else { return None };
    Some(rejected(&refusal.message))
}

/// That the game rejects a token, in its own words, and what is done about it.
pub(crate) fn rejected(words: &str) -> String {
    let minutes = RETRY_REJECTED.as_secs() / 60;
    format!("the game rejects the account's token ({words}); it is tried again every {minutes} minutes")
}

/// The id of an account's supervisor.
#[must_use]
pub fn account_id(account: &AccountName) -> ChildId {
    format!("account/{account}").into()
}

/// The id of the supervisor of an account's characters.
#[must_use]
pub fn characters_id(account: &AccountName) -> ChildId {
    format!("characters/{account}").into()
}

/// The id of an account's roster.
#[must_use]
pub fn roster_id(account: &AccountName) -> ChildId {
    format!("roster/{account}").into()
}

/// The id of the actor that hears what goes on in the game.
#[must_use]
pub fn realtime_id(account: &AccountName) -> ChildId {
    format!("realtime/{account}").into()
}

/// The id of a character's actor.
#[must_use]
pub fn character_id(account: &AccountName, character: &CharacterName) -> ChildId {
    format!("character/{account}/{character}").into()
}

/// The character whose actor has this id.
pub(crate) fn character_of(id: &str) -> Option<CharacterName> {
    id.rsplit('/').next()?.parse().ok()
}

/// What every actor of an account is handed.
#[derive(Clone)]
pub struct AccountArgs {
    /// Its name.
    pub account: AccountName,
    /// Its token.
    pub token: Token,
    /// What the actors share.
    pub ports: Ports,
    /// What characters do that were never told anything: given out in turn.
    pub first_minds: std::sync::Arc<[Mind]>,
}
