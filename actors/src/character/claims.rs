//! What of the bank a character counts on for what it does now, so that nobody else does.

use tokio::time::Instant;

use super::alive::Alive;
use crate::board::Claim;

impl Alive {
    /// Brings the claims up to date; whether they are others than before.
    pub(super) fn renew_claims(&mut self) -> bool {
        let at_work = self.job.as_ref().filter(|(run, _)| run.status.is_at_work());
        let counts_on = at_work.into_iter().flat_map(|(_, mind)| mind.claims());
        let since = |code| self.claims.as_ref().and_then(|claims| Some(claims.get(code)?.since));
        let claims = counts_on.map(|(code, quantity)| {
            let since = since(code).unwrap_or_else(Instant::now);
            (code.clone(), Claim { quantity: *quantity, since })
        });
        let claims = Some(claims.collect());
        let changed = self.claims != claims;
        self.claims = claims;
        changed
    }
}
