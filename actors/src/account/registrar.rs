//! Finds out to whom each token belongs and opens that account's part of the tree.
//!
//! It keeps trying while the game is away, and meanwhile shows what earlier runs of the program have seen. A token that
//! the game rejects stops that account only. After a restart it asks again; accounts that are open already stay
//! untouched.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use api_client::{CallError, Token, calls};
use game::AccountName;
use planner::Mind;
use ractor::{Actor, ActorProcessingErr, ActorRef};
use store::{GameAccount, StoreError};
use supervisor::{ChildContext, ChildError, Task, Tasks, chain};

use super::{AccountArgs, RETRY_REJECTED, recall::recall, rejection};
use crate::{
    board::CharacterView,
    limiter::{Gateway, Priority},
    ports::Ports,
    tree,
};

/// Its id in the tree.
pub const ID: &str = "registrar";

/// How long after a failure a token is tried again.
const RETRY: Duration = Duration::from_secs(15);
/// How long a database that is still coming up is left alone.
const RETRY_RECALL: Duration = Duration::from_secs(1);

/// What it is told.
pub enum RegistrarMsg {
    /// Find out whose token this is, by its place in the list.
    Identify(usize),
    /// That was found out, or not.
    Identified(usize, Result<AccountName, CallError>),
    /// Somebody has mended a token: ask at once whatever waits for its next try.
    Retry,
    /// An account's part of the tree was opened, or not.
    Opened(AccountName, Result<(), ChildError>),
    /// Look up what earlier runs have seen.
    Recall,
    /// That was found, or the database is not up yet.
    Recalled(Result<Vec<CharacterView>, StoreError>),
    /// Write an account into the database.
    Remember(AccountName),
    /// That was done, or not.
    Remembered(AccountName, Result<GameAccount, StoreError>),
}

/// What it starts with.
#[derive(Clone)]
pub struct RegistrarArgs {
    /// The accounts' tokens.
    pub tokens: Vec<Token>,
    /// The game's address.
    pub game_url: String,
    /// In whose name it asks before it knows a name.
    pub asker: AccountName,
    /// What the accounts are handed.
    pub ports: Ports,
    /// What characters do that were never told anything.
    pub first_minds: Arc<[Mind]>,
}

/// The actor.
pub struct Registrar {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct RegistrarState {
    args: RegistrarArgs,
    gateway: Gateway,
    tasks: Tasks<RegistrarMsg>,
    open: Vec<AccountName>,
    /// The next try of each token that has failed.
    next_try: BTreeMap<usize, Task>,
    rejected: BTreeSet<usize>,
}

impl Registrar {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Registrar {
    type Msg = RegistrarMsg;
    type State = RegistrarState;
    type Arguments = RegistrarArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<RegistrarMsg>,
        args: RegistrarArgs,
    ) -> Result<RegistrarState, ActorProcessingErr> {
        let gateway = Gateway::new(&self.context.directory);
        let mut state = RegistrarState {
            args,
            gateway,
            tasks: self.context.tasks(&myself),
            open: Vec::new(),
            next_try: BTreeMap::new(),
            rejected: BTreeSet::new(),
        };
        (0..state.args.tokens.len()).for_each(|place| state.identify(place));
        state.recall();
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<RegistrarMsg>,
        message: RegistrarMsg,
        state: &mut RegistrarState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            RegistrarMsg::Identify(place) => state.identify(place),
            RegistrarMsg::Identified(place, Ok(account)) => {
                state.note_rejection(place, None);
                self.open(place, account, state);
            }
            RegistrarMsg::Identified(place, Err(error)) => {
                tracing::error!(token = place + 1, error = chain(&error), "an account cannot be opened yet");
                let rejection = rejection(&error);
                let pause = if rejection.is_some() { RETRY_REJECTED } else { RETRY };
                state.note_rejection(place, rejection);
                let next_try = state.tasks.send_after(pause, RegistrarMsg::Identify(place));
                state.next_try.insert(place, next_try);
            }
            RegistrarMsg::Retry => state.retry(),
            // After a restart of this actor it is open already.
            RegistrarMsg::Opened(
                account,
                Ok(()) | Err(ChildError::Running { .. } | ChildError::Restarting { .. }),
            ) => {
                tracing::info!(%account, "the account is open");
                state.open.push(account.clone());
                if state.all_are_open() {
                    state.args.ports.board.forget_unread(|view| !state.open.contains(&view.account));
                }
                state.remember(account);
            }
            RegistrarMsg::Recall => state.recall(),
            RegistrarMsg::Recalled(Ok(views)) => {
                // Who was identified meanwhile is read from the game.
                if !state.all_are_open() {
                    state.args.ports.board.restore_characters(views);
                }
            }
            RegistrarMsg::Recalled(Err(error)) => {
                tracing::debug!(error = chain(&error), "what was seen earlier is not known yet");
                state.tasks.send_after(RETRY_RECALL, RegistrarMsg::Recall);
            }
            RegistrarMsg::Remember(account) => state.remember(account),
            RegistrarMsg::Remembered(_, Ok(_)) => {}
            RegistrarMsg::Remembered(account, Err(error)) => {
                tracing::debug!(%account, error = chain(&error), "the account is not remembered yet");
                state.tasks.send_after(RETRY, RegistrarMsg::Remember(account));
            }
            RegistrarMsg::Opened(account, Err(error)) => {
                return Err(format!("account {account} could not be opened: {}", chain(&error)).into());
            }
        }
        let (open, tokens) = (state.open.len(), state.args.tokens.len());
        self.context.status.doing(format!("accounts open: {open} of {tokens}"));
        Ok(())
    }
}

impl Registrar {
    fn open(&self, place: usize, account: AccountName, state: &RegistrarState) {
        let Some(token) = state.args.tokens.get(place).cloned() else { return };
        let (ports, first_minds) = (state.args.ports.clone(), state.args.first_minds.clone());
        let spec = tree::account(AccountArgs { account: account.clone(), token, ports, first_minds });
        let accounts = self.context.directory.supervisor(tree::ACCOUNTS);
        state.tasks.spawn_reporting(
            "open an account",
            async move { accounts.start_child(spec).await },
            move |result| RegistrarMsg::Opened(account, result),
        );
    }
}

impl RegistrarState {
    fn all_are_open(&self) -> bool {
        self.open.len() == self.args.tokens.len()
    }

    fn recall(&self) {
        if self.all_are_open() {
            return;
        }
        let RegistrarArgs { ports, game_url, tokens, .. } = self.args.clone();
        self.tasks.spawn_reporting(
            "recall the characters",
            async move { recall(&ports, &game_url, tokens.len()).await },
            RegistrarMsg::Recalled,
        );
    }

    /// Writes down that this account is played here.
    fn remember(&self, account: AccountName) {
        let (ports, base_url) = (self.args.ports.clone(), self.args.game_url.clone());
        let now = ports.clock.now();
        let id = ports.clock.new_id();
        let row = GameAccount { id, name: account.clone(), base_url, created_at: now, last_seen_at: now };
        self.tasks.spawn_reporting(
            "remember an account",
            async move { ports.store.game_account_upsert(&row).await },
            move |result| RegistrarMsg::Remembered(account, result),
        );
    }

    /// Shows that the game rejects the token at this place, or does not any more.
    fn note_rejection(&mut self, place: usize, rejection: Option<String>) {
        if rejection.is_some() {
            self.rejected.insert(place);
        } else {
            self.rejected.remove(&place);
        }
        if rejection.is_some() || self.rejected.is_empty() {
            self.args.ports.board.post_account(None, rejection);
        }
    }

    fn retry(&mut self) {
        for (place, next_try) in std::mem::take(&mut self.next_try) {
            next_try.cancel();
            self.identify(place);
        }
    }

    fn identify(&mut self, place: usize) {
        self.next_try.remove(&place);
        let Some(token) = self.args.tokens.get(place).cloned() else { return };
        let (gateway, asker) = (self.gateway.clone(), self.args.asker.clone());
        self.tasks.spawn_reporting(
            "identify a token",
            async move {
                let call = calls::GetAccount { token: &token };
                gateway.call(&asker, Priority::Read, &call).await.map(|account| account.name)
            },
            move |result| RegistrarMsg::Identified(place, result),
        );
    }
}
