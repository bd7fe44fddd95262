//! Work that is never cut short.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing::Instrument;

use super::{TaskFailed, caught, spawn};
use crate::directory::Directory;

/// Runs `work` to its end, whatever becomes of the actor that asked for it: a request that has left, a transaction
/// that has begun. It must own all it needs. [`crate::Tree::shutdown`] waits for such work.
///
/// The result may be awaited or ignored; dropping it does not stop the work.
pub fn detached<T: Send + 'static>(
    directory: &Directory,
    name: &'static str,
    work: impl Future<Output = T> + Send + 'static,
) -> Detached<T> {
    let counted = Counted::new(directory);
    let span = tracing::info_span!(parent: None, "task", name);
    let whole = async move {
        let _counted = counted;
        caught(name, work).await
    };
    Detached { name, join: spawn(whole.instrument(span)) }
}

/// The result of [`detached`] work, when it is done.
#[derive(Debug)]
pub struct Detached<T> {
    name: &'static str,
    join: JoinHandle<Result<T, TaskFailed>>,
}

impl<T> Future for Detached<T> {
    type Output = Result<T, TaskFailed>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let name = self.name;
        let joined = Pin::new(&mut self.join).poll(cx);
        joined.map(|it| it.unwrap_or_else(|error| Err(TaskFailed { name, reason: error.to_string() })))
    }
}

/// Counts a piece of detached work for as long as it lives.
pub(super) struct Counted(Directory);

impl Counted {
    pub(super) fn new(directory: &Directory) -> Self {
        directory.detached_count().send_modify(|count| *count += 1);
        Self(directory.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.detached_count().send_modify(|count| *count -= 1);
    }
}

/// Waits until no detached work is under way, at most for `limit`; tells how much was left.
pub(crate) async fn detached_done(directory: &Directory, limit: Duration) -> usize {
    let mut count: watch::Receiver<usize> = directory.detached_count().subscribe();
    match tokio::time::timeout(limit, count.wait_for(|count| *count == 0)).await {
        Ok(_) => 0,
        Err(_) => directory.detached(),
    }
}
