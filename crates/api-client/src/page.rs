//! One page of a list (RULES §1): of live data, which must be complete, or of static data, which may be newer than we.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::decode::{DecodeError, from_json};

/// A page of live data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// Its entries; none past the end.
    pub entries: Vec<T>,
    /// Entries on all pages.
    pub total: u32,
    /// Its number, from 1.
    pub page: u32,
    /// Number of pages.
    pub pages: u32,
}

/// Most entries that a page of live data may be asked for (RULES §1).
pub const LIVE_SIZE: u32 = 100;

impl<T> Page<T> {
    /// Whether another page follows.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.page < self.pages
    }

    pub(crate) fn try_map<U>(
        self,
        convert: impl FnMut(T) -> Result<U, DecodeError>,
    ) -> Result<Page<U>, DecodeError> {
        let entries = self.entries.into_iter().map(convert).collect::<Result<_, _>>()?;
        Ok(Page { entries, total: self.total, page: self.page, pages: self.pages })
    }
}

impl<W> From<api_types::Page<W>> for Page<W> {
    fn from(wire: api_types::Page<W>) -> Self {
        Self { entries: wire.data, total: wire.total, page: wire.page, pages: wire.pages }
    }
}

/// A page of static data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticPage<T> {
    /// The entries that this program understands.
    pub page: Page<T>,
    /// Those that it does not, such as a resource of a skill that a new season brought; to be logged and left out.
    pub unreadable: Vec<DecodeError>,
}

impl<T: DeserializeOwned> StaticPage<T> {
    /// Most entries that a page may be asked for (RULES §1).
    pub const MAX_SIZE: u32 = 10_000;

    pub(crate) fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let raw: Page<Value> = from_json::<api_types::Page<Value>>(body)?.into();
        let mut entries = Vec::with_capacity(raw.entries.len());
        let mut unreadable = Vec::new();
        for (index, value) in raw.entries.into_iter().enumerate() {
            match serde_path_to_error::deserialize(value) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    let field = format!("data[{index}].{}", error.path());
                    unreadable.push(DecodeError::field(field, error.into_inner()));
                }
            }
        }
        let page = Page { entries, total: raw.total, page: raw.page, pages: raw.pages };
        Ok(Self { page, unreadable })
    }
}
