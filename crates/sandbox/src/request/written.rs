//! JSON that is written already, to be a part of an answer as it is.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::writer;

/// Something in JSON. Clones share the text.
#[derive(Clone)]
pub(crate) struct Written(Arc<[u8]>);

impl Written {
    /// Writes it.
    pub(crate) fn of(value: &impl Serialize) -> Self {
        let mut text = Vec::new();
        writer::write(&mut text, value).expect("what the season's lists hold has text keys");
        Self(text.into())
    }
}

/// As the [writer] takes it; no other serializer does.
impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}
