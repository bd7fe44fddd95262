//! The actions of a character (`POST /my/{name}/action/…`): the body of each request and the `data` of each reply.
//!
//! A body is named `…Request`, what comes back `…Data`; the spec's name of each is its schema's name. Actions without a
//! body are rest, gathering, transition, bank expansion, claim, and the tasks except trade. Use, delete, trade for a
//! task, and NPC purchases and sales send a [`SimpleItem`](crate::SimpleItem); bank items and equipment are arrays.
//! Tiles, transitions and items in replies are static data: the type parameters stand for them.

pub mod bank;
pub mod equipment;
pub mod exchange;
pub mod fight;
pub mod give;
pub mod identity;
pub mod item;
pub mod movement;
pub mod npc;
pub mod skill;
pub mod task;
