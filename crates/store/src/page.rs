//! Reading long lists in pieces, newest first, without losing or doubling a row that is written meanwhile.

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use uuid::Uuid;

/// A place in a list that is ordered by time and id. Its text is safe in a URL and means nothing to whoever holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cursor {
    /// Time of the last row seen.
    pub at: Timestamp,
    /// Id of the last row seen.
    pub id: Uuid,
}

/// A text that is no cursor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not a cursor from an earlier page")]
pub struct InvalidCursor {
    /// What was given.
    pub value: String,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.at.as_microsecond(), self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = InvalidCursor;

    fn from_str(value: &str) -> Result<Self, InvalidCursor> {
        let parse = || {
            let (at, id) = value.split_once('_')?;
            Some(Self { at: Timestamp::from_microsecond(at.parse().ok()?).ok()?, id: id.parse().ok()? })
        };
        parse().ok_or_else(|| InvalidCursor { value: value.to_owned() })
    }
}

/// Which piece of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// Rows at most; kept within 1 and [`PageRequest::MAX_LIMIT`].
    pub limit: u32,
    /// Only rows before this place; `None` begins with the newest.
    pub before: Option<Cursor>,
}

impl PageRequest {
    /// More than this is not handed out at once.
    pub const MAX_LIMIT: u32 = 500;

    /// The newest `limit` rows.
    #[must_use]
    pub fn newest(limit: u32) -> Self {
        Self { limit, before: None }
    }

    /// Rows to ask the database for: one more than wanted, to know whether another page follows.
    pub(crate) fn fetch(self) -> i64 {
        i64::from(self.limit.clamp(1, Self::MAX_LIMIT)) + 1
    }
}

/// A piece of a list, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; `None` at the end of the list.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// Cuts what was fetched for `request` to size.
    pub(crate) fn cut(mut items: Vec<T>, request: PageRequest, cursor: impl Fn(&T) -> Cursor) -> Self {
        let wanted = usize::try_from(request.fetch() - 1).unwrap_or(usize::MAX);
        let more = items.len() > wanted;
        items.truncate(wanted);
        let next = items.last().filter(|_| more).map(cursor);
        Self { items, next }
    }
}

/// Narrows a query that is ordered by `$at` and `$id`, newest first, to the page of a request.
///
/// The first comparison is implied by the second; it is there because an index can use it.
macro_rules! page_of {
    ($query:expr, $request:expr, $at:expr, $id:expr) => {{
        let mut query = $query.order(($at.desc(), $id.desc())).limit($request.fetch());
        if let Some(cursor) = $request.before {
            let at = jiff_diesel::ToDiesel::to_diesel(cursor.at);
            query = query.filter($at.le(at)).filter($at.lt(at).or($id.lt(cursor.id)));
        }
        query
    }};
}
pub(crate) use page_of;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text() {
        let cursor = Cursor { at: "2026-11-21T03:04:05.678901Z".parse().unwrap(), id: Uuid::from_u128(7) };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for wrong in ["", "7", "x_y", "99999999999999999999_0"] {
            assert_eq!(wrong.parse::<Cursor>().unwrap_err().value, wrong);
        }
    }

    #[test]
    fn a_request_never_asks_for_nothing_or_everything() {
        assert_eq!(PageRequest::newest(0).fetch(), 2);
        assert_eq!(PageRequest::newest(u32::MAX).fetch(), 501);
    }
}
