//! What one route takes and answers with. Everything but a few words and the error codes comes from types: bodies and
//! answers from the wire structs, the query from the very function that reads it.

use utoipa::{ToSchema, openapi::path::Parameter};

use super::components::{self, Shape};
use crate::request::QueryReader;

/// Reads a part of a query.
type Reading = Box<dyn Fn(&mut QueryReader<'_>)>;

/// The description of a route.
pub(crate) struct Operation {
    /// What it does, in a few words.
    pub(super) summary: &'static str,
    /// How a caller signs in, if at all.
    pub(super) security: Option<&'static str>,
    /// Describes the query.
    pub(super) query: Vec<Reading>,
    /// The body, and whether there must be one.
    pub(super) body: Option<(Shape, bool)>,
    /// The body of a success.
    pub(super) answer: Shape,
    /// Codes of refusals.
    pub(super) refusals: Vec<u16>,
}

/// Answers with one object, in `data`.
pub(crate) fn one<T: ToSchema>(summary: &'static str) -> Operation {
    Operation::new(summary, components::data::<T>)
}

/// Answers with a list that is not paged, in `data`.
pub(crate) fn list_of<T: ToSchema>(summary: &'static str) -> Operation {
    Operation::new(summary, components::list::<T>)
}

/// Answers with a page of a list.
pub(crate) fn page_of<T: ToSchema>(max_size: u32, summary: &'static str) -> Operation {
    let answer = if max_size == crate::request::STATIC {
        components::static_page::<T>
    } else {
        components::live_page::<T>
    };
    Operation::new(summary, answer).reads(move |query| query.paging(max_size))
}

/// Answers with an object that has no envelope.
pub(crate) fn plain<T: ToSchema>(summary: &'static str) -> Operation {
    Operation::new(summary, components::reference::<T>)
}

impl Operation {
    fn new(summary: &'static str, answer: Shape) -> Self {
        Self { summary, security: None, query: Vec::new(), body: None, answer, refusals: Vec::new() }
    }

    /// Asks for the account's token.
    pub(crate) fn for_owner(self) -> Self {
        Self { security: Some("JWTBearer"), ..self }
    }

    /// Asks for name and password.
    pub(crate) fn for_password(self) -> Self {
        Self { security: Some("HTTPBasic"), ..self }
    }

    /// Reads this from the query.
    pub(crate) fn reads<F>(mut self, read: impl Fn(&mut QueryReader<'_>) -> F + 'static) -> Self {
        self.query.push(Box::new(move |query| drop(read(query))));
        self
    }

    /// Takes a body.
    pub(crate) fn takes<T: ToSchema>(self) -> Self {
        Self { body: Some((components::reference::<T>, true)), ..self }
    }

    /// Takes a body, and does without one.
    pub(crate) fn may_take<T: ToSchema>(self) -> Self {
        Self { body: Some((components::reference::<T>, false)), ..self }
    }

    /// Takes a list as its body.
    pub(crate) fn takes_list<T: ToSchema>(self) -> Self {
        Self { body: Some((components::body_list::<T>, true)), ..self }
    }

    /// Refuses with these codes, and 422 whenever it takes something.
    pub(crate) fn refuses(mut self, codes: &[u16]) -> Self {
        self.refusals.extend(codes);
        self
    }

    /// What can be asked for in the query.
    pub(super) fn query(&self) -> Vec<Parameter> {
        QueryReader::describe(|query| self.query.iter().for_each(|read| read(query)))
    }
}
