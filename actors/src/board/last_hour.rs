//! How many actions ended in the last hour, counted by the minute.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

use super::{ActionOutcome, ActionsView};

/// What is counted together.
const MINUTE: Duration = Duration::from_secs(60);
/// How long an action counts.
const HOUR: Duration = Duration::from_secs(3600);

/// The counts of each minute in which something ended, the oldest first.
#[derive(Default)]
pub(super) struct LastHour(VecDeque<(Instant, ActionsView)>);

impl LastHour {
    /// Counts an action that has just ended.
    pub(super) fn count(&mut self, outcome: ActionOutcome) {
        let now = Instant::now();
        while self.0.front().is_some_and(|(began, _)| now.duration_since(*began) > HOUR) {
            self.0.pop_front();
        }
        if self.0.back().is_none_or(|(began, _)| now.duration_since(*began) >= MINUTE) {
            self.0.push_back((now, ActionsView::default()));
        }
        let Some((_, counts)) = self.0.back_mut() else { return };
        match outcome {
            ActionOutcome::Applied => counts.applied += 1,
            ActionOutcome::Refused => counts.refused += 1,
            ActionOutcome::NotSent | ActionOutcome::Parked => counts.lost += 1,
        }
    }

    /// The counts of the hour before now, to the minute.
    pub(super) fn view(&self) -> ActionsView {
        let recent = self.0.iter().filter(|(began, _)| began.elapsed() <= HOUR).map(|(_, counts)| counts);
        recent.fold(ActionsView::default(), |sum, next| ActionsView {
            applied: sum.applied + next.applied,
            refused: sum.refused + next.refused,
            lost: sum.lost + next.lost,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn an_action_counts_for_an_hour() {
        let mut hour = LastHour::default();
        for outcome in [ActionOutcome::Applied, ActionOutcome::Refused, ActionOutcome::NotSent] {
            hour.count(outcome);
        }
        tokio::time::advance(30 * MINUTE).await;
        hour.count(ActionOutcome::Applied);
        assert_eq!(hour.view(), ActionsView { applied: 2, refused: 1, lost: 1 });
        tokio::time::advance(31 * MINUTE).await;
        assert_eq!(hour.view(), ActionsView { applied: 1, refused: 0, lost: 0 });
        tokio::time::advance(HOUR).await;
        hour.count(ActionOutcome::Applied);
        assert_eq!(hour.view(), ActionsView { applied: 1, refused: 0, lost: 0 });
        assert_eq!(hour.0.len(), 1, "old minutes are forgotten");
    }
}
