//! Table `goals`: what companies are to reach, and where each goal stands.

use std::collections::BTreeMap;

use diesel::{
    ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper, sql_query,
    sql_types::{Array, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::{AccountName, GoalStatus};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    column::{column, optional_times, times},
    error::StoreError,
    schema::goals,
    storable,
    store::Store,
};

/// A goal.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = goals)]
pub struct Goal {
    /// Key (UUIDv7).
    pub id: Uuid,
    /// Whose.
    #[diesel(deserialize_as = String)]
    pub account: AccountName,
    /// Which kind of goal.
    pub kind: String,
    /// What is wanted.
    pub config: Value,
    /// How urgent it is, 1 to 9: more comes first.
    pub priority: i32,
    /// Goals that must be reached before it, a list of ids.
    pub after: Value,
    /// Where it stands.
    #[diesel(deserialize_as = String)]
    pub status: GoalStatus,
    /// When it was made.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub created_at: Timestamp,
    /// When a person last changed it.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub changed_at: Timestamp,
    /// When it was reached or deleted.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub ended_at: Option<Timestamp>,
    /// When this version was written: an older one never replaces it.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub updated_at: Timestamp,
}

/// Inserts goals or brings them up to date. Of several versions of one goal the last in `rows` counts.
pub(crate) async fn goal_upsert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[Goal],
) -> QueryResult<usize> {
    // One statement may touch a row once only.
    let latest: BTreeMap<Uuid, &Goal> = rows.iter().map(|row| (row.id, row)).collect();
    let rows: Vec<&Goal> = latest.into_values().collect();
    let rows = rows.as_slice();
    sql_query(
        "INSERT INTO goals (id, account, kind, config, priority, after, status, created_at, changed_at, ended_at, \
         updated_at) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, config = excluded.config, \
         priority = excluded.priority, after = excluded.after, status = excluded.status, \
         changed_at = excluded.changed_at, ended_at = excluded.ended_at, updated_at = excluded.updated_at \
         WHERE excluded.updated_at >= goals.updated_at",
    )
    .bind::<Array<SqlUuid>, _>(column(rows, |row| row.id))
    .bind::<Array<Text>, _>(column(rows, |row| row.account.to_string()))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.kind)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.config)))
    .bind::<Array<Integer>, _>(column(rows, |row| row.priority))
    .bind::<Array<Jsonb>, _>(column(rows, |row| json!(row.after)))
    .bind::<Array<Text>, _>(column(rows, |row| row.status.as_str()))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.created_at))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.changed_at))
    .bind::<Array<Nullable<Timestamptz>>, _>(optional_times(rows, |row| row.ended_at))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.updated_at))
    .execute(connection)
    .await
}

impl Store {
    /// Every goal that was not taken back, oldest first.
    ///
    /// # Errors
    /// The server.
    pub async fn goal_list(&self) -> Result<Vec<Goal>, StoreError> {
        let mut connection = self.connection().await?;
        let rows = goals::table
            .filter(goals::status.ne(GoalStatus::Deleted.as_str()))
            .order((goals::created_at, goals::id))
            .select(Goal::as_select())
            .load(&mut *connection)
            .await;
        connection.judge("reading goals", rows).await
    }
}
