//! A polite way to ask a server: one request at a time, none that its limits have no room for, and patience with what
//! goes away by itself.

use std::time::Duration;

use anyhow::Context as _;
use api_client::{Call, CallError, Client, Period, RateHeaders};
use tokio::time::{Instant, sleep, sleep_until};

/// So often one question is asked in vain.
const ATTEMPTS: u32 = 6;
/// The wait after the first failure; each one after it takes twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// Somebody who asks.
pub(super) struct Visitor {
    client: Client,
    /// Whether there is a server: it has answered, whatever it said.
    is_there: bool,
    /// Before this the server has no room for another request.
    next: Instant,
}

impl Visitor {
    pub(super) fn new(client: Client) -> Self {
        Self { client, is_there: false, next: Instant::now() }
    }

    /// The answer to a question, however often it has to be asked.
    ///
    /// # Errors
    /// What keeps the server from answering, when it is not expected to pass or does not pass in time.
    pub(super) async fn ask<C: Call>(&mut self, call: &C) -> anyhow::Result<C::Reply> {
        let (mut attempt, mut wait) = (0, FIRST_WAIT);
        loop {
            attempt += 1;
            sleep_until(self.next).await;
            let reply = self.client.call(call).await;
            self.next = Instant::now() + pause(&reply.rates);
            let error = match reply.value {
                Ok(answer) => {
                    self.is_there = true;
                    return Ok(answer);
                }
                Err(error @ CallError::NotSent(_)) if !self.is_there => {
                    return Err(error).context("there is no server: check the address in --from");
                }
                Err(error) if attempt < ATTEMPTS && error.is_transient() => error,
                Err(error) => return Err(error).context("the server does not answer as it should"),
            };
            self.is_there = true;
            let asked = match error {
                CallError::RateLimited { retry_after } => retry_after.unwrap_or(Period::Minute.duration()),
                _ => wait,
            };
            tracing::info!("{error}: asking again in {} s", asked.as_secs());
            sleep(asked).await;
            wait *= 2;
        }
    }
}

/// How long to ask nothing, for a window has no room left.
fn pause(rates: &RateHeaders) -> Duration {
    let windows = rates.windows.iter().map(|(period, window)| (period.duration(), window));
    let unnamed = rates.unnamed.iter().map(|window| (Period::Second.duration(), window));
    let full = windows.chain(unnamed).filter(|(_, window)| window.remaining == 0);
    full.map(|(length, window)| window.reset_in.unwrap_or(length)).max().unwrap_or_default()
}
