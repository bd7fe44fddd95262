//! What can go wrong, from the point of view of the one who asked. Each type is one operation's answer.

mod call;
mod child;
mod start;

use std::error::Error;
use std::fmt::Write as _;

pub use call::{Away, CallError};
pub use child::ChildError;
pub use start::{Escalated, StartError};

/// Any error that an actor, a `pre_start` or a refill may give.
pub type BoxError = Box<dyn Error + Send + Sync + 'static>;

/// The text of an error followed by those of its causes, each after a colon.
pub fn chain(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        // A transparent error repeats its cause; saying it once is enough.
        let inner_text = inner.to_string();
        if !text.ends_with(&inner_text) {
            let _ = write!(text, ": {inner_text}");
        }
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the order was not sent")]
    struct Outer(#[source] std::io::Error);

    #[test]
    fn a_chain_names_every_cause_once() {
        let error = Outer(std::io::Error::other("connection reset"));
        assert_eq!(chain(&error), "the order was not sent: connection reset");
    }

    #[test]
    fn a_transparent_cause_is_not_repeated() {
        let error = CallError::from(Away { id: "limiter".into() });
        assert_eq!(chain(&error), "actor `limiter` is away");
    }
}
