//! Table `game_data_cache`: the season's static data, so that a restart needs no requests for it.

use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper, insert_into,
    upsert::excluded,
};
use diesel_async::RunQueryDsl;
use jiff::Timestamp;
use jiff_diesel::ToDiesel;
use serde_json::Value;

use crate::{error::StoreError, schema::game_data_cache, storable, store::Store};

/// One kind of static data.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = game_data_cache)]
pub struct CachedGameData {
    /// What it is: `items`, `maps`, …
    pub kind: String,
    /// The game's version that it belongs to.
    pub version: String,
    /// The data in the API's own shape.
    pub data: Value,
    /// When it was fetched.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub fetched_at: Timestamp,
}

impl Store {
    /// Keeps data in place of what was kept of its kind.
    ///
    /// # Errors
    /// The server.
    pub async fn game_data_upsert(&self, row: &CachedGameData) -> Result<(), StoreError> {
        let mut connection = self.connection().await?;
        let result = insert_into(game_data_cache::table)
            .values((
                game_data_cache::kind.eq(storable::text(&row.kind)),
                game_data_cache::version.eq(storable::text(&row.version)),
                game_data_cache::data.eq(storable::json(&row.data)),
                game_data_cache::fetched_at.eq(row.fetched_at.to_diesel()),
            ))
            .on_conflict(game_data_cache::kind)
            .do_update()
            .set((
                game_data_cache::version.eq(excluded(game_data_cache::version)),
                game_data_cache::data.eq(excluded(game_data_cache::data)),
                game_data_cache::fetched_at.eq(excluded(game_data_cache::fetched_at)),
            ))
            .execute(&mut *connection)
            .await;
        connection.judge("keeping game data", result).await.map(drop)
    }

    /// What is kept of a kind.
    ///
    /// # Errors
    /// The server.
    pub async fn game_data_get(&self, kind: &str) -> Result<Option<CachedGameData>, StoreError> {
        let mut connection = self.connection().await?;
        let row = game_data_cache::table
            .find(storable::text(kind))
            .select(CachedGameData::as_select())
            .first(&mut *connection)
            .await
            .optional();
        connection.judge("reading game data", row).await
    }
}
