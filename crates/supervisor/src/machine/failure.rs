//! What follows when a child ends or does not start: the restart types, the restart window, and who shares its fate.

use super::child::{Intent, State};
use super::{Command, Exit, Generation, Machine, Outcome, Phase, Timer};
use crate::error::ChildError;
use crate::policy::{Restart, Strategy};

impl Machine {
    pub(super) fn exited(&mut self, generation: Generation, exit: Exit) {
        let Some(index) = self.find_generation(generation) else { return };
        let child = &self.children[index];
        match child.state {
            State::Up if child.intent == Intent::Run => self.ended_by_itself(index, exit),
            // It was to go down anyway; that it went before its turn changes nothing.
            State::Up | State::Stopping { .. } => self.down(index),
            State::Starting => {
                let (Exit::Normal(reason) | Exit::Abnormal(reason)) = exit;
                self.start_failed(generation, reason);
            }
            State::Down | State::Waiting => {}
        }
    }

    fn ended_by_itself(&mut self, index: usize, exit: Exit) {
        let restart = self.children[index].rules.restart;
        match (restart, exit) {
            (Restart::Permanent, Exit::Normal(reason) | Exit::Abnormal(reason))
            | (Restart::Transient, Exit::Abnormal(reason)) => self.fail(index, reason),
            (Restart::Transient, Exit::Normal(_)) => {
                self.children[index].intent = Intent::Rest;
                self.enter(index, State::Down);
            }
            (Restart::Temporary, _) => {
                self.children[index].intent = Intent::Remove;
                self.down(index);
            }
        }
    }

    pub(super) fn start_failed(&mut self, generation: Generation, reason: String) {
        let Some(index) = self.find_generation(generation) else { return };
        let child = &mut self.children[index];
        match child.state {
            State::Starting if child.intent == Intent::Run => {}
            // A start that was cancelled, or was about to be.
            State::Starting | State::Stopping { .. } => return self.down(index),
            State::Down | State::Waiting | State::Up => return,
        }
        let id = child.rules.id.clone();
        if child.boot && self.phase == Phase::Booting {
            child.failed = true;
            child.intent = Intent::Rest;
            self.enter(index, State::Down);
            self.end(Outcome::BootFailed(id, reason));
        } else if let Some(starter) = child.starter.take() {
            // As in OTP, a start that somebody asked for is his to retry, and does not count as a restart.
            child.failed = true;
            child.intent = Intent::Rest;
            self.enter(index, State::Down);
            if starter.is_new {
                self.remove(index);
            }
            self.reply(starter.request, Err(ChildError::StartFailed { id, reason }));
        } else {
            self.fail(index, reason);
        }
    }

    /// A child that should be up is not: it is restarted with those who share its fate, or that was one too many.
    fn fail(&mut self, index: usize, reason: String) {
        let admitted = self.window.admit(self.now);
        let child = &mut self.children[index];
        if !admitted {
            child.failed = true;
            child.intent = Intent::Rest;
            let id = child.rules.id.clone();
            self.enter(index, State::Down);
            return self.end(Outcome::GaveUp(id, reason));
        }
        let generation = child.generation;
        // Leaving the state of being up may forgive it earlier failures, so the wait is asked for afterwards.
        self.enter(index, State::Waiting);
        let wait = self.children[index].next_wait();
        if let Some(generation) = generation.filter(|_| !wait.is_zero()) {
            self.commands.push(Command::SetTimer(generation, Timer::Restart, wait));
        } else {
            self.enter(index, State::Down);
            self.start_if_independent(index);
        }
        match self.strategy {
            Strategy::OneForOne => {}
            Strategy::OneForAll => self.share_fate(0, index),
            Strategy::RestForOne => self.share_fate(index + 1, index),
        }
    }

    /// All children from `first` on, but not `failed`, go down and come up again; also those that were down.
    fn share_fate(&mut self, first: usize, failed: usize) {
        for index in (first..self.children.len()).filter(|index| *index != failed) {
            let child = &self.children[index];
            match (child.state, child.intent) {
                (_, Intent::Remove) => {}
                (State::Starting | State::Up | State::Stopping { .. }, _) => {
                    self.set_intent(index, Intent::Cycle);
                }
                // The wait of the child that failed last is the one that counts.
                (State::Down | State::Waiting, _) => {
                    self.children[index].intent = Intent::Run;
                    self.enter(index, State::Down);
                }
            }
        }
    }
}
