//! Hostile on request: what goes wrong between a client and the game, which requests meet it, and when.
//!
//! A [`FaultRule`] names a [`Fault`] and says *which* requests may meet it ([`Only`]), *how many* of them do ([`Which`]:
//! a rate, or a script of numbers) and *when* ([`When`]). The [`Plan`] holds the rules that stand and throws their dice,
//! which depend on the seed and on what the same path was asked before, never on what happens elsewhere: the same
//! requests meet the same faults. [`layer`] stands in front of everything that belongs to the game, and each kind of
//! fault is a file in [`kinds`]; the routes know nothing of them.
//!
//! Rules come from an option at the start and from the endpoints under `/sandbox/faults`, in the same words. They are
//! kept nowhere: a restart begins with those of the option.

mod answer;
mod delivery;
mod dice;
mod fault;
mod kinds;
pub(crate) mod layer;
pub(crate) mod line;
mod only;
mod path;
pub(crate) mod plan;
mod read;
mod rest;
mod rule;
mod script;
mod span;
mod when;

pub(crate) use fault::Fault;
pub use line::ConnectionLost;
pub use rule::FaultRule;

pub(crate) use delivery::{Delivery, Ending};
pub(crate) use only::{Only, Subject, What};
pub(crate) use plan::Plan;
pub(crate) use when::When;
