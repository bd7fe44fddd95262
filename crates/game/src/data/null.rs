//! Lists that the API may leave out, send empty, or send as `null`: all of them mean that there is nothing.

use serde::{Deserialize, Deserializer};

/// Reads `null` as nothing.
pub(super) fn null_as_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}
