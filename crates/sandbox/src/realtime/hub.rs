//! Hands what happens to every open socket: each message is written once, and each socket takes what is meant for it.

use std::sync::Arc;

use api_types::realtime::{Frame, FrameType};
use axum::extract::ws::Utf8Bytes;
use game::{AccountName, CharacterName};
use serde::Serialize;
use tokio::sync::broadcast;

/// A socket that is so many messages behind has lost its way.
const MOST_BEHIND: usize = 4096;

/// All open sockets.
#[derive(Debug)]
pub(crate) struct Hub(broadcast::Sender<Call>);

/// What sockets hear from the hub.
#[derive(Debug, Clone)]
pub(super) enum Call {
    /// Something to pass on.
    Note(Arc<Note>),
    /// The server stops.
    Close,
}

/// A message, ready to be sent, and whom it is for.
#[derive(Debug, Clone)]
pub(crate) struct Note {
    /// What it tells about.
    pub(crate) kind: FrameType,
    /// The only account that may hear of it; `None` for everybody.
    pub(crate) only_for: Option<AccountName>,
    /// The character that it is about, if it is about one.
    pub(crate) character: Option<CharacterName>,
    /// The frame.
    pub(crate) text: Utf8Bytes,
}

impl Note {
    /// A message for everybody.
    pub(crate) fn to_all(kind: FrameType, data: &impl Serialize) -> Self {
        let data = serde_json::to_value(data).expect("wire structs have text keys");
        let frame = serde_json::to_string(&Frame { kind: kind.clone(), data });
        let text = frame.expect("what is JSON already can be written").into();
        Self { kind, only_for: None, character: None, text }
    }

    /// The same message for one account only.
    pub(crate) fn only_for(self, account: AccountName) -> Self {
        Self { only_for: Some(account), ..self }
    }

    /// The same message, about a character.
    pub(crate) fn about(self, character: CharacterName) -> Self {
        Self { character: Some(character), ..self }
    }
}

impl Default for Hub {
    fn default() -> Self {
        Self(broadcast::Sender::new(MOST_BEHIND))
    }
}

impl Hub {
    /// Whether anybody listens.
    pub(crate) fn is_heard(&self) -> bool {
        self.0.receiver_count() > 0
    }

    /// Hands messages to every socket that is open.
    pub(crate) fn tell(&self, notes: impl IntoIterator<Item = Note>) {
        for note in notes {
            // Nobody may listen any more, which is nobody's mistake.
            drop(self.0.send(Call::Note(Arc::new(note))));
        }
    }

    /// Closes all sockets and waits until they are.
    pub(crate) async fn close(&self) {
        if self.0.send(Call::Close).is_ok() {
            self.0.closed().await;
        }
    }

    /// Listens from now on.
    pub(super) fn listen(&self) -> broadcast::Receiver<Call> {
        self.0.subscribe()
    }
}
