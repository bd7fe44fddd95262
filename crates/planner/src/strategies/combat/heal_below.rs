//! The `heal_below` field: `"auto"`, or percent of the most hit points.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Hit points that are wanted before a fight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub(super) enum HealBelow {
    /// As many as the costliest simulated fight takes.
    Auto,
    /// This share, in percent.
    Percent(u8),
}

impl JsonSchema for HealBelow {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "HealBelow".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [{"const": "auto"}, {"type": "integer", "minimum": 0, "maximum": 100}]})
    }
}

impl TryFrom<Value> for HealBelow {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, &'static str> {
        if value == "auto" {
            return Ok(Self::Auto);
        }
        let percent = value.as_u64().and_then(|percent| u8::try_from(percent).ok());
        percent
            .filter(|percent| *percent <= 100)
            .map(Self::Percent)
            .ok_or("it is \"auto\" or a whole number of percent from 0 to 100")
    }
}

impl From<HealBelow> for Value {
    fn from(value: HealBelow) -> Self {
        match value {
            HealBelow::Auto => Self::from("auto"),
            HealBelow::Percent(percent) => Self::from(percent),
        }
    }
}
