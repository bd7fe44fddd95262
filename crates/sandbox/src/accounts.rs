//! Who may sign in: e-mail, password and token of every account (RULES §2). What an account owns is the world's business.

use std::collections::BTreeMap;

use api_types::Secret;
use game::AccountName;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a forgotten password can be replaced with the token that was mailed.
const RESET_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// Tokens that an account had before, and that are told from those that never were.
const EXPIRED_TOKENS: usize = 10;

/// All accounts, as the state file keeps them.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Accounts(BTreeMap<AccountName, Login>);

/// How an account signs in.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Login {
    /// Unique, compared without regard to case.
    pub(crate) email: String,
    /// Hash of the password; the demo account has none, its token is its password.
    pub(crate) password_hash: Option<String>,
    /// The bearer token.
    pub(crate) token: Secret,
    /// The bearer tokens before it, the latest first.
    #[serde(default)]
    expired: Vec<Secret>,
    /// The latest token to replace a forgotten password with.
    #[serde(default)]
    pub(crate) reset: Option<PasswordReset>,
}

/// What was mailed to somebody who forgot the password.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PasswordReset {
    /// The token.
    pub(crate) token: Secret,
    /// When it expires.
    pub(crate) expires_at: Timestamp,
    /// Whether it was used.
    pub(crate) used: bool,
}

impl Login {
    /// The demo account's: the token is given, and nobody receives its mail.
    pub(crate) fn demo(account: &AccountName, token: &str) -> Self {
        Self {
            email: format!("{account}@sandbox.invalid"),
            password_hash: None,
            token: Secret::new(token),
            expired: Vec::new(),
            reset: None,
        }
    }

    /// A new account's.
    pub(crate) fn new(email: String, password_hash: String) -> Self {
        let password_hash = Some(password_hash);
        Self { email, password_hash, token: unguessable(), expired: Vec::new(), reset: None }
    }

    /// Takes another password, which ends the token (RULES §2).
    pub(crate) fn change_password(&mut self, password_hash: String) {
        self.password_hash = Some(password_hash);
        self.expired.insert(0, std::mem::replace(&mut self.token, unguessable()));
        self.expired.truncate(EXPIRED_TOKENS);
    }

    /// Has forgotten the password: the token of a mail that says how to replace it.
    pub(crate) fn forget(&mut self, now: Timestamp) {
        let expires_at = now.saturating_add(RESET_WITHIN).unwrap_or(Timestamp::MAX);
        self.reset = Some(PasswordReset { token: unguessable(), expires_at, used: false });
    }
}

fn unguessable() -> Secret {
    Secret::new(format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple()))
}

impl Accounts {
    /// Adds an account, or replaces how it signs in.
    pub(crate) fn insert(&mut self, account: AccountName, login: Login) {
        self.0.insert(account, login);
    }

    /// How an account signs in.
    pub(crate) fn get(&self, account: &AccountName) -> Option<&Login> {
        self.0.get(account)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, account: &AccountName) -> Option<&mut Login> {
        self.0.get_mut(account)
    }

    /// Everybody's.
    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut Login> {
        self.0.values_mut()
    }

    /// Everybody's mail that is worth reading: who may replace a forgotten password, and with what.
    pub(crate) fn mail(&self) -> impl Iterator<Item = (&str, &PasswordReset)> {
        self.0.values().filter_map(|login| Some((login.email.as_str(), login.reset.as_ref()?)))
    }

    /// The account that a bearer token belongs to.
    pub(crate) fn by_token(&self, token: &str) -> Option<&AccountName> {
        self.0.iter().find(|(_, login)| login.token.expose() == token).map(|(account, _)| account)
    }

    /// Whether a bearer token was good until its account took another password.
    pub(crate) fn is_expired(&self, token: &str) -> bool {
        self.0.values().flat_map(|login| &login.expired).any(|expired| expired.expose() == token)
    }

    /// The login that somebody means who signs in with an e-mail address or an account name.
    pub(crate) fn by_user(&self, user: &str) -> Option<&Login> {
        let named = |(account, login): &(&AccountName, &Login)| {
            account.as_str() == user || login.email.eq_ignore_ascii_case(user)
        };
        self.0.iter().find(named).map(|(_, login)| login)
    }

    /// Whether an e-mail address is taken.
    pub(crate) fn has_email(&self, email: &str) -> bool {
        self.0.values().any(|login| login.email.eq_ignore_ascii_case(email))
    }
}
