//! Who may sign in: e-mail, password and token of every account (RULES §2). What an account owns is the world's business.

use std::collections::BTreeMap;

use api_types::Secret;
use game::AccountName;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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
}

impl Login {
    /// The demo account's: the token is given, and nobody receives its mail.
    pub(crate) fn demo(account: &AccountName, token: &str) -> Self {
        Self { email: format!("{account}@sandbox.invalid"), password_hash: None, token: Secret::new(token) }
    }

    /// A new account's, with a token that cannot be guessed.
    pub(crate) fn new(email: String, password_hash: String) -> Self {
        let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
        Self { email, password_hash: Some(password_hash), token: Secret::new(token) }
    }
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

    /// The account that a bearer token belongs to.
    pub(crate) fn by_token(&self, token: &str) -> Option<&AccountName> {
        self.0.iter().find(|(_, login)| login.token.expose() == token).map(|(account, _)| account)
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
