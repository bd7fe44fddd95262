//! What a run is expected to bring: reckoned when it begins, beside everything that goes on, and kept with it.

use game::{Milestone, RunStatus};
use planner::Mind;
use uuid::Uuid;

use super::{CharacterMsg, alive::Alive};
use crate::board::Scene;

/// A run begins until it has done more actions than this: the bank may be read while the first is under way.
const BEGINNING: u64 = 1;

impl Alive {
    /// What a mind would look at now.
    pub(super) fn scene(&self) -> Scene {
        let (character, bank) = (self.character.clone(), self.bank.clone());
        let claims = self.claims.clone().unwrap_or_default();
        let at_work = self.job.as_ref().filter(|(run, _)| run.status.is_at_work());
        let stance = at_work.and_then(|(_, mind)| mind.stance().cloned());
        let (ready_at, market) = (self.ready_at, self.market.clone());
        Scene { character, ready_at, bank, market, claims, stance }
    }

    /// Has the forecast made of a run that begins, as soon as the bank is known, which much may depend on. One that was
    /// interrupted while it was reckoned is not made up for: it would begin somewhere else than the run. What others will do
    /// whom the mind counts on cannot be reckoned.
    pub(super) fn want_forecast(&mut self) {
        let job = self.job.as_ref().filter(|(run, _)| run.status == RunStatus::Running);
        let Some((run, mind)) = job else { return };
        let is_asked = self.forecast.as_ref().is_some_and(|(of, _)| *of == run.id);
        let begins = mind.tally().actions <= BEGINNING && mind.comrades().is_empty();
        if is_asked || !begins || !run.milestones.is_empty() || self.bank.is_none() {
            return;
        }
        let (id, ports) = (run.id, &self.args.account.ports);
        let start = self.scene().start(self.season.data.clone(), ports.clock.now());
        let Some(reckoned) = ports.forecasts.of_run(Mind::clone(mind), start) else { return };
        let report = async move {
            reckoned.await.unwrap_or_else(|error| {
                tracing::error!(run = %id, %error, "the forecast of a run failed");
                Vec::new()
            })
        };
        let made = move |milestones| CharacterMsg::Forecast(id, milestones);
        let task = self.ways.tasks.spawn_reporting("forecast", report, made);
        if let Some((_, replaced)) = self.forecast.replace((id, task)) {
            replaced.cancel();
        }
    }

    /// Keeps the forecast with its run, if that is still the one it is in.
    pub(super) fn forecast_made(&mut self, of: Uuid, milestones: Vec<Milestone>) {
        let is_acting = self.is_acting();
        let Some((run, _)) = self.job.as_mut().filter(|(run, _)| run.id == of) else { return };
        run.milestones = milestones;
        // An action that is under way ends with the run's memory of then; the next one writes both.
        if !is_acting {
            self.save_learned();
        }
    }
}
