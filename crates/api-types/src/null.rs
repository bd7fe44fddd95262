//! Reads an explicit `null` as "nothing there" for the fields that the spec calls optional but not nullable: the game
//! sends absent things as `null` (RULES §1), and a reply must not be lost over an empty list.

use serde::{Deserialize, Deserializer};

/// For `#[serde(default, deserialize_with = "null_as_default")]`: absent and `null` both give the default.
pub(crate) fn null_as_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
