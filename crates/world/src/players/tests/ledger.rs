//! Every gold piece and every item of a world, counted; and what an outcome must have added or taken away.

use std::collections::BTreeMap;

use game::{
    Detail, GameData, ItemCode, Outcome, SimpleItem,
    exchange::{OrderKind, total_price},
    outcome::Yield,
};

use crate::World;

/// What there is, or how it changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ledger {
    pub(super) gold: i64,
    items: BTreeMap<ItemCode, i64>,
}

impl Ledger {
    /// Everything in a world, wherever it is.
    pub(super) fn of(world: &World) -> Self {
        let mut all = Self::default();
        for who in world.state.characters.values() {
            all.gold += who.gold;
            all.add(who.inventory.items(), 1);
            who.equipment.values().for_each(|worn| all.add_one(&worn.code, worn.quantity.into()));
        }
        for account in world.state.accounts.values() {
            all.gold += account.bank.gold;
            account.bank.items.iter().for_each(|(code, pieces)| all.add_one(code, (*pieces).into()));
            for pending in account.pending.values() {
                all.gold += pending.gold;
                all.add(&pending.items, 1);
            }
        }
        for order in world.exchange().orders() {
            match order.kind {
                OrderKind::Sell => all.add_one(&order.code, order.quantity.into()),
                OrderKind::Buy => all.gold += total_price(order.quantity, order.price),
            }
        }
        all
    }

    /// The same after an action: what it brought or used up by the game's rules, and nothing else.
    pub(super) fn after(mut self, outcome: &Outcome, data: &GameData) -> Self {
        match &outcome.detail {
            Detail::Fought(report) => {
                for share in &report.characters {
                    self.gold += share.gold;
                    self.add(&share.drops, 1);
                }
            }
            Detail::Gathered { gain, .. } => self.add(&gain.items, 1),
            Detail::Crafted(gain) => self.craft(gain, data),
            Detail::Recycled(recycled) => {
                self.add([&recycled.item], -1);
                self.add(&recycled.items, 1);
            }
            Detail::Used { code, quantity } => self.add_one(code, -i64::from(*quantity)),
            Detail::Deleted { item } => self.add([item], -1),
            _ => {}
        }
        self
    }

    fn craft(&mut self, gain: &Yield, data: &GameData) {
        for made in &gain.items {
            let craft = data.items[&made.code].craft.as_ref().expect("what was crafted has a recipe");
            let crafts = i64::from(made.quantity / craft.quantity);
            craft.items.iter().for_each(|part| self.add_one(&part.code, -crafts * i64::from(part.quantity)));
        }
        self.add(&gain.items, 1);
    }

    fn add<'a>(&mut self, items: impl IntoIterator<Item = &'a SimpleItem>, times: i64) {
        items.into_iter().for_each(|item| self.add_one(&item.code, times * i64::from(item.quantity)));
    }

    fn add_one(&mut self, code: &ItemCode, pieces: i64) {
        let count = self.items.entry(code.clone()).or_default();
        *count += pieces;
        if *count == 0 {
            self.items.remove(code);
        }
    }
}
