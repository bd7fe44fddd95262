//! The client from the outside: what it sends, and what it makes of recorded replies and broken connections.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed, in helpers as well")]
#![expect(clippy::print_stdout, reason = "a skipped test says so")]

mod actions;
mod outcomes;
mod refusals;
mod replies;
mod secrecy;
mod spec;
mod static_data;
mod support;
mod transport;
