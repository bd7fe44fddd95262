//! What several characters must agree on: the bank of each account, as one model that every deposit and withdrawal
//! brings up to date, and their goals.
//!
//! It tells each change of a bank to the account's characters, to each without what is reserved for others, and gives out
//! parts of goals to those that nobody has told anything. After a restart it reads a bank again when the first character
//! asks, and the goals in the journal; who does what for them stands in the characters' runs, and what they count on for
//! that on the board.

mod counted;
mod desk;
mod goals;
mod planning;
mod seen;
mod sharing;
mod views;

use std::{collections::BTreeMap, convert::identity, sync::Arc, time::Duration};

use api_client::{CallError, Token, calls};
use game::{AccountName, Bank, CharacterName, SimpleItem};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, Tasks, chain};
use tokio::time::Instant;

use crate::{
    limiter::{Gateway, Priority},
    ports::Ports,
    words::count,
};
use desk::Desk;
pub use goals::{GoalAnswer, GoalError, GoalMsg, GoalWish, NewGoal};
pub use planning::LookError;
pub(crate) use planning::preview;

/// Its id in the tree.
pub const ID: &str = "coordinator";

/// A bank that turned out different from its model is read again at most this often.
const REREAD: Duration = Duration::from_secs(10);

/// What it is told.
pub enum CoordinatorMsg {
    /// A character wants to know its account's bank, now and whenever it changes.
    Wanted {
        /// Whose bank.
        account: AccountName,
        /// Who wants to know it.
        character: CharacterName,
        /// What to read it with.
        token: Token,
    },
    /// A refusal, or a lost reply, shows that the model is not what the bank holds.
    Doubtful {
        /// Whose bank.
        account: AccountName,
        /// What to read it with.
        token: Token,
    },
    /// A reply told what the bank holds.
    Seen {
        /// Whose bank.
        account: AccountName,
        /// What to read the rest of it with, if that is not known.
        token: Token,
        /// What was seen.
        contents: Contents,
    },
    /// A character counts on other things in the account's bank than before, as the board has it.
    Claimed(AccountName),
    /// A bank was read.
    Read(AccountName, Box<Result<Bank, CallError>>),
    /// Something about goals.
    Goals(GoalMsg),
}

/// What the reply to an action at a bank shows of it.
pub enum Contents {
    /// All items in it.
    Items(Vec<SimpleItem>),
    /// The gold in it.
    Gold(i64),
    /// It has been made larger.
    Expanded,
}

/// The actor.
pub struct Coordinator {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct CoordinatorState {
    gateway: Gateway,
    tasks: Tasks<CoordinatorMsg>,
    banks: BTreeMap<AccountName, Model>,
    goals: Desk,
}

#[derive(Default)]
struct Model {
    bank: Option<Arc<Bank>>,
    read_at: Option<Instant>,
    reading: bool,
    /// What each character was last told of it.
    told: BTreeMap<CharacterName, Arc<Bank>>,
}

impl Coordinator {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Coordinator {
    type Msg = CoordinatorMsg;
    type State = CoordinatorState;
    type Arguments = Ports;

    async fn pre_start(
        &self,
        myself: ActorRef<CoordinatorMsg>,
        ports: Ports,
    ) -> Result<CoordinatorState, ActorProcessingErr> {
        let (gateway, tasks) = (Gateway::new(&self.context.directory), self.context.tasks(&myself));
        let goals = Desk::new(ports, self.context.directory.clone(), self.context.tasks(&myself));
        goals.load();
        Ok(CoordinatorState { gateway, tasks, banks: BTreeMap::new(), goals })
    }

    async fn handle(
        &self,
        _myself: ActorRef<CoordinatorMsg>,
        message: CoordinatorMsg,
        state: &mut CoordinatorState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            CoordinatorMsg::Goals(message) => {
                for account in state.goals.handle(message)? {
                    state.tell(&account);
                }
            }
            CoordinatorMsg::Wanted { account, character, token } => {
                let model = state.model(&account);
                model.told.remove(&character);
                match model.bank {
                    Some(_) => state.tell(&account),
                    None => state.read(account, token),
                }
            }
            CoordinatorMsg::Claimed(account) => state.tell(&account),
            CoordinatorMsg::Doubtful { account, token } => {
                let recent = state.model(&account).read_at.is_some_and(|at| at.elapsed() < REREAD);
                if !recent {
                    state.read(account, token);
                }
            }
            CoordinatorMsg::Seen { account, token, contents } => match &mut state.model(&account).bank {
                Some(bank) => {
                    contents.enter(Arc::make_mut(bank));
                    state.tell(&account);
                }
                None => state.read(account, token),
            },
            CoordinatorMsg::Read(account, result) => {
                let model = state.model(&account);
                model.reading = false;
                match *result {
                    Ok(bank) => {
                        model.bank = Some(Arc::new(bank));
                        model.read_at = Some(Instant::now());
                        state.tell(&account);
                    }
                    Err(error) => tracing::warn!(%account, error = chain(&error), "the bank was not read"),
                }
            }
        }
        let known = state.banks.values().filter(|model| model.bank.is_some()).count();
        let banks = format!("knows {}", count(known, "bank"));
        self.context.status.doing(match state.goals.open() {
            0 => banks,
            open => format!("{banks}; works for {}", count(open, "goal")),
        });
        Ok(())
    }
}

impl Contents {
    fn enter(self, bank: &mut Bank) {
        match self {
            Self::Items(items) => bank.set_items(&items),
            Self::Gold(gold) => bank.gold = gold,
            Self::Expanded => bank.expand(),
        }
    }
}

impl CoordinatorState {
    fn model(&mut self, account: &AccountName) -> &mut Model {
        self.banks.entry(account.clone()).or_default()
    }

    fn read(&mut self, account: AccountName, token: Token) {
        let model = self.model(&account);
        if model.reading {
            return;
        }
        model.reading = true;
        let (gateway, reader) = (self.gateway.clone(), account.clone());
        self.tasks.spawn_reporting(
            "read a bank",
            async move { Box::new(read(&gateway, &reader, &token).await) },
            move |result| CoordinatorMsg::Read(account, result),
        );
    }
}

async fn read(gateway: &Gateway, account: &AccountName, token: &Token) -> Result<Bank, CallError> {
    let mut bank = gateway.call(account, Priority::Read, &calls::GetBank { token }).await?;
    let items = gateway.pages(account, |page| calls::GetBankItems { token, page }, identity).await?;
    bank.set_items(&items);
    Ok(bank)
}
