//! The limiter's handle: how everybody else talks to the game.

use std::time::Duration;

use api_client::{Ambiguity, Call, CallError, Page, Reply};
use game::AccountName;
use supervisor::{CallError as MessageError, Directory, Handle};

use super::{Errand, ID, LimiterMsg, Priority};
use crate::in_flight::Passage;

/// A request may wait this long for a place in the budget: longer than the longest outage anybody sleeps through
/// would only hide that it is still waiting.
const PATIENCE: Duration = Duration::from_secs(24 * 3600);
/// Why a request that nobody wanted any more was not sent.
const WITHDRAWN: &str = "it was withdrawn while it waited";

/// The way to the game, through the limiter.
#[derive(Debug, Clone)]
pub struct Gateway {
    limiter: Handle<LimiterMsg>,
}

impl Gateway {
    /// The gateway of a tree.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        Self { limiter: directory.handle(ID) }
    }

    /// Makes a call when the budget allows it, and waits for its reply. Not for use inside a message handler.
    ///
    /// # Errors
    /// As the client's; a limiter that is away has sent nothing, and one that fell while it had the request leaves
    /// open whether it was sent.
    pub async fn call<C: Call + Sync>(
        &self,
        account: &AccountName,
        priority: Priority,
        call: &C,
    ) -> Result<C::Reply, CallError> {
        self.reply(account, priority, call).await?.value
    }

    /// The same with everything that came with the reply.
    ///
    /// # Errors
    /// Only what went wrong on the way to the limiter.
    pub async fn reply<C: Call + Sync>(
        &self,
        account: &AccountName,
        priority: Priority,
        call: &C,
    ) -> Result<Reply<C::Reply>, CallError> {
        self.send(account, priority, call, None).await
    }

    /// All entries of all pages of a list. `call` asks for a page by its number; `open` takes the page out of a reply.
    ///
    /// # Errors
    /// As [`Self::call`]; one page that is not read leaves the list unread.
    pub async fn pages<T, C: Call + Sync>(
        &self,
        account: &AccountName,
        call: impl Fn(u32) -> C,
        open: impl Fn(C::Reply) -> Page<T>,
    ) -> Result<Vec<T>, CallError> {
        let mut entries = Vec::new();
        for number in 1.. {
            let page = open(self.call(account, Priority::Read, &call(number)).await?);
            let more = page.has_next();
            entries.extend(page.entries);
            if !more {
                break;
            }
        }
        Ok(entries)
    }

    /// Makes a call that changes the game, unless it is withdrawn before it has left.
    ///
    /// # Errors
    /// As [`Self::call`]; one that was withdrawn was not sent.
    pub async fn act<C: Call + Sync>(
        &self,
        account: &AccountName,
        priority: Priority,
        call: &C,
        passage: &Passage,
    ) -> Result<C::Reply, CallError> {
        tokio::select! {
            biased;
            // First: when the limiter has dropped it for that, it was not lost.
            () = passage.withdrawn() => {
                // A limiter that is away has nobody waiting.
                let _ = self.limiter.send(LimiterMsg::Withdrawn);
                Err(CallError::NotSent(WITHDRAWN.to_owned()))
            }
            reply = self.send(account, priority, call, Some(passage.clone())) => reply?.value,
        }
    }

    async fn send<C: Call + Sync>(
        &self,
        account: &AccountName,
        priority: Priority,
        call: &C,
        passage: Option<Passage>,
    ) -> Result<Reply<C::Reply>, CallError> {
        let (request, account) = (call.request(), account.clone());
        let message =
            |port| LimiterMsg::Send(Errand { request, account, priority, passage, reply: Some(port) });
        match self.limiter.call(message, PATIENCE).await {
            Ok(reply) => Ok(reply.read(call)),
            Err(error @ MessageError::Away(_)) => Err(CallError::NotSent(error.to_string())),
            Err(error) => Err(CallError::Ambiguous(Ambiguity::Lost(error.to_string()))),
        }
    }
}
