//! The first message of a client says who it is and what it wants to hear (RULES §15).

use std::collections::BTreeSet;

use api_types::realtime::{Authenticate, FrameType};
use axum::extract::ws::{Message, WebSocket};
use game::AccountName;

use crate::Sandbox;

/// Who listens, and to what.
#[derive(Debug)]
pub(super) struct Listener {
    pub(super) account: AccountName,
    token: String,
    /// `None` for everything.
    wanted: Option<BTreeSet<String>>,
}

/// What is said of a token that is nobody's, or not any more.
pub(super) const BAD_TOKEN: &str = "Failed to parse token. Token is invalid.";
/// Longest first message, in bytes; there are few subscriptions.
pub(super) const LONGEST: usize = 65_536;

impl Listener {
    /// Waits for the first message and reads it. `None` when the client goes before it has said anything.
    pub(super) async fn admit(sandbox: &Sandbox, socket: &mut WebSocket) -> Option<Result<Self, String>> {
        loop {
            match socket.recv().await?.ok()? {
                Message::Text(text) => return Some(Self::read(sandbox, text.as_str())),
                Message::Binary(_) => return Some(Err(wrong("it is binary"))),
                Message::Close(_) => return None,
                Message::Ping(_) | Message::Pong(_) => {}
            }
        }
    }

    fn read(sandbox: &Sandbox, text: &str) -> Result<Self, String> {
        let first: Authenticate = serde_json::from_str(text).map_err(|error| wrong(&error.to_string()))?;
        let unknown = |kind: &&FrameType| matches!(kind, FrameType::Unknown(_));
        if let Some(kind) = first.subscriptions.iter().flatten().find(unknown) {
            return Err(format!("Unknown subscription: {kind}."));
        }
        let token = first.token.expose();
        let account = sandbox.realm().accounts.by_token(token).cloned();
        let listener = Self {
            account: account.ok_or(BAD_TOKEN)?,
            token: token.to_owned(),
            wanted: first.subscriptions.map(|kinds| kinds.iter().map(ToString::to_string).collect()),
        };
        listener.check(sandbox).map(|()| listener)
    }

    /// Whether the listener still may listen: its token is good, and it is a member's.
    pub(super) fn check(&self, sandbox: &Sandbox) -> Result<(), String> {
        let now = sandbox.world_now();
        let realm = sandbox.realm();
        if realm.accounts.by_token(&self.token) != Some(&self.account) {
            return Err(BAD_TOKEN.to_owned());
        }
        if !realm.world.account(&self.account).is_some_and(|account| account.is_member(now)) {
            return Err("Access denied, you must be a member to do that.".to_owned());
        }
        Ok(())
    }

    /// Whether the listener wants messages of this type.
    pub(super) fn wants(&self, kind: &FrameType) -> bool {
        self.wanted.as_ref().is_none_or(|wanted| wanted.contains(kind.as_str()))
    }
}

fn wrong(problem: &str) -> String {
    format!(r#"The first message must be {{"token": "…", "subscriptions": ["…"]}}: {problem}."#)
}
