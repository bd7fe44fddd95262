//! What others do on the Grand Exchange, as far as somebody has read it: order books, and what became of one's own orders.
//! A mind says what of it [interests](Interests) it.

use std::collections::{BTreeMap, BTreeSet};

use game::{
    AccountName, Action, ItemCode, PendingItem,
    exchange::{Offer, Order, Sale},
};
use jiff::Timestamp;
use world::World;

/// Sales that are read at once: the newest page.
pub(crate) const PAGE: usize = 100;

/// Everything that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Market {
    /// What there is of an item, of everybody.
    pub books: BTreeMap<ItemCode, Reading<Book>>,
    /// What the account has on the exchange.
    pub own: Option<Reading<Own>>,
}

/// An item on the Grand Exchange.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    /// The open orders.
    pub offers: Vec<Offer>,
    /// What was sold lately, the newest first; nothing as long as nobody was [interested](Interests::sales).
    pub sales: Option<Vec<Sale>>,
}

/// What an account has on the Grand Exchange.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Its open orders.
    pub orders: Vec<Offer>,
    /// What waits to be claimed, from whatever source.
    pub pending: Vec<PendingItem>,
}

impl Own {
    /// The order that an action takes back.
    #[must_use]
    pub fn taken_back(&self, action: &Action) -> Option<&Offer> {
        let Action::GeCancel { id } = action else { return None };
        self.orders.iter().find(|order| order.id == *id)
    }
}

/// Something that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    /// When it was asked for: what happened before is in it.
    pub at: Timestamp,
    /// What it says.
    pub what: T,
}

/// What of the market a mind wants to know; whoever reads it does so no more often than makes sense.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interests {
    /// The order books of these items, and the account's own orders with them.
    pub items: BTreeSet<ItemCode>,
    /// Whether what was sold of them matters, too.
    pub sales: bool,
    /// What was read before this is outdated: an order was placed or taken since.
    pub since: Option<Timestamp>,
}

impl Interests {
    /// Whether there is nothing to read.
    #[must_use]
    pub fn are_none(&self) -> bool {
        self.items.is_empty()
    }
}

impl Market {
    /// Every order in it, for a world that begins with them; those whose owner is unknown are `others`.
    pub(crate) fn orders(&self, own: &AccountName, others: &AccountName) -> Vec<Order> {
        let books = self.books.values().flat_map(|book| &book.what.offers);
        let of_others = books.map(|offer| (offer, offer.account.as_ref().unwrap_or(others)));
        let own_orders = self.own.iter().flat_map(|reading| &reading.what.orders).map(|offer| (offer, own));
        // The own ones last: in the books they may be nobody's.
        let all: BTreeMap<_, _> =
            of_others.chain(own_orders).map(|(offer, account)| (&offer.id, (offer, account))).collect();
        let order = |(offer, account): (&Offer, &AccountName)| Order {
            id: offer.id.clone(),
            kind: offer.kind,
            account: account.clone(),
            code: offer.code.clone(),
            quantity: offer.quantity,
            price: offer.price,
            created_at: offer.created_at,
        };
        all.into_values().map(order).collect()
    }

    /// What an account would read in `world` now.
    #[must_use]
    pub fn in_world(world: &World, account: &AccountName, interests: &Interests, now: Timestamp) -> Self {
        let orders = || world.exchange().orders();
        let sales = |code: &ItemCode| {
            let sales = world.exchange().sales(now).filter(|sale| sale.code == *code);
            interests.sales.then(|| sales.take(PAGE).cloned().collect())
        };
        let book = |code: &ItemCode| Book {
            offers: orders().filter(|order| order.code == *code).cloned().map(Offer::from).collect(),
            sales: sales(code),
        };
        let pending = world.account(account).into_iter().flat_map(|account| account.pending.values());
        let own = Own {
            orders: orders().filter(|order| order.account == *account).cloned().map(Offer::from).collect(),
            pending: pending.filter(|item| item.claimed_at.is_none()).cloned().collect(),
        };
        let items = interests.items.iter();
        Self {
            books: items.map(|code| (code.clone(), Reading { at: now, what: book(code) })).collect(),
            own: Some(Reading { at: now, what: own }),
        }
    }
}
