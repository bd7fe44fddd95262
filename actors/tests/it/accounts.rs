//! Several accounts in one program: added, mended and removed while it runs, and one's trouble is not another's.

use actors::{
    account::AccountError,
    board::{AccountOrigin, AccountState, AccountView, AutomationStatus},
};
use game::{AccountName, Action, CharacterName};
use journal::SealedToken;
use planner::{Mind, Order};
use serde_json::json;
use test_support::company::{Fault, Setup, TestCompany};

use crate::script::{MINUTE, PATIENCE, SECOND, acts, at_work, everybody_acts};

fn name(name: &str) -> AccountName {
    name.parse().expect("a valid name")
}

fn add(company: &TestCompany, token: &str) -> Result<AccountName, AccountError> {
    company.block_on(company.company().add_account(token.into()))
}

fn mend(company: &TestCompany, account: &str, token: &str) -> Result<(), AccountError> {
    company.block_on(company.company().mend_account(&name(account), token.into()))
}

fn remove(company: &TestCompany, account: &str) -> Result<(), AccountError> {
    company.block_on(company.company().remove_account(&name(account)))
}

fn account(company: &TestCompany, account: &str) -> Option<AccountView> {
    company.health().accounts.into_iter().find(|view| view.name == Some(name(account)))
}

fn is(company: &TestCompany, account: &str, state: AccountState) -> bool {
    self::account(company, account).is_some_and(|view| view.state == state)
}

/// Lets a character gather for ever.
fn gathers(company: &TestCompany, character: &str) {
    company.run_until(MINUTE, "the character is read", |company| company.character(character).is_some());
    company.run_for(5 * SECOND);
    let mind = Mind::new("gathering", json!({ "skill": "mining" })).expect("a valid configuration");
    let character: CharacterName = character.parse().expect("a valid name");
    company.block_on(company.company().start_automation(&character, mind)).expect("it starts");
}

/// A company with a second account, added while it runs, in which Zoe gathers.
fn with_another() -> (TestCompany, String) {
    let company = at_work();
    let token = company.open_account("another", &["Zoe", "Yan"]);
    assert_eq!(add(&company, &token).expect("it is added"), name("another"));
    gathers(&company, "Zoe");
    acts(&company, "Zoe", PATIENCE);
    (company, token)
}

#[test]
fn an_account_is_added_while_the_others_play_and_stays_after_a_restart() {
    let (mut company, _) = with_another();
    let added = account(&company, "another").unwrap();
    assert_eq!((added.state, added.origin), (AccountState::Ok, AccountOrigin::Added));
    assert_eq!(added.characters.len(), 2);
    assert_eq!(account(&company, "demo").unwrap().origin, AccountOrigin::Option);
    company.crash();
    acts(&company, "Zoe", PATIENCE);
    everybody_acts(&company, PATIENCE);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_fall_of_the_registrar_changes_nothing_for_those_who_play() {
    let (company, _) = with_another();
    company.take_away("registrar");
    company.bring_back("registrar");
    acts(&company, "Zoe", PATIENCE);
    everybody_acts(&company, PATIENCE);
    assert!(is(&company, "another", AccountState::Ok) && is(&company, "demo", AccountState::Ok));
}

#[test]
fn what_cannot_be_added_is_told_with_what_is_wrong() {
    let (company, token) = with_another();
    assert!(matches!(add(&company, "no token"), Err(AccountError::NoToken(_))));
    let rejected = add(&company, "nobodys").unwrap_err();
    assert!(
        matches!(&rejected, AccountError::Rejected(words) if words.contains("Token is invalid")),
        "{rejected}"
    );
    assert!(matches!(add(&company, &token), Err(AccountError::Played(who)) if who == name("another")));
    company.faults().always("/my/details", Fault::NotSent);
    assert!(matches!(add(&company, "somebodys"), Err(AccountError::GameAway(_))));
    company.faults().clear();
    company.run_for(MINUTE);
    assert_eq!(company.health().accounts.len(), 2);
}

#[test]
fn a_token_that_two_people_add_at_once_is_added_once() {
    let company = at_work();
    let token = company.open_account("another", &["Zoe"]);
    let (one, two) = company.block_on(async {
        let company = company.company();
        tokio::join!(company.add_account(token.clone().into()), company.add_account(token.into()))
    });
    assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1, "{one:?} {two:?}");
}

#[test]
fn a_removed_account_stops_in_order_and_is_not_back_after_a_restart() {
    let (mut company, _) = with_another();
    // What has left is answered, and recorded, before the account is gone.
    company.faults().once("/my/Zoe/action", Fault::SlowReply(10 * SECOND));
    company.run_until(PATIENCE, "Zoe acts", |company| !company.faults().met().is_empty());
    remove(&company, "another").unwrap();
    assert!(is(&company, "another", AccountState::Removing));
    assert!(matches!(remove(&company, "another"), Err(AccountError::Going(_))));
    company.run_until(MINUTE, "it is gone", |company| account(company, "another").is_none());
    assert!(company.character("Zoe").is_none());
    let zoe: CharacterName = "Zoe".parse().unwrap();
    let acted = company.stats().actions_of("Zoe");
    let (recorded, run) = company.with_journal(move |journal| {
        let own = |(_, record): &(u64, journal::Record)| {
            matches!(record, journal::Record::Action { intent, closing: journal::Closing::Applied { .. }, .. }
                if intent.character == zoe)
        };
        Ok((journal.oldest(usize::MAX)?.iter().filter(|entry| own(entry)).count(), journal.run(&zoe)?))
    });
    assert_eq!(recorded as u64, acted);
    assert_eq!(run.map(|run| run.reason).as_deref(), Some("stopped by hand"));

    company.restart();
    everybody_acts(&company, PATIENCE);
    assert!(account(&company, "another").is_none());
    assert_eq!(company.stats().actions_of("Zoe"), acted);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_removed_account_can_be_added_again() {
    let (company, token) = with_another();
    remove(&company, "another").unwrap();
    company.run_until(MINUTE, "it is gone", |company| account(company, "another").is_none());
    add(&company, &token).unwrap();
    company.run_until(MINUTE, "Zoe is there", |company| company.character("Zoe").is_some());
    let run = company.character("Zoe").unwrap().automation.unwrap();
    assert_eq!(run.status, AutomationStatus::Stopped, "what was stopped stays so until it is told otherwise");
}

#[test]
fn what_was_given_at_the_start_is_not_removed() {
    let company = at_work();
    assert!(matches!(remove(&company, "demo"), Err(AccountError::GivenAtStart(_))));
    assert!(matches!(remove(&company, "nobody"), Err(AccountError::Unknown(_))));
    everybody_acts(&company, PATIENCE);
}

#[test]
fn a_revoked_token_stops_its_account_alone_until_it_is_mended() {
    let (company, token) = with_another();
    company.set_game_faults(&json!([{ "fault": "token_revoked", "only": { "account": "another" } }]));
    company.run_until(5 * MINUTE, "the game rejects it", |company| {
        is(company, "another", AccountState::Rejected)
    });
    let stopped = company.stats().actions_of("Zoe");
    everybody_acts(&company, PATIENCE);
    assert!(is(&company, "demo", AccountState::Ok));
    assert_eq!(company.stats().actions_of("Zoe"), stopped);
    assert!(mend(&company, "another", &token).is_err(), "the game still rejects it");

    company.set_game_faults(&json!([]));
    mend(&company, "another", &token).unwrap();
    acts(&company, "Zoe", MINUTE);
    assert!(is(&company, "another", AccountState::Ok));
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_token_is_mended_with_one_of_the_same_account_only() {
    let (company, _) = with_another();
    let third = company.open_account("a-third", &["Xia"]);
    let error = mend(&company, "another", &third).unwrap_err();
    assert_eq!(error.to_string(), "this token belongs to a-third, not to another");
    assert!(matches!(mend(&company, "nobody", &third), Err(AccountError::Unknown(_))));
}

#[test]
fn a_token_that_its_key_does_not_open_is_shown_and_mended() {
    let (mut company, token) = with_another();
    company.with_journal(|journal| {
        let mut kept = journal.accounts()?.remove(0);
        kept.token = SealedToken("sealed with another key".to_owned());
        journal.account_put(&kept)
    });
    company.restart();
    everybody_acts(&company, PATIENCE);
    let sealed = account(&company, "another").unwrap();
    assert_eq!(sealed.state, AccountState::Sealed);
    assert!(sealed.message.unwrap().starts_with("cannot be opened: its token was sealed with another key"));
    mend(&company, "another", &token).unwrap();
    acts(&company, "Zoe", PATIENCE);
    assert!(is(&company, "another", AccountState::Ok));
}

#[test]
fn an_added_account_comes_up_when_the_game_is_back() {
    let (mut company, _) = with_another();
    company.faults().always("/", Fault::NotSent);
    company.restart();
    company.run_for(MINUTE);
    assert!(is(&company, "another", AccountState::Opening));
    company.faults().clear();
    acts(&company, "Zoe", PATIENCE);
    assert!(is(&company, "another", AccountState::Ok));
}

#[test]
fn tokens_of_added_accounts_are_neither_shown_nor_kept_in_clear() {
    let (company, token) = with_another();
    company.faults().once("/my/Zoe/action", Fault::ReplyLost);
    company.run_for(5 * MINUTE);
    let kept = company.with_journal(journal::Journal::accounts);
    let told = [
        format!("{:?}", company.journal()),
        format!("{:?}", company.characters()),
        serde_json::to_string(&company.health()).unwrap(),
        format!("{:?}", company.tree()),
        serde_json::to_string(&kept).unwrap(),
    ];
    assert!(told.iter().all(|text| text.len() > 100 && !text.contains(&token)));
}

#[test]
fn the_accounts_of_several_tokens_all_play() {
    let company = TestCompany::start(Setup { others: vec!["second"], ..Setup::default() });
    everybody_acts(&company, PATIENCE);
    assert!(is(&company, "second", AccountState::Ok) && is(&company, "demo", AccountState::Ok));
    assert_eq!(company.names().len(), 10);
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_gift_by_hand_goes_to_characters_of_the_same_account_only() {
    let (company, _) = with_another();
    let gives = |to: &str| {
        let gift = Order::Act(Action::GiveGold { quantity: 1, character: to.parse().unwrap() });
        company.block_on(company.company().order(&"Ana".parse().unwrap(), gift))
    };
    let refused = gives("Zoe").unwrap_err().to_string();
    assert_eq!(refused, "gifts go to characters of the same account only, and Zoe is none of demo's");
    assert!(gives("Nobody").is_err());
    assert!(gives("Ben").is_ok());
}
