//! The query of a list: its filters, and which page is wanted. What reads a query describes it as well, so that the
//! description names exactly what is read.

use std::{collections::BTreeMap, ops::RangeInclusive};

use axum::extract::{FromRequestParts, Query as Pairs};
use http::request::Parts;
use serde::de::{DeserializeOwned, IntoDeserializer, value::Error as ValueError};
use utoipa::openapi::{Schema, path::Parameter};

use super::{ApiError, Paging, Problems};
use crate::api::parameters;

/// Entries on a page unless the query says otherwise.
const USUAL_SIZE: u32 = 50;

/// The query of a request, to be read with [`Query::read`].
pub(crate) struct Query(BTreeMap<String, String>);

/// Reads values out of a query and collects what is wrong with them. Unknown names are passed over, as the game does.
pub(crate) struct QueryReader<'a> {
    values: &'a BTreeMap<String, String>,
    problems: &'a mut Problems,
    /// What is read, when that is what somebody wants to know.
    described: Option<&'a mut Vec<Parameter>>,
}

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let pairs = Pairs::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        // Only a query that is no list of pairs at all fails here, and such a one has no fields to name.
        let Pairs(pairs) = pairs.map_err(|_| ApiError::of(422))?;
        Ok(Self(pairs.into_iter().collect()))
    }
}

impl Query {
    /// Reads everything a route wants from its query, and answers 422 if anything was wrong with it.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&mut QueryReader<'_>) -> T) -> Result<T, ApiError> {
        Problems::check(|problems| {
            Some(read(&mut QueryReader { values: &self.0, problems, described: None }))
        })
    }

    /// Reads the page of a list that has no filters.
    pub(crate) fn paging(&self, max_size: u32) -> Result<Paging, ApiError> {
        self.read(|query| query.paging(max_size))
    }
}

impl QueryReader<'_> {
    /// What `read` reads.
    pub(crate) fn describe(read: impl FnOnce(&mut QueryReader<'_>)) -> Vec<Parameter> {
        let (values, mut problems, mut described) = (BTreeMap::new(), Problems::default(), Vec::new());
        read(&mut QueryReader { values: &values, problems: &mut problems, described: Some(&mut described) });
        described
    }

    /// A code, an account's name or an id.
    pub(crate) fn code(&mut self, name: &str) -> Option<String> {
        let text = self.value(name, parameters::code)?;
        if parameters::is_code(text) {
            return Some(text.to_owned());
        }
        self.problems.add(name, "Input should be letters, digits, `_` or `-`.");
        None
    }

    /// A name for people, or a part of one.
    pub(crate) fn name(&mut self, name: &str) -> Option<String> {
        let text = self.value(name, parameters::name)?;
        if parameters::is_name(text) {
            return Some(text.to_owned());
        }
        self.problems
            .add(name, "Input should be words of letters, digits, `_` or `-` with single spaces between.");
        None
    }

    /// A whole number from 0. One that is too large to be counted is as large as can be.
    pub(crate) fn number(&mut self, name: &str) -> Option<u32> {
        let text = self.value(name, || parameters::number(0, None, None))?;
        self.whole(name, text)
    }

    /// A yes or no.
    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        match self.value(name, parameters::flag)?.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "y" | "on" | "t" => Some(true),
            "false" | "0" | "no" | "n" | "off" | "f" => Some(false),
            _ => {
                self.problems.add(name, "Input should be true or false.");
                None
            }
        }
    }

    /// One of the words that the spec lists, as what it stands for.
    pub(crate) fn word<T: DeserializeOwned>(
        &mut self,
        name: &str,
        words: &'static [&'static str],
    ) -> Option<T> {
        let text = self.value(name, || parameters::word(words))?;
        let word = words.contains(&text).then(|| T::deserialize(text.into_deserializer()));
        let word = word.and_then(Result::<T, ValueError>::ok);
        if word.is_none() {
            self.problems.add(name, format!("Input should be one of {}.", words.join(", ")));
        }
        word
    }

    /// Which page is wanted.
    pub(crate) fn paging(&mut self, max_size: u32) -> Paging {
        Paging {
            page: self.bounded("page", 1..=u32::MAX, 1),
            size: self.bounded("size", 1..=max_size, USUAL_SIZE),
        }
    }

    fn bounded(&mut self, name: &str, range: RangeInclusive<u32>, default: u32) -> u32 {
        let most = Some(*range.end()).filter(|end| *end < u32::MAX);
        let given = self.value(name, || parameters::number(*range.start(), most, Some(default)));
        let number = given.and_then(|text| self.whole(name, text));
        if let Some(number) = number {
            self.problems.range(name, number, range);
        }
        number.unwrap_or(default)
    }

    fn whole(&mut self, name: &str, text: &str) -> Option<u32> {
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(text.parse().unwrap_or(u32::MAX));
        }
        self.problems.add(name, "Input should be a whole number of at least 0.");
        None
    }
}

impl<'a> QueryReader<'a> {
    /// The text given; notes the name for the description.
    fn value(&mut self, name: &str, schema: impl FnOnce() -> Schema) -> Option<&'a str> {
        if let Some(described) = &mut self.described {
            described.push(parameters::query(name, schema()));
        }
        self.values.get(name).map(String::as_str)
    }
}
