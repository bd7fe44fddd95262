//! What outlives the program, and one life of the program.

use std::{collections::BTreeMap, sync::Arc};

use actors::{
    board::Board,
    company::{Company, Plan},
    forecasts::Forecasts,
    in_flight::InFlight,
    ledger::Ledgers,
    pace::Pace,
    ports::{JournalPort, Ports, SocketPort},
    tree::Parts,
    vault::Vault,
};
use api_client::{Client, Token, realtime};
use axum::Router;
use game::CharacterName;
use jiff::Timestamp;
use planner::Mind;
use sandbox::{Demo, Sandbox, SandboxConfig, WorldSource};
use store::{Store, StoreOptions};
use supervisor::Tree;
use tokio::runtime::{Builder, Runtime};
use url::Url;

use super::{
    faults::FaultPlan,
    game_router::Game,
    router_http::RouterHttp,
    router_socket::RouterSocket,
    server::Server,
    setup::{self, Setup},
    world_clock::WorldClock,
};

/// The account's token, which must never be seen anywhere.
pub const TOKEN: &str = "a-token-for-tests";
/// The account.
const ACCOUNT: &str = "demo";
/// Where nobody listens.
const GAME: &str = "http://game.invalid";
/// A folder in which no server has its socket.
const DATABASE: &str = "host=/nonexistent user=callboard dbname=callboard";
/// When every test begins.
const BEGINNING: &str = "2026-08-01T06:00:00Z";

/// What outlives the program.
pub(super) struct Stage {
    pub(super) clock: WorldClock,
    pub(super) game: Game,
    config: SandboxConfig,
    pub(super) journal: JournalPort,
    pub(super) faults: FaultPlan,
    pub(super) characters: Vec<CharacterName>,
    /// The tokens that are given at the start; the demo account's is the first.
    tokens: Vec<String>,
    /// With whose token a character is asked for, if not with the demo account's.
    pub(super) owners: BTreeMap<CharacterName, String>,
    minds: Arc<[Mind]>,
    run_forecasts: bool,
    seed: u64,
}

/// One life of the program.
pub(super) struct Life {
    pub(super) tree: Tree,
    pub(super) company: Company,
    /// Last, so that the others are dropped inside a runtime that is still there.
    pub(super) runtime: Runtime,
}

/// A runtime whose time jumps to the next timer whenever nobody has anything to do.
pub(super) fn runtime() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_all().start_paused(true).build().expect("a runtime can be made")
}

impl Stage {
    /// Sets the stage, inside the first life's runtime.
    pub(super) async fn set(setup: Setup) -> Self {
        let beginning: Timestamp = BEGINNING.parse().expect("a valid time");
        let clock = WorldClock::start(beginning);
        let demo = Demo {
            account: ACCOUNT.to_owned(),
            token: TOKEN.to_owned(),
            characters: setup.characters.iter().map(|name| (name.to_string(), "men1".to_owned())).collect(),
        };
        let config = SandboxConfig {
            world: setup.world,
            players: setup.players,
            speed: setup.speed,
            seed: setup.seed,
            rate_limits: setup.rate_limits,
            members: setup.members,
            demo: Some(demo),
            ..SandboxConfig::default()
        };
        let mut stage = Self {
            game: Game::new(open(config.clone(), &clock)),
            config,
            clock,
            journal: JournalPort::in_memory().expect("a journal in memory can be made"),
            faults: setup.faults,
            characters: setup.characters,
            tokens: vec![TOKEN.to_owned()],
            owners: BTreeMap::new(),
            minds: setup.minds.into(),
            run_forecasts: setup.run_forecasts,
            seed: setup.seed,
        };
        for (place, name) in setup.others.into_iter().enumerate() {
            let characters = setup::characters(place + 2);
            let token = Server { game: &stage.game, token: TOKEN }.open_account(name, &characters).await;
            stage.tokens.push(token.clone());
            stage.owners.extend(characters.iter().map(|name| (name.clone(), token.clone())));
            stage.characters.extend(characters);
        }
        stage
    }

    /// Puts a new game in the place of the old one.
    pub(super) fn begin_season(&self, world: WorldSource) {
        self.game.replace(open(SandboxConfig { world, ..self.config.clone() }, &self.clock));
    }

    fn parts(&self) -> Parts {
        let database = DATABASE.parse().expect("a valid address");
        let http = RouterHttp {
            game: self.game.clone(),
            plan: self.faults.clone(),
            clock: self.clock.clone(),
            characters: self.characters.clone(),
        };
        let url: Url = GAME.parse().expect("a valid address");
        Parts {
            ports: Ports {
                board: Board::new(0),
                clock: self.clock.present(),
                pace: Pace::default(),
                journal: self.journal.clone(),
                store: Store::connect_lazy(&database, StoreOptions::default()),
                ledgers: Ledgers::new(self.clock.present()),
                in_flight: InFlight::default(),
                vault: Vault::with_key([7; 32]),
                forecasts: if self.run_forecasts { Forecasts::all() } else { Forecasts::asked_only() },
                socket: SocketPort {
                    socket: Arc::new(RouterSocket { game: self.game.clone(), plan: self.faults.clone() }),
                    address: realtime::address(&url),
                },
            },
            cluster: None,
            client: Client::new(Arc::new(http), &url).expect("a valid address"),
            tokens: self.tokens.iter().map(|token| Token::new(&**token).expect("a valid token")).collect(),
            game_url: GAME.to_owned(),
            asker: ACCOUNT.parse().expect("a valid name"),
            keep_days: 90,
            first_minds: self.minds.clone(),
        }
    }
}

fn open(config: SandboxConfig, clock: &WorldClock) -> Router {
    let read = clock.clone();
    Sandbox::open(config, move || read.now()).expect("the world can be opened").router()
}

impl Life {
    /// Starts the program.
    pub(super) fn begin(stage: &Stage, runtime: Runtime) -> Self {
        // The limiter's jitter comes from this thread's dice.
        fastrand::seed(stage.seed);
        let (company, tree) = runtime.block_on(async {
            let started = Plan::from(stage.parts()).start().await;
            started.expect("the tree starts")
        });
        Self { tree, company, runtime }
    }
}
