//! How far a workflow is: the step, and the mind at work in it. All of it is part of the workflow's notes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{IfBlocked, Workflow};
use crate::{
    decision::{Decision, View},
    mind::{Mind, step},
    setbacks::Setbacks,
};

/// Where a workflow is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Progress {
    /// The step it is at, counted from 0.
    place: usize,
    /// Times it has come to its end.
    rounds: u64,
    /// Since when it is at the step.
    since: Option<Timestamp>,
    /// Why the step before was over.
    over: String,
    mind: Option<Mind>,
    /// What was refused in the steps before: who begins anew must not insist on it.
    setbacks: Setbacks,
}

impl Progress {
    /// What to do next, in the step it is at or in the next one that is not over.
    pub(crate) fn decide(&mut self, workflow: &Workflow, view: &View<'_>, now: Timestamp) -> Decision {
        let began = self.place;
        for _ in 0..=workflow.steps.len() {
            let Some(at) = workflow.steps.get(self.place) else {
                return Decision::done(format!("The workflow is through, at last because {}", self.over));
            };
            let since = *self.since.get_or_insert(now);
            if self.mind.is_none() {
                self.mind = at.mind().ok().map(|mind| mind.taught(self.setbacks.clone()));
            }
            let Some(mind) = &mut self.mind else { break };
            self.over = match at.until.iter().find_map(|condition| condition.met(view, mind, since, now)) {
                Some(met) => met,
                None => match step(mind, view, now) {
                    Decision::Done { why } => why.text,
                    Decision::Blocked { why } if at.if_blocked == IfBlocked::Next => {
                        format!("{} is blocked: {}", at.strategy, why.text)
                    }
                    decision => {
                        let step = format!("{} of {}: {}", self.place + 1, workflow.steps.len(), at.strategy);
                        return decision.with_fact("step", step);
                    }
                },
            };
            self.go_on(workflow);
        }
        // Whoever asks again without news hears the same.
        self.place = began;
        let text = format!("Every step of the workflow is over as soon as it begins: {}", self.over);
        Decision::blocked(text, "Change the conditions, or let the workflow end instead of repeating it")
    }

    fn go_on(&mut self, workflow: &Workflow) {
        self.since = None;
        if let Some(mind) = self.mind.take() {
            self.setbacks = mind.setbacks().clone();
        }
        self.place += 1;
        if workflow.repeat && self.place >= workflow.steps.len() {
            self.place = 0;
            self.rounds += 1;
        }
    }

    /// The mind at work, once there is one.
    pub(crate) fn mind(&self) -> Option<&Mind> {
        self.mind.as_ref()
    }

    /// The same, to be told what came of its decision.
    pub(crate) fn mind_mut(&mut self) -> Option<&mut Mind> {
        self.mind.as_mut()
    }
}
