//! The whole supervision tree as one table of child specs: what runs, in which order, and what happens when it dies.
//!
//! ```text
//! root                    one_for_one; 5 restarts in 60 s, then the program exits with a clear error
//! ├ storage               rest_for_one: its fall never stops a character
//! │  ├ postgres           only with the built-in database: a private cluster as a child process
//! │  └ recorder           the only writer of the history tables
//! ├ gateway               rest_for_one
//! │  ├ limiter            sole owner of the game's HTTP client
//! │  └ game_data          the season's static data
//! ├ market                order books and own orders, while somebody wants to know them
//! ├ prices                what everything goes for on the exchange
//! ├ alerts                tells people of the exchange by their rules
//! ├ coordinator           bank models of all accounts, and their goals
//! ├ accounts              one_for_one, filled by the registrar after each of its own starts
//! │  ├ registrar          opens, adds, mends and removes accounts
//! │  └ account/<name>     rest_for_one
//! │     ├ characters/<name>   one_for_one ─ character/<account>/<name>   permanent
//! │     ├ roster/<name>       reads the account's characters and keeps an actor for each
//! │     └ realtime/<name>     hears what goes on in the game: events, raids, orders and sales
//! └ sessions              one_for_one ─ session/<id>   temporary, one per dashboard socket
//! ```
//!
//! Order is dependency order, and shutdown runs it backwards. Those who cannot live without each other share a
//! supervisor; everybody else is reached through handles that look the name up at each send.

use std::{sync::Arc, time::Duration};

use api_client::{Client, Token};
use game::AccountName;
use planner::Mind;
use supervisor::{Backoff, ChildSpec, Strategy, SupervisorSpec};
use url::Url;

use crate::{
    account::{
        AccountArgs, Realtime, Registrar, RegistrarArgs, Roster, account_id, characters_id, realtime_id,
        registrar, roster_id,
    },
    alerts::{self, AlertsActor},
    coordinator::{self, Coordinator},
    game_data::{self, GameDataActor, GameDataArgs},
    limiter::{self, Limiter, LimiterArgs},
    market::{self, MarketActor},
    ports::Ports,
    postgres::{self, Cluster, Postgres},
    prices::{self, PricesActor, PricesArgs},
    recorder::{self, Recorder, RecorderArgs},
};

/// The id of the accounts' supervisor.
pub const ACCOUNTS: &str = "accounts";
/// The id of the sessions' supervisor.
pub const SESSIONS: &str = "sessions";

/// More restarts than this within the period and a supervisor gives up; generous below, strict at the root.
const PERIOD: Duration = Duration::from_secs(60);
/// A database or a neighbour that comes back slowly must not use up a supervisor's patience.
fn backoff() -> Backoff {
    Backoff::exponential(Duration::from_millis(100), Duration::from_secs(10))
}

/// What the tree is made of.
#[derive(Clone)]
pub struct Parts {
    /// What the actors share.
    pub ports: Ports,
    /// The built-in database's cluster; `None` with a database of the operator's.
    pub cluster: Option<Cluster>,
    /// The game's address, for people.
    pub game_url: String,
    /// The way to the game.
    pub client: Client,
    /// The tokens that were given at the start.
    pub tokens: Vec<Token>,
    /// In whose name the program asks before it knows its accounts.
    pub asker: AccountName,
    /// How many days of history the database keeps.
    pub keep_days: u32,
    /// What characters do that were never told anything.
    pub first_minds: Arc<[Mind]>,
}

/// The tree.
#[must_use]
pub fn root(parts: &Parts) -> SupervisorSpec {
    let (ports, alerts_ports) = (parts.ports.clone(), parts.ports.clone());
    let clock = parts.ports.clock;
    let prices_args =
        PricesArgs { account: parts.asker.clone(), world: host(&parts.game_url), ports: parts.ports.clone() };
    SupervisorSpec::new(Strategy::OneForOne)
        .intensity(5, PERIOD)
        .child(ChildSpec::supervisor("storage", storage(parts)))
        .child(ChildSpec::supervisor("gateway", gateway(parts)))
        .child(ChildSpec::worker(market::ID, move |context| (MarketActor::new(context), clock)))
        .child(ChildSpec::worker(prices::ID, move |context| (PricesActor::new(context), prices_args.clone())))
        .child(ChildSpec::worker(alerts::ID, move |context| {
            (AlertsActor::new(context), alerts_ports.clone())
        }))
        .child(ChildSpec::worker(coordinator::ID, move |context| (Coordinator::new(context), ports.clone())))
        .child(ChildSpec::supervisor(ACCOUNTS, accounts(parts)))
        .child(ChildSpec::supervisor(SESSIONS, SupervisorSpec::new(Strategy::OneForOne)))
}

/// The host of an address; all of it, if that has none.
fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.as_ref().and_then(Url::host_str).unwrap_or(address).to_owned()
}

fn storage(parts: &Parts) -> SupervisorSpec {
    let args = RecorderArgs { ports: parts.ports.clone(), keep_days: parts.keep_days };
    let mut storage = SupervisorSpec::new(Strategy::RestForOne).intensity(10, PERIOD);
    if let Some(cluster) = parts.cluster.clone() {
        let server =
            ChildSpec::worker(postgres::ID, move |context| (Postgres::new(context), cluster.clone()));
        // A server that is told to stop finishes what it has begun.
        storage = storage.child(server.shutdown(supervisor::Shutdown::Timeout(PERIOD)).backoff(backoff()));
    }
    storage.child(
        ChildSpec::worker(recorder::ID, move |context| (Recorder::new(context), args.clone()))
            .backoff(backoff()),
    )
}

fn gateway(parts: &Parts) -> SupervisorSpec {
    let limiter_args = LimiterArgs {
        client: parts.client.clone(),
        account: parts.asker.clone(),
        tokens: parts.tokens.clone(),
        ports: parts.ports.clone(),
    };
    let data_args = GameDataArgs { account: parts.asker.clone(), ports: parts.ports.clone() };
    SupervisorSpec::new(Strategy::RestForOne)
        .intensity(10, PERIOD)
        .child(ChildSpec::worker(limiter::ID, move |context| (Limiter::new(context), limiter_args.clone())))
        .child(ChildSpec::worker(game_data::ID, move |context| {
            (GameDataActor::new(context), data_args.clone())
        }))
}

fn accounts(parts: &Parts) -> SupervisorSpec {
    let args = RegistrarArgs {
        tokens: parts.tokens.clone(),
        game_url: parts.game_url.clone(),
        asker: parts.asker.clone(),
        ports: parts.ports.clone(),
        first_minds: parts.first_minds.clone(),
    };
    SupervisorSpec::new(Strategy::OneForOne)
        .intensity(10, PERIOD)
        .child(ChildSpec::worker(registrar::ID, move |context| (Registrar::new(context), args.clone())))
}

/// One account's part of the tree.
pub(crate) fn account(args: AccountArgs) -> ChildSpec {
    let (account, roster) = (args.account.clone(), roster_id(&args.account));
    let (realtime, listener) = (realtime_id(&account), args.clone());
    let characters = SupervisorSpec::new(Strategy::OneForOne).intensity(20, PERIOD);
    let spec = SupervisorSpec::new(Strategy::RestForOne)
        .intensity(5, PERIOD)
        .child(ChildSpec::supervisor(characters_id(&account), characters))
        .child(ChildSpec::worker(roster, move |context| (Roster::new(context), args.clone())))
        .child(
            ChildSpec::worker(realtime, move |context| (Realtime::new(context), listener.clone()))
                .backoff(backoff()),
        );
    ChildSpec::supervisor(account_id(&account), spec)
}
