//! Table `time_ledger`: how each character's time was spent, hour by hour.

use std::collections::BTreeMap;

use diesel::{
    ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper, sql_query,
    sql_types::{Array, BigInt, Text, Timestamptz},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::CharacterName;
use jiff::Timestamp;

use crate::{
    column::{column, times},
    error::StoreError,
    schema::time_ledger,
    storable,
    store::Store,
};

/// So much of an hour was spent on one account.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = time_ledger)]
pub struct TimeSpent {
    /// Whose time.
    #[diesel(deserialize_as = String)]
    pub character: CharacterName,
    /// When the hour began.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub hour: Timestamp,
    /// The account.
    pub account: String,
    /// Why it was idle; empty for the other accounts.
    pub reason: String,
    /// How much, in milliseconds.
    pub elapsed_ms: i64,
}

/// Inserts what was spent or brings it up to date. Of several versions of one row the last in `rows` counts.
pub(crate) async fn time_spent_upsert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[TimeSpent],
) -> QueryResult<usize> {
    // One statement may touch a row once only.
    let key = |row: &TimeSpent| (row.character.clone(), row.hour, row.account.clone(), row.reason.clone());
    let latest: BTreeMap<_, &TimeSpent> = rows.iter().map(|row| (key(row), row)).collect();
    let rows: Vec<&TimeSpent> = latest.into_values().collect();
    let rows = rows.as_slice();
    sql_query(
        "INSERT INTO time_ledger (character, hour, account, reason, elapsed_ms) \
         SELECT * FROM unnest($1, $2, $3, $4, $5) \
         ON CONFLICT (character, hour, account, reason) DO UPDATE SET elapsed_ms = excluded.elapsed_ms",
    )
    .bind::<Array<Text>, _>(column(rows, |row| row.character.to_string()))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.hour))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.account)))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.reason)))
    .bind::<Array<BigInt>, _>(column(rows, |row| row.elapsed_ms))
    .execute(connection)
    .await
}

impl Store {
    /// How a character's time was spent in the hours that began at `from` or later, by hour and account.
    ///
    /// # Errors
    /// The server.
    pub async fn time_spent_list(
        &self,
        character: &CharacterName,
        from: Timestamp,
    ) -> Result<Vec<TimeSpent>, StoreError> {
        use jiff_diesel::ToDiesel as _;
        let mut connection = self.connection().await?;
        let rows = time_ledger::table
            .filter(time_ledger::character.eq(character.as_str()))
            .filter(time_ledger::hour.ge(from.to_diesel()))
            .order((time_ledger::hour, time_ledger::account, time_ledger::reason))
            .select(TimeSpent::as_select())
            .load(&mut *connection)
            .await;
        connection.judge("reading the time ledger", rows).await
    }
}
