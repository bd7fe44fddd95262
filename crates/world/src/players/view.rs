//! A player's view of the world: what it looks at when it decides.

use game::{
    Character, GameData, ItemCode, MapId,
    data::{ContentType, Item},
    exchange::{Order, OrderKind},
};
use jiff::Timestamp;

use super::{guide::Guide, market::Market};
use crate::Account;

/// Everything that a player sees.
pub(super) struct View<'a> {
    pub(super) data: &'a GameData,
    pub(super) guide: &'a Guide,
    pub(super) market: Market<'a>,
    pub(super) account: &'a Account,
    pub(super) who: &'a Character,
    pub(super) now: Timestamp,
}

impl View<'_> {
    /// Whether the character stands on a tile.
    pub(super) fn is_at(&self, map_id: MapId) -> bool {
        self.who.map_id == map_id
    }

    /// The Grand Exchange.
    pub(super) fn exchange_tile(&self) -> Option<MapId> {
        self.guide.any_place(&ContentType::GrandExchange)
    }

    /// Whether one offers an item already.
    pub(super) fn offers(&self, code: &ItemCode) -> bool {
        let is_one = |order: &Order| order.kind == OrderKind::Sell && order.code == *code;
        self.market.own_orders().any(is_one)
    }

    /// The items that the character carries, with how many of each.
    pub(super) fn carried(&self) -> impl Iterator<Item = (&Item, u32)> {
        let stacks = self.who.inventory.items();
        stacks.filter_map(|stack| Some((self.data.items.get(&stack.code)?, stack.quantity)))
    }
}
