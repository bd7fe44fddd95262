//! People who look at what an account has on the exchange: they are told what is known, if that is not too old.

use std::collections::BTreeMap;

use api_client::Token;
use game::AccountName;
use jiff::{SignedDuration, Timestamp};
use planner::{Own, Reading};
use ractor::RpcReplyPort;

use super::MarketState;

/// Where the answer to a person goes; nothing when the game could not be asked.
pub type OwnAnswer = RpcReplyPort<Option<Reading<Own>>>;

/// What a person is told may be so old, unless a character has changed it since: looking costs few requests.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

/// Those who wait to be told, and what they must not be told any more.
#[derive(Default)]
pub(super) struct People {
    waiting: BTreeMap<AccountName, Vec<OwnAnswer>>,
    changed_at: BTreeMap<AccountName, Timestamp>,
}

impl People {
    /// What was read of an account before now is outdated.
    pub(super) fn changed(&mut self, account: AccountName, now: Timestamp) {
        self.changed_at.insert(account, now);
    }

    /// What was read of an account before this is too old.
    fn oldest(&self, account: &AccountName, now: Timestamp) -> Timestamp {
        let fresh = now.saturating_sub(FRESH).unwrap_or(now);
        self.changed_at.get(account).map_or(fresh, |changed_at| fresh.max(*changed_at))
    }
}

impl MarketState {
    /// Tells a person what an account has there: at once, or when it was read.
    pub(super) fn asked(&mut self, account: AccountName, token: Token, answer: OwnAnswer) {
        let oldest = self.people.oldest(&account, self.clock.now());
        let known = self.owns.get(&account).and_then(|own| own.reading.as_ref());
        if let Some(reading) = known.filter(|reading| reading.at >= oldest) {
            return drop(answer.send(Some(reading.clone())));
        }
        self.people.waiting.entry(account.clone()).or_default().push(answer);
        self.read_own(&account, token, Some(oldest));
        // The game could not be asked a moment ago.
        if self.owns.get(&account).is_some_and(|own| !own.under_way) {
            self.answer_people(&account);
        }
    }

    /// Tells those who wait for it what an account has there; nothing when the last reading has failed.
    pub(super) fn answer_people(&mut self, account: &AccountName) {
        let read = self.owns.get(account).filter(|own| own.failed_at.is_none());
        let reading = read.and_then(|own| own.reading.clone());
        for answer in self.people.waiting.remove(account).unwrap_or_default() {
            let _ = answer.send(reading.clone());
        }
    }
}
