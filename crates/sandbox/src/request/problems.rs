//! What is wrong with a request, field by field: the `data` of a 422 (RULES §1).

use std::{collections::BTreeMap, fmt::Display, ops::RangeInclusive, str::FromStr};

use api_types::Secret;

use super::ApiError;

/// Messages by field. Checks return what they could read, so that all fields are looked at before the answer is given.
#[derive(Debug, Default)]
pub(crate) struct Problems(BTreeMap<String, Vec<String>>);

impl Problems {
    /// Runs checks and answers 422 if any of them found something.
    pub(crate) fn check<T>(read: impl FnOnce(&mut Self) -> Option<T>) -> Result<T, ApiError> {
        let mut problems = Self::default();
        match read(&mut problems) {
            Some(value) if problems.0.is_empty() => Ok(value),
            _ => Err(problems.into()),
        }
    }

    /// Notes a problem.
    pub(crate) fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.entry(field.into()).or_default().push(message.into());
    }

    /// Reads a code, a name or another checked text.
    pub(crate) fn parse<T>(&mut self, field: &str, text: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Display,
    {
        text.parse().map_err(|error: T::Err| self.add(field, error.to_string())).ok()
    }

    /// Checks that a number is in its range.
    pub(crate) fn range<N: PartialOrd + Display>(
        &mut self,
        field: &str,
        number: N,
        range: RangeInclusive<N>,
    ) {
        if number < *range.start() {
            self.add(field, format!("Input should be greater than or equal to {}.", range.start()));
        } else if number > *range.end() {
            self.add(field, format!("Input should be less than or equal to {}.", range.end()));
        }
    }

    /// Checks a password (RULES §2).
    pub(crate) fn password(&mut self, field: &str, password: &Secret) {
        self.length(field, password.expose().chars().count(), 5..=50);
        if password.expose().contains(char::is_whitespace) {
            self.add(field, "Input should have no white space.");
        }
    }

    /// Checks an e-mail address, as far as one can without writing to it.
    pub(crate) fn email(&mut self, field: &str, email: &str) {
        let parts = email.rsplit_once('@');
        if !parts.is_some_and(|(who, host)| !who.is_empty() && host.contains('.')) {
            self.add(field, "Input should be an e-mail address.");
        }
    }

    /// Checks how long a text or a list is.
    pub(crate) fn length(&mut self, field: &str, length: usize, range: RangeInclusive<usize>) {
        if length < *range.start() {
            self.add(field, format!("Input should have a length of at least {}.", range.start()));
        } else if length > *range.end() {
            self.add(field, format!("Input should have a length of at most {}.", range.end()));
        }
    }
}

impl From<Problems> for ApiError {
    fn from(problems: Problems) -> Self {
        let data = problems.0.into_iter().map(|(field, messages)| (field, messages.into())).collect();
        Self::of(422).with_data(serde_json::Value::Object(data))
    }
}
