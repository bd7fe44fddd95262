//! How an account hears what goes on in the game, as the dashboard shows it.

use serde::Serialize;
use utoipa::ToSchema;

/// How an account hears what goes on in the game.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RealtimeView {
    /// In which way.
    pub mode: RealtimeMode,
    /// Milliseconds since that is so.
    pub since_ms: u64,
    /// Why not at once, and what is done about it.
    #[schema(required)]
    pub message: Option<String>,
}

/// In which way an account hears what goes on in the game.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RealtimeMode {
    /// The game tells it at once, over its WebSocket.
    Socket,
    /// The game is asked every few minutes.
    Polling,
    /// Not yet.
    Off,
}
