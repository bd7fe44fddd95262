//! What to read of the exchange next, so that few requests tell most: all open orders in a sweep, then the sales of some
//! items, those first that were never read, and of these the ones on whose orders most has changed.

use game::ItemCode;
use jiff::{SignedDuration, Timestamp};

use super::Prices;

/// Open orders are not read more often.
const SWEEP_AGAIN: SignedDuration = SignedDuration::from_mins(15);
/// Open orders are read that often at least, even where each change is told: a message may be lost.
const SWEEP_SELDOM: SignedDuration = SignedDuration::from_hours(6);

/// For each page of a sweep, the sales of so many items are read before the next one.
const SALES_PER_PAGE: u32 = 2;

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PriceRead {
    /// All open orders; so many pages, if there are as many as last time.
    Sweep(u32),
    /// The newest page of an item's sales.
    Sales(ItemCode),
}

/// Where the round of sweep and sales stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Round {
    pub(super) swept_at: Option<Timestamp>,
    /// Whether something may have happened since that nobody was told.
    pub(super) is_behind: bool,
    /// Pages of the last sweep.
    pages: u32,
    /// Items whose sales were read since.
    read: u32,
}

impl Round {
    pub(super) fn swept(&mut self, at: Timestamp, pages: u32) {
        *self = Self { swept_at: Some(at), is_behind: false, pages, read: 0 };
    }

    pub(super) fn read(&mut self) {
        self.read += 1;
    }
}

impl PriceRead {
    /// How many requests it takes.
    #[must_use]
    pub fn requests(&self) -> u32 {
        match self {
            Self::Sweep(pages) => *pages,
            Self::Sales(_) => 1,
        }
    }
}

impl Prices {
    /// What to read next; nothing when all is known well enough. `is_told`: whether somebody is told of each change as it
    /// happens.
    #[must_use]
    pub fn next_read(&self, is_told: bool, now: Timestamp) -> Option<PriceRead> {
        let sweep = PriceRead::Sweep(self.round.pages.max(1));
        let Some(swept_at) = self.round.swept_at else { return Some(sweep) };
        let age = now.duration_since(swept_at);
        if age >= SWEEP_SELDOM || self.round.is_behind && age >= SWEEP_AGAIN {
            return Some(sweep);
        }
        let stirred = self.goods.iter().filter(|(_, goods)| goods.stir > 0);
        let next = stirred.max_by_key(|(_, goods)| (!goods.was_read, goods.stir));
        let next = next.map(|(code, _)| PriceRead::Sales(code.clone()));
        if next.is_some() && (is_told || self.round.read < self.round.pages * SALES_PER_PAGE) {
            return next;
        }
        (!is_told && age >= SWEEP_AGAIN).then_some(sweep)
    }
}
