//! What may be asked about alerts.

use game::GameData;
use planner::AlertRule;
use supervisor::Handle;
use uuid::Uuid;

use super::{AskError, Company, WISH};
use crate::{
    alerts::{self, AlertWish, AlertsMsg},
    board::{AlertView, FiringView},
};

impl Company {
    /// A new rule. Returns when that is durable.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn create_alert(&self, rule: AlertRule, season: &GameData) -> Result<AlertView, AskError> {
        rule.check(season)?;
        let words = rule.words(season);
        self.alert_wish(AlertWish::Create(rule, words)).await
    }

    /// Another rule in the place of one that is there.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn change_alert(
        &self,
        id: Uuid,
        rule: AlertRule,
        season: &GameData,
    ) -> Result<AlertView, AskError> {
        rule.check(season)?;
        let words = rule.words(season);
        self.alert_wish(AlertWish::Change(id, rule, words)).await
    }

    /// Forgets a rule.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn delete_alert(&self, id: Uuid) -> Result<AlertView, AskError> {
        self.alert_wish(AlertWish::Delete(id)).await
    }

    /// Nobody needs to see any more what a rule has told.
    ///
    /// # Errors
    /// [`AskError`].
    pub async fn dismiss_firing(&self, id: Uuid) -> Result<FiringView, AskError> {
        let alerts: Handle<AlertsMsg> = self.directory.handle(alerts::ID);
        let told = alerts.call(|answer| AlertsMsg::Dismiss(id, answer), WISH).await;
        Ok(told.map_err(AskError::NoAlerts)??)
    }

    async fn alert_wish(&self, wish: AlertWish) -> Result<AlertView, AskError> {
        let alerts: Handle<AlertsMsg> = self.directory.handle(alerts::ID);
        let told = alerts.call(|answer| AlertsMsg::Wish(wish.clone(), answer), WISH).await;
        Ok(told.map_err(AskError::NoAlerts)??)
    }
}
