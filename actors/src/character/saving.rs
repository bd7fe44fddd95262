//! Making the run durable: what it was told, how it ended, and what its mind has learned.

use journal::{Record, Run, RunStatus};
use planner::Why;
use uuid::Uuid;

use super::{CharacterMsg, alive::Alive, control::records};
use crate::board::AutomationView;

impl Alive {
    /// Makes the run, and the end of the one it replaces, durable before anything else is done in its name; then
    /// tells whoever wanted it so.
    pub(super) fn save_run(
        &mut self,
        replaced: Option<Run>,
        tell: impl FnOnce(AutomationView) + Send + 'static,
    ) {
        let Some((run, _)) = &mut self.job else { return };
        run.updated_at = self.args.account.ports.clock.now();
        let records = records(replaced, run);
        self.save(records, tell);
    }

    /// Brings the run to where its mind's decision leaves it.
    pub(super) fn set_status(&mut self, status: RunStatus, why: &Why) {
        let now = self.args.account.ports.clock.now();
        if let Some((run, _)) = &mut self.job {
            run.status = status;
            run.reason.clone_from(&why.text);
            run.ended_at = (!status.is_open()).then_some(now);
        }
        if status == RunStatus::Running {
            self.problem = None;
        }
        self.save_run(None, drop);
    }

    /// Keeps what was learned beside any action: by a mind that looks on, as who trades on paper does, or by a forecast.
    pub(super) fn save_learned(&mut self) {
        let Some((run, _)) = &self.job else { return };
        let record = Record::Run(Box::new(run.clone()));
        self.save(vec![record], drop);
    }

    /// Until this is durable nothing is decided.
    fn save(&mut self, records: Vec<Record>, tell: impl FnOnce(AutomationView) + Send + 'static) {
        let id = self.args.account.ports.clock.new_id();
        let (journal, view) = (self.args.account.ports.journal.clone(), self.automation());
        self.saving.insert(id);
        self.ways.tasks.detach_reporting(
            "save a run",
            async move {
                journal.run(move |journal| journal.append(&records)).await?;
                if let Some(view) = view {
                    tell(view);
                }
                Ok(())
            },
            move |saved| CharacterMsg::Saved(id, saved),
        );
    }

    pub(super) fn saved(&mut self, id: Uuid) {
        self.saving.remove(&id);
    }
}
