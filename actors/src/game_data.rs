//! The season's static data: read from the game once, kept in the database against a start while the game is away,
//! and read again when the game's version changes: then one character tries it first.
//!
//! It gives the data to whoever asks and holds questions until there is some. After a restart it reads again.

mod trial;

use std::{sync::Arc, time::Duration};

use api_client::{
    Call, CallError, StaticPage,
    calls::{GetStatic, GetStatus},
};
use game::{
    AccountName, GameData,
    data::{DataError, Item, StaticData},
};
use jiff::SignedDuration;
use ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort};
use store::CachedGameData;
use supervisor::{ChildContext, Directory, Task, Tasks, chain};

use crate::{
    limiter::{Gateway, Priority},
    ports::{Ports, when_there},
};

pub(crate) use trial::{PATIENCE as TRIAL, Trial};

/// Its id in the tree.
pub const ID: &str = "game_data";

/// How long a game that does not answer is waited for before the cached season is used.
const PATIENCE: Duration = Duration::from_secs(20);
/// Kind under which the season is cached in the database.
const CACHED: &str = "season";
/// Largest page of static data (RULES §1).
const PAGE: u32 = StaticPage::<Item>::MAX_SIZE;
/// How often the game is asked for its version.
const CHECK: Duration = Duration::from_secs(600);
/// How long after a failure it is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// The season as it is known now.
#[derive(Debug, Clone)]
pub struct Season {
    /// The static data.
    pub data: Arc<GameData>,
    /// The server's clock less ours, as good as one exchange tells. Only for showing times and for a first guess after
    /// a restart; waiting goes by the seconds in replies.
    pub clock_offset: SignedDuration,
}

/// What it is told.
pub enum GameDataMsg {
    /// Somebody wants the season; answered as soon as there is one.
    Get(RpcReplyPort<Season>),
    /// Time to look for a new version.
    Check,
    /// The game has said by itself that it is in this version.
    Heard(String),
    /// A look has ended: a new season, or nothing new.
    Looked(Box<Result<Option<Season>, LoadError>>),
    /// A character has found out that it can play by the season of this version.
    Tried(String),
}

/// Why the season could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The game did not give it.
    #[error("the game's static data cannot be read")]
    Call(#[from] CallError),
    /// The game gave something inconsistent.
    #[error("the game's static data is inconsistent")]
    Data(#[from] DataError),
}

/// What it starts with.
#[derive(Clone)]
pub struct GameDataArgs {
    /// On whose budget it reads.
    pub account: AccountName,
    /// Where it keeps the season.
    pub ports: Ports,
}

/// The actor.
pub struct GameDataActor {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct GameDataState {
    args: GameDataArgs,
    directory: Directory,
    gateway: Gateway,
    tasks: Tasks<GameDataMsg>,
    season: Option<Season>,
    waiting: Vec<RpcReplyPort<Season>>,
    /// The next look; nothing while there is one under way.
    next_look: Option<Task>,
}

impl GameDataActor {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for GameDataActor {
    type Msg = GameDataMsg;
    type State = GameDataState;
    type Arguments = GameDataArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<GameDataMsg>,
        args: GameDataArgs,
    ) -> Result<GameDataState, ActorProcessingErr> {
        let tasks = self.context.tasks(&myself);
        let directory = self.context.directory.clone();
        let gateway = Gateway::new(&directory);
        let (season, waiting, next_look) = (None, Vec::new(), None);
        let mut state = GameDataState { args, directory, gateway, tasks, season, waiting, next_look };
        self.context.status.doing("reading the season's data");
        state.look();
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<GameDataMsg>,
        message: GameDataMsg,
        state: &mut GameDataState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            GameDataMsg::Get(reply) => match &state.season {
                Some(season) => drop(reply.send(season.clone())),
                None => state.waiting.push(reply),
            },
            GameDataMsg::Check => state.look(),
            GameDataMsg::Heard(version) => state.heard(&version),
            GameDataMsg::Looked(result) => state.looked(*result),
            GameDataMsg::Tried(version) => state.tried(&version),
        }
        if let Some(season) = &state.season {
            let data = &season.data;
            self.context.status.doing(format!("season {}: {} maps", data.version, data.maps.len()));
        }
        Ok(())
    }
}

impl GameDataState {
    /// Looks at once, if that is another version than the one it knows.
    fn heard(&mut self, version: &str) {
        let is_known = self.season.as_ref().is_none_or(|season| season.data.version == version);
        if let Some(planned) = self.next_look.take_if(|_| !is_known) {
            planned.cancel();
            self.look();
        }
    }

    fn look(&mut self) {
        self.next_look = None;
        let (gateway, args) = (self.gateway.clone(), self.args.clone());
        let known = self.season.as_ref().map(|season| season.data.version.clone());
        self.tasks.spawn_reporting(
            "look for a new version",
            async move { Box::new(look(&gateway, &args, known).await) },
            GameDataMsg::Looked,
        );
    }

    /// Keeps the season for a start while the game is away. A database that is away keeps the one before.
    fn cache(&self, season: &Season) {
        let (ports, data) = (self.args.ports.clone(), season.data.clone());
        self.tasks.spawn("cache the season", async move {
            let lists = data.to_lists();
            let row = CachedGameData {
                kind: CACHED.to_owned(),
                version: data.version.clone(),
                data: serde_json::to_value(&lists).expect("lists of plain values"),
                fetched_at: ports.clock.now(),
            };
            if let Err(error) = when_there(|| ports.store.game_data_upsert(&row)).await {
                tracing::warn!(error = chain(&error), "the season's data is not cached");
            }
        });
    }

    fn looked(&mut self, result: Result<Option<Season>, LoadError>) {
        let next = match result {
            Ok(Some(season)) => {
                let speed = self.args.ports.pace.speed();
                tracing::info!(version = season.data.version, speed, "the season's data is loaded");
                self.cache(&season);
                self.waiting.drain(..).for_each(|port| drop(port.send(season.clone())));
                if let Some(before) = self.season.replace(season) {
                    self.begin_trial(&before.data.version);
                }
                CHECK
            }
            Ok(None) => CHECK,
            Err(error) => {
                tracing::warn!(error = chain(&error), "the season's data was not read; trying again");
                RETRY
            }
        };
        self.next_look = Some(self.tasks.send_after(next, GameDataMsg::Check));
    }
}

/// Reads the season when its version is not the known one. With nothing known yet the database's copy will do while
/// the game is away.
async fn look(
    gateway: &Gateway,
    args: &GameDataArgs,
    known: Option<String>,
) -> Result<Option<Season>, LoadError> {
    let clock = args.ports.clock;
    let asked_at = clock.now();
    let asking = gateway.reply(&args.account, Priority::Read, &GetStatus);
    let reply = if known.is_some() {
        asking.await?
    } else {
        // The limiter asks until the game answers; meanwhile the copy will do.
        let mut asking = std::pin::pin!(asking);
        match tokio::time::timeout(PATIENCE, &mut asking).await {
            Ok(reply) => reply?,
            Err(_) => match cached(args).await {
                Some(season) => return Ok(Some(season)),
                None => asking.await?,
            },
        }
    };
    let status = reply.value?;
    args.ports.pace.learn(reply.world_speed.unwrap_or(1.0));
    let halfway = clock.now().duration_since(asked_at) / 2;
    if known.as_ref() == Some(&status.version) {
        return Ok(None);
    }
    let lists = StaticData {
        version: status.version.clone(),
        items: all(gateway, args, GetStatic::page).await?,
        monsters: all(gateway, args, GetStatic::page).await?,
        resources: all(gateway, args, GetStatic::page).await?,
        maps: all(gateway, args, GetStatic::page).await?,
        npcs: all(gateway, args, GetStatic::page).await?,
        npc_items: all(gateway, args, GetStatic::page).await?,
        tasks: all(gateway, args, GetStatic::page).await?,
        tasks_rewards: all(gateway, args, GetStatic::page).await?,
        achievements: all(gateway, args, GetStatic::page).await?,
        events: all(gateway, args, GetStatic::page).await?,
        // How raids stand is told by the accounts' `realtime` actors, with all that is known of them.
        raids: Vec::new(),
    };
    let data = Arc::new(GameData::new(lists)?);
    let clock_offset = status.server_time.duration_since(asked_at) - halfway;
    Ok(Some(Season { data, clock_offset }))
}

/// The season as it was when the game was last reached, if the database has it.
async fn cached(args: &GameDataArgs) -> Option<Season> {
    let row = args.ports.store.game_data_get(CACHED).await.ok()??;
    let lists: StaticData = serde_json::from_value(row.data).ok()?;
    let data = Arc::new(GameData::new(lists).ok()?);
    tracing::info!(version = row.version, "the game is away: using the season's data as it was");
    Some(Season { data, clock_offset: SignedDuration::ZERO })
}

/// All pages of one list. Entries with words of a newer season are left out with a warning: they degrade what needs
/// them, not the rest.
async fn all<T>(
    gateway: &Gateway,
    args: &GameDataArgs,
    call: impl Fn(u32, u32) -> GetStatic<T>,
) -> Result<Vec<T>, CallError>
where
    GetStatic<T>: Call<Reply = StaticPage<T>> + Sync,
{
    let open = |StaticPage { page, unreadable }: StaticPage<T>| {
        for error in unreadable {
            tracing::warn!(%error, "an entry of the static data is left out");
        }
        page
    };
    gateway.pages(&args.account, |number| call(number, PAGE), open).await
}
