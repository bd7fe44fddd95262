//! Fights that one character has begun for several: each of the others has an entry of its own in the history, written
//! together with the end of the fight, and its run counts what it brought as soon as it hears of it, or at its next start.

use game::{Action, CharacterName, Outcome};
use jiff::Timestamp;
use journal::{Closing, Fingerprint, Intent, Journal, JournalError, Record, Run};
use planner::{Mind, Why};
use ractor::ActorProcessingErr;
use uuid::Uuid;

use super::{CharacterMsg, CharacterState, alive::Alive, deed};
use crate::{account::AccountArgs, history::Reason, pace::Pace, ports::Ports};

/// The entries of those whom an action had take part, if it was carried out.
///
/// # Errors
/// The disk.
pub(super) async fn entries(
    ports: &Ports,
    intent: &Intent,
    closing: &Closing,
    now: Timestamp,
    elapsed_ms: u64,
) -> Result<Vec<Record>, JournalError> {
    let Action::MultiFight { participants } = &intent.action else { return Ok(Vec::new()) };
    let names = participants.clone();
    let runs = move |journal: &Journal| names.iter().map(|name| journal.run(name)).collect();
    let runs: Vec<Option<Run>> = ports.journal.run(runs).await?;
    let entry = |(name, run): (&CharacterName, Option<Run>)| {
        let closing = match closing {
            Closing::Applied { outcome } => {
                let character = outcome.others.iter().find(|other| other.name == *name)?.clone();
                let outcome = Outcome { character, others: Vec::new(), ..(**outcome).clone() };
                Closing::Applied { outcome: Box::new(outcome) }
            }
            Closing::AppliedUnseen { .. } => closing.clone(),
            _ => return None,
        };
        let others = participants.iter().filter(|other| *other != name);
        let action =
            Action::MultiFight { participants: others.chain([&intent.character]).cloned().collect() };
        let why = Why { text: format!("{} has begun the fight", intent.character), ..Why::default() };
        let reason = Reason { doing: action.to_string(), why };
        let run = run.filter(|run| run.status.is_at_work()).map(|run| run.id);
        let scene = ports.board.scene(name);
        let before = scene.map_or_else(|| intent.before.clone(), |scene| Fingerprint::from(&scene.character));
        let (id, character, why) = (ports.clock.new_id(), name.clone(), reason.to_json());
        let intent = Intent { id, character, run, action, why, before, ..intent.clone() };
        Some(Record::Action { intent: Box::new(intent), closing, closed_at: now, elapsed_ms })
    };
    Ok(participants.iter().zip(runs).filter_map(entry).collect())
}

/// Has a character's run count all that waits for it; gives it back when there was anything.
fn count(
    journal: &Journal,
    name: &CharacterName,
    mut job: Option<(Run, Mind)>,
    pace: &Pace,
) -> Result<Option<(Run, Mind)>, JournalError> {
    let mut last = None;
    for entry in journal.joined(name)? {
        let Record::Action { intent, closing, closed_at, .. } = entry else { continue };
        // Who was in no run then, or in another one, counts nothing.
        if let Some((run, mind)) = job.as_mut().filter(|(run, _)| intent.run == Some(run.id)) {
            deed::count(run, mind, &intent, &closing, closed_at, pace);
        }
        last = Some(intent.id);
    }
    let Some(last) = last else { return Ok(None) };
    journal.count_joined(name, last, job.as_ref().map(|(run, _)| run))?;
    Ok(job)
}

impl CharacterState {
    /// Another one's action had it take part. When the reply was lost, nobody has told how it is since.
    pub(super) fn has_joined(&mut self, is_told: bool) {
        match &mut self.alive {
            Some(alive) if is_told || alive.is_acting() => {
                alive.joined = true;
                self.go_on();
            }
            Some(_) => self.start_again(),
            // What is being read may be older than that.
            None => self.is_outdated = true,
        }
    }

    pub(super) fn counted(
        &mut self,
        id: Uuid,
        counted: Result<Option<Box<(Run, Mind)>>, JournalError>,
    ) -> Result<(), ActorProcessingErr> {
        let job = counted?;
        if let Some(alive) = &mut self.alive {
            alive.saved(id);
            job.map(|job| alive.learned(*job));
            self.go_on();
        }
        Ok(())
    }
}

impl Alive {
    /// Has its run count what others have begun. Until that is durable nothing is decided.
    pub(super) fn count_joined(&mut self) {
        let AccountArgs { ports, .. } = &self.args.account;
        let (id, journal, pace) = (ports.clock.new_id(), ports.journal.clone(), ports.pace.clone());
        let (name, job) = (self.args.name.clone(), self.job.clone());
        self.saving.insert(id);
        self.ways.tasks.detach_reporting(
            "count what others have begun",
            async move {
                let job = journal.run(move |journal| count(journal, &name, job, &pace)).await?;
                Ok(job.map(Box::new))
            },
            move |counted| CharacterMsg::Counted(id, counted),
        );
    }
}
