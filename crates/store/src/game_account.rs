//! Table `game_accounts`: the accounts this program plays or has played.

use diesel::{
    ExpressionMethods, QueryDsl, Queryable, Selectable, SelectableHelper, insert_into, upsert::excluded,
};
use diesel_async::RunQueryDsl;
use game::AccountName;
use jiff::Timestamp;
use jiff_diesel::ToDiesel;
use uuid::Uuid;

use crate::{error::StoreError, schema::game_accounts, storable, store::Store};

/// An account of the game.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = game_accounts)]
pub struct GameAccount {
    /// Key (UUIDv7); stays that of the first time the name was seen.
    pub id: Uuid,
    /// Its name, once in the table.
    #[diesel(deserialize_as = String)]
    pub name: AccountName,
    /// The server it lives on.
    pub base_url: String,
    /// When it was first seen.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When it was last seen.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub last_seen_at: Timestamp,
}

impl Store {
    /// Notes an account, or that it was seen again; returns the row, whose id and `created_at` are those of the
    /// first time.
    ///
    /// # Errors
    /// The server.
    pub async fn game_account_upsert(&self, row: &GameAccount) -> Result<GameAccount, StoreError> {
        let mut connection = self.connection().await?;
        let result = insert_into(game_accounts::table)
            .values((
                game_accounts::id.eq(row.id),
                game_accounts::name.eq(row.name.as_str()),
                game_accounts::base_url.eq(storable::text(&row.base_url)),
                game_accounts::created_at.eq(row.created_at.to_diesel()),
                game_accounts::last_seen_at.eq(row.last_seen_at.to_diesel()),
            ))
            .on_conflict(game_accounts::name)
            .do_update()
            .set((
                game_accounts::base_url.eq(excluded(game_accounts::base_url)),
                game_accounts::last_seen_at.eq(excluded(game_accounts::last_seen_at)),
            ))
            .returning(GameAccount::as_returning())
            .get_result(&mut *connection)
            .await;
        connection.judge("noting an account", result).await
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// The server.
    pub async fn game_account_list(&self) -> Result<Vec<GameAccount>, StoreError> {
        let mut connection = self.connection().await?;
        let rows = game_accounts::table
            .order(game_accounts::name)
            .select(GameAccount::as_select())
            .load(&mut *connection)
            .await;
        connection.judge("reading accounts", rows).await
    }
}
