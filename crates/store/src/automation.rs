//! Table `automations`: strategies with their configurations that a person has given a name.

use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper, delete,
    insert_into, update,
};
use diesel_async::RunQueryDsl;
use jiff::Timestamp;
use jiff_diesel::ToDiesel;
use serde_json::Value;
use uuid::Uuid;

use crate::{error::StoreError, schema::automations, storable, store::Store};

/// A saved automation. It may change; what was started from it does not.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = automations)]
pub struct Automation {
    /// Key (UUIDv7).
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Which strategy.
    pub strategy: String,
    /// How to go about it.
    pub config: Value,
    /// When it was saved first.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When it was saved last.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub updated_at: Timestamp,
}

impl Store {
    /// Saves a new automation.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_insert(&self, row: &Automation) -> Result<(), StoreError> {
        let mut connection = self.connection().await?;
        let result = insert_into(automations::table)
            .values((
                automations::id.eq(row.id),
                automations::name.eq(storable::text(&row.name)),
                automations::strategy.eq(storable::text(&row.strategy)),
                automations::config.eq(storable::json(&row.config)),
                automations::created_at.eq(row.created_at.to_diesel()),
                automations::updated_at.eq(row.updated_at.to_diesel()),
            ))
            .execute(&mut *connection)
            .await;
        connection.judge("saving an automation", result).await.map(drop)
    }

    /// Changes a saved automation, all but its id and when it was saved first, and tells how it is then; nothing when there is
    /// none of this id.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_update(&self, row: &Automation) -> Result<Option<Automation>, StoreError> {
        let mut connection = self.connection().await?;
        let result = update(automations::table.find(row.id))
            .set((
                automations::name.eq(storable::text(&row.name)),
                automations::strategy.eq(storable::text(&row.strategy)),
                automations::config.eq(storable::json(&row.config)),
                automations::updated_at.eq(row.updated_at.to_diesel()),
            ))
            .returning(Automation::as_returning())
            .get_result(&mut *connection)
            .await
            .optional();
        connection.judge("changing an automation", result).await
    }

    /// Forgets a saved automation; tells whether there was one.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_delete(&self, id: Uuid) -> Result<bool, StoreError> {
        let mut connection = self.connection().await?;
        let result = delete(automations::table.find(id)).execute(&mut *connection).await;
        Ok(connection.judge("deleting an automation", result).await? > 0)
    }

    /// A saved automation.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_get(&self, id: Uuid) -> Result<Option<Automation>, StoreError> {
        let mut connection = self.connection().await?;
        let query = automations::table.find(id).select(Automation::as_select());
        let row = query.first(&mut *connection).await.optional();
        connection.judge("reading an automation", row).await
    }

    /// All saved automations, by name.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_list(&self) -> Result<Vec<Automation>, StoreError> {
        let mut connection = self.connection().await?;
        let query = automations::table.order((automations::name, automations::id));
        let rows = query.select(Automation::as_select()).load(&mut *connection).await;
        connection.judge("reading automations", rows).await
    }
}
