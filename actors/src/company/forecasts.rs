//! Forecasts on demand: reckoned beside the actors on a thread of their own, one at a time.

use std::sync::Arc;

use game::CharacterName;
use planner::{Forecast, Mind, Start};

use super::{AskError, Company};

/// So many plays are behind each number: luck evens out within the hours of each.
const PLAYS: u32 = 3;

impl Company {
    /// What an automation would bring a character within each of these hours, of the game's own time, from where it is now.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn forecast(
        &self,
        name: &CharacterName,
        mind: Mind,
        hours: Vec<u32>,
    ) -> Result<Vec<Forecast>, AskError> {
        self.account_of(name)?;
        let unread = || AskError::Unread(name.clone());
        let scene = self.ports.board.scene(name).ok_or_else(unread)?;
        let data = self.season().await.ok_or_else(unread)?;
        mind.check(&data)?;
        let now = self.ports.clock.now();
        // The rest of a cooldown is seconds of hours, and counted by the game's clock, which may be any.
        let character = game::Character { cooldown_expiration: now, ..scene.character };
        let bank = scene.bank.as_deref().cloned();
        let start = Start { data, character, bank, market: scene.market, now };
        let turn = Arc::clone(&self.forecasts).acquire_owned().await;
        let reckoned = tokio::task::spawn_blocking(move || {
            // Kept to the end, also when nobody waits for the answer any more.
            let _turn = turn;
            planner::forecast(&mind, &start, &hours, PLAYS)
        });
        match reckoned.await {
            Ok(forecasts) => Ok(forecasts),
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
}
