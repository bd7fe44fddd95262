//! Password hashes (argon2id): people may use a real password even here, so the state file must not hold it.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};

use crate::accounts::Login;

/// Hashes a password with a salt of its own; `None` when the system has no randomness to give.
pub(crate) fn hash(password: &str) -> Option<String> {
    Argon2::default().hash_password(password.as_bytes()).ok().map(|hash| hash.to_string())
}

/// Whether a password is that of a login.
pub(crate) fn is_of(login: &Login, password: &str) -> bool {
    match &login.password_hash {
        Some(hash) => PasswordHash::new(hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()),
        None => password == login.token.expose(),
    }
}
