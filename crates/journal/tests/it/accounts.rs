//! Accounts that were added, and what was spent of the rate budget, outlive restarts.

use journal::{AddedAccount, Journal, SealedToken, Spent};

use crate::fixtures::at;

fn added(name: &str, token: &str) -> AddedAccount {
    let token = SealedToken(token.to_owned());
    AddedAccount { name: name.parse().unwrap(), token, added_at: at(1) }
}

#[test]
fn an_added_account_is_kept_until_it_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.redb");
    let journal = Journal::open(&path).unwrap();
    for account in [added("one", "sealed"), added("two", "sealed"), added("two", "mended")] {
        journal.account_put(&account).unwrap();
    }
    drop(journal);
    let journal = Journal::open(&path).unwrap();
    assert_eq!(journal.accounts().unwrap(), [added("one", "sealed"), added("two", "mended")]);
    journal.account_remove(&"one".parse().unwrap()).unwrap();
    assert_eq!(journal.accounts().unwrap(), [added("two", "mended")]);
}

#[test]
fn even_a_sealed_token_is_not_printed() {
    assert!(!format!("{:?}", added("one", "canary")).contains("canary"));
}

#[test]
fn what_was_spent_is_kept_by_the_minute_and_forgotten_when_it_is_old() {
    let journal = Journal::in_memory().unwrap();
    let spent =
        |requests| vec![Spent { bucket: "action".to_owned(), account: "one".parse().unwrap(), requests }];
    journal.spent_put(&[(10, spent(1)), (11, spent(2))], 0).unwrap();
    journal.spent_put(&[(11, spent(3)), (12, spent(4))], 11).unwrap();
    assert_eq!(journal.spent_since(0).unwrap(), [(11, spent(3)), (12, spent(4))]);
    assert_eq!(journal.spent_since(12).unwrap(), [(12, spent(4))]);
}
