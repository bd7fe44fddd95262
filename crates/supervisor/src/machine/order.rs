//! The order of starts and stops. Derived after each event from what the children are and should be; nothing here
//! remembers a plan, so nothing can be half carried out.

use super::child::{Child, Intent, State};
use super::{Command, Machine, Outcome, Phase, Timer};
use crate::policy::{Restart, Shutdown, Strategy};

impl Machine {
    /// Asks for whatever may be done now.
    pub(super) fn settle(&mut self) {
        match &self.phase {
            Phase::Booting => {
                self.cycle_and_start();
                if self.phase == Phase::Booting && !self.children.iter().any(|child| child.boot) {
                    self.phase = Phase::Running;
                    self.commands.push(Command::Ready);
                    // Children that were asked for meanwhile have waited for this.
                    self.cycle_and_start();
                }
            }
            // Each child goes its own way, and was started where its event was handled.
            Phase::Running if self.strategy == Strategy::OneForOne => {}
            Phase::Running => self.cycle_and_start(),
            Phase::Ending(outcome) => {
                let outcome = outcome.clone();
                self.stop_all_then_finish(outcome);
            }
            Phase::Ended => {}
        }
    }

    /// A child that should be up, under a supervisor whose children are independent, is started at once.
    pub(super) fn start_if_independent(&mut self, index: usize) {
        if self.phase == Phase::Running && self.strategy == Strategy::OneForOne {
            self.start(index);
        }
    }

    fn cycle_and_start(&mut self) {
        if self.strategy == Strategy::OneForOne {
            self.start_independent();
        } else if !self.stop_last(|child| child.intent == Intent::Cycle || child.is_stopping()) {
            for index in 0..self.children.len() {
                if self.children[index].intent == Intent::Cycle {
                    self.set_intent(index, Intent::Run);
                }
            }
            self.start_next_of_group();
        }
    }

    /// One after another: the next child is started when the one before it is up.
    fn start_next_of_group(&mut self) {
        // Not while another start is under way, or one of the group keeps all of them waiting by its backoff.
        let held = |child: &Child| match child.state {
            State::Starting => true,
            State::Waiting => self.strategy == Strategy::OneForAll,
            State::Down | State::Stopping { .. } | State::Up => false,
        };
        if self.children.iter().any(held) {
            return;
        }
        let mut wanted = (0..self.children.len()).filter(|index| self.children[*index].intent == Intent::Run);
        let next = wanted.find(|index| self.children[*index].state != State::Up);
        if let Some(index) = next.filter(|index| self.children[*index].state == State::Down) {
            self.start(index);
        }
    }

    /// All that should be up, except that first starts wait for the children of the boot before them.
    fn start_independent(&mut self) {
        let mut boot_goes_on = false;
        for index in 0..self.children.len() {
            let child = &self.children[index];
            let waits = boot_goes_on && child.is_first_start();
            boot_goes_on |= child.boot;
            if child.intent == Intent::Run && child.state == State::Down && !waits {
                self.start(index);
            }
        }
    }

    fn stop_all_then_finish(&mut self, outcome: Outcome) {
        if !self.stop_last(|_| true) {
            self.phase = Phase::Ended;
            self.commands.push(Command::Finish(outcome));
        }
    }

    /// Stops the last of the chosen children that is not down yet; whether there is one.
    fn stop_last(&mut self, chosen: impl Fn(&Child) -> bool) -> bool {
        for index in (0..self.children.len()).rev() {
            let child = &self.children[index];
            if !chosen(child) {
                continue;
            }
            match child.state {
                State::Down => {}
                State::Waiting => self.enter(index, State::Down),
                State::Starting | State::Up => {
                    self.stop(index);
                    return true;
                }
                State::Stopping { .. } => return true,
            }
        }
        false
    }

    /// Begins to stop a child that is starting or up.
    pub(super) fn stop(&mut self, index: usize) {
        let child = &self.children[index];
        let killed = child.rules.shutdown == Shutdown::Kill;
        let timer = child.generation.zip(match child.rules.shutdown {
            Shutdown::Timeout(limit) => Some(limit),
            Shutdown::Kill | Shutdown::Infinity => None,
        });
        self.enter(index, State::Stopping { killed });
        self.command_stop(index, killed);
        if let Some((generation, limit)) = timer {
            self.commands.push(Command::SetTimer(generation, Timer::Kill, limit));
        }
    }

    pub(super) fn command_stop(&mut self, index: usize, kill: bool) {
        let child = &self.children[index];
        if let Some(generation) = child.generation {
            let id = child.rules.id.clone();
            let command = if kill { Command::Kill(id, generation) } else { Command::Stop(id, generation) };
            self.commands.push(command);
        }
    }

    /// A child that was to go down is down.
    pub(super) fn down(&mut self, index: usize) {
        let child = &mut self.children[index];
        let temporary = child.rules.restart == Restart::Temporary;
        let terminators = std::mem::take(&mut child.terminators);
        let gone = match child.intent {
            Intent::Remove => true,
            Intent::Cycle => temporary,
            Intent::Run | Intent::Rest => false,
        };
        self.enter(index, State::Down);
        if gone {
            self.remove(index);
        }
        for request in terminators {
            self.reply(request, Ok(()));
        }
    }
}
