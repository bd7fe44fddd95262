//! Trees of real actors under paused time: what the machine decides is really done.

mod directory;
mod dynamic;
mod escalation;
mod mailbox;
mod probe;
mod refill;
mod restart;
mod shutdown;
mod start;
mod tasks;
