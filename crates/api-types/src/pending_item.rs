//! Items and gold that wait for an account until one of its characters claims them (RULES §9).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::null::null_as_default;
use crate::open_enum::open_enum;
use crate::{SimpleItem, Timestamp};

/// An entry of `GET /my/pending_items` and of the realtime `pending_item_received`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PendingItemSchema)]
pub struct PendingItem {
    /// Id to claim it by, 24 hexadecimal digits.
    pub id: String,
    /// The owner's account name.
    pub account: String,
    /// Where it comes from.
    pub source: PendingItemSource,
    /// Code or id at the source: an achievement's code, an order's id.
    pub source_id: Option<String>,
    /// A sentence for people.
    pub description: String,
    /// Gold that waits.
    #[serde(default, deserialize_with = "null_as_default")]
    pub gold: i64,
    /// Items that wait.
    #[serde(default, deserialize_with = "null_as_default")]
    pub items: Vec<SimpleItem>,
    /// Since when it waits.
    pub created_at: Timestamp,
    /// When it was claimed.
    pub claimed_at: Option<Timestamp>,
}

open_enum! {
    /// Where a pending item comes from.
    PendingItemSource {
        Achievement = "achievement",
        GrandExchange = "grand_exchange",
        Admin = "admin",
        Event = "event",
        Raid = "raid",
        Other = "other",
    }
}
