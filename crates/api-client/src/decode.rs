//! From the bytes of a body to a value, with errors that name the field.

use std::fmt::Display;

use api_types::Data;
use serde::de::DeserializeOwned;
use serde_json::{Value, error::Category};

/// Why a body could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It is cut off or no JSON at all, such as a maintenance page.
    #[error("the body is not JSON: {0}")]
    NotJson(String),
    /// It is JSON, but a field is missing, of another type or out of range.
    #[error("field `{field}`: {problem}")]
    Field {
        /// Where in the reply.
        field: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl DecodeError {
    pub(crate) fn field(field: impl Into<String>, problem: impl Display) -> Self {
        Self::Field { field: field.into(), problem: problem.to_string() }
    }
}

/// Reads a whole body.
pub(crate) fn from_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let field = error.path().to_string();
        let inner = error.into_inner();
        match inner.classify() {
            Category::Data => DecodeError::field(field, inner),
            Category::Syntax | Category::Eof | Category::Io => DecodeError::NotJson(inner.to_string()),
        }
    })?;
    deserializer.end().map_err(|error| DecodeError::NotJson(error.to_string()))?;
    Ok(value)
}

/// Reads a value that is JSON already.
pub(crate) fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, DecodeError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let field = error.path().to_string();
        DecodeError::field(field, error.into_inner())
    })
}

/// Reads a body with one object inside `data` (RULES §1).
pub(crate) fn data<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    Ok(from_json::<Data<T>>(body)?.data)
}

#[cfg(test)]
mod tests {
    use api_types::Bank;

    use super::*;

    #[track_caller]
    fn check(body: &str, error: &str) {
        assert_eq!(data::<Bank>(body.as_bytes()).unwrap_err().to_string(), error);
    }

    #[test]
    fn a_number_out_of_range_is_reported_with_its_field() {
        check(
            r#"{"data": {"slots": -1, "expansions": 0, "next_expansion_cost": 0, "gold": 0}}"#,
            "field `data.slots`: invalid value: integer `-1`, expected u32 at line 1 column 21",
        );
    }

    #[test]
    fn a_missing_field_is_reported_by_name() {
        check(r#"{"data": {"slots": 1}}"#, "field `data`: missing field `expansions` at line 1 column 21");
    }

    #[test]
    fn a_page_of_text_and_a_body_cut_off_are_not_json() {
        check("<html>", "the body is not JSON: expected value at line 1 column 1");
        check(r#"{"data": {"#, "the body is not JSON: EOF while parsing an object at line 1 column 10");
        check("", "the body is not JSON: EOF while parsing a value at line 1 column 0");
    }
}
