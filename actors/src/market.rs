//! What others do on the Grand Exchange, as far as somebody wants to know it: order books, and what an account has there.
//!
//! Characters ask before each decision that depends on it, and people when they look. Each thing is read at most once a
//! minute, or at once when the character has changed it, for all who ask together; while nobody asks, nothing is read. What
//! is told says when it was read. After a restart it knows nothing and reads again.

mod people;

use std::{collections::BTreeMap, convert::identity, sync::Arc, time::Duration};

use api_client::{CallError, Token, calls};
use game::{
    AccountName, CharacterName, ItemCode,
    exchange::{Offer, OrderKind},
};
use jiff::{SignedDuration, Timestamp};
use planner::{Book, Interests, Market, Own, Reading};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, Handle, Tasks, chain};
use tokio::time::Instant;

pub use people::OwnAnswer;
use people::People;

use crate::{
    account::character_id,
    character::CharacterMsg,
    clock::Clock,
    coordinator::{self, CoordinatorMsg},
    limiter::{Gateway, Priority},
    prices::{self, PricesMsg},
    words::count,
};

/// Its id in the tree.
pub const ID: &str = "market";

/// Nothing is read more often, unless a character has changed it.
const AGAIN: SignedDuration = SignedDuration::from_mins(1);
/// After a read that failed.
const RETRY: Duration = Duration::from_secs(10);
/// Order books that nobody has read for so long are forgotten.
const FORGET: SignedDuration = SignedDuration::from_hours(1);

/// What it is told.
pub enum MarketMsg {
    /// A character is about to decide on this. It is told at once what is known of it, and again when more is.
    Wanted {
        /// Who it is.
        character: CharacterName,
        /// Its account.
        account: AccountName,
        /// What to read the account's own orders with.
        token: Token,
        /// What it wants to know.
        interests: Interests,
    },
    /// A person looks at what an account has there.
    Asked {
        /// Whose.
        account: AccountName,
        /// What to read it with.
        token: Token,
        /// Where the answer goes.
        answer: OwnAnswer,
    },
    /// A character of this account has changed what it has there.
    Changed(AccountName),
    /// An order book was read.
    Book(ItemCode, Timestamp, Result<Book, CallError>),
    /// What an account has on the exchange was read, with this token.
    Own(AccountName, Token, Timestamp, Result<Own, CallError>),
}

/// The actor.
pub struct MarketActor {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct MarketState {
    gateway: Gateway,
    tasks: Tasks<MarketMsg>,
    clock: Clock,
    books: BTreeMap<ItemCode, Known<Book>>,
    owns: BTreeMap<AccountName, Known<Own>>,
    people: People,
    /// Who has asked, and what it was told last.
    askers: BTreeMap<(AccountName, CharacterName), Asker>,
}

/// Something that is read again and again.
struct Known<T> {
    reading: Option<Reading<T>>,
    /// Whether it is being read.
    under_way: bool,
    failed_at: Option<Instant>,
}

#[derive(Default)]
struct Asker {
    interests: Interests,
    told: Arc<Market>,
}

impl MarketActor {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for MarketActor {
    type Msg = MarketMsg;
    type State = MarketState;
    type Arguments = Clock;

    async fn pre_start(
        &self,
        myself: ActorRef<MarketMsg>,
        clock: Clock,
    ) -> Result<MarketState, ActorProcessingErr> {
        Ok(MarketState {
            gateway: Gateway::new(&self.context.directory),
            tasks: self.context.tasks(&myself),
            clock,
            books: BTreeMap::new(),
            owns: BTreeMap::new(),
            people: People::default(),
            askers: BTreeMap::new(),
        })
    }

    async fn handle(
        &self,
        _myself: ActorRef<MarketMsg>,
        message: MarketMsg,
        state: &mut MarketState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            MarketMsg::Wanted { character, account, token, interests } => {
                state.read(&account, token, &interests);
                let asker = state.askers.entry((account.clone(), character.clone())).or_default();
                asker.interests = interests;
                self.tell(&account, &character, state);
            }
            MarketMsg::Asked { account, token, answer } => state.asked(account, token, answer),
            MarketMsg::Changed(account) => state.people.changed(account, state.clock.now()),
            MarketMsg::Book(code, at, result) => {
                state.books.entry(code.clone()).or_default().take_in(
                    &format!("the order book of {code}"),
                    at,
                    result,
                );
                self.tell_all(state, |_, interests| interests.items.contains(&code));
            }
            MarketMsg::Own(account, token, at, result) => {
                if let Ok(own) = &result {
                    self.tell_of_orders(state, &account, token, at, &own.orders);
                }
                state.owns.entry(account.clone()).or_default().take_in(
                    &format!("the orders of {account}"),
                    at,
                    result,
                );
                state.answer_people(&account);
                self.tell_all(state, |own, interests| *own == account && !interests.items.is_empty());
            }
        }
        let known = state.books.values().filter(|book| book.reading.is_some()).count();
        self.context.status.doing(format!("knows {}", count(known, "order book")));
        Ok(())
    }
}

impl MarketActor {
    fn tell_all(&self, state: &mut MarketState, concerns: impl Fn(&AccountName, &Interests) -> bool) {
        let concerned =
            state.askers.iter().filter(|((account, _), asker)| concerns(account, &asker.interests));
        let concerned: Vec<_> = concerned.map(|(who, _)| who.clone()).collect();
        concerned.iter().for_each(|(account, character)| self.tell(account, character, state));
    }

    /// Tells others what an account's orders mean for them: everybody's prices, and its bank, where the gold of what was sold
    /// lies (RULES §10).
    fn tell_of_orders(
        &self,
        state: &MarketState,
        account: &AccountName,
        token: Token,
        at: Timestamp,
        orders: &[Offer],
    ) {
        let before = state.owns.get(account).and_then(|own| own.reading.as_ref());
        let is_less = |order: &Offer| {
            let now = orders.iter().find(|now| now.id == order.id);
            order.kind == OrderKind::Sell && now.is_none_or(|now| now.quantity < order.quantity)
        };
        if before.is_some_and(|before| before.what.orders.iter().any(is_less)) {
            let coordinator: Handle<CoordinatorMsg> = self.context.directory.handle(coordinator::ID);
            // One that is away knows no bank when it is back, and reads it.
            let _ = coordinator.send(CoordinatorMsg::Doubtful { account: account.clone(), token });
        }
        let prices: Handle<PricesMsg> = self.context.directory.handle(prices::ID);
        // One that is away finds them in its next sweep.
        let _ = prices.send(PricesMsg::Own(account.clone(), at, orders.to_vec()));
    }

    /// Tells a character what is known of its interests. What it has heard already it knows as the same.
    fn tell(&self, account: &AccountName, character: &CharacterName, state: &mut MarketState) {
        let Some(told) = state.known_to(account, character) else { return };
        let handle: Handle<CharacterMsg> = self.context.directory.handle(character_id(account, character));
        // One that is away asks when it is back.
        let _ = handle.send(CharacterMsg::Market(told));
    }
}

impl MarketState {
    /// What a character is to know; the same value as long as that is the same.
    fn known_to(&mut self, account: &AccountName, character: &CharacterName) -> Option<Arc<Market>> {
        let asker = self.askers.get_mut(&(account.clone(), character.clone()))?;
        let book = |code: &ItemCode| Some((code.clone(), self.books.get(code)?.reading.clone()?));
        let market = Market {
            books: asker.interests.items.iter().filter_map(book).collect(),
            own: self.owns.get(account).and_then(|own| own.reading.clone()),
        };
        if *asker.told != market {
            asker.told = Arc::new(market);
        }
        Some(Arc::clone(&asker.told))
    }

    /// Reads what is wanted and not known well enough.
    fn read(&mut self, account: &AccountName, token: Token, interests: &Interests) {
        let now = self.clock.now();
        self.books.retain(|_, book| book.under_way || !book.is_older(now, FORGET));
        for code in &interests.items {
            if self.books.entry(code.clone()).or_default().is_due(now, interests.since) {
                let (gateway, account, code) = (self.gateway.clone(), account.clone(), code.clone());
                let (of, sales) = (code.clone(), interests.sales || self.sales_matter(&code));
                self.tasks.spawn_reporting(
                    "read an order book",
                    async move { book(&gateway, &account, &of, sales).await },
                    move |result| MarketMsg::Book(code, now, result),
                );
            }
        }
        if !interests.items.is_empty() {
            self.read_own(account, token, interests.since);
        }
    }

    /// Whether anybody wants to know what was sold of an item.
    fn sales_matter(&self, code: &ItemCode) -> bool {
        self.askers.values().any(|asker| asker.interests.sales && asker.interests.items.contains(code))
    }

    /// Reads what an account has there, unless it is known well enough or being read.
    fn read_own(&mut self, account: &AccountName, token: Token, since: Option<Timestamp>) {
        let now = self.clock.now();
        if self.owns.entry(account.clone()).or_default().is_due(now, since) {
            let (gateway, account) = (self.gateway.clone(), account.clone());
            let (of, with) = (account.clone(), token.clone());
            self.tasks.spawn_reporting(
                "read an account's orders",
                async move { own(&gateway, &of, &with).await },
                move |result| MarketMsg::Own(account, token, now, result),
            );
        }
    }
}

impl<T> Known<T> {
    /// Whether it is to be read at `now`; then it counts as under way.
    fn is_due(&mut self, now: Timestamp, since: Option<Timestamp>) -> bool {
        let outdated =
            self.reading.as_ref().is_none_or(|reading| since.is_some_and(|since| reading.at < since));
        let failed = self.failed_at.is_some_and(|at| at.elapsed() < RETRY);
        let due = !self.under_way && !failed && (outdated || self.is_older(now, AGAIN));
        self.under_way |= due;
        due
    }

    fn is_older(&self, now: Timestamp, span: SignedDuration) -> bool {
        self.reading.as_ref().is_none_or(|reading| now.duration_since(reading.at) >= span)
    }

    fn take_in(&mut self, what: &str, at: Timestamp, result: Result<T, CallError>) {
        self.under_way = false;
        match result {
            Ok(what) => (self.reading, self.failed_at) = (Some(Reading { at, what }), None),
            Err(error) => {
                self.failed_at = Some(Instant::now());
                tracing::warn!(error = chain(&error), "{what} could not be read");
            }
        }
    }
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { reading: None, under_way: false, failed_at: None }
    }
}

/// An item's open orders, and what was sold of it. That is asked last: whatever it says of orders they have been seen before.
async fn book(
    gateway: &Gateway,
    account: &AccountName,
    code: &ItemCode,
    sales: bool,
) -> Result<Book, CallError> {
    let orders = |page| calls::GetOrders { code: Some(code), page };
    let offers = gateway.pages(account, orders, identity).await?;
    let sales = if sales {
        Some(gateway.call(account, Priority::Read, &calls::GetSales { code }).await?.entries)
    } else {
        None
    };
    Ok(Book { offers, sales })
}

async fn own(gateway: &Gateway, account: &AccountName, token: &Token) -> Result<Own, CallError> {
    let orders = gateway.pages(account, |page| calls::GetMyOrders { token, page }, identity).await?;
    let pending = gateway.pages(account, |page| calls::GetPendingItems { token, page }, identity).await?;
    Ok(Own { orders, pending })
}
