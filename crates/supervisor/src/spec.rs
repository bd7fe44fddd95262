//! Specs: what a tree is made of, as values. A spec can be started again and again, so it holds the means to make an
//! actor, never the actor.

mod child;
mod supervisor;

pub use child::ChildSpec;
pub use supervisor::SupervisorSpec;
