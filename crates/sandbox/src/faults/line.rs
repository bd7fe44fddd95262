//! The line that a request came over, which a fault may cut.
//!
//! A server learns of a connection only through what it reads and writes, so a line is cut where bytes pass:
//! [`serve`](crate::serve) looks at it before each. Who calls the router in the same process has no line and finds
//! [`ConnectionLost`] among the extensions of the response instead.

use std::sync::{
    Arc,
    atomic::{AtomicU8, Ordering},
};

use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// Said by a response that no client would have received: its connection was lost before. Whoever calls the router in
/// the same process treats it as that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLost {
    /// Whether it was reset, or closed in order.
    pub reset: bool,
}

/// A connection, to be cut from afar. Clones are the same line; a call in the same process has one of its own that
/// nobody looks at.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line(Arc<AtomicU8>);

const OPEN: u8 = 0;
const CLOSED: u8 = 1;
const RESET: u8 = 2;

impl Line {
    /// Ends the connection before another byte passes.
    pub(crate) fn cut(&self, how: ConnectionLost) {
        self.0.store(if how.reset { RESET } else { CLOSED }, Ordering::Relaxed);
    }

    /// Ends the connection without a reply. What is answered nobody will receive, unless the call came over no
    /// connection: then it looks like a failure without the game's word.
    pub(super) fn lose(&self, reset: bool) -> Response {
        let how = ConnectionLost { reset };
        self.cut(how);
        let mut response = StatusCode::BAD_GATEWAY.into_response();
        response.extensions_mut().insert(how);
        response
    }

    /// How the connection is to end, if it is.
    pub(crate) fn lost(&self) -> Option<ConnectionLost> {
        match self.0.load(Ordering::Relaxed) {
            OPEN => None,
            state => Some(ConnectionLost { reset: state == RESET }),
        }
    }
}
