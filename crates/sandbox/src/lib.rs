//! A server that speaks the game's API over `world`: the same routes, wire types, errors and rate limits, on this
//! machine, at any speed. Real clients written by others run against it unmodified; tests and simulations call its
//! [`router`](Sandbox::router) in-process.
//!
//! **Time.** World time is `start + (real − start) · speed`. The world thinks in its own time; whatever is sent is mapped
//! back to real time, so a client never notices: `expiration − started_at` is the exact real wait in milliseconds, and
//! `total_seconds` and `remaining_seconds` are the real seconds rounded up. Rate limits are multiplied by the speed, and
//! their windows run in real time. The state file says which world time
//! belongs to which real time: the world goes on while nobody serves it, as the game does, and what happened keeps its
//! real time over restarts.
//!
//! **Its own endpoints** are not part of the game's API, and neither limited nor counted nor hurt by faults.
//! `GET /sandbox/control/stats` tells what was asked and answered since the start, for tests that prove how a client
//! behaves. `/sandbox/faults` says what goes wrong on the way to the game: see [`FaultRule`].
//!
//! **What is left to others.** The rules are `game`'s and `world`'s; the shapes on the wire are `api-types`'; reading
//! the command line, binding the port and telling the time are the program's.

mod accounts;
mod api;
mod catalogue;
mod config;
mod demo;
mod error;
mod faults;
mod leaderboards;
mod loading;
mod open;
mod password;
mod rates;
mod realtime;
mod request;
mod routes;
mod sandbox;
mod serve;
mod snapshot;
mod stats;
mod timescale;
mod wire;

pub use config::{Demo, SPEEDS, SandboxConfig, WorldSource};
pub use error::SandboxError;
pub use faults::{ConnectionLost, FaultRule};
pub use loading::{WorldError, check_world, load_world, load_world_dir};
pub use rates::{RateLimits, WindowLimits};
pub use sandbox::Sandbox;
pub use world::soundness;
