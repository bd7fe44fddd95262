//! Adding an account while the program runs, replacing its token, and removing it.
//!
//! The game says first whose token it is. What is to be played is durable before it is played, and what is to be removed
//! is durably gone before its characters stop; both are then carried out to their end whatever becomes of the registrar.

use std::time::Duration;

use api_client::{CallError, Token, calls};
use game::AccountName;
use journal::AddedAccount;
use ractor::RpcReplyPort;
use supervisor::{ChildError, Directory, Handle, chain};

use super::{AccountError, Registrar, RegistrarMsg, account_id, character_id, registrar::RegistrarState};
use crate::{
    board::{AccountOrigin, AccountState, Reach},
    character::{CharacterMsg, Control, Wish, grant_in_journal},
    limiter::{Gateway, Priority},
    ports::Ports,
    tree,
};

/// How long a person waits for the game to say whose token it is.
const INTRODUCTION: Duration = Duration::from_secs(10);
/// A character that is told to stop answers once that is on the local disk.
const STOP: Duration = Duration::from_secs(10);
/// An action that has left is finished first; longer than a request may take nobody waits.
const LAST_REPLY: Duration = Duration::from_secs(30);

/// Where the answer to a wish goes.
pub type AccountAnswer<T> = RpcReplyPort<Result<T, AccountError>>;

/// What a person wants of the accounts.
pub enum AccountWish {
    /// Play whoever this token belongs to.
    Add(Token, AccountAnswer<AccountName>),
    /// Play this account with this token from now on.
    Mend(AccountName, Token, AccountAnswer<AccountName>),
    /// Stop playing this account.
    Remove(AccountName, AccountAnswer<()>),
}

/// A token whose owner the game was asked for.
pub struct Introduced {
    /// Whose token is to be replaced; none for a new account.
    mends: Option<AccountName>,
    token: Token,
    owner: Result<AccountName, AccountError>,
    answer: AccountAnswer<AccountName>,
}

/// A token that was to be kept.
pub struct KeptToken {
    account: AccountName,
    token: Token,
    kept: Result<(), AccountError>,
    is_new: bool,
    answer: AccountAnswer<AccountName>,
}

impl Registrar {
    /// Takes in what a person wants.
    pub(super) fn wished(&self, wish: AccountWish, state: &mut RegistrarState) {
        match wish {
            AccountWish::Add(token, answer) => state.introduce(None, token, answer),
            AccountWish::Mend(account, token, answer) => match state.may_change(&account) {
                Ok(_) => state.introduce(Some(account), token, answer),
                Err(error) => drop(answer.send(Err(error))),
            },
            AccountWish::Remove(account, answer) => match state.may_change(&account) {
                Ok(AccountOrigin::Added) => self.remove(account, answer, state),
                Ok(AccountOrigin::Option) => drop(answer.send(Err(AccountError::GivenAtStart(account)))),
                Err(error) => drop(answer.send(Err(error))),
            },
        }
    }

    /// Makes what was kept played.
    pub(super) fn token_kept(&self, kept: KeptToken, state: &mut RegistrarState) {
        let KeptToken { account, token, kept, is_new, answer } = kept;
        let result = kept.map(|()| account.clone());
        match (&result, is_new) {
            (Ok(_), true) => self.open(account, token, state),
            (Ok(_), false) => {
                let board = &state.args.ports.board;
                board.post_account(Some(account.clone()), AccountState::Opening, None);
                self.reopen(account, token, state);
            }
            (Err(_), true) => state.forget(&account),
            (Err(_), false) => {}
        }
        let _ = answer.send(result);
    }

    /// Starts an account's part of the tree anew, with its new token.
    fn reopen(&self, account: AccountName, token: Token, state: &RegistrarState) {
        let spec = state.spec(&account, token);
        let accounts = self.context.directory.supervisor(tree::ACCOUNTS);
        state.tasks.detach_reporting(
            "open an account anew",
            async move {
                take_down(&accounts, spec.id().to_string()).await?;
                accounts.start_child(spec).await
            },
            move |result| RegistrarMsg::Opened(account, result),
        );
    }

    fn remove(&self, account: AccountName, answer: AccountAnswer<()>, state: &mut RegistrarState) {
        let (ports, directory) = (state.args.ports.clone(), self.context.directory.clone());
        state.going.insert(account.clone());
        let going = account.clone();
        state.tasks.detach_reporting(
            "remove an account",
            async move {
                let name = going.clone();
                let gone = ports.journal.run(move |journal| journal.account_remove(&name)).await;
                let is_gone = gone.is_ok();
                if is_gone {
                    ports.board.post_account(Some(going.clone()), AccountState::Removing, None);
                }
                let _ = answer.send(gone.map_err(AccountError::from));
                if is_gone {
                    close(&ports, &directory, &going).await;
                }
                is_gone
            },
            move |is_gone| RegistrarMsg::Removed(account, is_gone),
        );
    }
}

impl RegistrarState {
    /// Where the account's token comes from, if the account may be changed.
    fn may_change(&self, account: &AccountName) -> Result<AccountOrigin, AccountError> {
        if self.going.contains(account) {
            return Err(AccountError::Going(account.clone()));
        }
        self.played.get(account).copied().ok_or_else(|| AccountError::Unknown(account.clone()))
    }

    fn introduce(&self, mends: Option<AccountName>, token: Token, answer: AccountAnswer<AccountName>) {
        let (gateway, asker) = (self.gateway.clone(), self.args.asker.clone());
        let is_away = self.args.ports.board.health().game.state == Reach::Away;
        let asked = token.clone();
        self.tasks.spawn_reporting(
            "ask whose token it is",
            async move {
                if is_away {
                    Err(AccountError::GameAway(None))
                } else {
                    owner(&gateway, &asker, &asked).await
                }
            },
            move |owner| RegistrarMsg::Introduced(Introduced { mends, token, owner, answer }),
        );
    }

    /// Has a token kept whose owner the game has told.
    pub(super) fn introduced(&mut self, introduced: Introduced) {
        let Introduced { mends, token, owner, answer } = introduced;
        let account = match owner.and_then(|owner| self.fitting(mends.as_ref(), owner)) {
            Ok(account) => account,
            Err(error) => return drop(answer.send(Err(error))),
        };
        let is_new = mends.is_none();
        if is_new {
            // From now on nobody else adds it.
            self.enter(account.clone(), AccountOrigin::Added);
        }
        let (ports, name, sealing) = (self.args.ports.clone(), account.clone(), token.clone());
        self.tasks.detach_reporting(
            "keep a token",
            async move { keep(&ports, name, &sealing).await },
            move |kept| RegistrarMsg::TokenKept(KeptToken { account, token, kept, is_new, answer }),
        );
    }

    /// Whether the owner of a token is the one it was meant for.
    fn fitting(&self, mends: Option<&AccountName>, owner: AccountName) -> Result<AccountName, AccountError> {
        match mends {
            None if self.going.contains(&owner) => Err(AccountError::Going(owner)),
            None if self.played.contains_key(&owner) => Err(AccountError::Played(owner)),
            None => Ok(owner),
            Some(account) if *account == owner => self.may_change(account).map(|_| owner),
            Some(account) => Err(AccountError::OtherAccount { account: account.clone(), found: owner }),
        }
    }
}

/// Asks the game whose token it is.
async fn owner(gateway: &Gateway, asker: &AccountName, token: &Token) -> Result<AccountName, AccountError> {
    let call = calls::GetAccount { token };
    let asking = gateway.call(asker, Priority::Click, &call);
    let Ok(answer) = tokio::time::timeout(INTRODUCTION, asking).await else {
        return Err(AccountError::GameAway(None));
    };
    answer.map(|account| account.name).map_err(|error| match error {
        CallError::TokenRejected(refusal) | CallError::Refused(refusal) => {
            AccountError::Rejected(refusal.message)
        }
        error => AccountError::GameAway(Some(error)),
    })
}

async fn keep(ports: &Ports, name: AccountName, token: &Token) -> Result<(), AccountError> {
    let account = AddedAccount { token: ports.vault.seal(&name, token)?, added_at: ports.clock.now(), name };
    Ok(ports.journal.run(move |journal| journal.account_put(&account)).await?)
}

/// Stops an account's characters in order, takes its part of the tree down and its traces off the board: what has not
/// been sent is withdrawn, what has is finished.
async fn close(ports: &Ports, directory: &Directory, account: &AccountName) {
    let characters = ports.board.characters().into_iter().filter(|view| view.account == *account);
    let names: Vec<_> = characters.map(|view| view.name).collect();
    for name in &names {
        let wish = Control::Change(Wish::Stop);
        let actor: Handle<CharacterMsg> = directory.handle(character_id(account, name));
        let asked = actor.call(|answer| CharacterMsg::Wish(wish.clone(), answer), STOP).await;
        if asked.is_err()
            && let Err(error) = grant_in_journal(ports, account, name, wish).await
        {
            tracing::warn!(character = %name, error = chain(&error), "its run was not stopped");
        }
    }
    for name in &names {
        // What takes longer is found out if the account is ever added again.
        let _ = tokio::time::timeout(LAST_REPLY, ports.in_flight.ended(name)).await;
    }
    let accounts = directory.supervisor(tree::ACCOUNTS);
    if let Err(error) = take_down(&accounts, account_id(account).to_string()).await {
        tracing::error!(%account, error = chain(&error), "a removed account could not be taken down");
    }
    ports.board.remove_account(account);
    tracing::info!(%account, "the account was removed");
}

/// Stops a child and takes it off its supervisor's list, wherever in that it is.
async fn take_down(supervisor: &supervisor::SupervisorHandle, id: String) -> Result<(), ChildError> {
    match supervisor.terminate_child(id.clone()).await {
        Ok(()) => {}
        Err(ChildError::NotFound { .. }) => return Ok(()),
        Err(error) => return Err(error),
    }
    supervisor.delete_child(id).await
}
