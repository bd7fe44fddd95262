//! Turning a configuration as the player wrote it into a strategy's own type, with an error that names the field.

pub(crate) mod limits;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What is wrong with a strategy's name, configuration or memory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// No such strategy.
    #[error("there is no strategy `{name}`; the strategies are {known}")]
    UnknownStrategy {
        /// What was asked for.
        name: String,
        /// What there is, for the sentence.
        known: String,
    },
    /// The configuration is neither an object nor null.
    #[error("the configuration of `{strategy}` must be an object, not `{given}`")]
    NotAnObject {
        /// Of which strategy.
        strategy: String,
        /// What was given.
        given: String,
    },
    /// A field that the strategy does not have.
    #[error("`{strategy}` has no field `{field}`; its fields are {known}")]
    UnknownField {
        /// Of which strategy.
        strategy: String,
        /// The field.
        field: String,
        /// What there is, for the sentence.
        known: String,
    },
    /// A field with a value that it cannot have.
    #[error("`{field}` of `{strategy}` cannot be {value}: {reason}")]
    BadValue {
        /// Of which strategy.
        strategy: String,
        /// The field.
        field: String,
        /// The value, as JSON.
        value: String,
        /// Why not.
        reason: String,
    },
    /// Values of the right type that make no sense, alone or together.
    #[error("`{strategy}`: {reason}")]
    Senseless {
        /// Of which strategy.
        strategy: String,
        /// What is wrong.
        reason: String,
    },
    /// A memory that was not written by this version of the program.
    #[error("the memory of `{strategy}` cannot be read: {reason}")]
    BadMemory {
        /// Of which strategy.
        strategy: String,
        /// Why not.
        reason: String,
    },
}

/// Reads `given` over the defaults of `C`, one field after the other, so that the field at fault is known.
pub(crate) fn read<C>(strategy: &str, given: &Value) -> Result<C, ConfigError>
where
    C: Default + Serialize + DeserializeOwned,
{
    let given = match given {
        Value::Null => &Map::new(),
        Value::Object(fields) => fields,
        other => {
            return Err(ConfigError::NotAnObject { strategy: strategy.to_owned(), given: other.to_string() });
        }
    };
    let mut config = C::default();
    let mut fields = to_value(&config);
    for (field, value) in given {
        let known = fields.as_object().into_iter().flat_map(Map::keys);
        if !known.clone().any(|known| known == field) {
            return Err(ConfigError::UnknownField {
                strategy: strategy.to_owned(),
                field: field.clone(),
                known: known.map(String::as_str).collect::<Vec<_>>().join(", "),
            });
        }
        fields[field] = value.clone();
        config = C::deserialize(&fields).map_err(|error| ConfigError::BadValue {
            strategy: strategy.to_owned(),
            field: field.clone(),
            value: value.to_string(),
            reason: error.to_string(),
        })?;
    }
    Ok(config)
}

/// A configuration with every field.
pub(crate) fn to_value(config: &impl Serialize) -> Value {
    serde_json::to_value(config).expect("a configuration has named fields and finite numbers only")
}

#[cfg(test)]
mod tests;
