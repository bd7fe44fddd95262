//! What a person may ask of a character, and how that is granted: at once, and durably before it is answered.
//!
//! A living character changes its run in place, whatever it is doing. Of a character that does not live yet, because the
//! game does not tell its state, the run is changed in the journal, from which it will be taken up. Either way an action
//! of the run that ends is withdrawn while its request waits; one that has left is finished first. What a person does
//! instead of the automation is in [`super::by_hand`].

use game::{AccountName, CharacterName};
use journal::{JournalError, Record, Run, RunGoal, RunStatus};
use planner::Mind;
use ractor::RpcReplyPort;
use uuid::Uuid;

use super::{alive::Alive, events};
use crate::{board::AutomationView, clock::Clock, ports::Ports};

/// Where the answer to a wish goes.
pub type Answer = RpcReplyPort<Result<AutomationView, ControlError>>;

/// A person's wish.
#[derive(Clone)]
pub enum Control {
    /// Start an automation; it replaces the one that runs.
    Start(Box<NewJob>),
    /// Change what becomes of the automation.
    Change(Wish),
}

/// What may become of an automation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// It ends now; an action under way is finished first.
    Stop,
    /// It puts what is carried into the bank, and ends.
    WindDown,
    /// It does nothing until it is resumed.
    Pause,
    /// It goes on: after a pause, instead of coming to its end, or although a person plays by hand.
    Resume,
    /// The goal it worked for needs it no more: it puts what is carried into the bank, and ends.
    Release,
}

/// What a character is told to do.
#[derive(Clone)]
pub struct NewJob {
    /// The strategy with its configuration.
    pub mind: Mind,
    /// The saved configuration it comes from, if any.
    pub config_id: Option<Uuid>,
    /// The goal it is for. What a person has told a character is never replaced for a goal.
    pub goal: Option<RunGoal>,
}

/// Why a wish was not granted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ControlError {
    /// There is nothing to stop or to pause.
    #[error("no automation is running")]
    NothingRuns,
    /// There is nothing to resume.
    #[error("the automation is neither held nor coming to its end")]
    NotPaused,
    /// Nobody plays it.
    #[error("it is not played by hand")]
    NotByHand,
    /// As many orders wait as may.
    #[error("{0} orders wait already: let some of them end, or withdraw them")]
    TooManyOrders(usize),
    /// An order about more items than the bag holds.
    #[error("that is about {items} items at once, and the bag holds {bag}")]
    BagTooSmall {
        /// How many the order is about.
        items: u64,
        /// How many the bag holds.
        bag: u32,
    },
    /// It does not live yet.
    #[error("the game has not told yet how it is; ask again in a moment")]
    NotRead,
    /// It does what a person has told it, and is not there for goals.
    #[error("it does what a person has told it")]
    Taken,
}

/// A wish that was granted in the journal.
pub struct Granted {
    pub(super) run: Run,
    /// The mind of a run that begins; the one of a run that goes on or ends stays as it is.
    pub(super) mind: Option<Mind>,
    /// As it is shown.
    pub view: AutomationView,
}

/// A run that begins now.
pub(super) fn new_run(clock: Clock, account: &AccountName, name: &CharacterName, job: &NewJob) -> Run {
    let NewJob { mind, config_id, goal } = job;
    let now = clock.now();
    Run {
        id: clock.new_id(),
        config_id: *config_id,
        goal: goal.clone(),
        account: account.clone(),
        character: name.clone(),
        strategy: mind.strategy().to_owned(),
        config: mind.config(),
        memory: mind.memory(),
        milestones: Vec::new(),
        status: RunStatus::Running,
        reason: "started".to_owned(),
        started_at: now,
        ended_at: None,
        updated_at: now,
    }
}

/// Whether a character with this run is there for goals: nobody told it anything, or a goal did.
pub(crate) fn is_free(run: Option<&Run>) -> bool {
    run.is_none_or(|run| {
        let for_a_goal = run.goal.is_some() && matches!(run.status, RunStatus::Running | RunStatus::Blocked);
        for_a_goal || !run.status.is_open()
    })
}

/// The run, ended now by a person; nothing when it had ended before.
fn ended(run: Run, clock: Clock, reason: String) -> Option<Run> {
    let now = clock.now();
    let ended = Run { status: RunStatus::Stopped, reason, ended_at: Some(now), updated_at: now, ..run };
    run.status.is_open().then_some(ended)
}

fn replaced_by(mind: &Mind) -> String {
    format!("replaced by {}", mind.strategy())
}

/// What a wish makes of a run; its mind is told by who has it.
fn changed(wish: Wish, run: &Run, clock: Clock) -> Result<Run, ControlError> {
    if !run.status.is_open() {
        return Err(ControlError::NothingRuns);
    }
    let (status, reason) = match wish {
        Wish::Stop => (RunStatus::Stopped, "stopped by hand"),
        Wish::Pause => (RunStatus::Paused, "paused by hand"),
        Wish::Resume if matches!(run.status, RunStatus::Running | RunStatus::Blocked) => {
            return Err(ControlError::NotPaused);
        }
        Wish::Resume => (RunStatus::Running, "resumed by hand"),
        Wish::Release => return released(run, clock),
        Wish::WindDown => (RunStatus::WindingDown, "told to stop; what is carried goes to the bank first"),
    };
    let now = clock.now();
    let ended_at = (!status.is_open()).then_some(now);
    Ok(Run { status, reason: reason.to_owned(), ended_at, updated_at: now, ..run.clone() })
}

/// A run that its goal needs no more: from now on it is nobody's.
fn released(run: &Run, clock: Clock) -> Result<Run, ControlError> {
    if run.goal.is_none() || !is_free(Some(run)) {
        return Err(ControlError::Taken);
    }
    let reason = "its goal needs it no more; what is carried goes to the bank first".to_owned();
    let status = RunStatus::WindingDown;
    Ok(Run { goal: None, status, reason, updated_at: clock.now(), ..run.clone() })
}

/// Tells the mind of a run whether it is to end in order. While the run is held that stays as it was.
pub(super) fn obey(run: &Run, mind: &mut Mind) {
    match run.status {
        RunStatus::WindingDown => mind.wind_down(),
        RunStatus::Running | RunStatus::Blocked => mind.carry_on(),
        _ => {}
    }
}

/// Grants a wish in the journal, for a character that does not live.
///
/// # Errors
/// The disk. That there is nothing to stop is an answer.
pub(crate) async fn grant_in_journal(
    ports: &Ports,
    account: &AccountName,
    name: &CharacterName,
    wish: Control,
) -> Result<Result<Granted, ControlError>, JournalError> {
    let (clock, asked) = (ports.clock, name.clone());
    let before = ports.journal.run(move |journal| journal.run(&asked)).await?;
    let (replaced, run, mind) = match wish {
        Control::Start(job) if job.goal.is_some() && !is_free(before.as_ref()) => {
            return Ok(Err(ControlError::Taken));
        }
        Control::Start(job) => {
            let replaced = before.and_then(|run| ended(run, clock, replaced_by(&job.mind)));
            (replaced, new_run(clock, account, name, &job), Some(job.mind))
        }
        Control::Change(wish) => {
            let Some(run) = before else { return Ok(Err(ControlError::NothingRuns)) };
            match changed(wish, &run, clock) {
                Ok(run) => (None, run, None),
                Err(refused) => return Ok(Err(refused)),
            }
        }
    };
    let records = records(replaced, &run);
    ports.journal.run(move |journal| journal.append(&records)).await?;
    ports.in_flight.withdraw(name);
    let view = AutomationView::written(&run, ports);
    ports.board.post_automation(name, view.clone());
    Ok(Ok(Granted { run, mind, view }))
}

/// The records that make a run, and the end of the one it replaces, durable; the log tells of both.
pub(super) fn records(replaced: Option<Run>, run: &Run) -> Vec<Record> {
    let runs = replaced.into_iter().chain([run.clone()]);
    runs.inspect(events::tell).map(|run| Record::Run(Box::new(run))).collect()
}

impl Alive {
    /// Grants a person's wish; it is answered when that is durable.
    pub(super) fn grant(&mut self, wish: Control, answer: Answer) {
        let clock = self.args.account.ports.clock;
        self.problem = None;
        match wish {
            Control::Start(job) if job.goal.is_some() && !self.is_there_for_goals() => {
                drop(answer.send(Err(ControlError::Taken)));
            }
            Control::Start(job) => {
                let replaced = self.job.take().and_then(|(run, _)| ended(run, clock, replaced_by(&job.mind)));
                let run = new_run(clock, &self.args.account.account, &self.args.name, &job);
                self.job = Some((run, job.mind));
                self.withdraw();
                self.save_run(replaced, move |view| drop(answer.send(Ok(view))));
            }
            Control::Change(wish) => {
                let Some((run, mind)) = &mut self.job else {
                    return drop(answer.send(Err(ControlError::NothingRuns)));
                };
                match changed(wish, run, clock) {
                    Ok(changed) => {
                        *run = changed;
                        obey(run, mind);
                        // What a person has ordered is none of the automation's that is paused or stopped.
                        if run.status.is_at_work() || self.hand.is_none() {
                            self.withdraw();
                        }
                        self.save_run(None, move |view| drop(answer.send(Ok(view))));
                    }
                    Err(refused) => drop(answer.send(Err(refused))),
                }
            }
        }
    }

    fn is_there_for_goals(&self) -> bool {
        self.hand.is_none() && is_free(self.job.as_ref().map(|(run, _)| run))
    }

    pub(super) fn withdraw(&self) {
        self.args.account.ports.in_flight.withdraw(&self.args.name);
    }

    /// Takes over what was granted in the journal before this character came to life.
    pub(super) fn take_over(&mut self, granted: Granted) {
        match (granted.mind, &mut self.job) {
            (None, Some((run, mind))) if run.id == granted.run.id => {
                *run = granted.run;
                obey(run, mind);
            }
            (Some(mind), job) if job.as_ref().is_none_or(|(run, _)| run.id != granted.run.id) => {
                *job = Some((granted.run, mind));
            }
            // It read the journal after that.
            _ => {}
        }
    }
}
