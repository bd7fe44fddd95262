//! Watches a machine's commands, and knows what must never be asked for.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;

use proptest::prelude::*;
use supervisor::machine::{Command, Event, Exit, Generation, Machine, Outcome, RequestId, Timer};
use supervisor::{ChildId, Flags, NodeState, Restart, Shutdown, Strategy};

use crate::script::Setup;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Starting,
    Up,
    Gone,
}

/// One incarnation of a child.
#[derive(Clone, Debug)]
pub(crate) struct Life {
    id: ChildId,
    restart: Restart,
    shutdown: Shutdown,
    pub(crate) stage: Stage,
    pub(crate) asked: bool,
    pub(crate) killed: bool,
    time_is_up: bool,
}

impl Life {
    /// Whether something is to become of it without anybody's doing.
    pub(crate) fn is_under_way(&self) -> bool {
        let obeys = self.killed || (self.asked && !self.id.ends_with('3'));
        match self.stage {
            Stage::Starting => true,
            // Some never stop by themselves, if there is somebody to kill them.
            Stage::Up => obeys || (self.asked && self.shutdown == Shutdown::Infinity),
            Stage::Gone => false,
        }
    }
}

pub(crate) struct Observer {
    flags: Flags,
    rules: HashMap<ChildId, (Restart, Shutdown)>,
    /// The children in start order.
    order: Vec<ChildId>,
    pub(crate) lives: BTreeMap<Generation, Life>,
    timers: Vec<(Duration, Generation, Timer)>,
    pub(crate) fired: Vec<(Generation, Timer)>,
    /// Requests without a reply, with the child that is to be terminated or started.
    open: HashMap<RequestId, Asked>,
    /// Terminated, and nobody has asked for them since.
    resting: HashSet<ChildId>,
    never_up: HashSet<ChildId>,
    ready: bool,
    restarts: Vec<Duration>,
    one_too_many: bool,
    /// Nothing may be started any more.
    ending: bool,
    over: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Start(ChildId),
    Terminate(ChildId),
    Delete,
}

impl Observer {
    pub(crate) fn new(setup: &Setup) -> Self {
        let order: Vec<_> = setup.children.iter().map(|rules| rules.id.clone()).collect();
        let rules = setup.children.iter().map(|rules| (rules.id.clone(), (rules.restart, rules.shutdown)));
        Self {
            flags: setup.flags,
            rules: rules.collect(),
            never_up: order.iter().cloned().collect(),
            order,
            lives: BTreeMap::new(),
            timers: Vec::new(),
            fired: Vec::new(),
            open: HashMap::new(),
            resting: HashSet::new(),
            ready: false,
            restarts: Vec::new(),
            one_too_many: false,
            ending: false,
            over: false,
        }
    }

    pub(crate) fn is_over(&self) -> bool {
        self.over
    }

    pub(crate) fn has_timers(&self) -> bool {
        !self.timers.is_empty()
    }

    pub(crate) fn lives_that(&self, are: impl Fn(&Life) -> bool) -> Vec<Generation> {
        self.lives.iter().filter(|(_, life)| are(life)).map(|(generation, _)| *generation).collect()
    }

    pub(crate) fn take_due(&mut self, now: Duration) -> Option<(Generation, Timer)> {
        let index = self.timers.iter().position(|timer| timer.0 <= now)?;
        let (_, generation, timer) = self.timers.remove(index);
        self.fired.push((generation, timer));
        Some((generation, timer))
    }

    /// Takes note of what the machine is about to be told.
    pub(crate) fn hears(&mut self, event: &Event, now: Duration) {
        match event {
            Event::Started(generation) => {
                let life = self.lives.get_mut(generation).expect("started once");
                life.stage = Stage::Up;
                // Whoever comes up has not heard that he was called off.
                (life.asked, life.killed) = (false, false);
                self.never_up.remove(&life.id);
            }
            Event::StartFailed(generation, _) | Event::Exited(generation, _) => {
                self.ends(*generation, event, now)
            }
            Event::TimerFired(generation, Timer::Kill) => {
                let life = self.lives.get_mut(generation).expect("a timer of somebody");
                life.time_is_up = true;
            }
            Event::TimerFired(_, Timer::Restart) => {}
            Event::StartChild(request, rules) => {
                if !self.order.contains(&rules.id) {
                    self.order.push(rules.id.clone());
                    self.rules.insert(rules.id.clone(), (rules.restart, rules.shutdown));
                    self.resting.remove(&rules.id);
                }
                self.open.insert(*request, Asked::Start(rules.id.clone()));
            }
            Event::RestartChild(request, id) => {
                self.resting.remove(id);
                self.open.insert(*request, Asked::Start(id.clone()));
            }
            Event::TerminateChild(request, id) => {
                self.never_up.remove(id);
                self.open.insert(*request, Asked::Terminate(id.clone()));
            }
            Event::DeleteChild(request, _) => drop(self.open.insert(*request, Asked::Delete)),
            Event::Shutdown => self.ending = true,
        }
    }

    /// Counts it, if it means a restart and the children are independent: in a group, who is restarted with whom
    /// decides, and the synchronous model knows that better.
    fn ends(&mut self, generation: Generation, event: &Event, now: Duration) {
        let life = self.lives.get_mut(&generation).expect("an end of somebody");
        let was = std::mem::replace(&mut life.stage, Stage::Gone);
        let life = life.clone();
        let by_request = self.open.values().any(|asked| *asked == Asked::Start(life.id.clone()));
        let at_boot = !self.ready && self.never_up.contains(&life.id);
        let failed_to_start = matches!(event, Event::StartFailed(..)) && was == Stage::Starting;
        if failed_to_start && at_boot && !by_request && !life.asked {
            self.ending = true;
        }
        let restarted = match event {
            Event::StartFailed(..) => failed_to_start && !by_request && !at_boot,
            Event::Exited(_, Exit::Normal(_)) => was == Stage::Up && life.restart == Restart::Permanent,
            _ => was == Stage::Up && life.restart != Restart::Temporary,
        };
        if restarted && !life.asked && !self.ending && !self.one_too_many && !self.over {
            self.restarts.push(now);
            let recent = self.restarts.iter().filter(|at| now - **at <= self.flags.period).count();
            let limit = self.flags.intensity as usize;
            self.one_too_many = recent > limit && self.flags.strategy == Strategy::OneForOne;
        }
    }

    /// Judges what the machine wants.
    pub(crate) fn sees(&mut self, command: &Command, now: Duration) -> Result<(), TestCaseError> {
        prop_assert!(!self.over || matches!(command, Command::Reply(..)), "{command:?} after the end");
        match command {
            Command::Start(id, generation) => self.sees_start(id, *generation)?,
            Command::Stop(id, generation) => self.sees_stop(id, *generation, false)?,
            Command::Kill(id, generation) => self.sees_stop(id, *generation, true)?,
            Command::SetTimer(generation, timer, after) => {
                self.timers.push((now + *after, *generation, *timer));
            }
            Command::Reply(request, answer) => {
                let asked = self.open.remove(request);
                prop_assert!(asked.is_some(), "a reply to nobody's request {request}");
                if let (Some(Asked::Terminate(id)), Ok(())) = (asked, answer) {
                    prop_assert!(self.alive(&id).is_none(), "{id} is said to be terminated, but lives");
                    self.resting.insert(id);
                }
            }
            Command::Show(..) => {}
            Command::Forget(id) => {
                prop_assert!(self.alive(id).is_none(), "{id} is forgotten, but lives");
                self.order.retain(|other| other != id);
            }
            Command::Ready => self.ready = true,
            Command::Finish(outcome) => {
                prop_assert!(self.lives.values().all(|life| life.stage == Stage::Gone), "somebody is left");
                let gave_up = matches!(outcome, Outcome::GaveUp(..));
                let limited = self.flags.strategy == Strategy::OneForOne;
                prop_assert!(!limited || gave_up == self.one_too_many, "{outcome:?}, {:?}", self.restarts);
                self.over = true;
            }
        }
        Ok(())
    }

    fn sees_start(&mut self, id: &ChildId, generation: Generation) -> Result<(), TestCaseError> {
        prop_assert!(self.alive(id).is_none(), "{id} is started twice");
        prop_assert!(!self.ending && !self.one_too_many, "{id} is started at the end");
        if self.flags.strategy == Strategy::OneForOne {
            prop_assert!(!self.resting.contains(id), "{id} is back from the dead");
        } else {
            let settled = |life: &Life| life.stage == Stage::Gone || (life.stage == Stage::Up && !life.asked);
            prop_assert!(self.lives.values().all(settled), "{id} is started before the others have settled");
            self.resting.remove(id);
        }
        let (restart, shutdown) = self.rules[id];
        let life = Life {
            id: id.clone(),
            restart,
            shutdown,
            stage: Stage::Starting,
            asked: false,
            killed: false,
            time_is_up: false,
        };
        prop_assert!(self.lives.insert(generation, life).is_none(), "a generation is used twice");
        Ok(())
    }

    fn sees_stop(&mut self, id: &ChildId, generation: Generation, kill: bool) -> Result<(), TestCaseError> {
        let place = self.order.iter().position(|other| other == id);
        let later = &self.order[place.map_or(0, |place| place + 1)..];
        let on_request = self.open.values().any(|asked| *asked == Asked::Terminate(id.clone()));
        let in_order = later.iter().all(|other| self.alive(other).is_none());
        prop_assert!(on_request || in_order, "{id} is stopped before {later:?}");
        let life = self.lives.get_mut(&generation).expect("only what was started is stopped");
        prop_assert!(life.stage != Stage::Gone, "{id} is stopped twice");
        let may_kill = life.shutdown == Shutdown::Kill || life.time_is_up;
        prop_assert!(kill == may_kill, "{id}, {:?}, killed: {kill}", life.shutdown);
        life.asked = true;
        life.killed |= kill;
        Ok(())
    }

    /// Judges a machine that has nothing more to wait for.
    pub(crate) fn at_rest(&self, machine: &Machine) -> Result<(), TestCaseError> {
        prop_assert!(self.open.is_empty(), "without a reply: {:?}", self.open);
        prop_assert!(self.over || !(self.ending || self.one_too_many), "it should have come to its end");
        for (id, state) in machine.children() {
            let lives = self.alive(id).is_some();
            let (restart, _) = self.rules[id];
            match state {
                NodeState::Running => prop_assert!(lives, "{id} runs, but does not live"),
                NodeState::Stopped | NodeState::Failed => prop_assert!(!lives, "{id} is down, but lives"),
                state => prop_assert!(false, "{id} is {state:?} for ever"),
            }
            let forgotten = state == NodeState::Stopped && restart == Restart::Permanent && !self.over;
            prop_assert!(!forgotten || self.resting.contains(id), "{id} was forgotten");
        }
        Ok(())
    }

    fn alive(&self, id: &ChildId) -> Option<&Life> {
        self.lives.values().find(|life| life.id == *id && life.stage != Stage::Gone)
    }
}
