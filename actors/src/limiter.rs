//! Sole owner of the game's HTTP client: every request of every account passes here, within the rate budget of this
//! address.
//!
//! It keeps no account's state and decodes no reply. What it must know after a restart it reads from the server
//! (`GET /my/rates` and the headers of every reply) and from the journal, which knows what was spent: whichever counts more
//! is right. It answers refusals and ambiguous outcomes of actions to whoever
//! asked; what certainly changed nothing (429, nothing sent, a failed read) it sends again by itself, later.

mod breaker;
mod budget;
mod gateway;
mod queue;
mod recall;
mod spending;
mod window;

use api_client::{Bucket, Call, CallError, Client, RateHeaders, Rates, Reply, Request, Token, calls};
use game::AccountName;
use journal::{JournalError, Spent};
use ractor::{Actor, ActorProcessingErr, ActorRef, RpcReplyPort};
use supervisor::{ChildContext, Task, Tasks};
use tokio::time::Instant;

use crate::{board::ReachView, in_flight::Passage, ports::Ports, words::count};
use breaker::Breaker;
use budget::{Budget, WindowReport};
pub use gateway::Gateway;
pub use queue::Priority;
use queue::Queue;
use spending::Spending;

/// Its id in the tree.
pub const ID: &str = "limiter";

/// The documented budget (RULES §3), for a server that does not tell its own.
const DOCUMENTED: [(Bucket, &str, u32); 8] = [
    (Bucket::Account, "second", 10),
    (Bucket::Account, "hour", 300),
    (Bucket::Data, "second", 10),
    (Bucket::Data, "minute", 200),
    (Bucket::Data, "hour", 2000),
    (Bucket::Action, "second", 10),
    (Bucket::Action, "minute", 100),
    (Bucket::Action, "hour", 5000),
];

/// What the limiter is told.
pub enum LimiterMsg {
    /// Somebody wants a request sent.
    Send(Errand),
    /// A request was answered, or was lost.
    Answered(Box<(Errand, Reply<bytes::Bytes>)>),
    /// What earlier lives have spent, or why that is not known.
    Recalled(Result<Vec<(u64, Vec<Spent>)>, JournalError>),
    /// Time to write down what was spent.
    Save,
    /// Somebody waits no more.
    Withdrawn,
    /// A place in the budget may have become free; late timers carry an old number and are ignored.
    Look(u64),
}

/// A request with everything that belongs to it.
pub struct Errand {
    /// What to send.
    pub request: Request,
    /// On whose behalf.
    pub account: AccountName,
    /// How urgent it is.
    pub priority: Priority,
    /// What may be withdrawn until it leaves; `None` for a read, which does no harm.
    pub passage: Option<Passage>,
    /// Where the reply goes; `None` for the limiter's own question about the rates.
    pub reply: Option<RpcReplyPort<Reply<bytes::Bytes>>>,
}

/// What the limiter starts with.
#[derive(Clone)]
pub struct LimiterArgs {
    /// The way to the game.
    pub client: Client,
    /// In whose name it asks for the rates.
    pub account: AccountName,
    /// The tokens to do so with, one after the other until the game takes one; without one the documented rates are used.
    pub tokens: Vec<Token>,
    /// Where budget and reachability are shown, and what was spent is kept.
    pub ports: Ports,
}

/// The actor.
pub struct Limiter {
    context: ChildContext,
}

/// What it keeps while it lives.
pub struct LimiterState {
    args: LimiterArgs,
    tasks: Tasks<LimiterMsg>,
    budget: Budget,
    /// Nothing until the journal has told what earlier lives have spent: nothing is sent before.
    spending: Option<Spending>,
    is_saving: bool,
    breaker: Breaker,
    queue: Queue<Errand>,
    in_flight: u32,
    /// The token to ask for the rates with, by its place.
    asks_with: usize,
    timer: Option<Task>,
    timer_number: u64,
}

impl Limiter {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Limiter {
    type Msg = LimiterMsg;
    type State = LimiterState;
    type Arguments = LimiterArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<LimiterMsg>,
        args: LimiterArgs,
    ) -> Result<LimiterState, ActorProcessingErr> {
        let mut state = LimiterState {
            args,
            tasks: self.context.tasks(&myself),
            budget: Budget::default(),
            spending: None,
            is_saving: false,
            breaker: Breaker::default(),
            queue: Queue::default(),
            in_flight: 0,
            asks_with: 0,
            timer: None,
            timer_number: 0,
        };
        state.recall();
        state.ask_rates();
        Ok(state)
    }

    async fn handle(
        &self,
        _myself: ActorRef<LimiterMsg>,
        message: LimiterMsg,
        state: &mut LimiterState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            LimiterMsg::Send(errand) => state.enqueue(errand),
            LimiterMsg::Answered(answered) => {
                let (errand, reply) = *answered;
                state.answered(errand, reply);
            }
            LimiterMsg::Recalled(spent) => state.recalled(spent),
            LimiterMsg::Save => state.save(),
            LimiterMsg::Withdrawn => state.queue.retain(Errand::is_wanted),
            LimiterMsg::Look(number) if number != state.timer_number => return Ok(()),
            LimiterMsg::Look(_) => {}
        }
        state.send_what_may_go();
        self.context.status.doing(state.describe());
        Ok(())
    }

    async fn post_stop(
        &self,
        _myself: ActorRef<LimiterMsg>,
        state: &mut LimiterState,
    ) -> Result<(), ActorProcessingErr> {
        state.keep_spending().await;
        Ok(())
    }
}

impl Errand {
    /// Whether anybody still wants it: an action until it is withdrawn, a read as long as somebody waits for it.
    fn is_wanted(&self) -> bool {
        match (&self.passage, &self.reply) {
            (Some(passage), _) => !passage.is_withdrawn(),
            (None, Some(reply)) => !reply.is_closed(),
            (None, None) => true,
        }
    }
}

impl LimiterState {
    fn ask_rates(&mut self) {
        let Some(token) = self.args.tokens.get(self.asks_with) else { return self.use_documented_rates() };
        let request = calls::GetRates { token }.request();
        let account = self.args.account.clone();
        self.enqueue(Errand { request, account, priority: Priority::Click, passage: None, reply: None });
    }

    fn enqueue(&mut self, errand: Errand) {
        self.queue.push(errand.request.bucket().as_str(), errand.account.clone(), errand.priority, errand);
    }

    fn send_what_may_go(&mut self) {
        if self.spending.is_none() {
            return;
        }
        let now = Instant::now();
        let Self { queue, budget, breaker, in_flight, .. } = self;
        let mut going = Vec::new();
        while let Some(errand) = queue.pop(|bucket, priority| {
            breaker.may_send(*in_flight, now) && budget.may_send(bucket, priority, now)
        }) {
            // Whoever asked knows, and has gone on.
            let may_leave = errand.passage.as_ref().is_none_or(Passage::leave);
            if !may_leave || !errand.is_wanted() {
                continue;
            }
            *in_flight += 1;
            budget.sent(errand.request.bucket().as_str(), errand.priority, now);
            going.push(errand);
        }
        budget.waited_for(queue.buckets());
        let is_away = self.breaker.is_away();
        for passage in self.queue.jobs().filter_map(|errand| errand.passage.as_ref()) {
            passage.waits(is_away);
        }
        for errand in going {
            let client = self.args.client.clone();
            // Detached: a request that has left must not be cut in half by a restart of the limiter.
            self.tasks.detach_reporting(
                "request",
                async move {
                    let reply = client.send(&errand.request).await;
                    Box::new((errand, reply))
                },
                LimiterMsg::Answered,
            );
        }
        self.set_timer(now);
    }

    fn set_timer(&mut self, now: Instant) {
        if let Some(timer) = self.timer.take() {
            timer.cancel();
        }
        let budget = self.queue.buckets().filter_map(|bucket| self.budget.next_change(bucket, now));
        let next = budget.chain(self.breaker.next_try()).filter(|at| *at > now).min();
        if let Some(at) = next.filter(|_| self.queue.len() > 0) {
            self.timer_number += 1;
            self.timer = Some(self.tasks.send_after(at - now, LimiterMsg::Look(self.timer_number)));
        }
    }

    fn answered(&mut self, errand: Errand, reply: Reply<bytes::Bytes>) {
        let now = Instant::now();
        let bucket = errand.request.bucket();
        self.in_flight = self.in_flight.saturating_sub(1);
        self.learn(bucket, &reply.rates, now);
        self.budget.answered(bucket.as_str(), now);
        self.note(&errand);
        let again = match &reply.value {
            Err(CallError::RateLimited { retry_after }) => {
                tracing::warn!(request = %errand.request, ?retry_after, "the game says 429");
                self.budget.close(bucket.as_str(), *retry_after, now);
                self.reached();
                true
            }
            Err(error @ CallError::NotSent(_)) => {
                self.lost(error, now);
                true
            }
            Err(error @ (CallError::Ambiguous(_) | CallError::ServerError(_))) => {
                self.lost(error, now);
                // The limiter's own question goes first of all: repeated, it would keep everybody from trying. The headers
                // of other replies answer it as well.
                errand.reply.is_some() && errand.request.is_read() && error.is_transient()
            }
            Ok(_) | Err(_) => {
                self.reached();
                false
            }
        };
        if again {
            errand.passage.iter().for_each(Passage::came_back);
            self.enqueue(errand);
        } else if let Some(port) = errand.reply {
            // Whoever asked may have been restarted meanwhile: then the journal tells it what became of this.
            let _ = port.send(reply);
        } else {
            self.learn_rates(reply, now);
        }
        let Ports { board, clock, .. } = &self.args.ports;
        let shares = self.spending.as_ref().map(|spending| spending.last_hour(clock.now()));
        board.post_rates(self.budget.views(now), shares.unwrap_or_default());
    }

    /// Takes in the per-window headers; a window that a header does not name cannot be told from another.
    fn learn(&mut self, bucket: Bucket, headers: &RateHeaders, now: Instant) {
        let reports: Vec<_> = headers
            .windows
            .iter()
            .filter_map(|(period, window)| {
                let (limit, remaining) = (window.limit?, window.remaining);
                Some(WindowReport { window: period.as_str(), limit, remaining, reset: window.reset_in })
            })
            .collect();
        self.budget.learn(bucket.as_str(), &reports, now);
    }

    fn learn_rates(&mut self, reply: Reply<bytes::Bytes>, now: Instant) {
        let Some(token) = self.args.tokens.get(self.asks_with) else { return };
        let reply: Reply<Rates> = reply.read(&calls::GetRates { token });
        match reply.value {
            Ok(rates) => {
                for bucket in Bucket::ALL {
                    let reports: Vec<_> = rates
                        .windows(bucket)
                        .map(|(period, window)| WindowReport {
                            window: period.as_str(),
                            limit: window.limit,
                            remaining: window.remaining,
                            reset: reply.server_time.map(|server_time| window.reset_in(server_time)),
                        })
                        .collect();
                    self.budget.learn(bucket.as_str(), &reports, now);
                }
            }
            // Another account's token may be better.
            Err(CallError::TokenRejected(_)) if self.asks_with + 1 < self.args.tokens.len() => {
                self.asks_with += 1;
                self.ask_rates();
            }
            Err(error) => {
                tracing::warn!(%error, "the game does not tell its rates: using the documented ones");
                self.use_documented_rates();
            }
        }
    }

    fn use_documented_rates(&mut self) {
        for (bucket, window, limit) in DOCUMENTED {
            let report = WindowReport { window, limit, remaining: limit, reset: None };
            self.budget.learn(bucket.as_str(), &[report], Instant::now());
        }
    }

    fn reached(&mut self) {
        if self.breaker.is_away() {
            tracing::info!("the game answers again");
        }
        self.breaker.answered();
        self.args.ports.board.post_game(ReachView::ok());
    }

    /// A single failure is nothing to tell: what can be repeated is, and whose action it was says so.
    fn lost(&mut self, error: &CallError, now: Instant) {
        let was_away = self.breaker.is_away();
        self.breaker.failed(fastrand::f64(), now);
        if !self.breaker.is_away() {
            return;
        }
        let message = supervisor::chain(error);
        if !was_away {
            tracing::warn!(error = message, "the game does not answer: everybody waits until it does");
        }
        self.args.ports.board.post_game(ReachView::away(message));
    }

    fn describe(&self) -> String {
        let away = if self.breaker.is_away() { "the game is away; " } else { "" };
        format!("{away}{} on the way, {} waiting", count(self.in_flight, "request"), self.queue.len())
    }
}
