//! How far accounts are with their achievements, read for goals that depend on it and for no other.

use std::{collections::BTreeMap, convert::identity, sync::Arc, time::Duration};

use api_client::{CallError, calls::GetAchievements};
use game::AccountName;
use planner::AchievementsDone;
use supervisor::{Directory, chain};
use tokio::time::Instant;

use crate::limiter::Gateway;

/// How old what was read may be while everybody is at its work.
pub(super) const QUIET: Duration = Duration::from_secs(900);
/// How old it may be when somebody has ended or begun something: what was counted since would be done again.
pub(super) const STIRRED: Duration = Duration::from_secs(60);

/// What was read, by account.
#[derive(Debug, Clone, Default)]
pub struct Counted(BTreeMap<AccountName, (Instant, Arc<AchievementsDone>)>);

impl Counted {
    /// What an account has done, as it was read so long ago at most. One that cannot be read now is as it was.
    pub(super) async fn of(
        &mut self,
        account: &AccountName,
        oldest: Duration,
        directory: &Directory,
    ) -> Option<Arc<AchievementsDone>> {
        if self.0.get(account).is_none_or(|(at, _)| at.elapsed() >= oldest) {
            match read(&Gateway::new(directory), account).await {
                Ok(done) => drop(self.0.insert(account.clone(), (Instant::now(), Arc::new(done)))),
                Err(error) => {
                    tracing::warn!(%account, error = chain(&error), "the achievements were not read")
                }
            }
        }
        self.0.get(account).map(|(_, done)| Arc::clone(done))
    }
}

async fn read(gateway: &Gateway, account: &AccountName) -> Result<AchievementsDone, CallError> {
    let pages = gateway.pages(account, |page| GetAchievements { account, page }, identity).await?;
    Ok(pages.into_iter().collect())
}
