//! Coming to life: everything a character must know before it may act.

use std::time::Duration;

use api_client::CallError;
use game::Character;
use journal::{Intent, JournalError, Run, RunStatus};
use planner::Mind;
use supervisor::CallError as MessageError;
use tokio::time::Instant;

use super::{
    CharacterArgs, Ways,
    control::{NewJob, new_run, obey},
    deed::{self, DeedError, Plan},
    resolve::resolve,
};
use crate::{
    account::{AccountArgs, RosterMsg},
    game_data::{self, GameDataMsg, Season},
};

/// A neighbour that reads from the game may take this long before it is asked again.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a character begins with.
pub struct Boot {
    pub(super) season: Season,
    pub(super) character: Character,
    pub(super) job: Option<(Run, Mind)>,
    /// Whether the run is new and not in the journal yet.
    pub(super) job_is_new: bool,
}

/// Why it cannot begin yet.
#[derive(Debug, thiserror::Error)]
pub enum BootError {
    /// A neighbour did not answer.
    #[error("a neighbour did not answer")]
    Neighbour(#[from] MessageError),
    /// The game did not answer.
    #[error("its state cannot be read")]
    Game(#[from] CallError),
    /// The journal failed.
    #[error("the journal cannot be read")]
    Journal(#[from] JournalError),
    /// The game knows no such character.
    #[error("the account has no such character any more")]
    Gone,
}

impl BootError {
    /// Whether the game rejects the account's token.
    pub(super) fn is_rejection(&self) -> bool {
        matches!(self, Self::Game(CallError::TokenRejected(_)))
    }
}

/// Settles what an earlier incarnation left behind, then reads the character as it is.
pub(super) async fn boot(args: &CharacterArgs, ways: &Ways) -> Result<Boot, BootError> {
    open_ledger(args).await?;
    let season =
        ways.context.directory.handle::<GameDataMsg>(game_data::ID).call(GameDataMsg::Get, PATIENCE).await?;
    settle(args, ways).await?;
    let (name, asked) = (args.name.clone(), args.name.clone());
    let character =
        ways.roster.call(|reply| RosterMsg::Fetch(asked, reply), PATIENCE).await??.ok_or(BootError::Gone)?;
    // Last, because a person may change it while the game is waited for.
    let run = args.account.ports.journal.run(move |journal| journal.run(&name)).await?;
    let (job, job_is_new) = match run {
        Some(run) => (take_up(run), false),
        None => (first_job(args), true),
    };
    Ok(Boot { season, character, job_is_new: job_is_new && job.is_some(), job })
}

/// Goes on counting where the time goes, where an earlier run of the program has ended.
async fn open_ledger(args: &CharacterArgs) -> Result<(), BootError> {
    let AccountArgs { ports, .. } = &args.account;
    if !ports.ledgers.is_open(&args.name) {
        let name = args.name.clone();
        let known = ports.journal.run(move |journal| journal.hours(&name)).await?;
        ports.ledgers.open(&args.name, known);
    }
    Ok(())
}

/// Finds out what became of an action that was under way, and closes its intent.
async fn settle(args: &CharacterArgs, ways: &Ways) -> Result<(), BootError> {
    let ports = &args.account.ports;
    ports.in_flight.ended(&args.name).await;
    let name = args.name.clone();
    let Some(intent) = ports.journal.run(move |journal| journal.open_intent(&name)).await? else {
        return Ok(());
    };
    tracing::info!(character = %args.name, action = %intent.action, "finding out what became of an action");
    let closing = resolve(&args.account, ways, &intent).await?;
    let mut plan = Plan { job: job_of(args, &intent).await?, intent };
    match deed::close(&args.account, ways, &mut plan, closing, Instant::now()).await {
        Ok(_) => Ok(()),
        Err(DeedError::Journal(error)) => Err(error.into()),
        Err(DeedError::Unresolved(error)) => Err(error.into()),
    }
}

/// The run that an intent belongs to, with its mind, which must learn what became of it.
async fn job_of(args: &CharacterArgs, intent: &Intent) -> Result<Option<(Run, Mind)>, JournalError> {
    let name = args.name.clone();
    let run = args.account.ports.journal.run(move |journal| journal.run(&name)).await?;
    Ok(run.filter(|run| intent.run == Some(run.id)).and_then(|run| {
        let mind = Mind::restore(&run.strategy, run.config.clone(), run.memory.clone()).ok()?;
        Some((run, mind))
    }))
}

/// Takes up a run where it was left; one whose configuration this program cannot read any more has failed.
fn take_up(mut run: Run) -> Option<(Run, Mind)> {
    match Mind::restore(&run.strategy, run.config.clone(), run.memory.clone()) {
        Ok(mut mind) => {
            obey(&run, &mut mind);
            Some((run, mind))
        }
        Err(error) => {
            let mind = Mind::new(&run.strategy, serde_json::Value::Null).ok()?;
            tracing::error!(character = %run.character, %error, "a run cannot be taken up");
            run.status = RunStatus::Failed;
            run.reason = error.to_string();
            Some((run, mind))
        }
    }
}

fn first_job(args: &CharacterArgs) -> Option<(Run, Mind)> {
    let mind = args.first_mind.clone()?;
    let AccountArgs { account, ports, .. } = &args.account;
    let job = NewJob { mind, config_id: None, goal: None };
    Some((new_run(ports.clock, account, &args.name, &job), job.mind))
}
