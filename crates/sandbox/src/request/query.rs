//! The query of a list: its filters, and which page is wanted.

use std::collections::BTreeMap;

use axum::extract::{FromRequestParts, Query as Pairs};
use http::request::Parts;
use serde::de::{DeserializeOwned, IntoDeserializer, value::Error as ValueError};

use super::{ApiError, Paging, Problems};

/// The query of a request, to be read with [`Query::read`].
pub(crate) struct Query(BTreeMap<String, String>);

/// Reads values out of a query and collects what is wrong with them. Unknown names are passed over, as the game does.
pub(crate) struct QueryReader<'a> {
    values: &'a BTreeMap<String, String>,
    problems: &'a mut Problems,
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
        Problems::check(|problems| Some(read(&mut QueryReader { values: &self.0, problems })))
    }

    /// Reads the page of a list that has no filters.
    pub(crate) fn paging(&self, max_size: u32) -> Result<Paging, ApiError> {
        self.read(|query| query.paging(max_size))
    }
}

impl QueryReader<'_> {
    /// A text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.values.get(name).cloned()
    }

    /// A whole number from 0.
    pub(crate) fn number(&mut self, name: &str) -> Option<u32> {
        let text = self.values.get(name)?;
        let number = text.parse().ok();
        if number.is_none() {
            self.problems.add(name, "Input should be a whole number of at least 0.");
        }
        number
    }

    /// A yes or no.
    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        match self.values.get(name)?.to_ascii_lowercase().as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => {
                self.problems.add(name, "Input should be true or false.");
                None
            }
        }
    }

    /// One of the words that the spec lists, as what it stands for.
    pub(crate) fn word<T: DeserializeOwned>(&mut self, name: &str, words: &[&str]) -> Option<T> {
        let text = self.values.get(name)?;
        let word = words.contains(&text.as_str()).then(|| T::deserialize(text.as_str().into_deserializer()));
        let word = word.and_then(Result::<T, ValueError>::ok);
        if word.is_none() {
            self.problems.add(name, format!("Input should be one of {}.", words.join(", ")));
        }
        word
    }

    /// Which page is wanted.
    pub(crate) fn paging(&mut self, max_size: u32) -> Paging {
        let paging =
            Paging { page: self.number("page").unwrap_or(1), size: self.number("size").unwrap_or(50) };
        self.problems.range("page", paging.page, 1..=u32::MAX);
        self.problems.range("size", paging.size, 1..=max_size);
        paging
    }
}
