//! Which accounts are played, how they are, how much is asked of the game for each, and how each hears what goes on in it.

use std::collections::BTreeMap;

use game::{AccountName, CharacterName};
use tokio::time::Instant;

use super::{AccountOrigin, AccountState, AccountView, RealtimeMode, RealtimeView, millis};

/// How each account is. All that have no name yet are one.
#[derive(Default)]
pub(super) struct Accounts {
    known: BTreeMap<Option<AccountName>, Known>,
    requests: BTreeMap<AccountName, u64>,
    /// How each hears what goes on in the game, since when, and why not better.
    realtime: BTreeMap<AccountName, (Instant, RealtimeMode, Option<String>)>,
    /// The characters that the game has named, by account.
    rosters: BTreeMap<AccountName, Vec<CharacterName>>,
    /// The board's number at the last change.
    pub(super) number: u64,
}

struct Known {
    since: Instant,
    state: AccountState,
    message: Option<String>,
    origin: AccountOrigin,
}

impl Accounts {
    /// Notes how an account is. One that nobody knew was given at the start.
    pub(super) fn post(
        &mut self,
        number: u64,
        name: Option<AccountName>,
        state: AccountState,
        message: Option<String>,
    ) {
        let before = self.known.get(&name);
        // What is told of one that is going does not bring it back.
        let is_going = before.is_some_and(|before| before.state == AccountState::Removing);
        if is_going || before.is_some_and(|before| before.state == state && before.message == message) {
            return;
        }
        let origin = before.map_or(AccountOrigin::Option, |before| before.origin);
        self.number = number;
        if name.is_none() && state == AccountState::Ok {
            self.known.remove(&name);
        } else {
            self.known.insert(name, Known { since: Instant::now(), state, message, origin });
        }
    }

    /// Notes which characters an account has.
    pub(super) fn post_roster(&mut self, account: &AccountName, names: Vec<CharacterName>) {
        self.rosters.insert(account.clone(), names);
    }

    /// The characters of an account; nothing before the game has named them.
    pub(super) fn roster(&self, account: &AccountName) -> Option<&[CharacterName]> {
        self.rosters.get(account).map(Vec::as_slice)
    }

    /// Notes how an account hears what goes on in the game.
    pub(super) fn post_realtime(
        &mut self,
        number: u64,
        account: &AccountName,
        mode: RealtimeMode,
        message: Option<String>,
    ) {
        let before = self.realtime.get(account).filter(|(_, before, _)| *before == mode);
        let since = before.map_or_else(Instant::now, |(since, ..)| *since);
        self.realtime.insert(account.clone(), (since, mode, message));
        self.number = number;
    }

    /// Whether any account hears in this way.
    pub(super) fn any_realtime(&self, mode: RealtimeMode) -> bool {
        self.realtime.values().any(|(_, known, _)| *known == mode)
    }

    /// Notes where an account's token comes from; one that nobody knew is opening.
    pub(super) fn post_origin(&mut self, number: u64, name: AccountName, origin: AccountOrigin) {
        self.number = number;
        let opening = Known { since: Instant::now(), state: AccountState::Opening, message: None, origin };
        self.known.entry(Some(name)).or_insert(opening).origin = origin;
    }

    /// Forgets an account.
    pub(super) fn remove(&mut self, number: u64, name: &AccountName) {
        self.number = number;
        self.known.remove(&Some(name.clone()));
        self.realtime.remove(name);
    }

    /// Notes how many requests were sent for each account within the last hour.
    pub(super) fn post_requests(&mut self, requests: BTreeMap<AccountName, u64>) {
        self.requests = requests;
    }

    /// Every account, by name; `characters` says whose each character is.
    pub(super) fn views<'a>(
        &self,
        characters: impl Iterator<Item = (&'a AccountName, &'a CharacterName)> + Clone,
    ) -> Vec<AccountView> {
        let view = |(name, known): (&Option<AccountName>, &Known)| AccountView {
            name: name.clone(),
            state: known.state,
            since_ms: millis(known.since.elapsed()),
            message: known.message.clone(),
            origin: known.origin,
            characters: characters
                .clone()
                .filter(|(account, _)| name.as_ref() == Some(*account))
                .map(|(_, character)| character.clone())
                .collect(),
            realtime: self.realtime_of(name.as_ref()),
            requests_last_hour: name.as_ref().and_then(|name| self.requests.get(name)).copied().unwrap_or(0),
        };
        self.known.iter().map(view).collect()
    }

    fn realtime_of(&self, account: Option<&AccountName>) -> RealtimeView {
        match account.and_then(|account| self.realtime.get(account)) {
            Some((since, mode, message)) => {
                RealtimeView { mode: *mode, since_ms: millis(since.elapsed()), message: message.clone() }
            }
            None => RealtimeView { mode: RealtimeMode::Off, since_ms: 0, message: None },
        }
    }
}
