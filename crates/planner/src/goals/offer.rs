//! Kinds of goals before they are configured: names, defaults and schemas for forms, and reading what a player wrote.

use std::sync::{Arc, LazyLock};

use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{Kind, invalid};
use crate::config::{self, ConfigError, Problem};

/// A kind of goal that has not been configured yet.
pub(super) struct Known {
    pub(super) name: &'static str,
    about: &'static str,
    pub(super) schema: LazyLock<Value>,
    defaults: fn() -> Value,
    read: fn(&Value, &Value) -> Result<Made, Vec<Problem>>,
}

/// A kind of goal with its configuration, every default filled in.
type Made = (Arc<dyn Kind>, Value);

/// A kind of goal as it is offered to a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoalOffer {
    /// Its name in configurations.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub about: &'static str,
    /// Its configuration with every default.
    pub defaults: Value,
    /// The JSON schema of its configuration, as those of strategies are. A text with the format `character` names one.
    pub schema: Value,
}

impl Known {
    pub(super) fn offer(&self) -> GoalOffer {
        let Self { name, about, defaults, .. } = *self;
        GoalOffer { name, about, defaults: defaults(), schema: self.schema.clone() }
    }

    /// Reads what a player wrote.
    pub(super) fn read(&self, config: &Value) -> Result<Made, ConfigError> {
        (self.read)(&self.schema, config).map_err(|problems| invalid(self.name, problems))
    }
}

pub(super) const fn known<K>(name: &'static str, about: &'static str) -> Known
where
    K: Kind + Default + Serialize + DeserializeOwned + JsonSchema + 'static,
{
    Known {
        name,
        about,
        schema: LazyLock::new(config::schema_of::<K>),
        defaults: || config::to_value(&K::default()),
        read: read::<K>,
    }
}

fn read<K>(schema: &Value, given: &Value) -> Result<Made, Vec<Problem>>
where
    K: Kind + Serialize + DeserializeOwned + 'static,
{
    let kind: K = config::read("", schema, given)?;
    kind.check().map_err(|reason| vec![Problem::new("", reason)])?;
    let within = kind.problems_within(None);
    if !within.is_empty() {
        return Err(within);
    }
    let config = config::to_value(&kind);
    Ok((Arc::new(kind), config))
}
