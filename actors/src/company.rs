//! The company: everything that a program needs to have the actors up, and what it may ask of them.
//!
//! The web server and the commands talk to this and to nothing behind it, so they know neither actors nor the journal.

mod accounts;
mod alerts;
mod by_hand;
mod exchange;
mod forecasts;
mod goals;

pub use goals::GoalRequest;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

pub use api_client::CallError;
use api_client::{Client, ReqwestHttp, SetupError, Token};
use game::{AccountName, CharacterName, GameData};
use journal::{Journal, JournalError};
use planner::{ConfigError, InvalidAlert, Mind};
use secrecy::SecretString;
use store::{AutomationConfig, DatabaseUrl, InvalidDatabaseUrl, Store, StoreOptions};
use supervisor::{CallError as MessageError, ChildError, Directory, Handle, StartError, Tree};
use tokio::sync::mpsc;
use url::Url;
use uuid::Uuid;

use crate::{
    account::character_id,
    alerts::AlertError,
    board::{AutomationView, Board, TreeNode},
    character::{CharacterMsg, Control, ControlError, NewJob, Wish, grant_in_journal},
    clock::Clock,
    coordinator::{GoalError, LookError},
    forecasts::Forecasts,
    game_data::{self, GameDataMsg},
    in_flight::InFlight,
    ledger::Ledgers,
    pace::Pace,
    ports::{JournalPort, Ports, SocketPort},
    postgres::{Cluster, ClusterError},
    session::{Frame, Session, SessionArgs},
    tree::{self, Parts},
    vault::{self, KeyError, Vault},
};

/// The journal's file in the data folder.
const JOURNAL: &str = "journal.redb";
/// A request to the game may take this long.
const REQUEST: Duration = Duration::from_secs(20);
/// A person's wish waits for nothing but the local disk.
const WISH: Duration = Duration::from_secs(10);
/// How long a wish waits for the season's data: it is there at once, or the game is away.
const SEASON: Duration = Duration::from_secs(2);

/// What a company is made from.
#[derive(Debug)]
pub struct Settings {
    /// The game's address.
    pub game_url: Url,
    /// The tokens of the accounts that are played from the start.
    pub tokens: Vec<SecretString>,
    /// What seals the tokens of accounts that are added; `None` for the key in the data folder.
    pub secret_key: Option<SecretString>,
    /// Where journal and built-in database live.
    pub data: PathBuf,
    /// A database of the operator's; `None` for the built-in one.
    pub database: Option<DatabaseUrl>,
    /// How many days of history the database keeps.
    pub keep_days: u32,
    /// What characters do that were never told anything: given out in turn.
    pub first_minds: Vec<Mind>,
}

/// Why a company cannot be opened. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder.
    #[error("cannot make the data folder {path}: choose another one with --data")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The built-in database.
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    /// The built-in database's address.
    #[error(transparent)]
    Address(#[from] InvalidDatabaseUrl),
    /// The way to the game.
    #[error(transparent)]
    Game(#[from] SetupError),
    /// The key that seals tokens.
    #[error("CALLBOARD_SECRET_KEY (or --secret-key) and {} in the data folder cannot be used", vault::FILE)]
    Key(#[from] KeyError),
}

/// Why the company did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody of that name is on the board.
    #[error("there is no character `{0}`")]
    Unknown(CharacterName),
    /// A gift to somebody of another account, or to nobody.
    #[error("gifts go to characters of the same account only, and {to} is none of {account}'s")]
    Stranger {
        /// Who was to receive it.
        to: CharacterName,
        /// The giver's account.
        account: AccountName,
    },
    /// Its actor did not answer.
    #[error("{0} cannot be reached at the moment")]
    Away(CharacterName, #[source] MessageError),
    /// The game has not told yet where it stands.
    #[error("the game has not told yet how {0} is; ask again in a moment")]
    Unread(CharacterName),
    /// The game does not tell what an account has on the exchange.
    #[error("the game does not tell at the moment what {0} has on the Grand Exchange; ask again in a minute")]
    ExchangeUnread(AccountName),
    /// The season has something against the configuration.
    #[error(transparent)]
    Senseless(#[from] ConfigError),
    /// A forecast of what others have a part in.
    #[error(
        "what other characters will do cannot be reckoned, and this automation counts on some; try it out instead"
    )]
    CountsOnOthers,
    /// It said no.
    #[error(transparent)]
    Refused(#[from] ControlError),
    /// It was not said whose goal it is, or nobody knows that account.
    #[error("{}", which_account(named.as_ref(), known))]
    WhichAccount {
        /// What was said.
        named: Option<AccountName>,
        /// The accounts there are.
        known: Vec<AccountName>,
    },
    /// The alert makes no sense in this season.
    #[error(transparent)]
    SenselessAlert(#[from] InvalidAlert),
    /// Who keeps the alerts did not answer.
    #[error("the alerts cannot be reached at the moment")]
    NoAlerts(#[source] MessageError),
    /// The alerts are not as that would need them.
    #[error(transparent)]
    Alert(#[from] AlertError),
    /// The coordinator did not answer.
    #[error("the goals cannot be reached at the moment")]
    NoCoordinator(#[source] MessageError),
    /// The goals are not as that would need them.
    #[error(transparent)]
    Goal(#[from] GoalError),
    /// There is no plan yet.
    #[error("there is no plan yet")]
    NoPlan(#[from] LookError),
    /// The wish could not be written down.
    #[error("the wish was not kept")]
    Journal(#[from] JournalError),
}

fn which_account(named: Option<&AccountName>, known: &[AccountName]) -> String {
    let known = known.iter().map(AccountName::as_str).collect::<Vec<_>>().join(", ");
    match named {
        Some(name) => format!("`account`: no characters of `{name}` are played; there are those of {known}"),
        None if known.is_empty() => "no characters are played yet; ask again in a moment".to_owned(),
        None => format!("`account`: say whose goal it is: {known}"),
    }
}

/// What is needed to have the actors up, ready but not started.
pub struct Plan {
    parts: Parts,
}

impl Plan {
    /// Opens the journal and everything else that can be opened without waiting for anybody. Inside a runtime.
    ///
    /// # Errors
    /// The first thing that is not usable, and what to do about it.
    pub fn open(settings: Settings) -> Result<Self, OpenError> {
        let Settings { game_url, tokens, secret_key, data, database, keep_days, first_minds } = settings;
        std::fs::create_dir_all(&data).map_err(|source| OpenError::Folder { path: data.clone(), source })?;
        let journal = Journal::open(data.join(JOURNAL))?;
        let is_sealed = !journal.accounts()?.is_empty();
        let vault = Vault::of_folder(&data, secret_key.as_ref(), is_sealed)?;
        let (cluster, address) = match database {
            Some(address) => (None, address),
            None => {
                let cluster = Cluster::locate(&data)?;
                let address = cluster.url().parse()?;
                (Some(cluster), address)
            }
        };
        let clock = Clock::System;
        let ports = Ports {
            board: Board::new(u64::try_from(clock.now().as_millisecond()).unwrap_or(0)),
            clock,
            pace: Pace::default(),
            journal: JournalPort::new(journal),
            store: Store::connect_lazy(&address, StoreOptions::default()),
            ledgers: Ledgers::new(clock),
            in_flight: InFlight::default(),
            vault,
            forecasts: Forecasts::all(),
            socket: SocketPort::over_the_network(&game_url)?,
        };
        let parts = Parts {
            ports,
            cluster,
            game_url: game_url.to_string(),
            client: Client::new(Arc::new(ReqwestHttp::new(REQUEST)?), &game_url)?,
            tokens: tokens.into_iter().map(Token::new).collect::<Result<_, _>>()?,
            asker: "callboard".parse().expect("a plain word is a valid name"),
            keep_days,
            first_minds: first_minds.into(),
        };
        Ok(Self { parts })
    }

    /// Whether characters were played with this data folder before.
    #[must_use]
    pub fn has_played(data: &Path) -> bool {
        data.join(JOURNAL).exists()
    }

    /// Starts the tree; returns when all of it is up.
    ///
    /// # Errors
    /// The child that did not start, and why.
    pub async fn start(self) -> Result<(Company, Tree), StartError> {
        let tree = Tree::start(tree::root(&self.parts), Directory::new()).await?;
        let company = Company { ports: self.parts.ports, directory: tree.directory().clone() };
        Ok((company, tree))
    }
}

impl From<Parts> for Plan {
    /// A plan of parts that were made elsewhere, as a simulation makes them.
    fn from(parts: Parts) -> Self {
        Self { parts }
    }
}

/// A company at work. Clones are the same company.
#[derive(Clone)]
pub struct Company {
    ports: Ports,
    directory: Directory,
}

impl Company {
    /// What everybody does.
    #[must_use]
    pub fn board(&self) -> &Board {
        &self.ports.board
    }

    /// PostgreSQL.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.ports.store
    }

    /// The time.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.ports.clock
    }

    /// How fast the game's time runs, as far as the server has told.
    #[must_use]
    pub fn pace(&self) -> &Pace {
        &self.ports.pace
    }

    /// Where everybody's time goes.
    #[must_use]
    pub fn ledgers(&self) -> &Ledgers {
        &self.ports.ledgers
    }

    /// The supervision tree as it is now; nothing before its start.
    #[must_use]
    pub fn tree(&self) -> Option<TreeNode> {
        self.directory.tree().root.as_ref().map(TreeNode::from)
    }

    /// Starts an automation; it replaces the one that runs. Returns when that is durable; an action that has left for the
    /// game is finished first, however long that takes.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn start_automation(
        &self,
        name: &CharacterName,
        mind: Mind,
    ) -> Result<AutomationView, AskError> {
        if let Some(season) = self.season().await {
            mind.check(&season)?;
        }
        let config_id = self.save_config(name, &mind).await;
        self.wish(name, Control::Start(Box::new(NewJob { mind, config_id, goal: None }))).await
    }

    /// The season's data; nothing as long as the game has not told it.
    pub async fn season(&self) -> Option<Arc<GameData>> {
        let game_data: Handle<GameDataMsg> = self.directory.handle(game_data::ID);
        game_data.call(GameDataMsg::Get, SEASON).await.ok().map(|season| season.data)
    }

    /// Saves a configuration to be used again. A start does not wait for a database that is away.
    async fn save_config(&self, name: &CharacterName, mind: &Mind) -> Option<Uuid> {
        let clock = self.ports.clock;
        let row = AutomationConfig {
            id: clock.new_id(),
            account: self.ports.board.character(name)?.account,
            character: name.clone(),
            strategy: mind.strategy().to_owned(),
            config: mind.config(),
            created_at: clock.now(),
        };
        match self.ports.store.automation_config_insert(&row).await {
            Ok(()) => Some(row.id),
            Err(error) => {
                tracing::warn!(error = supervisor::chain(&error), "a configuration was not saved");
                None
            }
        }
    }

    /// Stops, winds down, pauses or resumes the automation that runs. Returns when that is durable; an action that has left
    /// for the game is finished, one that has not is withdrawn.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn change_automation(
        &self,
        name: &CharacterName,
        wish: Wish,
    ) -> Result<AutomationView, AskError> {
        self.wish(name, Control::Change(wish)).await
    }

    /// Makes a character's actor panic, to see that the company goes on.
    ///
    /// # Errors
    /// [`AskError`].
    pub fn fell(&self, name: &CharacterName) -> Result<(), AskError> {
        let account = self.account_of(name)?;
        let handle: Handle<CharacterMsg> = self.directory.handle(character_id(&account, name));
        handle.send(CharacterMsg::Panic).map_err(|away| AskError::Away(name.clone(), away.into()))
    }

    /// Opens a live session; its frames arrive at the other end of `outbox`, which ends it when dropped.
    ///
    /// # Errors
    /// When the sessions' supervisor does not take it.
    pub async fn open_session(&self, outbox: mpsc::Sender<Frame>) -> Result<(), ChildError> {
        let args = SessionArgs { board: self.ports.board.clone(), outbox };
        let id = self.ports.clock.new_id().simple().to_string();
        self.directory.supervisor(tree::SESSIONS).start_child(Session::spec(&id, args)).await
    }

    fn account_of(&self, name: &CharacterName) -> Result<AccountName, AskError> {
        let view = self.ports.board.character(name).ok_or_else(|| AskError::Unknown(name.clone()))?;
        Ok(view.account)
    }

    async fn wish(&self, name: &CharacterName, wish: Control) -> Result<AutomationView, AskError> {
        let account = self.account_of(name)?;
        let actor: Handle<CharacterMsg> = self.directory.handle(character_id(&account, name));
        match actor.call(|answer| CharacterMsg::Wish(wish.clone(), answer), WISH).await {
            // The game has not told yet that the character is there. Whoever begins to play it reads the journal; one
            // that has just begun may have read it before this.
            Err(MessageError::Away(_)) => {
                let granted = grant_in_journal(&self.ports, &account, name, wish).await??;
                let view = granted.view.clone();
                let _ = actor.send(CharacterMsg::Granted(Ok(Some(Box::new(granted)))));
                Ok(view)
            }
            answer => Ok(answer.map_err(|error| AskError::Away(name.clone(), error))??),
        }
    }
}
