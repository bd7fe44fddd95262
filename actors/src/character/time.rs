//! What a character says about its time: to which account of the ledger it belongs.

use std::time::Duration;

use journal::{Record, RunStatus};
use supervisor::chain;
use tokio::time::Instant;

use super::{
    CharacterState,
    alive::{Alive, Phase},
    boot::BootError,
};
use crate::ledger::{Account, Entry};

/// How often the ledger is written down.
const WRITE: Duration = Duration::from_secs(60);
/// Why nobody acts whose account's token is rejected.
const REJECTED: &str = "the game rejects the account's token";

impl CharacterState {
    /// Says to which account time belongs from now on, and has the ledger written down now and then.
    pub(super) fn tell_time(&self) {
        if let Some(alive) = &self.alive {
            alive.tell_time();
        }
        self.ways.write(&self.args.account, self.unwritten(WRITE));
    }

    /// Writes the ledger down before it ends.
    pub(super) async fn keep_time(&self) {
        let records = self.unwritten(Duration::ZERO);
        let kept = self.args.account.ports.journal.run(move |journal| journal.append(&records)).await;
        if let Err(error) = kept {
            tracing::warn!(character = %self.args.name, error = chain(&error), "the time ledger was not written");
        }
    }

    /// It reads its state.
    pub(super) fn boots(&self) {
        self.args.account.ports.ledgers.enter(&self.args.name, Account::Deciding.into());
    }

    /// It could not read its state, and tries again.
    pub(super) fn boots_in_vain(&self, error: &BootError) {
        let entry = if error.is_rejection() { Entry::idle(REJECTED) } else { Account::Retrying.into() };
        self.args.account.ports.ledgers.enter(&self.args.name, entry);
    }

    /// What is to be written of the ledger; nothing when that was done less than `pause` ago.
    fn unwritten(&self, pause: Duration) -> Vec<Record> {
        let hours = self.args.account.ports.ledgers.unwritten(&self.args.name, pause);
        hours.into_iter().map(|hour| Record::Hour(Box::new(hour))).collect()
    }
}

impl Alive {
    fn tell_time(&self) {
        let (ledgers, name) = (&self.args.account.ports.ledgers, &self.args.name);
        let left = self.ready_at.saturating_duration_since(Instant::now());
        if let Some((_, reason)) = self.cooldown.as_ref().filter(|_| !left.is_zero()) {
            ledgers.cool_down(name, Account::of_cooldown(reason), left);
        }
        // While a request is on its way, it says itself what it waits for.
        if self.phase != Phase::Acting {
            ledgers.enter(name, self.spends());
        }
    }

    /// What its time belongs to when no cooldown runs.
    fn spends(&self) -> Entry {
        let why = self.why.as_ref().map(|why| why.text.as_str()).unwrap_or_default();
        let status = self.job.as_ref().map(|(run, _)| run.status);
        match self.phase {
            Phase::Acting | Phase::Free | Phase::Cooldown => Account::Deciding.into(),
            Phase::Resolving => Account::Retrying.into(),
            Phase::Waiting if self.barred.is_some() => Entry::idle(REJECTED),
            Phase::Waiting if self.ready_at > Instant::now() => Account::Retrying.into(),
            Phase::Waiting if status == Some(RunStatus::Blocked) => Entry::idle(format!("blocked: {why}")),
            Phase::Waiting => Entry::idle(format!("waiting: {why}")),
            Phase::Idle if self.hand.is_some() => Entry::idle("by hand"),
            Phase::Idle if status == Some(RunStatus::Paused) => Entry::idle("paused"),
            Phase::Idle => Entry::idle("no automation"),
        }
    }
}
