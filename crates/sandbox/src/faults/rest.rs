//! What is left of a request's way: the faults it still meets, and then the game.

use std::{pin::Pin, vec};

use axum::{extract::Request, middleware::Next, response::Response};
use game::AccountName;

use super::{line::Line, plan::Hit};
use crate::{Sandbox, realtime::layer as realtime_layer};

/// The rest of the way.
pub(super) struct Rest {
    pub(super) sandbox: Sandbox,
    /// Whose token the request carries, if anybody's.
    pub(super) account: Option<AccountName>,
    /// What it came over.
    pub(super) line: Line,
    pub(super) hits: vec::IntoIter<Hit>,
    pub(super) next: Next,
}

impl Rest {
    /// Goes on to the next fault, and after the last one to the game.
    pub(super) fn run(mut self, request: Request) -> Pin<Box<dyn Future<Output = Response> + Send>> {
        Box::pin(async move {
            match self.hits.next() {
                Some(Hit { fault, dice }) => fault.meet(request, self, dice).await,
                None => realtime_layer::take(self.sandbox, request, self.next).await,
            }
        })
    }
}
