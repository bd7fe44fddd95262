//! Gold and items that wait for an account until one of its characters claims them (RULES §9).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{AccountName, PendingItemId},
    inventory::SimpleItem,
};

/// Something that waits for an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingItem {
    /// Id to claim it by.
    pub id: PendingItemId,
    /// Whom it waits for.
    pub account: AccountName,
    /// Where it comes from.
    pub source: PendingSource,
    /// Code or id at the source: an achievement's code, an order's id.
    pub source_id: Option<String>,
    /// A sentence for people.
    pub description: String,
    /// Gold that waits.
    pub gold: i64,
    /// Items that wait.
    pub items: Vec<SimpleItem>,
    /// Since when it waits.
    pub created_at: Timestamp,
    /// When it was claimed.
    pub claimed_at: Option<Timestamp>,
}

/// Where a pending item comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum PendingSource {
    /// An achievement was reached.
    Achievement,
    /// A buy order was filled.
    GrandExchange,
    /// A raid ended.
    Raid,
    /// Any other source, as the API spells it.
    Other(String),
}

impl PendingSource {
    /// The source as the API spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Achievement => "achievement",
            Self::GrandExchange => "grand_exchange",
            Self::Raid => "raid",
            Self::Other(word) => word,
        }
    }
}

impl From<String> for PendingSource {
    fn from(word: String) -> Self {
        match word.as_str() {
            "achievement" => Self::Achievement,
            "grand_exchange" => Self::GrandExchange,
            "raid" => Self::Raid,
            _ => Self::Other(word),
        }
    }
}

impl From<PendingSource> for String {
    fn from(source: PendingSource) -> Self {
        source.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_written_as_they_were_read() {
        for word in ["achievement", "grand_exchange", "raid", "event"] {
            let source = PendingSource::from(word.to_owned());
            assert_eq!((source.as_str(), matches!(source, PendingSource::Other(_))), (word, word == "event"));
        }
    }
}
