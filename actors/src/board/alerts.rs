//! The alert rules on the board, and what they have told.

use super::{AlertView, Board, FiringView};

/// Everything about alerts.
#[derive(Default)]
pub(super) struct Alerts {
    rules: Vec<AlertView>,
    firings: Vec<FiringView>,
    /// The board's number at the last change.
    pub(super) number: u64,
}

impl Alerts {
    /// What was told and nobody has dismissed, the newest first.
    pub(super) fn open(&self) -> Vec<FiringView> {
        self.firings.iter().filter(|firing| !firing.dismissed).cloned().collect()
    }
}

impl Board {
    /// Replaces all rules and what they have told, if they are not as they were.
    pub fn post_alerts(&self, rules: Vec<AlertView>, firings: Vec<FiringView>) {
        self.change_if(|inner, number| {
            let is_news = inner.alerts.rules != rules || inner.alerts.firings != firings;
            if is_news {
                inner.alerts = Alerts { rules, firings, number };
            }
            is_news
        });
    }

    /// Every alert rule, the oldest first.
    #[must_use]
    pub fn alerts(&self) -> Vec<AlertView> {
        self.lock().alerts.rules.clone()
    }

    /// What alert rules have told lately, the newest first.
    #[must_use]
    pub fn firings(&self) -> Vec<FiringView> {
        self.lock().alerts.firings.clone()
    }
}
