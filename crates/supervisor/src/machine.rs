//! The supervisor as a pure state machine: an event and the time go in, commands come out. It knows no actor, no task
//! and no clock, so the rules of OTP can be tested without any of them; [`crate::Tree`] runs it over ractor.
//!
//! OTP's supervisor is blocked while it starts or stops a child. This one is not: it asks for a start or a stop, goes
//! on, and is told later. Each start has a [`Generation`] that its news and its timers carry, so that a late one is
//! recognised. After every event the machine compares what each child should be with what it is, and asks for the next
//! step; the order of starts and stops follows from that in [`order`](self), never from a remembered plan.
//!
//! Where this differs from OTP, on purpose:
//! - a child may wait ([`crate::Backoff`]) before it is started again;
//! - a child that is terminated during a common restart does not hold its siblings down: they come up without it;
//! - a shutdown is not kept waiting by a start: the start is cancelled.

mod child;
mod ending;
mod failure;
mod order;
mod requests;
#[cfg(test)]
mod tests;
mod window;
mod words;

use std::time::Duration;

pub use child::ChildRules;
use child::{Child, Intent, State};
use window::Window;
pub use words::{Command, Event, Exit, Generation, Outcome, RequestId, Timer};

use crate::error::ChildError;
use crate::policy::{ChildId, Flags, NodeState, Strategy};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    /// The children of the spec are being started for the first time; a failure to start is final.
    Booting,
    Running,
    /// All children are being stopped, last one first.
    Ending(Outcome),
    Ended,
}

/// One supervisor.
#[derive(Clone, Debug)]
pub struct Machine {
    strategy: Strategy,
    window: Window,
    phase: Phase,
    /// In start order.
    children: Vec<Child>,
    generations: u64,
    now: Duration,
    commands: Vec<Command>,
}

impl Machine {
    /// A supervisor that starts `children` in order. `now` is the time since any fixed moment, and never goes back.
    pub fn boot(
        flags: Flags,
        children: impl IntoIterator<Item = ChildRules>,
        now: Duration,
    ) -> (Self, Vec<Command>) {
        let children = children.into_iter().map(|rules| Child::new(rules, true)).collect();
        let mut machine = Self {
            strategy: flags.strategy,
            window: Window::new(flags),
            phase: Phase::Booting,
            children,
            generations: 0,
            now,
            commands: Vec::new(),
        };
        machine.settle();
        let commands = machine.take_commands();
        (machine, commands)
    }

    /// Takes note of `event` and says what is to be done, in this order.
    pub fn handle(&mut self, event: Event, now: Duration) -> Vec<Command> {
        self.now = now;
        match event {
            Event::Started(generation) => self.started(generation),
            Event::StartFailed(generation, reason) => self.start_failed(generation, reason),
            Event::Exited(generation, exit) => self.exited(generation, exit),
            Event::TimerFired(generation, timer) => self.timer_fired(generation, timer),
            Event::StartChild(request, rules) => self.start_child(request, rules),
            Event::TerminateChild(request, id) => self.terminate_child(request, &id),
            Event::RestartChild(request, id) => self.restart_child(request, &id),
            Event::DeleteChild(request, id) => self.delete_child(request, &id),
            Event::Shutdown => self.end(Outcome::ShutDown),
        }
        self.settle();
        self.take_commands()
    }

    /// The children in start order, as they are to be shown.
    pub fn children(&self) -> impl Iterator<Item = (&ChildId, NodeState)> {
        self.children.iter().map(|child| (&child.rules.id, child.visible()))
    }

    fn started(&mut self, generation: Generation) {
        let Some(index) = self.find_generation(generation) else { return };
        match self.children[index].state {
            State::Starting => {
                let child = &mut self.children[index];
                child.boot = false;
                let starter = child.starter.take();
                self.enter(index, State::Up);
                if let Some(starter) = starter {
                    self.reply(starter.request, Ok(()));
                }
            }
            // It came up before the cancellation reached it.
            State::Stopping { killed } => self.command_stop(index, killed),
            State::Down | State::Waiting | State::Up => {}
        }
    }

    fn timer_fired(&mut self, generation: Generation, timer: Timer) {
        let Some(index) = self.find_generation(generation) else { return };
        match (timer, self.children[index].state) {
            (Timer::Restart, State::Waiting) => {
                self.enter(index, State::Down);
                self.start_if_independent(index);
            }
            (Timer::Kill, State::Stopping { killed: false }) => {
                self.enter(index, State::Stopping { killed: true });
                self.command_stop(index, true);
            }
            // A late timer of an incarnation that is gone, or of a child that was terminated meanwhile.
            _ => {}
        }
    }

    fn find_generation(&self, generation: Generation) -> Option<usize> {
        self.children.iter().position(|child| child.generation == Some(generation))
    }

    fn find_id(&self, id: &ChildId) -> Option<usize> {
        self.children.iter().position(|child| child.rules.id == *id)
    }

    /// Starts a child now.
    fn start(&mut self, index: usize) {
        self.generations += 1;
        let generation = Generation(self.generations);
        let child = &mut self.children[index];
        child.generation = Some(generation);
        child.failed = false;
        let id = child.rules.id.clone();
        self.enter(index, State::Starting);
        self.commands.push(Command::Start(id, generation));
    }

    /// Puts a child into a state and shows it, if it looks different.
    fn enter(&mut self, index: usize, state: State) {
        let child = &mut self.children[index];
        match (child.state, state) {
            (_, State::Up) => child.up_since = self.now,
            (State::Up, _) => child.forgive(self.now),
            _ => {}
        }
        child.state = state;
        self.show(index);
    }

    fn show(&mut self, index: usize) {
        let child = &mut self.children[index];
        let visible = child.visible();
        if child.shown != Some(visible) {
            child.shown = Some(visible);
            self.commands.push(Command::Show(child.rules.id.clone(), visible));
        }
    }

    fn set_intent(&mut self, index: usize, intent: Intent) {
        self.children[index].intent = intent;
        self.show(index);
    }

    fn reply(&mut self, request: RequestId, answer: Result<(), ChildError>) {
        self.commands.push(Command::Reply(request, answer));
    }

    fn take_commands(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.commands)
    }
}
