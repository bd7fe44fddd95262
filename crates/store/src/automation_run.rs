//! Table `automation_runs`: strategies at work, what they must not forget, and where they stand.

use std::collections::BTreeMap;

use diesel::{
    BoolExpressionMethods, ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper,
    sql_query,
    sql_types::{Array, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::{AccountName, CharacterName, RunStatus};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    column::{column, optional_times, times},
    error::StoreError,
    page::{Cursor, Page, PageRequest, page_of},
    schema::automation_runs,
    storable,
    store::Store,
};

/// A strategy at work for one character.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = automation_runs)]
pub struct AutomationRun {
    /// Key (UUIDv7).
    pub id: Uuid,
    /// The saved configuration it was started from, if any.
    pub config_id: Option<Uuid>,
    /// The goal it was started for, if any.
    pub goal_id: Option<Uuid>,
    /// Which part of that goal.
    pub goal_part: Option<String>,
    /// Whose account.
    #[diesel(deserialize_as = String)]
    pub account: AccountName,
    /// Who is in it.
    #[diesel(deserialize_as = String)]
    pub character: CharacterName,
    /// Which strategy.
    pub strategy: String,
    /// How it was told to go about it.
    pub config: Value,
    /// What it must not forget.
    pub memory: Value,
    /// What its forecast expects by when, and what had come by then: a list, empty without a forecast.
    pub milestones: Value,
    /// Where it stands.
    #[diesel(deserialize_as = String)]
    pub status: RunStatus,
    /// Why it stands there, for a player to read.
    pub reason: String,
    /// When it was started.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub started_at: Timestamp,
    /// When it came to its end.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub ended_at: Option<Timestamp>,
    /// When this version was written: an older one never replaces it.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub updated_at: Timestamp,
}

/// Inserts runs or brings them up to date. Of several versions of one run the last in `rows` counts.
pub(crate) async fn automation_run_upsert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[AutomationRun],
) -> QueryResult<usize> {
    // One statement may touch a row once only.
    let latest: BTreeMap<Uuid, &AutomationRun> = rows.iter().map(|row| (row.id, row)).collect();
    let rows: Vec<&AutomationRun> = latest.into_values().collect();
    let rows = rows.as_slice();
    // Versions of the same microsecond come in the order they were written, so the later one wins.
    sql_query(
        "INSERT INTO automation_runs (id, config_id, goal_id, goal_part, account, character, strategy, config, memory, \
         milestones, status, reason, started_at, ended_at, updated_at) \
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
         ON CONFLICT (id) DO UPDATE SET config_id = excluded.config_id, goal_id = excluded.goal_id, \
         goal_part = excluded.goal_part, account = excluded.account, \
         character = excluded.character, strategy = excluded.strategy, config = excluded.config, \
         memory = excluded.memory, milestones = excluded.milestones, \
         status = excluded.status, reason = excluded.reason, \
         started_at = excluded.started_at, ended_at = excluded.ended_at, updated_at = excluded.updated_at \
         WHERE excluded.updated_at >= automation_runs.updated_at",
    )
    .bind::<Array<SqlUuid>, _>(column(rows, |row| row.id))
    .bind::<Array<Nullable<SqlUuid>>, _>(column(rows, |row| row.config_id))
    .bind::<Array<Nullable<SqlUuid>>, _>(column(rows, |row| row.goal_id))
    .bind::<Array<Nullable<Text>>, _>(column(rows, |row| row.goal_part.as_deref().map(storable::text)))
    .bind::<Array<Text>, _>(column(rows, |row| row.account.to_string()))
    .bind::<Array<Text>, _>(column(rows, |row| row.character.to_string()))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.strategy)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.config)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.memory)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.milestones)))
    .bind::<Array<Text>, _>(column(rows, |row| row.status.as_str()))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.reason)))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.started_at))
    .bind::<Array<Nullable<Timestamptz>>, _>(optional_times(rows, |row| row.ended_at))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.updated_at))
    .execute(connection)
    .await
}

impl Store {
    /// Runs, of one character or of all, the one that was started last first.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_run_page(
        &self,
        character: Option<&CharacterName>,
        page: PageRequest,
    ) -> Result<Page<AutomationRun>, StoreError> {
        let mut connection = self.connection().await?;
        let mut query = page_of!(
            automation_runs::table.select(AutomationRun::as_select()).into_boxed(),
            page,
            automation_runs::started_at,
            automation_runs::id
        );
        if let Some(character) = character {
            query = query.filter(automation_runs::character.eq(character.as_str()));
        }
        let rows = query.load(&mut *connection).await;
        let rows = connection.judge("reading runs", rows).await?;
        Ok(Page::cut(rows, page, |row: &AutomationRun| Cursor { at: row.started_at, id: row.id }))
    }

    /// The runs that a restart has to take up again, oldest first.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_run_list_open(&self) -> Result<Vec<AutomationRun>, StoreError> {
        let open = RunStatus::ALL.into_iter().filter(|status| status.is_open());
        let mut connection = self.connection().await?;
        let rows = automation_runs::table
            .filter(automation_runs::status.eq_any(open.map(RunStatus::as_str)))
            .order((automation_runs::started_at, automation_runs::id))
            .select(AutomationRun::as_select())
            .load(&mut *connection)
            .await;
        connection.judge("reading open runs", rows).await
    }
}
