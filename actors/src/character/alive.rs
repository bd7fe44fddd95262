//! A character that knows its state: decides, waits, acts.

use std::{sync::Arc, time::Duration};

use game::{Bank, Character, Detail, RefusalCode};
use journal::{Closing, Record, Run, RunStatus};
use planner::{Decision, Mind, View, Why, step};
use ractor::ActorProcessingErr;
use supervisor::{Task, chain};
use tokio::time::Instant;

use super::{
    CharacterArgs, CharacterMsg, Ways,
    boot::{Boot, new_run},
    control::{Control, ControlError, NewJob},
    deed::{self, Deed, Plan},
    events, words,
};
use crate::{
    coordinator::{Contents, CoordinatorMsg},
    game_data::Season,
    history::Reason,
};

/// How often a blocked plan is looked at again, beside at any news.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// How long after a request that never left, or an account whose token was rejected, it is tried again.
const RETRY: Duration = Duration::from_secs(5);
pub(super) const RETRY_REJECTED: Duration = Duration::from_secs(300);
/// How often the character is written to the history.
const SNAPSHOT: Duration = Duration::from_secs(60);

/// What it is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// May decide.
    Free,
    /// An action is under way.
    Acting,
    /// The reply to an action was lost; what became of it is being found out.
    Resolving,
    /// A change of its run is being made durable.
    Saving,
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
    args: CharacterArgs,
    ways: Ways,
    pub(super) season: Season,
    pub(super) character: Character,
    bank: Option<Arc<Bank>>,
    pub(super) job: Option<(Run, Mind)>,
    pub(super) phase: Phase,
    pub(super) since: Instant,
    /// When the game's cooldown ends, when it began, and the action it follows.
    pub(super) ready_at: Instant,
    pub(super) cooldown: Option<(Instant, String)>,
    /// What it does or will do next, in words, and why.
    pub(super) doing: String,
    pub(super) why: Option<Why>,
    pub(super) problem: Option<String>,
    wake: Option<Task>,
    wake_number: u64,
    snapshot_at: Option<Instant>,
}

impl Alive {
    pub(super) fn new(args: &CharacterArgs, ways: &Ways, boot: Boot) -> Self {
        let now = Instant::now();
        let mut alive = Self {
            args: args.clone(),
            ways: ways.clone(),
            ready_at: now,
            cooldown: None,
            season: boot.season,
            character: boot.character,
            bank: None,
            job: boot.job,
            phase: Phase::Free,
            since: now,
            doing: String::new(),
            why: None,
            problem: None,
            wake: None,
            wake_number: 0,
            snapshot_at: None,
        };
        alive.guess_cooldown(now);
        if boot.job_is_new {
            alive.save_runs(None);
        }
        alive
    }

    pub(super) fn is_wake(&self, number: u64) -> bool {
        number == self.wake_number
    }

    /// Whether nothing is under way that must end first.
    pub(super) fn is_free(&self) -> bool {
        !matches!(self.phase, Phase::Acting | Phase::Resolving | Phase::Saving)
    }

    /// Decides and acts, as far as what is under way and the cooldown allow.
    pub(super) fn go_on(&mut self) {
        if !self.is_free() {
            return;
        }
        let Some((run, mind)) = self.job.as_mut().filter(|(run, _)| run.status.is_open()) else {
            self.idle();
            return;
        };
        let now = self.args.account.ports.clock.now();
        let view = View { data: &self.season.data, character: &self.character, bank: self.bank.as_deref() };
        let decision = step(mind, &view, now);
        let status = match &decision {
            Decision::Done { .. } => RunStatus::Done,
            Decision::Blocked { .. } => RunStatus::Blocked,
            Decision::Act { .. } | Decision::Wait { .. } => RunStatus::Running,
        };
        if run.status != status {
            let why = decision.why().clone();
            self.set_status(status, &why);
            return;
        }
        match decision {
            Decision::Act { action, why } if Instant::now() >= self.ready_at => self.act(action, why),
            Decision::Act { action, why } => {
                // What is waited for without a cooldown is the game, or somebody who mends the token.
                let phase = if self.cooldown.is_some() { Phase::Cooldown } else { Phase::Waiting };
                self.plan(phase, format!("next: {}", self.in_words(&action)), Some(why));
                self.wake_in(self.ready_at - Instant::now());
            }
            Decision::Wait { until, why } => {
                self.plan(Phase::Waiting, "waits".to_owned(), Some(why));
                self.wake_in(until.duration_since(now).try_into().unwrap_or_default());
            }
            Decision::Blocked { why } => {
                self.problem = Some(blocked(&why));
                self.plan(Phase::Waiting, "blocked".to_owned(), Some(why));
                self.wake_in(LOOK_AGAIN);
            }
            Decision::Done { .. } => self.idle(),
        }
    }

    fn act(&mut self, action: game::Action, why: Why) {
        let account = self.args.account.clone();
        let run = self.job.as_ref().map(|(run, _)| run);
        let reason = Reason { doing: self.in_words(&action), why };
        let intent = deed::intent(&account, &self.character, run, action, &reason);
        let mark = account.ports.in_flight.mark(&intent.character);
        let plan = Plan { intent, job: self.job.clone() };
        self.plan(Phase::Acting, reason.doing, Some(reason.why));
        let ways = self.ways.clone();
        self.ways.tasks.detach_reporting(
            "action",
            async move { Box::new(deed::carry_out(account, ways, plan, mark).await) },
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
        self.job = deed.job;
        // Without a durable end, or without any known end, only a fresh start tells what is true.
        let closing = deed.ended.map_err(|error| chain(&error))?;
        match closing {
            Closing::Applied { outcome, .. } => {
                self.ready_at = deed.at + deed::wait(&outcome);
                self.cooldown = Some((deed.at, outcome.cooldown.reason));
                let clock = self.args.account.ports.clock;
                let mut records = events::level_ups(clock, &self.character, &outcome.character);
                self.character = outcome.character;
                self.tell_bank(outcome.detail);
                records.extend(self.snapshot());
                self.ways.write(&self.args.account, records);
            }
            Closing::Refused(refusal) if refusal.code == RefusalCode::Cooldown => {
                let remaining = refusal.remaining_seconds.unwrap_or(1.0).max(0.05);
                self.ready_at = deed.at + Duration::from_secs_f64(remaining);
                self.cooldown = Some((deed.at, "an earlier action".to_owned()));
            }
            Closing::Refused(refusal) if deed.token_rejected => {
                self.problem = Some(format!("the game rejects the account's token: {}", refusal.message));
                (self.ready_at, self.cooldown) = (deed.at + RETRY_REJECTED, None);
            }
            Closing::Refused(refusal) => {
                if matches!(refusal.code, RefusalCode::MissingItem | RefusalCode::BankGoldMissing) {
                    self.ways.doubt_bank(&self.args.account);
                }
            }
            Closing::NotSent { .. } => (self.ready_at, self.cooldown) = (deed.at + RETRY, None),
            Closing::AppliedUnseen { .. } | Closing::Parked { .. } => return Ok(After::BootAgain),
        }
        Ok(After::GoOn)
    }

    /// Grants a person's wish. Only while free.
    pub(super) fn grant(&mut self, wish: Control) {
        self.problem = None;
        match wish {
            Control::Start(job, reply) => {
                let NewJob { mind, config_id } = *job;
                let now = self.args.account.ports.clock.now();
                let replaced = self.job.take().map(|(run, _)| run).filter(|run| run.status.is_open());
                let ended = replaced.map(|mut run| {
                    run.reason = format!("replaced by {}", mind.strategy());
                    (run.status, run.ended_at, run.updated_at) = (RunStatus::Stopped, Some(now), now);
                    run
                });
                let run = Run { config_id, ..new_run(&self.args, &mind) };
                self.job = Some((run.clone(), mind));
                self.save_runs(ended);
                let _ = reply.send(Ok(run));
            }
            Control::Stop(reply) => match self.job.as_ref().filter(|(run, _)| run.status.is_open()) {
                None => drop(reply.send(Err(ControlError::NothingRuns))),
                Some(_) => {
                    let why = Why { text: "stopped by hand".to_owned(), facts: Vec::new(), unblock: None };
                    self.set_status(RunStatus::Stopped, &why);
                    if let Some((run, _)) = &self.job {
                        let _ = reply.send(Ok(run.clone()));
                    }
                }
            },
        }
    }

    pub(super) fn saved(&mut self) {
        self.enter(Phase::Free);
    }

    pub(super) fn bank_changed(&mut self, bank: Arc<Bank>) {
        self.bank = Some(bank);
    }

    fn set_status(&mut self, status: RunStatus, why: &Why) {
        let now = self.args.account.ports.clock.now();
        if let Some((run, _)) = &mut self.job {
            run.status = status;
            run.reason.clone_from(&why.text);
            run.ended_at = (!status.is_open()).then_some(now);
        }
        if status == RunStatus::Running {
            self.problem = None;
        }
        self.save_runs(None);
    }

    /// Makes the run, and the one it replaces, durable before anything else is done in its name.
    fn save_runs(&mut self, replaced: Option<Run>) {
        let Some((run, _)) = &mut self.job else { return };
        run.updated_at = self.args.account.ports.clock.now();
        let records: Vec<_> =
            replaced.into_iter().chain([run.clone()]).map(|run| Record::Run(Box::new(run))).collect();
        let journal = self.args.account.ports.journal.clone();
        self.enter(Phase::Saving);
        self.ways.tasks.detach_reporting(
            "save a run",
            async move { journal.run(move |journal| journal.append(&records)).await },
            CharacterMsg::Saved,
        );
    }

    /// The character as it is now, when it is time for the next snapshot.
    fn snapshot(&mut self) -> Option<Record> {
        if self.snapshot_at.is_some_and(|at| at.elapsed() < SNAPSHOT) {
            return None;
        }
        self.snapshot_at = Some(Instant::now());
        let clock = self.args.account.ports.clock;
        Some(Record::Snapshot {
            id: clock.new_id(),
            at: clock.now(),
            character: Box::new(self.character.clone()),
        })
    }

    fn tell_bank(&self, detail: Detail) {
        let contents = match detail {
            Detail::BankItems { bank, .. } => Contents::Items(bank),
            Detail::BankGold { bank_gold, .. } => Contents::Gold(bank_gold),
            Detail::BankExpanded { .. } => return self.ways.doubt_bank(&self.args.account),
            _ => return,
        };
        let (account, token) = (self.args.account.account.clone(), self.args.account.token.clone());
        // A coordinator that is away knows no bank when it is back, and reads it at the next change.
        let _ = self.ways.coordinator.send(CoordinatorMsg::Seen { account, token, contents });
    }

    fn idle(&mut self) {
        let reason = self.job.as_ref().map(|(run, _)| run.reason.clone());
        let why = reason.map(|text| Why { text, facts: Vec::new(), unblock: None });
        self.plan(Phase::Idle, "nothing to do".to_owned(), why);
    }

    fn plan(&mut self, phase: Phase, doing: String, why: Option<Why>) {
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

    fn wake_in(&mut self, pause: Duration) {
        self.wake = Some(self.ways.tasks.send_after(pause, CharacterMsg::Wake(self.wake_number)));
    }

    fn in_words(&self, action: &game::Action) -> String {
        words::action(action, &self.character, &self.season.data)
    }

    /// After a read there is no reply that tells how long the cooldown still runs: the server's clock is guessed, and
    /// a guess that is wrong costs one 499.
    fn guess_cooldown(&mut self, now: Instant) {
        let server_now = self.args.account.ports.clock.now() + self.season.clock_offset;
        let left = self.character.cooldown_expiration.duration_since(server_now);
        let longest = Duration::from_secs(self.character.cooldown.into());
        let left = Duration::try_from(left).unwrap_or_default().min(longest);
        if !left.is_zero() {
            self.ready_at = now + left;
            self.cooldown = Some((now, "an earlier action".to_owned()));
        }
    }
}

fn blocked(why: &Why) -> String {
    match &why.unblock {
        Some(unblock) => format!("{} — {unblock}", why.text),
        None => why.text.clone(),
    }
}
