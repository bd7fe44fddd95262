//! Forecasts on demand.

use game::CharacterName;
use planner::{Forecast, Mind};

use super::{AskError, Company};
use crate::forecasts::PLAYS;

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
        if !mind.comrades().is_empty() {
            return Err(AskError::CountsOnOthers);
        }
        let start = scene.start(data, self.ports.clock.now());
        let turn = self.ports.forecasts.asked();
        match turn.reckon(move || planner::forecast(&mind, &start, &hours, PLAYS)).await {
            Ok(forecasts) => Ok(forecasts),
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
}
