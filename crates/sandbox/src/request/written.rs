//! JSON that is written already, to be a part of an answer as it is.

use serde::Serialize;
use sonic_rs::OwnedLazyValue;

/// Something in JSON. Clones share the text.
#[derive(Clone, Serialize)]
pub(crate) struct Written(OwnedLazyValue);

impl Written {
    /// Writes it.
    pub(crate) fn of(value: &impl Serialize) -> Self {
        Self(sonic_rs::to_lazyvalue(value).expect("what the season's lists hold has text keys"))
    }
}
