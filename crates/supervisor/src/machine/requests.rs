//! Children that come and go at run time: start, terminate, restart and delete, with OTP's refusals.

use super::child::{Child, Intent, Starter, State};
use super::{ChildRules, Machine, Phase, RequestId};
use crate::error::ChildError;
use crate::policy::ChildId;

impl Machine {
    pub(super) fn start_child(&mut self, request: RequestId, rules: ChildRules) {
        let refusal = match self.find_id(&rules.id) {
            _ if self.is_ending() => Some(ChildError::ShuttingDown),
            Some(index) => Some(match self.children[index].refusal_to_restart() {
                Some(refusal) => refusal,
                None => ChildError::AlreadyPresent { id: rules.id.clone() },
            }),
            None => None,
        };
        if let Some(refusal) = refusal {
            return self.reply(request, Err(refusal));
        }
        let mut child = Child::new(rules, false);
        child.starter = Some(Starter { request, is_new: true });
        self.children.push(child);
        self.begin_requested_start(self.children.len() - 1);
    }

    pub(super) fn restart_child(&mut self, request: RequestId, id: &ChildId) {
        match self.find_stopped(id) {
            Err(refusal) => self.reply(request, Err(refusal)),
            Ok(index) => {
                let child = &mut self.children[index];
                child.starter = Some(Starter { request, is_new: false });
                child.intent = Intent::Run;
                self.begin_requested_start(index);
            }
        }
    }

    pub(super) fn delete_child(&mut self, request: RequestId, id: &ChildId) {
        match self.find_stopped(id) {
            Err(refusal) => self.reply(request, Err(refusal)),
            Ok(index) => {
                self.remove(index);
                self.reply(request, Ok(()));
            }
        }
    }

    pub(super) fn terminate_child(&mut self, request: RequestId, id: &ChildId) {
        if self.is_ending() {
            return self.reply(request, Err(ChildError::ShuttingDown));
        }
        let Some(index) = self.find_id(id) else {
            return self.reply(request, Err(ChildError::NotFound { id: id.clone() }));
        };
        self.starter_gets(index, ChildError::Terminated { id: id.clone() });
        let child = &mut self.children[index];
        child.boot = false;
        child.intent = child.intent_when_terminated();
        child.terminators.push(request);
        match child.state {
            State::Down | State::Waiting => self.down(index),
            State::Starting | State::Up => self.stop(index),
            State::Stopping { .. } => {}
        }
    }

    /// Takes a child that is down off the list.
    pub(super) fn remove(&mut self, index: usize) {
        let id = self.children[index].rules.id.clone();
        self.starter_gets(index, ChildError::Terminated { id: id.clone() });
        self.children.remove(index);
        self.commands.push(super::Command::Forget(id));
    }

    /// Whoever waits for the child's start hears that there will be none.
    pub(super) fn starter_gets(&mut self, index: usize, refusal: ChildError) {
        if let Some(starter) = self.children[index].starter.take() {
            self.reply(starter.request, Err(refusal));
        }
    }

    fn begin_requested_start(&mut self, index: usize) {
        self.show(index);
        self.start_if_independent(index);
    }

    fn find_stopped(&self, id: &ChildId) -> Result<usize, ChildError> {
        if self.is_ending() {
            return Err(ChildError::ShuttingDown);
        }
        let index = self.find_id(id).ok_or_else(|| ChildError::NotFound { id: id.clone() })?;
        self.children[index].refusal_to_restart().map_or(Ok(index), Err)
    }

    /// Whether the machine only stops children any more, and refuses requests.
    pub fn is_ending(&self) -> bool {
        matches!(self.phase, Phase::Ending(_) | Phase::Ended)
    }
}

impl Child {
    /// Why it cannot be started or deleted by request; none if it is down and meant to be.
    fn refusal_to_restart(&self) -> Option<ChildError> {
        let id = self.rules.id.clone();
        match (self.state, self.intent) {
            (State::Down, Intent::Rest) => None,
            (State::Down | State::Waiting, _) if !self.is_first_start() => {
                Some(ChildError::Restarting { id })
            }
            _ => Some(ChildError::Running { id }),
        }
    }
}
