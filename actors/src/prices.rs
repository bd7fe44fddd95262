//! What everything goes for on the Grand Exchange: open orders and sales of all items, for whoever looks.
//!
//! Accounts whose WebSocket tells of the exchange pass it on; the rest is read now and then, with one request for every
//! two hundred actions of the characters, so nothing is read while nobody plays. It stands on the board after each look,
//! and each hour is kept in PostgreSQL, by way of the journal. After its own fall it goes on with what the board has;
//! after a restart of the program it reads the hours of the last week back, and the orders anew.

use std::{sync::Arc, time::Duration};

use api_client::{CallError, LIVE_SIZE, calls, realtime::ExchangeNews};
use game::{
    AccountName, GameData, ItemCode,
    exchange::{Offer, PriceHour, Sale},
};
use jiff::{SignedDuration, Timestamp};
use journal::{JournalError, Record};
use planner::{PriceRead, Prices};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, Handle, Tasks, chain};

use crate::{
    game_data::{self, GameDataMsg},
    limiter::{Gateway, Priority},
    ports::{Ports, when_there},
    words::count,
};

/// Its id in the tree.
pub const ID: &str = "prices";

/// How often it looks what is to be read, and shows what it knows.
const LOOK: Duration = Duration::from_secs(60);
/// Looks in an hour.
const LOOKS: f64 = 60.0;
/// Requests for each action of a character.
const READS_PER_ACTION: f64 = 0.005;
/// Requests that may be made at once, after some time without need.
const MOST_CREDIT: f64 = 60.0;
/// How often hours that have changed are kept, in looks.
const KEEP: u32 = 10;
/// How far back kept hours are of use.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long it waits for the season, without which nothing can be valued.
const SEASON: Duration = Duration::from_secs(2);

/// What it is told.
pub enum PricesMsg {
    /// The game has told something of the exchange.
    Heard(ExchangeNews),
    /// All open orders of an account that is played were read then.
    Own(AccountName, Timestamp, Vec<Offer>),
    /// An account has begun to listen: whatever happened before was told to nobody.
    Listening,
    /// Time to look.
    Look,
    /// All open orders were read since then, or not.
    Swept(Timestamp, Result<Vec<Offer>, CallError>),
    /// What was sold of an item was read, or not.
    Sales(ItemCode, Result<Vec<Sale>, CallError>),
    /// The season's data, if it is there.
    Season(Option<Arc<GameData>>),
    /// Hours were written down, or not.
    Kept(Result<(), JournalError>),
    /// The hours that earlier runs of the program kept were read back.
    Recalled(Vec<PriceHour>),
}

/// What it starts with.
#[derive(Clone)]
pub struct PricesArgs {
    /// In whose name it reads.
    pub account: AccountName,
    /// The game's host: prices of another world are not these. Its port does not count, a sandbox may have another one
    /// after each start.
    pub world: String,
    /// What the actors share.
    pub ports: Ports,
}

/// The actor.
pub struct PricesActor {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct PricesState {
    args: PricesArgs,
    gateway: Gateway,
    game_data: Handle<GameDataMsg>,
    tasks: Tasks<PricesMsg>,
    prices: Prices,
    /// Requests that may be made now; below nothing after a sweep that took more than was known.
    credit: f64,
    /// Whether something is being read.
    reads: bool,
    /// Looks since hours were kept.
    looks: u32,
}

impl PricesActor {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for PricesActor {
    type Msg = PricesMsg;
    type State = PricesState;
    type Arguments = PricesArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<PricesMsg>,
        args: PricesArgs,
    ) -> Result<PricesState, ActorProcessingErr> {
        let mut prices = Prices::clone(&args.ports.board.prices());
        prices.fall_behind();
        let state = PricesState {
            gateway: Gateway::new(&self.context.directory),
            game_data: self.context.directory.handle(game_data::ID),
            tasks: self.context.tasks(&myself),
            args,
            prices,
            credit: 1.0,
            reads: false,
            looks: 0,
        };
        state.recall();
        state.tasks.send_after(LOOK, PricesMsg::Look);
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<PricesMsg>,
        message: PricesMsg,
        state: &mut PricesState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            PricesMsg::Heard(ExchangeNews::Placed(order)) => state.prices.order_placed(order),
            PricesMsg::Heard(ExchangeNews::Cancelled(order)) => {
                state.prices.order_cancelled(&order.code, &order.id);
            }
            PricesMsg::Heard(ExchangeNews::Sold(sale)) => state.prices.sold(sale),
            PricesMsg::Own(account, read_at, orders) => {
                state.prices.account_read(&account, read_at, orders);
                state.show();
            }
            PricesMsg::Listening => state.prices.fall_behind(),
            PricesMsg::Look => state.look(),
            PricesMsg::Swept(begun_at, read) => state.swept(begun_at, read),
            PricesMsg::Sales(code, read) => state.sales_read(&code, read),
            PricesMsg::Season(season) => {
                if let Some(data) = season {
                    state.keep(&data);
                }
            }
            PricesMsg::Kept(written) => {
                if let Err(error) = written {
                    tracing::warn!(error = chain(&error), "prices are not kept");
                }
            }
            PricesMsg::Recalled(hours) => {
                state.prices.restore(hours);
                state.show();
            }
        }
        let orders = state.prices.orders().count();
        self.context.status.doing(format!("knows {}", count(orders, "open order")));
        Ok(())
    }
}

impl PricesState {
    /// Reads back what earlier runs have kept, as soon as the database is there.
    fn recall(&self) {
        let Ports { store, clock, .. } = self.args.ports.clone();
        let (world, from) = (self.args.world.clone(), clock.now().saturating_sub(WEEK));
        self.tasks.spawn_reporting(
            "recall prices",
            async move {
                let from = from.unwrap_or(Timestamp::MIN);
                let hours = when_there(|| store.price_hour_list(&world, from)).await;
                hours.unwrap_or_else(|error| {
                    tracing::warn!(error = chain(&error), "earlier prices are not known");
                    Vec::new()
                })
            },
            PricesMsg::Recalled,
        );
    }

    fn look(&mut self) {
        self.tasks.send_after(LOOK, PricesMsg::Look);
        let now = self.args.ports.clock.now();
        let actions = self.args.ports.board.actions().applied;
        self.credit = (self.credit + actions as f64 / LOOKS * READS_PER_ACTION).min(MOST_CREDIT);
        self.prices.forget(now);
        if actions > 0 {
            self.read(now);
        }
        self.looks += 1;
        if self.looks >= KEEP {
            self.looks = 0;
            self.ask_for_season();
        }
        self.show();
    }

    fn show(&self) {
        self.args.ports.board.post_prices(self.prices.clone());
    }

    /// Reads what tells most, if that is in the budget and nothing else is being read.
    fn read(&mut self, now: Timestamp) {
        let is_told = self.args.ports.board.hears_news();
        let next =
            self.prices.next_read(is_told, now).filter(|read| f64::from(read.requests()) <= self.credit);
        let Some(next) = next.filter(|_| !self.reads) else { return };
        self.reads = true;
        let (gateway, account) = (self.gateway.clone(), self.args.account.clone());
        match next {
            PriceRead::Sweep(_) => {
                self.prices.begin_sweep();
                let all = |page| calls::GetOrders { code: None, page };
                let reading = async move { gateway.pages(&account, all, std::convert::identity).await };
                let report = move |read| PricesMsg::Swept(now, read);
                self.tasks.spawn_reporting("read all open orders", reading, report);
            }
            PriceRead::Sales(code) => {
                let of = code.clone();
                let reading = async move {
                    let page = gateway.call(&account, Priority::Read, &calls::GetSales { code: &of }).await?;
                    Ok(page.entries)
                };
                let report = move |read| PricesMsg::Sales(code, read);
                self.tasks.spawn_reporting("read what was sold", reading, report);
            }
        }
    }

    fn swept(&mut self, begun_at: Timestamp, read: Result<Vec<Offer>, CallError>) {
        self.reads = false;
        let Some(orders) = known("the open orders", read) else {
            self.credit -= 1.0;
            return;
        };
        let pages = u32::try_from(orders.len().div_ceil(LIVE_SIZE as usize)).unwrap_or(u32::MAX).max(1);
        self.credit -= f64::from(pages);
        self.prices.swept(begun_at, orders, pages);
        self.ask_for_season();
    }

    fn sales_read(&mut self, code: &ItemCode, read: Result<Vec<Sale>, CallError>) {
        self.reads = false;
        self.credit -= 1.0;
        // What could not be read is read when more happens to it.
        self.prices.sales_read(code, known("the sales of an item", read).unwrap_or_default());
    }

    /// Values need the season: the hours are kept when it is there.
    fn ask_for_season(&self) {
        let game_data = self.game_data.clone();
        self.tasks.spawn_reporting(
            "ask for the season",
            async move { game_data.call(GameDataMsg::Get, SEASON).await.ok().map(|season| season.data) },
            PricesMsg::Season,
        );
    }

    /// Writes down the hours that have changed.
    fn keep(&mut self, data: &GameData) {
        let hours = self.prices.note_hours(data, self.args.ports.clock.now());
        self.show();
        if hours.is_empty() {
            return;
        }
        let (journal, world) = (self.args.ports.journal.clone(), self.args.world.clone());
        let record = Record::Prices { world, hours };
        // Detached: what was noted is not noted again.
        self.tasks.detach_reporting(
            "keep prices",
            async move { journal.run(move |journal| journal.append(&[record])).await },
            PricesMsg::Kept,
        );
    }
}

/// What was read; what was not is in the log.
fn known<T>(what: &str, read: Result<Vec<T>, CallError>) -> Option<Vec<T>> {
    read.inspect_err(|error| tracing::warn!(error = chain(error), "{what} could not be read")).ok()
}
