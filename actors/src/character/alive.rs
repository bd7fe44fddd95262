//! A character that knows its state: decides, waits, acts.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use game::{Bank, Character, RefusalCode};
use journal::{Closing, Run, RunStatus};
use planner::{Decision, Market, Mind, View, Why};
use ractor::ActorProcessingErr;
use supervisor::{Task, chain};
use tokio::time::Instant;
use uuid::Uuid;

use super::{
    CharacterArgs, CharacterMsg, Ways,
    boot::Boot,
    comrades,
    control::obey,
    deed::{self, Deed, Plan},
    hand::Hand,
    words,
};
use crate::{
    account::{RosterMsg, rejected},
    board::{AutomationView, Claims},
    game_data::Season,
    history::Reason,
    ledger::Account,
    limiter::Priority,
};

/// How often a blocked plan is looked at again, beside at any news; and how old the state of one who does not act may
/// become before the game is asked for it.
pub(super) const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// How long after a request that never left it is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// What it is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// May decide.
    Free,
    /// An action is under way.
    Acting,
    /// The reply to an action was lost; what became of it is being found out.
    Resolving,
    /// Waits for the cooldown with its next action decided.
    Cooldown,
    /// Waits for a time, for a reason.
    Waiting,
    /// Has nothing to do.
    Idle,
}

/// What follows an action that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Its outcome is known: decide again.
    GoOn,
    /// It was applied, but its reply with the new state is lost: read the state again first.
    BootAgain,
}

/// The state of a living character.
pub(super) struct Alive {
    pub(super) args: CharacterArgs,
    pub(super) ways: Ways,
    pub(super) season: Season,
    pub(super) character: Character,
    /// When the game last told that.
    pub(super) known_at: Instant,
    pub(super) bank: Option<Arc<Bank>>,
    pub(super) market: Option<Arc<Market>>,
    /// What of the bank it counts on; nothing before it has looked.
    pub(super) claims: Option<Claims>,
    pub(super) job: Option<(Run, Mind)>,
    /// Set while a person plays it.
    pub(super) hand: Option<Hand>,
    pub(super) phase: Phase,
    pub(super) since: Instant,
    /// When the game's cooldown ends, when it began, and the action it follows.
    pub(super) ready_at: Instant,
    pub(super) cooldown: Option<(Instant, String)>,
    /// What it does or will do next, in words, and why.
    pub(super) doing: String,
    pub(super) why: Option<Why>,
    pub(super) problem: Option<String>,
    /// When the game rejected the account's token, and in which words. Until a later read succeeds nothing is sent.
    pub(super) barred: Option<(Instant, String)>,
    /// Why its automation waits, and until when.
    pub(super) held: Option<(Why, Instant)>,
    /// The version of the game that it tries first.
    pub(super) tests: Option<String>,
    wake: Option<Task>,
    wake_number: u64,
    pub(super) snapshot_at: Option<Instant>,
    /// Whether there may be what others have begun with it, which its run has not counted. So it is at every start.
    pub(super) joined: bool,
    /// Waits for news of its comrades, if its mind wants to see some.
    pub(super) watch: Option<Task>,
    /// The run whose forecast was asked for, and the asking.
    pub(super) forecast: Option<(Uuid, Task)>,
    /// Changes of its run that are being made durable.
    pub(super) saving: BTreeSet<Uuid>,
}

impl Alive {
    pub(super) fn new(args: &CharacterArgs, ways: &Ways, boot: Boot, hand: Option<Hand>) -> Self {
        let now = Instant::now();
        let clock = args.account.ports.clock;
        let set_aside = boot.job.as_ref().filter(|(run, _)| run.status == RunStatus::TakenOver);
        let mut alive = Self {
            args: args.clone(),
            ways: ways.clone(),
            ready_at: now,
            cooldown: None,
            season: boot.season,
            character: boot.character,
            known_at: now,
            bank: None,
            market: None,
            claims: None,
            hand: hand.or_else(|| set_aside.map(|(run, _)| Hand::new(clock, run.updated_at))),
            job: boot.job,
            phase: Phase::Free,
            since: now,
            doing: String::new(),
            why: None,
            problem: None,
            barred: None,
            held: None,
            tests: None,
            wake: None,
            wake_number: 0,
            snapshot_at: None,
            joined: true,
            watch: None,
            forecast: None,
            saving: BTreeSet::new(),
        };
        alive.guess_cooldown(now);
        let snapshot = alive.snapshot();
        alive.ways.write(&args.account, snapshot.into_iter().collect());
        if boot.job_is_new {
            alive.save_run(None, drop);
        }
        alive
    }

    pub(super) fn is_wake(&self, number: u64) -> bool {
        number == self.wake_number
    }

    /// Whether an action is under way.
    pub(super) fn is_acting(&self) -> bool {
        matches!(self.phase, Phase::Acting | Phase::Resolving)
    }

    /// Whether an automation has it do something.
    pub(super) fn is_at_work(&self) -> bool {
        self.job.as_ref().is_some_and(|(run, _)| run.status.is_at_work())
    }

    /// What it was told to do, as it is shown.
    pub(super) fn automation(&self) -> Option<AutomationView> {
        let ports = &self.args.account.ports;
        let busy = self.phase == Phase::Acting && ports.in_flight.may_act(&self.args.name);
        self.job.as_ref().map(|(run, mind)| AutomationView::new(run, Some(mind), busy, ports))
    }

    /// Decides and acts, as far as what is under way and the cooldown allow.
    pub(super) fn go_on(&mut self) {
        if self.is_acting() || !self.saving.is_empty() {
            return;
        }
        if std::mem::take(&mut self.joined) {
            return self.count_joined();
        }
        if let Some((why, until)) = self.held.clone().filter(|_| self.is_at_work()) {
            self.plan(Phase::Waiting, "waits".to_owned(), Some(why));
            return self.wake_in(until.duration_since(Instant::now()));
        }
        self.want_forecast();
        let now = self.args.account.ports.clock.now();
        let (events, raids) = (self.events(now), self.raids());
        let Some((run, mind)) = self.job.as_mut().filter(|(run, _)| run.status.is_at_work()) else {
            return if self.hand.is_some() { self.go_on_by_hand() } else { self.idle() };
        };
        // An automation that was started or resumed has the character back.
        self.hand = None;
        let (data, character, events, raids) = (&self.season.data, &self.character, &events[..], &raids[..]);
        let (bank, market) = (self.bank.as_deref(), self.market.as_deref());
        let view = View { data, character, bank, events, raids, market, comrades: &[] };
        let (decision, comrades) = comrades::step(mind, &view, &self.args.account.ports.board, now);
        let watch = self.ways.watch_comrades(&self.args.account, comrades);
        std::mem::replace(&mut self.watch, watch).iter().for_each(Task::cancel);
        let interests = mind.interests();
        if !interests.are_none() {
            self.ways.want_market(&self.args, interests);
        }
        let status = match &decision {
            Decision::Done { .. } if mind.is_winding_down() => RunStatus::Stopped,
            Decision::Done { .. } => RunStatus::Done,
            Decision::Blocked { .. } => RunStatus::Blocked,
            Decision::Act { .. } | Decision::Wait { .. } if mind.is_winding_down() => RunStatus::WindingDown,
            Decision::Act { .. } | Decision::Wait { .. } => RunStatus::Running,
        };
        if run.status != status {
            let why = decision.why().clone();
            self.set_status(status, &why);
            return;
        }
        match decision {
            Decision::Act { action, why } if self.barred.is_none() && Instant::now() >= self.ready_at => {
                let job = self.job.clone();
                self.send(action, why, job, Priority::Action);
            }
            Decision::Act { action, why } => self.wait_to_send(&action, why),
            Decision::Wait { until, why } => {
                let learned = mind.memory();
                if run.memory != learned {
                    run.memory = learned;
                    return self.save_learned();
                }
                self.plan(Phase::Waiting, "waits".to_owned(), Some(why));
                self.wake_in(until.duration_since(now).try_into().unwrap_or_default());
            }
            Decision::Blocked { why } => {
                self.problem = Some(blocked(&why));
                self.plan(Phase::Waiting, "blocked".to_owned(), Some(why));
                self.wake_in(LOOK_AGAIN);
                self.tell_tried();
            }
            Decision::Done { .. } => self.idle(),
        }
    }

    /// Waits for what keeps the next action from being sent: the cooldown, or the game.
    pub(super) fn wait_to_send(&mut self, action: &game::Action, why: Why) {
        let is_cooling = self.cooldown.is_some() && self.barred.is_none();
        let phase = if is_cooling { Phase::Cooldown } else { Phase::Waiting };
        self.plan(phase, format!("next: {}", self.in_words(action)), Some(why));
        // The roster tells when the game takes the token again.
        if self.barred.is_none() {
            self.wake_in(self.ready_at - Instant::now());
        }
    }

    /// Sends an action, for the run that wants it or for a person.
    pub(super) fn send(
        &mut self,
        action: game::Action,
        why: Why,
        job: Option<(Run, Mind)>,
        priority: Priority,
    ) {
        let account = self.args.account.clone();
        let run = job.as_ref().map(|(run, _)| run);
        let reason = Reason { doing: self.in_words(&action), why };
        let intent = deed::intent(&account, &self.character, run, action, &reason);
        account.ports.ledgers.enter(&self.args.name, Account::Deciding.into());
        let mark = account.ports.in_flight.mark(&intent.character, &account.ports.ledgers);
        let plan = Plan { intent, job };
        self.plan(Phase::Acting, reason.doing, Some(reason.why));
        let ways = self.ways.clone();
        self.ways.tasks.detach_reporting(
            "action",
            async move { Box::new(deed::carry_out(account, ways, plan, mark, priority).await) },
            CharacterMsg::Done,
        );
    }

    pub(super) fn resolving(&mut self) {
        self.enter(Phase::Resolving);
    }

    /// Takes in how the action under way has ended.
    pub(super) fn done(&mut self, deed: Deed) -> Result<After, ActorProcessingErr> {
        self.enter(Phase::Free);
        self.problem = None;
        // Without a durable end, or without any known end, only a fresh start tells what is true.
        let closing = deed.ended.map_err(|error| chain(&error))?;
        let goes_on = match deed.job {
            Some(job) => self.learned(job),
            None => self.order_ended(&closing),
        };
        match closing {
            Closing::Applied { outcome } => {
                self.ready_at = deed.at + deed::wait(&outcome);
                self.cooldown = Some((deed.at, outcome.cooldown.reason));
                self.known_at = deed.at;
                self.ways.tell(&self.args.account, outcome.detail);
                self.ways.tell_others(&self.args.account, outcome.others, deed.at);
                self.take_in(outcome.character);
                self.tell_tried();
            }
            Closing::Refused(refusal) if refusal.code == RefusalCode::Cooldown => {
                let remaining = refusal.remaining_seconds.unwrap_or(1.0).max(0.05);
                self.ready_at = deed.at + Duration::from_secs_f64(remaining);
                self.cooldown = Some((deed.at, "an earlier action".to_owned()));
            }
            Closing::Refused(refusal) if deed.token_rejected => {
                let words = rejected(&refusal.message);
                // A roster that is away asks the game when it is back.
                let _ = self.ways.roster.send(RosterMsg::Rejected(words.clone()));
                self.barred = Some((deed.at, words));
            }
            Closing::Refused(refusal) => {
                if matches!(refusal.code, RefusalCode::MissingItem | RefusalCode::BankGoldMissing) {
                    self.ways.doubt_bank(&self.args.account);
                }
            }
            Closing::NotSent { .. } if goes_on => (self.ready_at, self.cooldown) = (deed.at + RETRY, None),
            // Withdrawn with its run: nothing is known against what the next run decides.
            Closing::NotSent { .. } => {}
            Closing::AppliedUnseen { .. } | Closing::Parked { .. } => return Ok(After::BootAgain),
        }
        Ok(After::GoOn)
    }

    /// Takes over what an action has added to its run, and tells whether that goes on. A run that was ended or replaced
    /// meanwhile stays so.
    pub(super) fn learned(&mut self, (after, mind): (Run, Mind)) -> bool {
        let Some((run, known)) = &mut self.job else { return false };
        if after.id != run.id {
            return false;
        }
        run.memory = after.memory;
        if !after.milestones.is_empty() {
            run.milestones = after.milestones;
        }
        *known = mind;
        obey(run, known);
        run.status.is_at_work()
    }

    fn idle(&mut self) {
        let reason = self.job.as_ref().map(|(run, _)| run.reason.clone());
        let why = reason.map(|text| Why { text, ..Why::default() });
        let paused = self.job.as_ref().is_some_and(|(run, _)| run.status == RunStatus::Paused);
        let doing = if paused { "paused" } else { "nothing to do" };
        self.plan(Phase::Idle, doing.to_owned(), why);
        self.wake_in(LOOK_AGAIN);
        self.tell_tried();
    }

    pub(super) fn plan(&mut self, phase: Phase, doing: String, why: Option<Why>) {
        self.enter(phase);
        (self.doing, self.why) = (doing, why);
    }

    fn enter(&mut self, phase: Phase) {
        self.wake_number += 1;
        if let Some(wake) = self.wake.take() {
            wake.cancel();
        }
        if self.phase != phase {
            self.since = Instant::now();
            self.phase = phase;
        }
    }

    pub(super) fn wake_in(&mut self, pause: Duration) {
        self.wake = Some(self.ways.tasks.send_after(pause, CharacterMsg::Wake(self.wake_number)));
    }

    fn in_words(&self, action: &game::Action) -> String {
        let own = self.market.as_ref().and_then(|market| market.own.as_ref());
        let offer = own.and_then(|own| own.what.taken_back(action));
        words::action(action, &self.character, &self.season.data, offer)
    }
}

fn blocked(why: &Why) -> String {
    match &why.unblock {
        Some(unblock) => format!("{} — {unblock}", why.text),
        None => why.text.clone(),
    }
}
