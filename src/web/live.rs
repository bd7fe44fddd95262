//! `/api/v1/live`: the WebSocket that keeps the page alive: a snapshot, then numbered changes.
//!
//! The socket ends with its session and the session with its socket; whoever comes back gets a fresh snapshot.

use std::time::Duration;

use actors::{
    board::{CharacterView, EventsView, GoalView, LogLine, TreeNode},
    session::Frame,
};
use axum::{
    extract::{
        State,
        ws::{Message, WebSocket, WebSocketUpgrade},
    },
    response::Response,
};
use serde::Serialize;
use tokio::sync::mpsc;
use utoipa::ToSchema;

use super::{Dashboard, status::Status};

/// A browser that takes no frame for so long is gone.
const STALLED: Duration = Duration::from_secs(30);
/// Largest message from a browser; it has nothing to say.
const FROM_BROWSER: usize = 4096;

/// What is sent over the socket.
#[derive(Serialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum LiveFrame {
    /// Everything; the first frame.
    Snapshot {
        /// Its number.
        seq: u64,
        /// Every character.
        characters: Vec<CharacterView>,
        /// The newest log lines, oldest first.
        log: Vec<LogLine>,
        /// The supervision tree.
        #[schema(required)]
        tree: Option<TreeNode>,
        /// Events and raids.
        events: EventsView,
        /// Program, database, game, rates.
        status: Box<Status>,
        /// Every goal.
        goals: Vec<GoalView>,
    },
    /// What changed.
    Delta {
        /// Its number.
        seq: u64,
        /// The frame it follows; if that was not seen, only a new connection helps.
        previous_seq: u64,
        /// Characters that changed, whole.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[schema(required = false)]
        characters: Vec<CharacterView>,
        /// Characters that are gone.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[schema(required = false)]
        removed: Vec<String>,
        /// New log lines, oldest first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[schema(required = false)]
        log: Vec<LogLine>,
        /// The supervision tree, when it changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        tree: Option<TreeNode>,
        /// Events and raids, when they changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        events: Option<EventsView>,
        /// Program, database, game, rates, when they changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<Box<Status>>,
        /// All goals, when one of them changed.
        #[serde(skip_serializing_if = "Option::is_none")]
        goals: Option<Vec<GoalView>>,
    },
}

/// Opens the live connection.
#[utoipa::path(get, path = "/api/v1/live", operation_id = "live",
    responses((status = 101, description = "a WebSocket of `LiveFrame`s")))]
pub(super) async fn open(State(dashboard): State<Dashboard>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.max_message_size(FROM_BROWSER).on_upgrade(move |socket| serve(dashboard, socket))
}

async fn serve(dashboard: Dashboard, mut socket: WebSocket) {
    let (outbox, mut frames) = mpsc::channel(1);
    if let Err(error) = dashboard.company.open_session(outbox).await {
        tracing::warn!(%error, "a live session could not be opened");
        return;
    }
    let mut first = true;
    loop {
        tokio::select! {
            frame = frames.recv() => {
                let Some(frame) = frame else { break };
                let text = to_json(&dashboard, frame, std::mem::take(&mut first));
                let sent = tokio::time::timeout(STALLED, socket.send(Message::Text(text.into()))).await;
                if !matches!(sent, Ok(Ok(()))) {
                    break;
                }
            }
            message = socket.recv() => {
                if !matches!(message, Some(Ok(_))) {
                    break;
                }
            }
        }
    }
}

fn to_json(dashboard: &Dashboard, frame: Frame, first: bool) -> String {
    let Frame { previous, changes, health, events, tree } = frame;
    let status = health.map(|health| Box::new(Status::new(dashboard, health)));
    let frame = match status {
        Some(status) if first => LiveFrame::Snapshot {
            seq: changes.number,
            characters: changes.characters,
            log: changes.log,
            tree,
            events: events.unwrap_or_default(),
            status,
            goals: changes.goals.unwrap_or_default(),
        },
        status => LiveFrame::Delta {
            seq: changes.number,
            previous_seq: previous,
            characters: changes.characters,
            removed: changes.removed.iter().map(ToString::to_string).collect(),
            log: changes.log,
            tree,
            events,
            status,
            goals: changes.goals,
        },
    };
    serde_json::to_string(&frame).expect("views are plain values with text keys")
}
