//! From the world's words to the wire's: flat objects, real time, empty texts for empty slots.

mod account;
mod character;
mod event;
mod exchange;
mod log;
mod membership;
mod outcome;
mod raid;
mod roster;
mod trade;

pub(crate) use account::{achievement, pending, season_reward};
pub(crate) use character::character;
pub(crate) use event::active_event;
pub(crate) use exchange::{order, sale};
pub(crate) use log::log;
pub(crate) use membership::{gem_transaction, purchase, subscription};
pub(crate) use outcome::{Passage, cooldown, reply};
pub(crate) use raid::raid;
pub(crate) use roster::online;

use api_types::SimpleItem;

/// Items as the wire lists them.
fn items<'a>(items: impl IntoIterator<Item = &'a game::SimpleItem>) -> Vec<SimpleItem> {
    items.into_iter().map(simple).collect()
}

/// Some of one item.
fn simple(item: &game::SimpleItem) -> SimpleItem {
    SimpleItem::new(item.code.as_str(), item.quantity)
}
