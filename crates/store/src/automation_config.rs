//! Table `automation_configs`: saved configurations that runs can be started from.

use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper, insert_into,
};
use diesel_async::RunQueryDsl;
use game::{AccountName, CharacterName};
use jiff::Timestamp;
use jiff_diesel::ToDiesel;
use serde_json::Value;
use uuid::Uuid;

use crate::{error::StoreError, schema::automation_configs, storable, store::Store};

/// A saved configuration. It is never changed: a change is a new one.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = automation_configs)]
pub struct AutomationConfig {
    /// Key (UUIDv7).
    pub id: Uuid,
    /// Whose account.
    #[diesel(deserialize_as = String)]
    pub account: AccountName,
    /// For whom.
    #[diesel(deserialize_as = String)]
    pub character: CharacterName,
    /// Which strategy.
    pub strategy: String,
    /// How to go about it.
    pub config: Value,
    /// When it was saved.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
}

impl Store {
    /// Saves a configuration; one that is there already stays as it is.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_config_insert(&self, row: &AutomationConfig) -> Result<(), StoreError> {
        let mut connection = self.connection().await?;
        let result = insert_into(automation_configs::table)
            .values((
                automation_configs::id.eq(row.id),
                automation_configs::account.eq(row.account.as_str()),
                automation_configs::character.eq(row.character.as_str()),
                automation_configs::strategy.eq(storable::text(&row.strategy)),
                automation_configs::config.eq(storable::json(&row.config)),
                automation_configs::created_at.eq(row.created_at.to_diesel()),
            ))
            .on_conflict_do_nothing()
            .execute(&mut *connection)
            .await;
        connection.judge("saving a configuration", result).await.map(drop)
    }

    /// A configuration by its id.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_config_get(&self, id: Uuid) -> Result<Option<AutomationConfig>, StoreError> {
        let mut connection = self.connection().await?;
        let row = automation_configs::table
            .find(id)
            .select(AutomationConfig::as_select())
            .first(&mut *connection)
            .await
            .optional();
        connection.judge("reading a configuration", row).await
    }

    /// The configurations of a character, newest first.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_config_list(
        &self,
        character: &CharacterName,
    ) -> Result<Vec<AutomationConfig>, StoreError> {
        let mut connection = self.connection().await?;
        let rows = automation_configs::table
            .filter(automation_configs::character.eq(character.as_str()))
            .order((automation_configs::created_at.desc(), automation_configs::id.desc()))
            .select(AutomationConfig::as_select())
            .load(&mut *connection)
            .await;
        connection.judge("reading configurations", rows).await
    }
}
