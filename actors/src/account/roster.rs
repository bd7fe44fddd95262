//! Reads an account's characters from the game and keeps an actor for each, and tells those that do not act how they
//! are.
//!
//! Whoever needs a character's fresh state asks here: questions that come together share one request, because the
//! game tells all of an account's characters at once. When the game rejects the account's token, its characters wait
//! until a read of theirs succeeds. It remembers nothing; after a restart it reads again.

use std::time::Duration;

use api_client::{CallError, calls};
use game::{Character, CharacterName};
use ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort};
use supervisor::{ChildContext, ChildError, ChildId, ChildSpec, SupervisorHandle, Task, Tasks, chain};
use tokio::time::Instant;

use super::{AccountArgs, RETRY_REJECTED, character_id, characters_id, rejection};
use crate::{
    board::{AccountState, CharacterView},
    character::{CharacterActor, CharacterArgs, CharacterMsg},
    limiter::{Gateway, Priority},
    words::count,
};

/// How often it looks for characters that were created or deleted meanwhile.
const LOOK: Duration = Duration::from_secs(900);
/// How long after a failure it reads again.
const RETRY: Duration = Duration::from_secs(5);

/// Arguments of a roster.
pub type RosterArgs = AccountArgs;

/// What it is told.
pub enum RosterMsg {
    /// Somebody wants a character as it is now, read after this question was asked.
    Fetch(CharacterName, RpcReplyPort<Fetched>),
    /// Time to look who is there.
    Look,
    /// A character that does not act has not heard from the game for a while.
    Stale,
    /// The game has rejected the account's token, for this reason, when a character acted.
    Rejected(String),
    /// The characters were read, asked for at this time.
    Read(Instant, Box<Result<Vec<Character>, CallError>>),
    /// Characters' actors were started, or one of them was not.
    Started(Result<(), (CharacterName, ChildError)>),
    /// The actor of a character that is no more was stopped.
    Ended(Result<(), ChildError>),
}

/// A character as read from the game: `None` when the account has no such character any more.
pub type Fetched = Result<Option<Character>, CallError>;

/// The actor.
pub struct Roster {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct RosterState {
    args: AccountArgs,
    gateway: Gateway,
    tasks: Tasks<RosterMsg>,
    characters: SupervisorHandle,
    reading: bool,
    /// Questions that the running read answers, and those that came after it began.
    asked: Vec<(CharacterName, RpcReplyPort<Fetched>)>,
    asked_later: Vec<(CharacterName, RpcReplyPort<Fetched>)>,
    known: usize,
    /// Whether the last read failed, so that there is a time set for the next.
    failing: bool,
    /// Whether the game rejects the token.
    rejected: bool,
    next_look: Option<Task>,
}

impl Roster {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Roster {
    type Msg = RosterMsg;
    type State = RosterState;
    type Arguments = AccountArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<RosterMsg>,
        args: AccountArgs,
    ) -> Result<RosterState, ActorProcessingErr> {
        let characters = self.context.directory.supervisor(characters_id(&args.account));
        let mut state = RosterState {
            args,
            gateway: Gateway::new(&self.context.directory),
            tasks: self.context.tasks(&myself),
            characters,
            reading: false,
            asked: Vec::new(),
            asked_later: Vec::new(),
            known: 0,
            failing: false,
            rejected: false,
            next_look: None,
        };
        state.read();
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<RosterMsg>,
        message: RosterMsg,
        state: &mut RosterState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            RosterMsg::Fetch(name, reply) => {
                state.asked_later.push((name, reply));
                state.read();
            }
            RosterMsg::Look => state.read(),
            RosterMsg::Stale if state.failing || state.rejected => {}
            RosterMsg::Stale => state.read(),
            RosterMsg::Rejected(_) if state.rejected => {}
            RosterMsg::Rejected(reason) => {
                state.note_rejection(Some(reason));
                state.look_in(RETRY_REJECTED);
            }
            RosterMsg::Read(asked_at, result) => self.was_read(asked_at, *result, state),
            RosterMsg::Started(Ok(())) => {}
            RosterMsg::Ended(Ok(()) | Err(ChildError::NotFound { .. })) => {}
            RosterMsg::Ended(Err(error)) => {
                return Err(
                    format!("a character that is no more could not be stopped: {}", chain(&error)).into()
                );
            }
            RosterMsg::Started(Err((name, error))) => {
                return Err(format!("{name} could not be started: {}", chain(&error)).into());
            }
        }
        self.context.status.doing(format!("knows {}", count(state.known, "character")));
        Ok(())
    }
}

impl Roster {
    fn was_read(
        &self,
        asked_at: Instant,
        result: Result<Vec<Character>, CallError>,
        state: &mut RosterState,
    ) {
        for character in result.iter().flatten() {
            let id = character_id(&state.args.account, &character.name);
            // One that is away reads its state when it is back.
            let actor = self.context.directory.handle::<CharacterMsg>(id);
            let _ = actor.send(CharacterMsg::Seen(Box::new(character.clone()), asked_at));
        }
        state.was_read(result);
    }
}

impl RosterState {
    fn read(&mut self) {
        if self.reading {
            return;
        }
        self.reading = true;
        self.asked.append(&mut self.asked_later);
        let (gateway, args) = (self.gateway.clone(), self.args.clone());
        let asked_at = Instant::now();
        self.tasks.spawn_reporting(
            "read the characters",
            async move {
                let call = calls::GetMyCharacters { token: &args.token };
                Box::new(gateway.call(&args.account, Priority::Read, &call).await)
            },
            move |result| RosterMsg::Read(asked_at, result),
        );
    }

    fn was_read(&mut self, result: Result<Vec<Character>, CallError>) {
        self.reading = false;
        self.failing = result.is_err();
        for (name, reply) in self.asked.drain(..) {
            let answer = result.clone().map(|all| all.into_iter().find(|character| character.name == name));
            let _ = reply.send(answer);
        }
        let pause = match result {
            Ok(characters) => {
                self.note_rejection(None);
                self.keep(&characters);
                LOOK
            }
            Err(error) => match rejection(&error) {
                Some(rejection) => {
                    self.note_rejection(Some(rejection));
                    RETRY_REJECTED
                }
                None => {
                    tracing::warn!(account = %self.args.account, error = chain(&error), "the characters were not read");
                    RETRY
                }
            },
        };
        self.look_in(pause);
        if !self.asked_later.is_empty() {
            self.read();
        }
    }

    fn look_in(&mut self, pause: Duration) {
        if let Some(earlier) = self.next_look.replace(self.tasks.send_after(pause, RosterMsg::Look)) {
            earlier.cancel();
        }
    }

    /// Shows that the game rejects the account's token, or takes it, and says so once.
    fn note_rejection(&mut self, rejection: Option<String>) {
        let account = &self.args.account;
        match &rejection {
            Some(reason) if !self.rejected => tracing::warn!(%account, "{reason}"),
            None if self.rejected => tracing::info!(%account, "the game takes the account's token again"),
            _ => {}
        }
        self.rejected = rejection.is_some();
        let state = if self.rejected { AccountState::Rejected } else { AccountState::Ok };
        self.args.ports.board.post_account(Some(account.clone()), state, rejection);
    }

    /// Starts an actor for each character that has none, and ends those of characters that are no more.
    fn keep(&mut self, characters: &[Character]) {
        self.known = characters.len();
        let names = characters.iter().map(|character| character.name.clone()).collect();
        self.args.ports.board.post_roster(&self.args.account, names);
        let present = self.characters.which_children();
        let ids: Vec<_> =
            characters.iter().map(|character| character_id(&self.args.account, &character.name)).collect();
        for child in present.iter().filter(|child| ids.iter().all(|id| **id != *child.id)) {
            self.end(child.id.clone());
        }
        let gone = |view: &CharacterView| {
            view.account == self.args.account
                && characters.iter().all(|character| character.name != view.name)
        };
        self.args.ports.board.forget_unread(gone);
        let missing: Vec<_> = characters
            .iter()
            .enumerate()
            .zip(ids)
            .filter(|(_, id)| present.iter().all(|child| *child.id != **id))
            .map(|((place, character), id)| (character.name.clone(), self.spec(place, character, id)))
            .collect();
        let supervisor = self.characters.clone();
        self.tasks.spawn_reporting(
            "start characters",
            async move {
                // One after another, so that they stand in the tree as in the account.
                for (name, spec) in missing {
                    match supervisor.start_child(spec).await {
                        // One that an earlier incarnation of this actor was just starting was not in the list yet.
                        Ok(()) | Err(ChildError::Running { .. } | ChildError::Restarting { .. }) => {}
                        Err(error) => return Err((name, error)),
                    }
                }
                Ok(())
            },
            RosterMsg::Started,
        );
    }

    fn spec(&self, place: usize, character: &Character, id: ChildId) -> ChildSpec {
        let minds = &self.args.first_minds;
        let args = CharacterArgs {
            name: character.name.clone(),
            account: self.args.clone(),
            first_mind: (!minds.is_empty()).then(|| minds[place % minds.len()].clone()),
        };
        ChildSpec::worker(id, move |context| (CharacterActor::new(context), args.clone()))
    }

    fn end(&self, id: String) {
        let name = id.rsplit('/').next().and_then(|name| name.parse().ok());
        let (supervisor, board) = (self.characters.clone(), self.args.ports.board.clone());
        self.tasks.spawn_reporting(
            "end a character",
            async move {
                supervisor.terminate_child(id.clone()).await?;
                supervisor.delete_child(id).await?;
                if let Some(name) = name {
                    board.remove_character(&name);
                }
                Ok(())
            },
            RosterMsg::Ended,
        );
    }
}
