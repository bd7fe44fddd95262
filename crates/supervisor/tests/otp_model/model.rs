//! OTP's rules of supervision, told in the plainest way: every start and stop is done at once. Written from OTP's
//! documentation (System Documentation, "Supervisor Behaviour", and the reference of `supervisor`), with the three
//! differences that `supervisor::machine` names. It shares nothing with the machine but the words.

use std::collections::HashMap;
use std::time::Duration;

use supervisor::machine::ChildRules;
use supervisor::{ChildId, Flags, NodeState, Restart, Shutdown, Strategy};

use crate::script::{Fate, Setup};

/// What can be observed from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    Started(ChildId),
    DidNotStart(ChildId),
    Stopped(ChildId),
    Killed(ChildId),
    Replied(u64, Result<(), &'static str>),
    Ready,
    Over(&'static str, Option<ChildId>),
}

#[derive(Debug)]
struct Child {
    rules: ChildRules,
    up: bool,
    /// The supervisor wants it up.
    wanted: bool,
    /// When its wait is over, with the number of the wait.
    due: Option<(Duration, u64)>,
    failed: bool,
    failures: u32,
    up_since: Duration,
    /// Who asked for its start, and whether it was new.
    asked: Option<(u64, bool)>,
}

pub(crate) struct Model {
    flags: Flags,
    fate: Fate,
    children: Vec<Child>,
    restarts: Vec<Duration>,
    starts: HashMap<ChildId, u64>,
    waits: u64,
    now: Duration,
    booting: bool,
    over: bool,
    seen: Vec<Seen>,
}

impl Model {
    pub(crate) fn boot(setup: &Setup) -> Self {
        let mut model = Self {
            flags: setup.flags,
            fate: setup.fate,
            children: setup.children.iter().cloned().map(|rules| Child::new(rules, None)).collect(),
            restarts: Vec::new(),
            starts: HashMap::new(),
            waits: 0,
            now: Duration::ZERO,
            booting: true,
            over: false,
            seen: Vec::new(),
        };
        model.start_wanted();
        if !model.over {
            model.booting = false;
            model.seen.push(Seen::Ready);
        }
        model
    }

    pub(crate) fn take_seen(&mut self) -> Vec<Seen> {
        std::mem::take(&mut self.seen)
    }

    pub(crate) fn is_over(&self) -> bool {
        self.over
    }

    pub(crate) fn states(&self) -> impl Iterator<Item = (&ChildId, NodeState)> {
        self.children.iter().map(|child| (&child.rules.id, child.state()))
    }

    /// A child that was up ends by itself.
    pub(crate) fn ends(&mut self, id: &ChildId, abnormal: bool) {
        let index = self.find(id).expect("only a child that is up ends");
        self.children[index].up = false;
        self.forgive(index);
        match self.children[index].rules.restart {
            Restart::Permanent => self.restart(index),
            Restart::Transient if abnormal => self.restart(index),
            Restart::Transient => self.children[index].wanted = false,
            Restart::Temporary => drop(self.children.remove(index)),
        }
    }

    pub(crate) fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(due) =
            self.children.iter().filter_map(|child| child.due).min().filter(|due| due.0 <= until)
        {
            self.now = due.0;
            for child in self.children.iter_mut().filter(|child| child.due == Some(due)) {
                child.due = None;
            }
            self.start_wanted();
        }
        self.now = until;
    }

    pub(crate) fn start_child(&mut self, request: u64, rules: &ChildRules) {
        if self.over {
            return self.reply(request, Err("shutting down"));
        }
        match self.find(&rules.id) {
            Some(index) => {
                let refusal = self.children[index].why_not().unwrap_or("already present");
                self.reply(request, Err(refusal));
            }
            None => {
                self.children.push(Child::new(rules.clone(), Some((request, true))));
                self.start_wanted();
            }
        }
    }

    pub(crate) fn restart_child(&mut self, request: u64, id: &ChildId) {
        if let Some(index) = self.find_stopped(request, id) {
            self.children[index].wanted = true;
            self.children[index].asked = Some((request, false));
            self.start_wanted();
        }
    }

    pub(crate) fn delete_child(&mut self, request: u64, id: &ChildId) {
        if let Some(index) = self.find_stopped(request, id) {
            self.children.remove(index);
            self.reply(request, Ok(()));
        }
    }

    pub(crate) fn terminate_child(&mut self, request: u64, id: &ChildId) {
        if self.over {
            return self.reply(request, Err("shutting down"));
        }
        let Some(index) = self.find(id) else { return self.reply(request, Err("not found")) };
        if let Some((starter, _)) = self.children[index].asked.take() {
            self.reply(starter, Err("terminated"));
        }
        self.stop(index);
        if self.children[index].rules.restart == Restart::Temporary {
            self.children.remove(index);
        } else {
            (self.children[index].wanted, self.children[index].due) = (false, None);
        }
        self.reply(request, Ok(()));
        // Its siblings come up without it, if they were waiting for it.
        self.start_wanted();
    }

    pub(crate) fn shut_down(&mut self, why: &'static str, who: Option<ChildId>) {
        if self.over {
            return;
        }
        self.over = true;
        let asked: Vec<u64> =
            self.children.iter_mut().filter_map(|child| child.asked.take()).map(|it| it.0).collect();
        for request in asked {
            self.reply(request, Err("shutting down"));
        }
        for index in (0..self.children.len()).rev() {
            self.stop(index);
            (self.children[index].wanted, self.children[index].due) = (false, None);
        }
        self.seen.push(Seen::Over(why, who));
    }

    /// A child that is wanted is not up: count, give up or go on, and take down those who share its fate.
    fn restart(&mut self, index: usize) {
        self.restarts.push(self.now);
        let (now, period) = (self.now, self.flags.period);
        let recent = self.restarts.iter().filter(|at| now - **at <= period).count();
        if recent > self.flags.intensity as usize {
            self.children[index].failed = true;
            let id = self.children[index].rules.id.clone();
            return self.shut_down("gave up", Some(id));
        }
        let wait = self.children[index].wait();
        self.waits += 1;
        self.children[index].due = (!wait.is_zero()).then_some((now + wait, self.waits));
        let id = self.children[index].rules.id.clone();
        let first = match self.flags.strategy {
            Strategy::OneForOne => self.children.len(),
            Strategy::OneForAll => 0,
            Strategy::RestForOne => index + 1,
        };
        for other in (first..self.children.len()).rev() {
            if self.children[other].rules.id == id {
                continue;
            }
            let was_up = self.children[other].up;
            self.stop(other);
            if was_up && self.children[other].rules.restart == Restart::Temporary {
                self.children.remove(other);
            } else {
                (self.children[other].wanted, self.children[other].due) = (true, None);
            }
        }
        self.start_wanted();
    }

    /// Starts, in order, whoever is wanted and need not wait.
    fn start_wanted(&mut self) {
        let together = self.flags.strategy != Strategy::OneForOne;
        if self.flags.strategy == Strategy::OneForAll && self.children.iter().any(|child| child.due.is_some())
        {
            return;
        }
        let mut index = 0;
        while index < self.children.len() && !self.over {
            let child = &self.children[index];
            let absent = child.wanted && !child.up;
            if absent && child.due.is_some() && together {
                return;
            }
            if absent && child.due.is_none() && !self.start(index) {
                // Whoever handled the failure has gone on from there.
                return;
            }
            index += 1;
        }
    }

    /// Whether the next child may be started.
    fn start(&mut self, index: usize) -> bool {
        let child = &mut self.children[index];
        let id = child.rules.id.clone();
        let nth = self.starts.entry(id.clone()).or_insert(0);
        *nth += 1;
        child.failed = false;
        if !self.fate.start_fails(&id, *nth) {
            (child.up, child.up_since) = (true, self.now);
            let asked = child.asked.take();
            self.seen.push(Seen::Started(id));
            if let Some((request, _)) = asked {
                self.reply(request, Ok(()));
            }
            return true;
        }
        let asked = child.asked.take();
        self.seen.push(Seen::DidNotStart(id.clone()));
        match asked {
            Some((request, is_new)) => {
                (self.children[index].wanted, self.children[index].failed) = (false, true);
                if is_new {
                    self.children.remove(index);
                }
                self.reply(request, Err("did not start"));
                self.start_wanted();
            }
            None if self.booting => {
                (self.children[index].wanted, self.children[index].failed) = (false, true);
                self.shut_down("boot failed", Some(id));
            }
            None => self.restart(index),
        }
        false
    }

    fn stop(&mut self, index: usize) {
        let child = &mut self.children[index];
        if !std::mem::take(&mut child.up) {
            return;
        }
        self.forgive(index);
        let child = &self.children[index];
        let id = child.rules.id.clone();
        let stubborn = self.fate.is_stubborn(&id, self.starts[&id]);
        self.seen.push(match child.rules.shutdown {
            Shutdown::Kill => Seen::Killed(id),
            Shutdown::Timeout(_) if stubborn => Seen::Killed(id),
            Shutdown::Timeout(_) | Shutdown::Infinity => Seen::Stopped(id),
        });
    }

    /// A child that was up for long enough begins anew with its failures.
    fn forgive(&mut self, index: usize) {
        let child = &mut self.children[index];
        if self.now - child.up_since >= child.rules.backoff.reset_after {
            child.failures = 0;
        }
    }

    fn find(&self, id: &ChildId) -> Option<usize> {
        self.children.iter().position(|child| child.rules.id == *id)
    }

    fn find_stopped(&mut self, request: u64, id: &ChildId) -> Option<usize> {
        let refusal = match self.find(id) {
            _ if self.over => "shutting down",
            None => "not found",
            Some(index) => match self.children[index].why_not() {
                None => return Some(index),
                Some(refusal) => refusal,
            },
        };
        self.reply(request, Err(refusal));
        None
    }

    fn reply(&mut self, request: u64, answer: Result<(), &'static str>) {
        self.seen.push(Seen::Replied(request, answer));
    }
}

impl Child {
    fn new(rules: ChildRules, asked: Option<(u64, bool)>) -> Self {
        let up_since = Duration::ZERO;
        Self { rules, up: false, wanted: true, due: None, failed: false, failures: 0, up_since, asked }
    }

    /// 1, 2, 4 … times the first wait, up to the longest.
    fn wait(&mut self) -> Duration {
        let backoff = self.rules.backoff;
        self.failures += 1;
        (1..self.failures).fold(backoff.initial, |wait, _| wait * 2).min(backoff.max)
    }

    fn why_not(&self) -> Option<&'static str> {
        match (self.up, self.wanted) {
            (true, _) => Some("running"),
            (false, true) if self.asked.is_some() => Some("running"),
            (false, true) => Some("restarting"),
            (false, false) => None,
        }
    }

    fn state(&self) -> NodeState {
        match (self.up, self.wanted) {
            (true, _) => NodeState::Running,
            (false, true) if self.asked.is_some() => NodeState::Starting,
            (false, true) => NodeState::Restarting,
            (false, false) if self.failed => NodeState::Failed,
            (false, false) => NodeState::Stopped,
        }
    }
}
