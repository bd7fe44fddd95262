//! Keeping what was spent of the rate budget, and knowing it again after a restart.

use std::time::Duration;

use api_client::Bucket;
use journal::{JournalError, Spent};
use supervisor::chain;
use tokio::time::Instant;

use super::{Errand, LimiterMsg, LimiterState, spending::Spending};
use crate::ports::Ports;

/// How often what was spent is written to the journal, while something is.
const SAVE: Duration = Duration::from_secs(5);

impl LimiterState {
    pub(super) fn recall(&self) {
        let Ports { journal, clock, .. } = self.args.ports.clone();
        self.tasks.spawn_reporting(
            "recall what was spent",
            async move { journal.run(move |journal| journal.spent_since(Spending::oldest(clock.now()))).await },
            LimiterMsg::Recalled,
        );
    }

    pub(super) fn recalled(&mut self, spent: Result<Vec<(u64, Vec<Spent>)>, JournalError>) {
        let mut spending = Spending::default();
        match spent {
            Ok(spent) => spending.restore(spent),
            Err(error) => tracing::warn!(error = chain(&error), "what was spent before is not known"),
        }
        let (now, time) = (Instant::now(), self.args.ports.clock.now());
        for bucket in Bucket::ALL.map(Bucket::as_str) {
            self.budget.recall(bucket, spending.ages(bucket, time).collect(), now);
        }
        self.spending = Some(spending);
    }

    pub(super) fn save(&mut self) {
        self.is_saving = false;
        let keeping = self.keep_spending();
        self.tasks.spawn("keep what was spent", keeping);
    }

    /// Writes down what was spent since the last time. What cannot be written the server still knows.
    pub(super) fn keep_spending(&mut self) -> impl Future<Output = ()> + Send + 'static {
        let unsaved = self.spending.as_mut().map(Spending::take_unsaved).unwrap_or_default();
        let Ports { journal, clock, .. } = self.args.ports.clone();
        async move {
            let oldest = Spending::oldest(clock.now());
            let kept = journal.run(move |journal| journal.spent_put(&unsaved, oldest)).await;
            if let Err(error) = kept {
                tracing::warn!(error = chain(&error), "what was spent was not written down");
            }
        }
    }

    /// Notes that a request was answered, or was lost.
    pub(super) fn note(&mut self, errand: &Errand) {
        let now = self.args.ports.clock.now();
        if let Some(spending) = &mut self.spending {
            spending.note(errand.request.bucket().as_str(), &errand.account, now);
        }
        if !self.is_saving {
            self.is_saving = true;
            self.tasks.send_after(SAVE, LimiterMsg::Save);
        }
    }
}
