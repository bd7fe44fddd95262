//! Ids of what comes into being while a world is played: 24 hexadecimal digits (RULES §1), in the order of their making.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Counts what has been made, so that no two ids are the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Ids(u64);

impl Ids {
    /// A new id: the second of its making, and its number.
    pub(crate) fn next<T: std::str::FromStr>(&mut self, now: Timestamp) -> T {
        self.0 += 1;
        let seconds = u32::try_from(now.as_second()).unwrap_or(u32::MAX);
        let id = format!("{seconds:08x}{:016x}", self.0).parse().ok();
        id.expect("24 hexadecimal digits are an id of any kind")
    }
}

#[cfg(test)]
mod tests {
    use game::PendingItemId;

    use super::*;

    #[test]
    fn ids_have_24_digits_and_rise() {
        let mut ids = Ids::default();
        let at = |second| Timestamp::from_second(second).unwrap();
        let made: Vec<PendingItemId> = [0, 0, 1_785_000_000].map(|second| ids.next(at(second))).into();
        assert!(made.is_sorted() && made.iter().all(|id| id.as_str().len() == 24), "{made:?}");
        assert_ne!(made[0], made[1]);
    }
}
