//! The game's WebSocket (RULES §15): what happens in the world, told to members as it happens.
//!
//! [`layer`] takes the handshake at the root of the server, as the game has it on a host of its own. [`admission`] reads
//! the first message, [`session`] is one connection from then on, with its [`beats`]. What the world tells is put into
//! the wire's words once, in [`messages`], and handed to all sessions by the [`hub`](Hub).

mod admission;
mod beats;
mod hub;
pub(crate) mod layer;
mod messages;
mod session;

pub(crate) use hub::{Hub, Note};
pub(crate) use messages::notes;
