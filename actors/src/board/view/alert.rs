//! How alerts look to a reader.

use game::ItemCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A rule by which a person is told of the Grand Exchange.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AlertView {
    /// Its id.
    pub id: Uuid,
    /// What is to happen: `bid_above`, `bid_below`, `ask_above`, `ask_below`, `fair_above`, `fair_below`, `spread_above`,
    /// `opportunity_above` or `order_filled`.
    pub when: &'static str,
    /// With which item; nothing where any will do.
    #[schema(required, value_type = Option<String>)]
    pub item: Option<ItemCode>,
    /// Gold per piece, percent of what buyers offer for a spread, or gold in all for an opportunity.
    #[schema(required)]
    pub limit: Option<f64>,
    /// The rule in words.
    pub words: String,
    /// Whether it holds now: then it has been told, and is told again only after it has ceased to.
    pub holds: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Something that a rule has told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FiringView {
    /// Its id.
    pub id: Uuid,
    /// The rule's id; the rule may be gone.
    pub alert: Uuid,
    /// The item it is about, if it is about one.
    #[schema(required, value_type = Option<String>)]
    pub item: Option<ItemCode>,
    /// What happened, in words.
    pub words: String,
    /// When that was found out.
    pub at: Timestamp,
    /// Whether somebody has read it and wants to see it no more.
    pub dismissed: bool,
}
