//! Hears what goes on in the game: events and raids, which it puts on the board, and another version of the game and what
//! happens on the Grand Exchange, which it passes on.
//!
//! The game tells it at once over its WebSocket, but to members only; for anybody else, and while the connection is away,
//! the game is asked every few minutes instead. What one account's actor has read no other reads. It remembers nothing:
//! after a restart, and after each new connection, it reads what it may have missed.

mod listen;

use std::time::Duration;

use api_client::{
    Call, CallError,
    calls::{GetActiveEvents, GetRaids, Understood},
    realtime::News,
};
use game::{ActiveEvent, RaidState};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, Handle, Tasks, chain};
use tokio::time::Instant;

use super::{AccountArgs, realtime_id};
use crate::{
    board::{Reading, RealtimeMode},
    game_data::{self, GameDataMsg},
    limiter::{Gateway, Priority},
    prices::{self, PricesMsg},
};
use listen::{End, listen};

/// How often it looks whether something must be read; nothing is read more often.
const LOOK: Duration = Duration::from_secs(60);
/// How often the events are read by who is not told of them: they last an hour, and reads are a twentieth of what a day's
/// actions take at most.
const EVENTS: Duration = Duration::from_secs(420);
/// How often a raid that is open is read, whose hit points nobody tells.
const OPEN_RAID: Duration = Duration::from_secs(600);
/// How often everything is read that is told, or known beforehand: a message may be lost.
const SELDOM: Duration = Duration::from_secs(3600);

/// The first pause before a lost connection is opened again, and the longest.
const RETRY: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(300)];
/// A connection that lived for so long was a good one.
const GOOD: Duration = Duration::from_secs(60);
/// How often it is tried whether the account has become a member, or the server has a WebSocket now.
const RETRY_REFUSED: Duration = Duration::from_secs(1800);

/// What it is told.
pub enum RealtimeMsg {
    /// Time to connect.
    Connect,
    /// The connection has told something.
    Heard(Box<News>),
    /// The connection is over.
    Ended(End),
    /// Time to look whether something must be read.
    Look,
    /// The events were read, or not; so much had been told by then.
    Events(u64, Result<Understood<ActiveEvent>, CallError>),
    /// The raids were read, or not; so much had been told by then.
    Raids(u64, Result<Understood<RaidState>, CallError>),
}

/// The actor.
pub struct Realtime {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct RealtimeState {
    args: AccountArgs,
    gateway: Gateway,
    tasks: Tasks<RealtimeMsg>,
    myself: Handle<RealtimeMsg>,
    game_data: Handle<GameDataMsg>,
    prices: Handle<PricesMsg>,
    mode: RealtimeMode,
    /// When the connection began to talk; nothing without one.
    connected_at: Option<Instant>,
    /// Connections in a row that were lost soon or not made.
    failures: u32,
    /// How much was told. What was read before it was told is out of date, and read again.
    told: u64,
    reads_events: bool,
    reads_raids: bool,
    /// Whether something may have happened before the connection was there.
    is_behind: bool,
}

impl Realtime {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Realtime {
    type Msg = RealtimeMsg;
    type State = RealtimeState;
    type Arguments = AccountArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<RealtimeMsg>,
        args: AccountArgs,
    ) -> Result<RealtimeState, ActorProcessingErr> {
        let mut state = RealtimeState {
            gateway: Gateway::new(&self.context.directory),
            tasks: self.context.tasks(&myself),
            myself: self.context.directory.handle(realtime_id(&args.account)),
            game_data: self.context.directory.handle(game_data::ID),
            prices: self.context.directory.handle(prices::ID),
            args,
            mode: RealtimeMode::Off,
            connected_at: None,
            failures: 0,
            told: 0,
            reads_events: false,
            reads_raids: false,
            is_behind: false,
        };
        state.enter(RealtimeMode::Off, None);
        state.connect();
        state.tasks.send_after(LOOK, RealtimeMsg::Look);
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<RealtimeMsg>,
        message: RealtimeMsg,
        state: &mut RealtimeState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            RealtimeMsg::Connect => state.connect(),
            RealtimeMsg::Heard(news) => state.heard(*news),
            RealtimeMsg::Ended(end) => state.ended(end),
            RealtimeMsg::Look => {
                state.read_what_is_due();
                state.tasks.send_after(LOOK, RealtimeMsg::Look);
            }
            RealtimeMsg::Events(told, _) if told != state.told => state.read_events(),
            RealtimeMsg::Events(_, read) => {
                state.reads_events = false;
                if let Some(events) = understood("the events", read) {
                    state.args.ports.board.post_events(events);
                }
            }
            RealtimeMsg::Raids(told, _) if told != state.told => state.read_raids(),
            RealtimeMsg::Raids(_, read) => {
                state.reads_raids = false;
                if let Some(raids) = understood("the raids", read) {
                    state.args.ports.board.post_raids(raids);
                }
            }
        }
        self.context.status.doing(match state.mode {
            RealtimeMode::Socket => "listens to the game",
            RealtimeMode::Polling => "asks the game every few minutes",
            RealtimeMode::Off => "connects",
        });
        Ok(())
    }

    async fn post_stop(
        &self,
        _myself: ActorRef<RealtimeMsg>,
        state: &mut RealtimeState,
    ) -> Result<(), ActorProcessingErr> {
        state.enter(RealtimeMode::Off, None);
        Ok(())
    }
}

impl RealtimeState {
    fn connect(&self) {
        let (port, token) = (self.args.ports.socket.clone(), self.args.token.clone());
        let myself = self.myself.clone();
        self.tasks.spawn_reporting(
            "listen to the game",
            async move {
                // The task ends with this incarnation, so nobody else can be told.
                listen(&port, &token, |news| drop(myself.send(RealtimeMsg::Heard(Box::new(news))))).await
            },
            RealtimeMsg::Ended,
        );
    }

    fn heard(&mut self, news: News) {
        if self.connected_at.is_none() {
            self.connected_at = Some(Instant::now());
            self.enter(RealtimeMode::Socket, None);
            self.is_behind = true;
            self.read_what_is_due();
            self.tell_prices(PricesMsg::Listening);
        }
        let board = &self.args.ports.board;
        match news {
            News::EventCame(event) => board.post_event(event),
            News::EventWent(event) => board.remove_event(&event),
            News::Raid(raid) => board.post_raid(raid),
            News::Version(version) => {
                // One that is away reads the season when it is back.
                let _ = self.game_data.send(GameDataMsg::Heard(version));
                return;
            }
            News::Exchange(news) => return self.tell_prices(PricesMsg::Heard(news)),
            News::Unreadable(error) => {
                return tracing::warn!(account = %self.args.account, %error, "a message of the game makes no sense");
            }
            News::Refused(_) | News::Other => return,
        }
        self.told += 1;
    }

    /// One that is away reads all orders anew when it is back.
    fn tell_prices(&self, message: PricesMsg) {
        let _ = self.prices.send(message);
    }

    fn ended(&mut self, end: End) {
        let account = &self.args.account;
        let lived = self.connected_at.take().map_or(Duration::ZERO, |since| since.elapsed());
        let (pause, message) = match end {
            End::Refused(reason) => (RETRY_REFUSED, format!("The game's WebSocket refuses it: {reason}")),
            End::NotServed(status) => {
                (RETRY_REFUSED, format!("This server has no WebSocket: it answers {status}"))
            }
            End::Lost(why) => {
                self.failures = if lived >= GOOD { 0 } else { self.failures.saturating_add(1) };
                (pause(self.failures, fastrand::f64()), format!("The connection to the game is lost: {why}"))
            }
        };
        tracing::info!(%account, "{message} (the game is asked every few minutes instead)");
        self.enter(RealtimeMode::Polling, Some(message));
        self.read_what_is_due();
        self.tasks.send_after(pause, RealtimeMsg::Connect);
    }

    fn enter(&mut self, mode: RealtimeMode, message: Option<String>) {
        self.mode = mode;
        self.args.ports.board.post_realtime(&self.args.account, mode, message);
    }

    /// Reads what nobody has read for so long.
    fn read_what_is_due(&mut self) {
        let (events, raids) = if self.is_behind { (LOOK, LOOK) } else { self.how_often() };
        let board = self.args.ports.board.clone();
        if !self.reads_events && board.claim_reading(Reading::Events, events) {
            self.is_behind = false;
            self.read_events();
        }
        if !self.reads_raids && board.claim_reading(Reading::Raids, raids) {
            self.read_raids();
        }
    }

    /// How often events and raids are read. Where the game's time runs faster, more happens, and more is done meanwhile.
    fn how_often(&self) -> (Duration, Duration) {
        let ports = &self.args.ports;
        let paced = |span: Duration| span.div_f64(ports.pace.speed()).max(LOOK);
        let now = ports.clock.now();
        let is_near = |raid: &RaidState| raid.open.is_some() || raid.next_start_at <= now;
        let events = if ports.board.hears_news() { SELDOM } else { EVENTS };
        let raids = if ports.board.raids().iter().any(is_near) { OPEN_RAID } else { SELDOM };
        (paced(events), paced(raids))
    }

    fn read_events(&mut self) {
        self.reads_events = true;
        self.ask(GetActiveEvents, RealtimeMsg::Events);
    }

    fn read_raids(&mut self) {
        self.reads_raids = true;
        self.ask(GetRaids, RealtimeMsg::Raids);
    }

    fn ask<C: Call<Reply: Send> + Send + Sync + 'static>(
        &self,
        call: C,
        report: fn(u64, Result<C::Reply, CallError>) -> RealtimeMsg,
    ) {
        let (gateway, account, told) = (self.gateway.clone(), self.args.account.clone(), self.told);
        let asking = async move { gateway.call(&account, Priority::Read, &call).await };
        self.tasks.spawn_reporting("read what goes on", asking, move |read| report(told, read));
    }
}

/// How long to wait before connecting again, after so many failures in a row. Half of it is chance, between 0 and 1, so
/// that not all come back in the same instant after a restart of the game.
fn pause(failures: u32, chance: f64) -> Duration {
    let [first, longest] = RETRY;
    let full = first.saturating_mul(2_u32.saturating_pow(failures)).min(longest);
    full.mul_f64(0.5 + chance / 2.0)
}

/// What was read; what was not is in the log, and read again in its turn.
fn understood<T>(what: &str, read: Result<Understood<T>, CallError>) -> Option<Vec<T>> {
    match read {
        Ok(Understood { entries, unreadable }) => {
            for error in unreadable {
                tracing::warn!(%error, "an entry of {what} is left out");
            }
            Some(entries)
        }
        Err(error) => {
            tracing::warn!(error = chain(&error), "{what} were not read");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_bound_and_half_of_each_is_chance() {
        let longest = |failures| pause(failures, 1.0).as_secs();
        assert_eq!([0, 1, 2, 7, 8, 4000].map(longest), [2, 4, 8, 256, 300, 300]);
        assert_eq!(pause(1, 0.0), Duration::from_secs(2));
    }
}
