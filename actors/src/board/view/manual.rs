//! What a person has a character do by hand, as the dashboard shows it.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A character that a person plays by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ManualView {
    /// Since when.
    pub since: Timestamp,
    /// When it goes back to its automation by itself; nothing while there is an order to carry out.
    #[schema(required)]
    pub hand_back_at: Option<Timestamp>,
    /// The last orders, the oldest first.
    pub orders: Vec<OrderView>,
}

/// Something that a person wants done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OrderView {
    /// Its id.
    pub id: Uuid,
    /// The order as it was given.
    #[schema(value_type = Object)]
    pub action: serde_json::Value,
    /// The same in words: "craft 3 × copper_bar".
    pub words: String,
    /// Where it stands.
    pub state: OrderState,
    /// What came of it in words; nothing before its end.
    #[schema(required)]
    pub outcome: Option<String>,
}

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Waits for the orders before it, or for the cooldown.
    Queued,
    /// Sent to the game; a way of several steps is on its way.
    UnderWay,
    /// Carried out.
    Done,
    /// The game said no. It is not tried again, and the orders after it are withdrawn.
    Refused,
    /// Not carried out: nobody wants it any more.
    Withdrawn,
}

impl OrderState {
    /// Whether it is still to be carried out.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::UnderWay)
    }
}
