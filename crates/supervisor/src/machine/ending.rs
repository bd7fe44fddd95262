//! The end of a supervisor: from here on nothing is started, and all children go down, last one first.

use super::child::Intent;
use super::{Machine, Outcome, Phase};
use crate::error::ChildError;

impl Machine {
    /// Begins the end, unless it has begun already: the first reason stays.
    pub(super) fn end(&mut self, outcome: Outcome) {
        if matches!(self.phase, Phase::Ending(_) | Phase::Ended) {
            return;
        }
        self.phase = Phase::Ending(outcome);
        for index in 0..self.children.len() {
            self.starter_gets(index, ChildError::ShuttingDown);
            let child = &mut self.children[index];
            child.boot = false;
            if child.intent != Intent::Remove {
                self.set_intent(index, Intent::Rest);
            }
        }
    }
}
