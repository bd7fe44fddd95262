//! Opens each account's part of the tree: of those that were added, which the journal knows by name, and of those whose
//! tokens were given at the start, once the game has told to whom they belong.
//!
//! It keeps trying while the game is away, and meanwhile shows what earlier runs of the program have seen. A token that
//! the game rejects stops that account only. After a restart it asks again; accounts that are open already stay
//! untouched. What people want of the accounts is in `wishes`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use api_client::{CallError, Token, calls};
use game::AccountName;
use journal::{AddedAccount, JournalError};
use planner::Mind;
use ractor::{Actor, ActorProcessingErr, ActorRef};
use store::{GameAccount, StoreError};
use supervisor::{ChildContext, ChildError, ChildSpec, Task, Tasks, chain};

use super::{
    AccountArgs, RETRY_REJECTED,
    recall::recall,
    rejection,
    wishes::{AccountWish, Introduced, KeptToken},
};
use crate::{
    board::{AccountOrigin, AccountState, CharacterView},
    limiter::{Gateway, Priority},
    ports::Ports,
    tree,
    words::count,
};

/// Its id in the tree.
pub const ID: &str = "registrar";

/// How long after a failure a token is tried again.
const RETRY: Duration = Duration::from_secs(15);
/// How long a database that is still coming up is left alone.
const RETRY_RECALL: Duration = Duration::from_secs(1);

/// What it is told.
pub enum RegistrarMsg {
    /// The accounts that were added, as the journal keeps them.
    Added(Result<Vec<AddedAccount>, JournalError>),
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
    /// A person wants something of the accounts.
    Wish(AccountWish),
    /// The game was asked whose token that is.
    Introduced(Introduced),
    /// A token was kept, or not.
    TokenKept(KeptToken),
    /// An account was removed; not, when the disk did not take it.
    Removed(AccountName, bool),
}

/// What it starts with.
#[derive(Clone)]
pub struct RegistrarArgs {
    /// The tokens that were given at the start.
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
    pub(super) context: ChildContext,
}

/// What it keeps while it lives.
pub struct RegistrarState {
    pub(super) args: RegistrarArgs,
    pub(super) gateway: Gateway,
    pub(super) tasks: Tasks<RegistrarMsg>,
    /// Who is played, and where the token comes from.
    pub(super) played: BTreeMap<AccountName, AccountOrigin>,
    /// Who is being removed.
    pub(super) going: BTreeSet<AccountName>,
    /// The tokens of the start whose accounts are known, by their places.
    identified: BTreeSet<usize>,
    /// Whether the journal has told which accounts were added.
    knows_added: bool,
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
            played: BTreeMap::new(),
            going: BTreeSet::new(),
            identified: BTreeSet::new(),
            knows_added: false,
            next_try: BTreeMap::new(),
            rejected: BTreeSet::new(),
        };
        state.ask_journal();
        (0..state.args.tokens.len()).for_each(|place| state.identify(place));
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<RegistrarMsg>,
        message: RegistrarMsg,
        state: &mut RegistrarState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            RegistrarMsg::Added(accounts) => {
                self.open_added(accounts?, state);
                state.recall();
            }
            RegistrarMsg::Identify(place) => state.identify(place),
            RegistrarMsg::Identified(place, Ok(account)) => {
                state.note_rejection(place, None);
                state.identified.insert(place);
                self.open_given(place, account, state);
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
                if state.all_are_known() {
                    let played = |view: &CharacterView| state.played.contains_key(&view.account);
                    state.args.ports.board.forget_unread(|view| !played(view));
                }
                state.remember(account);
            }
            RegistrarMsg::Recall => state.recall(),
            RegistrarMsg::Recalled(Ok(views)) => {
                // Who was identified meanwhile is read from the game.
                let wanted = views
                    .into_iter()
                    .filter(|view| !state.all_are_known() || state.played.contains_key(&view.account));
                state.args.ports.board.restore_characters(wanted.collect());
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
            RegistrarMsg::Wish(wish) => self.wished(wish, state),
            RegistrarMsg::Introduced(introduced) => state.introduced(introduced),
            RegistrarMsg::TokenKept(kept) => self.token_kept(kept, state),
            RegistrarMsg::Removed(account, is_gone) => {
                state.going.remove(&account);
                if is_gone {
                    state.played.remove(&account);
                }
            }
            // It is being removed; what was to be opened is gone.
            RegistrarMsg::Opened(account, Err(_)) if state.going.contains(&account) => {}
            RegistrarMsg::Opened(account, Err(error)) => {
                return Err(format!("account {account} could not be opened: {}", chain(&error)).into());
            }
        }
        let unknown = state.args.tokens.len() - state.identified.len();
        self.context.status.doing(match unknown {
            0 => format!("plays {}", count(state.played.len(), "account")),
            _ => format!("plays {}; {unknown} not known yet", count(state.played.len(), "account")),
        });
        Ok(())
    }
}

impl Registrar {
    /// Opens the accounts that were added. One that is open stays so; one whose token was given at the start, too, belongs
    /// to the start.
    fn open_added(&self, accounts: Vec<AddedAccount>, state: &mut RegistrarState) {
        state.knows_added = true;
        for AddedAccount { name, token, .. } in accounts {
            if state.played.contains_key(&name) {
                continue;
            }
            state.enter(name.clone(), AccountOrigin::Added);
            match state.args.ports.vault.open(&name, &token) {
                Ok(token) => self.open(name, token, state),
                Err(error) => {
                    let message = format!("cannot be opened: {}", chain(&error));
                    tracing::error!(account = %name, "the account {message}");
                    state.args.ports.board.post_account(Some(name), AccountState::Sealed, Some(message));
                }
            }
        }
    }

    /// Opens an account whose token was given at the start.
    fn open_given(&self, place: usize, account: AccountName, state: &mut RegistrarState) {
        let Some(token) = state.args.tokens.get(place).cloned() else { return };
        state.enter(account.clone(), AccountOrigin::Option);
        self.open(account, token, state);
    }

    /// Starts an account's part of the tree.
    pub(super) fn open(&self, account: AccountName, token: Token, state: &RegistrarState) {
        let spec = state.spec(&account, token);
        let accounts = self.context.directory.supervisor(tree::ACCOUNTS);
        state.tasks.spawn_reporting(
            "open an account",
            async move { accounts.start_child(spec).await },
            move |result| RegistrarMsg::Opened(account, result),
        );
    }
}

impl RegistrarState {
    /// Notes that an account is played from now on.
    pub(super) fn enter(&mut self, account: AccountName, origin: AccountOrigin) {
        self.args.ports.board.post_account_origin(account.clone(), origin);
        self.played.insert(account, origin);
    }

    /// Notes that an account is not played after all.
    pub(super) fn forget(&mut self, account: &AccountName) {
        self.args.ports.board.remove_account(account);
        self.played.remove(account);
    }

    /// An account's part of the tree. Characters of the start may have something to do that nobody told them.
    pub(super) fn spec(&self, account: &AccountName, token: Token) -> ChildSpec {
        let RegistrarArgs { ports, first_minds, .. } = self.args.clone();
        let is_given = self.played.get(account) == Some(&AccountOrigin::Option);
        let first_minds = if is_given { first_minds } else { Arc::default() };
        tree::account(AccountArgs { account: account.clone(), token, ports, first_minds })
    }

    /// Whether it is known of every account who is played.
    fn all_are_known(&self) -> bool {
        self.knows_added && self.identified.len() == self.args.tokens.len()
    }

    fn ask_journal(&self) {
        let journal = self.args.ports.journal.clone();
        self.tasks.spawn_reporting(
            "read the added accounts",
            async move { journal.run(journal::Journal::accounts).await },
            RegistrarMsg::Added,
        );
    }

    fn recall(&self) {
        let RegistrarArgs { ports, game_url, tokens, .. } = self.args.clone();
        let known = self.played.keys().cloned().collect();
        let unknown = tokens.len() - self.identified.len();
        self.tasks.spawn_reporting(
            "recall the characters",
            async move { recall(&ports, &game_url, known, unknown).await },
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
            let state = if rejection.is_some() { AccountState::Rejected } else { AccountState::Ok };
            self.args.ports.board.post_account(None, state, rejection);
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
