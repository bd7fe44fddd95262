//! What earlier runs of the program have seen of the accounts' characters, to be shown until the game tells how they are.

use std::collections::BTreeSet;

use game::AccountName;
use store::StoreError;

use crate::{board::CharacterView, character::show, ports::Ports};

/// The characters of the accounts that are `known` to be played, and of those that were last seen on this server, as many
/// as there are tokens of `unknown` accounts: to whom a token belongs only the game can tell.
///
/// # Errors
/// The database.
pub(super) async fn recall(
    ports: &Ports,
    game_url: &str,
    known: BTreeSet<AccountName>,
    unknown: usize,
) -> Result<Vec<CharacterView>, StoreError> {
    let mut accounts = ports.store.game_account_list().await?;
    accounts.retain(|account| account.base_url == game_url);
    accounts.sort_by_key(|account| std::cmp::Reverse(account.last_seen_at));
    let others = accounts.into_iter().map(|account| account.name).filter(|name| !known.contains(name));
    let names: BTreeSet<AccountName> = others.take(unknown).chain(known.clone()).collect();
    let mut views = Vec::new();
    for snapshot in ports.store.character_snapshot_list_latest().await? {
        let character = snapshot.character;
        if names.contains(&character.account) {
            let name = character.name.clone();
            // Without the journal nobody will play; that is not for a picture to say.
            let run = ports.journal.run(move |journal| journal.run(&name)).await.ok().flatten();
            views.push(show::as_seen(&character, snapshot.at, run.as_ref(), ports));
        }
    }
    Ok(views)
}
