//! The account that is there from the start, so that a new user sees something happen.

use game::AccountName;
use jiff::Timestamp;

use crate::{Demo, SandboxError, accounts::Login, sandbox::Realm};

/// Makes what is missing of the demo account; what is there stays as it is, but its token is the one configured now.
pub(crate) fn seed(realm: &mut Realm, demo: &Demo, now: Timestamp) -> Result<(), SandboxError> {
    let account: AccountName = demo.account.parse().map_err(|error| refused(&demo.account, &error))?;
    if realm.world.account(&account).is_none() {
        realm.world.create_account(account.clone(), now).map_err(|error| refused(&demo.account, &error))?;
    }
    realm.accounts.insert(account.clone(), Login::demo(&account, &demo.token));
    for (name, skin) in &demo.characters {
        let character = name.parse().map_err(|error| refused(name, &error))?;
        if realm.world.character(&character).is_some_and(|own| own.account == account) {
            continue;
        }
        realm
            .world
            .create_character(&account, character, skin, now)
            .map_err(|error| refused(name, &error))?;
    }
    Ok(())
}

fn refused(name: &str, reason: &dyn std::error::Error) -> SandboxError {
    SandboxError::Demo { name: name.to_owned(), reason: reason.to_string() }
}
