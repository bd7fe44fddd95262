//! Trees of real actors under paused time: what the machine decides is really done.

#![expect(clippy::unwrap_used, reason = "in the helpers of tests an unwrap is an assertion")]

mod clinging;
mod directory;
mod dynamic;
mod escalation;
mod holder;
mod mailbox;
mod probe;
mod refill;
mod restart;
mod shutdown;
mod start;
mod tasks;
mod threads;
