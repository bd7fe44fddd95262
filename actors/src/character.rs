//! One character: observes, decides, acts, one action at a time, for as long as the program runs.
//!
//! A shell round `planner`: it keeps the character's last known state, asks the mind of its run what to do while the
//! cooldown still runs, and carries the decision out. It tells the board what it does and why, and the coordinator
//! what it saw of the bank; it asks the market for what its mind wants to know of others. It keeps nothing that matters
//! to itself: after a restart it resolves an action that was under way, reads its state from the game and its run from
//! the journal, and decides again.

mod alive;
mod boot;
mod by_hand;
mod claims;
mod comrades;
mod control;
mod deed;
mod events;
mod evidence;
mod forecast;
mod hand;
mod joined;
mod observe;
mod resolve;
mod saving;
mod season;
pub(crate) mod show;
mod time;
mod ways;
pub(crate) mod words;

use std::{sync::Arc, time::Duration};

use game::{Bank, Character, CharacterName, Milestone};
use journal::{JournalError, Run};
use planner::{Market, Mind};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, Task, chain};
use tokio::time::Instant;
use uuid::Uuid;

use crate::{
    account::{AccountArgs, RETRY_REJECTED},
    game_data::Trial,
    market::OwnAnswer,
};
use alive::{After, Alive, Phase};
use boot::{Boot, BootError};
pub use by_hand::{ByHand, HandAnswer};
pub use control::{Answer, Control, ControlError, Granted, NewJob, Wish};
pub(crate) use control::{grant_in_journal, is_free};
use deed::Deed;
use hand::Hand;
use season::Change;
use ways::Ways;

/// How long it waits for the reply to its action when it is told to stop. They stop one after another.
const LAST_REPLY: Duration = Duration::from_secs(2);
/// How long after a failed start it tries again.
const RETRY: Duration = Duration::from_secs(3);

/// What a character is told.
pub enum CharacterMsg {
    /// Its state, its run and the season are there, or not.
    Booted(Box<Result<Boot, BootError>>),
    /// Time to start again after a failure.
    Boot,
    /// Time to decide again; late timers carry an old number and are ignored.
    Wake(u64),
    /// The reply to the action under way was lost; finding out what became of it.
    Resolving,
    /// The action under way has ended.
    Done(Box<Deed>),
    /// This change of the run is durable, or the disk failed.
    Saved(Uuid, Result<(), JournalError>),
    /// What the run is expected to bring; nothing when that cannot be reckoned.
    Forecast(Uuid, Vec<Milestone>),
    /// Another one's action had it take part; whether its reply told how it is since.
    Joined {
        /// Whether it did.
        is_told: bool,
    },
    /// Its run has counted what others have begun, or the disk failed; nothing when there was nothing.
    Counted(Uuid, Result<Option<Box<(Run, Mind)>>, JournalError>),
    /// How the game was read at this time to have it.
    Seen(Box<Character>, Instant),
    /// The bank as it is now known.
    Bank(Arc<Bank>),
    /// An event has come or gone.
    EventsChanged,
    /// Another character that its mind counts on is not as it was.
    ComradesChanged,
    /// What others do, as far as it is now known.
    Market(Arc<Market>),
    /// The game has changed, or the trial of its new version is over.
    Season(Trial),
    /// A person wants to know what its account has on the Grand Exchange.
    Exchange(OwnAnswer),
    /// A person wants something of it.
    Wish(Control, Answer),
    /// A person plays it.
    ByHand(ByHand),
    /// That was granted in the journal, because it did not live yet; nothing when there was nothing to do.
    Granted(Result<Option<Box<Granted>>, JournalError>),
    /// Fall, to see that the company goes on: only sent when the operator allowed it at start.
    Panic,
}

/// What a character starts with.
#[derive(Clone)]
pub struct CharacterArgs {
    /// Who it is.
    pub name: CharacterName,
    /// Its account.
    pub account: AccountArgs,
    /// What it does if it was never told anything.
    pub first_mind: Option<Mind>,
}

/// The actor.
pub struct CharacterActor {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct CharacterState {
    args: CharacterArgs,
    ways: Ways,
    restarts: u64,
    /// Whether it has come to life before: after a lost reply it does so again.
    has_lived: bool,
    alive: Option<Box<Alive>>,
    /// The next start after one that failed.
    next_boot: Option<Task>,
    /// What was granted in the journal while it did not live.
    granted: Vec<Granted>,
    /// Orders that wait while its state is read again.
    hand: Option<Hand>,
    /// Something has changed it since its state began to be read.
    is_outdated: bool,
    /// A version of the game that it does not play by yet.
    change: Option<Change>,
    /// The version that it tries first.
    tests: Option<String>,
}

impl CharacterActor {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for CharacterActor {
    type Msg = CharacterMsg;
    type State = CharacterState;
    type Arguments = CharacterArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<CharacterMsg>,
        args: CharacterArgs,
    ) -> Result<CharacterState, ActorProcessingErr> {
        let directory = &self.context.directory;
        let ways = Ways::new(&self.context, &myself, &args.account);
        let tree = directory.tree();
        let node = tree.find(&self.context.id);
        if let Some(exit) = node.and_then(|node| node.last_exit.as_ref()).filter(|exit| exit.abnormal) {
            ways.write(&args.account, vec![events::fall(args.account.ports.clock, &self.context.id, exit)]);
        }
        let restarts = node.map_or(0, |node| node.restarts);
        let mut state = CharacterState {
            args,
            ways,
            restarts,
            has_lived: false,
            alive: None,
            next_boot: None,
            granted: Vec::new(),
            hand: None,
            is_outdated: false,
            change: None,
            tests: None,
        };
        state.ways.watch_events(&state.args.account);
        state.boot();
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<CharacterMsg>,
        message: CharacterMsg,
        state: &mut CharacterState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            CharacterMsg::Boot => state.boot(),
            CharacterMsg::Booted(boot) => state.booted(*boot),
            CharacterMsg::Wake(number) => state.woken(number),
            CharacterMsg::Resolving => state.resolving(),
            CharacterMsg::Done(deed) => state.done(*deed)?,
            CharacterMsg::Saved(id, saved) => state.saved(id, saved)?,
            CharacterMsg::Forecast(of, milestones) => state.forecast_made(of, milestones),
            CharacterMsg::Joined { is_told } => state.has_joined(is_told),
            CharacterMsg::Counted(id, counted) => state.counted(id, counted)?,
            CharacterMsg::Seen(character, asked_at) => state.seen(*character, asked_at),
            CharacterMsg::Bank(bank) => state.bank_changed(bank),
            CharacterMsg::EventsChanged => {
                state.ways.watch_events(&state.args.account);
                state.go_on();
            }
            CharacterMsg::ComradesChanged => state.go_on(),
            CharacterMsg::Market(market) => state.market_changed(market),
            CharacterMsg::Season(trial) => state.season_changed(trial),
            CharacterMsg::Exchange(answer) => state.ways.ask_market(&state.args.account, answer),
            CharacterMsg::Wish(wish, answer) => state.wish(wish, answer),
            CharacterMsg::ByHand(wish) => state.by_hand(wish),
            CharacterMsg::Granted(granted) => state.granted(granted?),
            CharacterMsg::Panic => panic!("told to fall"),
        }
        state.go_over();
        state.tell_time();
        state.show();
        Ok(())
    }

    async fn post_stop(
        &self,
        _myself: ActorRef<CharacterMsg>,
        state: &mut CharacterState,
    ) -> Result<(), ActorProcessingErr> {
        if let Some(hand) = state.alive.as_ref().and_then(|alive| alive.hand.as_ref()) {
            events::forget_orders(&state.args.name, hand.waiting());
        }
        // The way to the game is stopped after the characters: what is under way is answered, and recorded, before.
        if state.alive.as_ref().is_some_and(|alive| alive.phase == Phase::Acting) {
            let in_flight = &state.args.account.ports.in_flight;
            in_flight.withdraw(&state.args.name);
            let ended = in_flight.ended(&state.args.name);
            // What takes longer is found out at the next start: while the game is away nobody knows when it ends.
            let _ = tokio::time::timeout(LAST_REPLY, ended).await;
        }
        state.keep_time().await;
        Ok(())
    }
}

impl CharacterState {
    fn boot(&mut self) {
        if let Some(planned) = self.next_boot.take() {
            planned.cancel();
        } else {
            self.boots();
        }
        self.ways.context.status.doing("reading its state");
        let (args, ways) = (self.args.clone(), self.ways.clone());
        self.ways.tasks.spawn_reporting(
            "boot",
            async move { Box::new(boot::boot(&args, &ways).await) },
            CharacterMsg::Booted,
        );
    }

    fn booted(&mut self, boot: Result<Boot, BootError>) {
        match boot {
            Ok(_) if std::mem::take(&mut self.is_outdated) => self.boot(),
            Ok(boot) => {
                self.ways.want_bank(&self.args);
                if let Some((run, _)) = boot.job.as_ref().filter(|_| !boot.job_is_new && !self.has_lived) {
                    events::tell_again(run);
                }
                self.has_lived = true;
                let mut alive = Alive::new(&self.args, &self.ways, boot, self.hand.take());
                alive.tests = self.tests.take();
                self.granted.drain(..).for_each(|granted| alive.take_over(granted));
                self.alive = Some(Box::new(alive));
                self.go_on();
            }
            Err(error) => {
                tracing::warn!(character = %self.args.name, error = chain(&error), "not ready yet; trying again");
                self.ways.context.status.doing(chain(&error));
                self.boots_in_vain(&error);
                let pause = if error.is_rejection() { RETRY_REJECTED } else { RETRY };
                self.next_boot = Some(self.ways.tasks.send_after(pause, CharacterMsg::Boot));
            }
        }
    }

    fn woken(&mut self, number: u64) {
        if let Some(alive) = self.alive.as_mut().filter(|alive| alive.is_wake(number)) {
            alive.woken();
        }
    }

    fn seen(&mut self, character: Character, asked_at: Instant) {
        match &mut self.alive {
            Some(alive) => alive.seen(character, asked_at),
            // The game answers again before the next start is due.
            None if self.next_boot.is_some() => self.boot(),
            None => {}
        }
    }

    fn resolving(&mut self) {
        if let Some(alive) = &mut self.alive {
            alive.resolving();
        }
    }

    fn done(&mut self, deed: Deed) -> Result<(), ActorProcessingErr> {
        if let Some(alive) = &mut self.alive {
            match alive.done(deed)? {
                After::GoOn => self.go_on(),
                After::BootAgain => self.start_again(),
            }
        }
        Ok(())
    }

    /// Reads its state again; orders wait meanwhile.
    fn start_again(&mut self) {
        self.hand = self.alive.take().and_then(|alive| alive.hand);
        self.boot();
    }

    fn saved(&mut self, id: Uuid, saved: Result<(), JournalError>) -> Result<(), ActorProcessingErr> {
        // Without a durable run nothing may be done in its name: fall, and start again from what is durable.
        saved?;
        if let Some(alive) = &mut self.alive {
            alive.saved(id);
            self.go_on();
        }
        Ok(())
    }

    fn forecast_made(&mut self, of: Uuid, milestones: Vec<Milestone>) {
        if let Some(alive) = &mut self.alive {
            alive.forecast_made(of, milestones);
        }
    }

    fn bank_changed(&mut self, bank: Arc<Bank>) {
        if let Some(alive) = &mut self.alive {
            alive.bank_changed(bank);
            self.go_on();
        }
    }

    fn market_changed(&mut self, market: Arc<Market>) {
        if self.alive.as_mut().is_some_and(|alive| alive.market_changed(market)) {
            self.go_on();
        }
    }

    fn wish(&mut self, wish: Control, answer: Answer) {
        if let Some(alive) = &mut self.alive {
            alive.grant(wish, answer);
            return self.go_on();
        }
        let AccountArgs { account, ports, .. } = self.args.account.clone();
        let name = self.args.name.clone();
        self.ways.tasks.detach_reporting(
            "grant a wish in the journal",
            async move {
                Ok(match grant_in_journal(&ports, &account, &name, wish).await? {
                    Ok(granted) => {
                        let _ = answer.send(Ok(granted.view.clone()));
                        Some(Box::new(granted))
                    }
                    Err(refused) => {
                        let _ = answer.send(Err(refused));
                        None
                    }
                })
            },
            CharacterMsg::Granted,
        );
    }

    fn granted(&mut self, granted: Option<Box<Granted>>) {
        match (granted, &mut self.alive) {
            (None, _) => {}
            (Some(granted), Some(alive)) => alive.take_over(*granted),
            (Some(granted), None) => self.granted.push(*granted),
        }
        self.go_on();
    }

    /// Decides and acts, as far as what is under way allows.
    fn go_on(&mut self) {
        if let Some(alive) = &mut self.alive {
            alive.go_on();
        }
    }
}
