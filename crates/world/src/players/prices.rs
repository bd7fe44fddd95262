//! What things go for: between what they cost to make and what was paid for them lately, and never far from the former.

use game::{ItemCode, exchange::Order};

use super::{view::View, worth::MILLI};

/// How much more the cost of an item weighs in its price than what was paid for it lately.
const COST: i64 = 3;
/// What is worth less than so much gold in all, or is a single piece, is not plenty.
const PLENTY_GOLD: i64 = 250;
const PLENTY_PIECES: i64 = 2;

impl View<'_> {
    /// The gold that a piece goes for; `None` for what nobody trades in.
    pub(super) fn price(&self, code: &ItemCode) -> Option<i64> {
        self.share_of_price(code, 100)
    }

    /// So many percent of what a piece goes for. It is rounded once, at the end: what costs two gold would lose half of its
    /// price otherwise.
    pub(super) fn share_of_price(&self, code: &ItemCode, percent: i64) -> Option<i64> {
        Some(gold(self.price_milli(code)? * percent / 100))
    }

    /// What a piece goes for, in thousandths: mostly what it costs to make, since who sells below that for long leaves the
    /// trade, and to a part what was paid for it lately.
    fn price_milli(&self, code: &ItemCode) -> Option<i64> {
        let worth = self.guide.worth(code)?;
        let going = self.market.paid(code).map_or(worth, |paid| (worth * COST + paid) / (COST + 1));
        Some(going.clamp(worth / 2, worth * 2))
    }

    /// How dear an item is, in percent of what it costs to make.
    pub(super) fn heat(&self, code: &ItemCode) -> Option<i64> {
        let worth = self.guide.worth(code)?;
        Some(self.price_milli(code)? * 100 / worth)
    }

    /// The least gold that a player ever asks for a piece.
    pub(super) fn lowest(&self, code: &ItemCode) -> Option<i64> {
        self.guide.worth(code).map(|worth| gold(worth / 2))
    }

    /// Whether so much of an item is on offer that more of it would not be bought.
    pub(super) fn is_plentiful(&self, code: &ItemCode) -> bool {
        let worth = self.guide.worth(code).unwrap_or(0);
        let pieces = self.market.stall(code).pieces;
        pieces >= PLENTY_PIECES && pieces * worth >= PLENTY_GOLD * MILLI
    }

    /// The cheapest offer of an item by somebody else.
    pub(super) fn cheapest(&self, code: &ItemCode) -> Option<&Order> {
        self.market.stall(code).cheapest
    }

    /// Who pays most for an item.
    pub(super) fn best_bid(&self, code: &ItemCode) -> Option<&Order> {
        self.market.stall(code).best_bid
    }
}

/// Thousandths as gold pieces: at least one.
fn gold(milli: i64) -> i64 {
    ((milli + MILLI / 2) / MILLI).max(1)
}
