//! What a trade can still take on: pieces that are left, gold that there is, and what the day allows.

use game::ItemCode;

use super::{Ledger, Side, Trading};
use crate::situation::Situation;

/// Who trades what.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    pub(super) config: &'a Trading,
    pub(super) situation: &'a Situation<'a>,
    pub(super) code: &'a ItemCode,
}

impl Means<'_> {
    /// Pieces that are neither traded nor in an order yet.
    pub(super) fn left(self, ledger: &Ledger) -> u32 {
        let Self { config, .. } = self;
        let spoken_for = ledger.pieces.saturating_add(ledger.open());
        let asked_for = config.quantity.map_or(u32::MAX, |quantity| quantity.saturating_sub(spoken_for));
        match config.side {
            Side::Sell => asked_for.min(self.stock(ledger)),
            Side::Buy => asked_for,
        }
    }

    /// Pieces in bag and bank that may be sold. What is sold on paper is still there.
    fn stock(self, ledger: &Ledger) -> u32 {
        let Self { config, situation, code } = self;
        let held = situation.character.inventory.count(code).saturating_add(situation.in_bank(code));
        let on_paper = if config.paper { ledger.pieces.saturating_add(ledger.open()) } else { 0 };
        held.saturating_sub(config.leave).saturating_sub(on_paper)
    }

    /// Gold in purse and bank.
    pub(super) fn gold(self, ledger: &Ledger) -> i64 {
        let Self { config, situation, .. } = self;
        let held = situation.character.gold + situation.bank.map_or(0, |bank| bank.gold);
        let on_paper = if config.paper { ledger.gold + ledger.gold_on_paper() } else { 0 };
        held - on_paper
    }

    /// Gold that may still be traded for today.
    pub(super) fn allowance(self, ledger: &Ledger) -> i64 {
        self.config.daily_gold.map_or(i64::MAX, |most| most - ledger.today())
    }

    /// Pieces to trade now, at this price each.
    pub(super) fn wanted(self, ledger: &Ledger, price: i64) -> u32 {
        let gold = match self.config.side {
            Side::Sell => self.allowance(ledger),
            Side::Buy => self.allowance(ledger).min(self.gold(ledger)),
        };
        let most = u32::try_from((gold / price.max(1)).max(0)).unwrap_or(u32::MAX);
        self.left(ledger).min(most)
    }
}
