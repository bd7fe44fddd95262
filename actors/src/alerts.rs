//! Tells people of the Grand Exchange by the rules that they have made.
//!
//! Twice a minute it holds them against what the board has of prices. A rule, and what it has told, is durable before
//! anybody sees it, so neither is lost by a fall or told twice after it. All of it is one entry of the journal, which
//! is written by one write after the other.

mod kept;

use std::{mem, sync::Arc, time::Duration};

use game::GameData;
use journal::{Journal, JournalError};
use planner::AlertRule;
use ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort};
use supervisor::{ChildContext, Handle, Tasks};
use uuid::Uuid;

use crate::{
    board::{AlertView, FiringView},
    game_data::{self, GameDataMsg},
    ports::Ports,
    words::count,
};
use kept::Kept;

/// Its id in the tree.
pub const ID: &str = "alerts";

/// How often rules are held against the exchange.
const LOOK: Duration = Duration::from_secs(30);
/// How long it waits for the season, without which nothing has a name or a value.
const SEASON: Duration = Duration::from_secs(2);

/// What it is told.
pub(crate) enum AlertsMsg {
    /// What was kept was read from the journal.
    Loaded(Result<Option<Kept>, JournalError>),
    /// A person wants a rule, another one, or none.
    Wish(AlertWish, RpcReplyPort<Result<AlertView, AlertError>>),
    /// A person has read what was told.
    Dismiss(Uuid, RpcReplyPort<Result<FiringView, AlertError>>),
    /// Time to look.
    Look,
    /// The season's data, if it is there.
    Season(Option<Arc<GameData>>),
    /// It is durable, or the disk failed.
    Saved(Result<Box<Kept>, JournalError>),
}

/// A person's wish; its rule was checked before.
#[derive(Debug, Clone)]
pub enum AlertWish {
    /// A new rule, with its words.
    Create(AlertRule, String),
    /// Another one in the place of this.
    Change(Uuid, AlertRule, String),
    /// This one no more.
    Delete(Uuid),
}

/// Why a wish about alerts was not granted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AlertError {
    /// There is no such rule.
    #[error("there is no alert `{0}`")]
    Unknown(Uuid),
    /// No rule has told that.
    #[error("no alert has told `{0}`, or that was long ago")]
    NothingTold(Uuid),
    /// There are as many as there may be.
    #[error("there are {0} alerts already: delete one first")]
    TooMany(usize),
    /// It does not know the rules yet.
    #[error("the alerts are still being read; ask again in a moment")]
    NotReady,
    /// The disk.
    #[error("nothing was changed: the local disk does not take it; see the log")]
    NotKept,
}

/// Whoever waits until something is durable; told whether it is.
type Waiting = Box<dyn FnOnce(bool) + Send>;

/// The actor.
pub(crate) struct AlertsActor {
    context: ChildContext,
}

/// What it keeps while it lives.
pub(crate) struct AlertsState {
    ports: Ports,
    game_data: Handle<GameDataMsg>,
    tasks: Tasks<AlertsMsg>,
    /// Nothing until it is read.
    kept: Option<Kept>,
    /// What of it is durable.
    saved: Kept,
    /// Whether it is being written, and who waits for that.
    saving: Option<Vec<Waiting>>,
    /// Who waits for the write after that.
    waiting: Vec<Waiting>,
}

impl AlertsActor {
    /// The actor for one incarnation.
    #[must_use]
    pub(crate) fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for AlertsActor {
    type Msg = AlertsMsg;
    type State = AlertsState;
    type Arguments = Ports;

    async fn pre_start(
        &self,
        myself: ActorRef<AlertsMsg>,
        ports: Ports,
    ) -> Result<AlertsState, ActorProcessingErr> {
        let tasks: Tasks<AlertsMsg> = self.context.tasks(&myself);
        let journal = ports.journal.clone();
        let loading = async move { journal.run(Journal::alerts).await };
        tasks.spawn_reporting("read the alerts", loading, AlertsMsg::Loaded);
        Ok(AlertsState {
            game_data: self.context.directory.handle(game_data::ID),
            ports,
            tasks,
            kept: None,
            saved: Kept::default(),
            saving: None,
            waiting: Vec::new(),
        })
    }

    async fn handle(
        &self,
        _myself: ActorRef<AlertsMsg>,
        message: AlertsMsg,
        state: &mut AlertsState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            AlertsMsg::Loaded(kept) => state.loaded(kept?.unwrap_or_default()),
            AlertsMsg::Wish(wish, answer) => {
                let clock = state.ports.clock;
                let grant = |kept: &mut Kept| match wish {
                    AlertWish::Create(rule, words) => kept.create(rule, words, clock),
                    AlertWish::Change(id, rule, words) => kept.change(id, rule, words),
                    AlertWish::Delete(id) => kept.delete(id),
                };
                state.grant(grant, answer);
            }
            AlertsMsg::Dismiss(id, answer) => state.grant(|kept| kept.dismiss(id), answer),
            AlertsMsg::Look => state.ask_for_season(),
            AlertsMsg::Season(season) => {
                if let Some(data) = season {
                    state.look(&data);
                }
            }
            AlertsMsg::Saved(kept) => state.has_saved(kept)?,
        }
        self.context.status.doing(format!("watches for {}", count(state.saved.rules().len(), "alert")));
        Ok(())
    }
}

impl AlertsState {
    fn loaded(&mut self, kept: Kept) {
        self.kept = Some(kept.clone());
        self.saved = kept;
        self.show();
        self.tasks.send_after(LOOK, AlertsMsg::Look);
    }

    /// Grants a wish, and answers when that is durable.
    fn grant<T: Send + 'static>(
        &mut self,
        grant: impl FnOnce(&mut Kept) -> Result<T, AlertError>,
        answer: RpcReplyPort<Result<T, AlertError>>,
    ) {
        let granted = self.kept.as_mut().ok_or(AlertError::NotReady).and_then(grant);
        match granted {
            Err(error) => drop(answer.send(Err(error))),
            Ok(granted) => {
                self.waiting.push(Box::new(move |is_kept| {
                    drop(answer.send(if is_kept { Ok(granted) } else { Err(AlertError::NotKept) }));
                }));
                self.save();
            }
        }
    }

    fn ask_for_season(&self) {
        self.tasks.send_after(LOOK, AlertsMsg::Look);
        if self.saved.rules().is_empty() {
            return;
        }
        let game_data = self.game_data.clone();
        self.tasks.spawn_reporting(
            "ask for the season",
            async move { game_data.call(GameDataMsg::Get, SEASON).await.ok().map(|season| season.data) },
            AlertsMsg::Season,
        );
    }

    fn look(&mut self, data: &GameData) {
        let board = &self.ports.board;
        let played = board.characters().into_iter().map(|character| character.account).collect();
        if let Some(kept) = &mut self.kept {
            kept.look(&board.prices(), data, &played, self.ports.clock);
            self.save();
        }
    }

    /// Writes what has changed, unless a write is under way: what changes meanwhile is written after it.
    fn save(&mut self) {
        let Some(kept) = self.kept.as_ref().filter(|_| self.saving.is_none()) else { return };
        if *kept == self.saved {
            return mem::take(&mut self.waiting).into_iter().for_each(|waiting| waiting(true));
        }
        self.saving = Some(mem::take(&mut self.waiting));
        let (journal, kept) = (self.ports.journal.clone(), Box::new(kept.clone()));
        self.tasks.detach_reporting(
            "keep the alerts",
            async move { journal.run(move |journal| journal.alerts_put(&kept).map(|()| kept)).await },
            AlertsMsg::Saved,
        );
    }

    fn has_saved(&mut self, kept: Result<Box<Kept>, JournalError>) -> Result<(), ActorProcessingErr> {
        let waiting = self.saving.take().unwrap_or_default();
        match kept {
            Ok(kept) => {
                self.saved = *kept;
                self.show();
                waiting.into_iter().for_each(|waiting| waiting(true));
                self.save();
                Ok(())
            }
            // What is not durable is not true: fall, and read what is.
            Err(error) => {
                waiting.into_iter().for_each(|waiting| waiting(false));
                Err(error.into())
            }
        }
    }

    fn show(&self) {
        self.ports.board.post_alerts(self.saved.rules(), self.saved.firings());
    }
}
