//! The WebSocket as its clients see it (RULES §15).

mod admission;
mod clock;
mod faults;
mod messages;
mod serving;

use serde_json::Value;

use crate::support::Server;

/// A sandbox whose demo account is a member.
fn members() -> Server {
    with_purse(0, &[])
}

/// The same, in which Ana has been given gold and items.
fn with_purse(gold: i64, items: &[(&str, u32)]) -> Server {
    Server::with_purse(gold, items, |state| state["world"]["accounts"]["demo"]["member"] = true.into())
}

/// The types of messages.
fn types(messages: &[Value]) -> Vec<&str> {
    messages.iter().map(|message| message["type"].as_str().unwrap()).collect()
}
