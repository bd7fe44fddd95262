//! Filters that several lists share.

use crate::request::QueryReader;

/// `min_level` and `max_level`.
pub(super) struct Levels {
    min: u32,
    max: u32,
}

impl Levels {
    /// Reads both; each may be absent.
    pub(super) fn read(query: &mut QueryReader<'_>) -> Self {
        Self {
            min: query.number("min_level").unwrap_or(0),
            max: query.number("max_level").unwrap_or(u32::MAX),
        }
    }

    /// Whether a level is within them.
    pub(super) fn contain(&self, level: u32) -> bool {
        (self.min..=self.max).contains(&level)
    }
}

/// Whether a name has the wanted part, in capitals or not; without a wish every name does.
pub(super) fn is_named(name: &str, wanted: Option<&str>) -> bool {
    wanted.is_none_or(|wanted| name.to_lowercase().contains(&wanted.trim().to_lowercase()))
}

/// Whether a text is the wanted one; without a wish every text is.
pub(super) fn is(text: &str, wanted: Option<&str>) -> bool {
    wanted.is_none_or(|wanted| wanted == text)
}
