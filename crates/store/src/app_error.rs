//! Table `app_errors`: what went wrong in the program itself.

use diesel::BoolExpressionMethods;
use diesel::{
    ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper, sql_query,
    sql_types::{Array, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    column::{column, times},
    error::StoreError,
    page::{Cursor, Page, PageRequest, page_of},
    schema::app_errors,
    storable,
    store::Store,
};

/// An error of ours.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = app_errors)]
pub struct AppError {
    /// Key (UUIDv7).
    pub id: Uuid,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    /// Which part of the program.
    pub source: String,
    /// What failed, in one line.
    pub message: String,
    /// The chain of causes and whatever else helps.
    pub detail: Value,
}

/// Inserts errors; those that are there already stay as they are.
pub(crate) async fn app_error_insert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[AppError],
) -> QueryResult<usize> {
    sql_query(
        "INSERT INTO app_errors (id, at, source, message, detail) \
         SELECT * FROM unnest($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(column(rows, |row| row.id))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.at))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.source)))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.message)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.detail)))
    .execute(connection)
    .await
}

impl Store {
    /// Errors, newest first.
    ///
    /// # Errors
    /// The server.
    pub async fn app_error_page(&self, page: PageRequest) -> Result<Page<AppError>, StoreError> {
        let mut connection = self.connection().await?;
        let query = page_of!(
            app_errors::table.select(AppError::as_select()).into_boxed(),
            page,
            app_errors::at,
            app_errors::id
        );
        let rows = query.load(&mut *connection).await;
        let rows = connection.judge("reading errors", rows).await?;
        Ok(Page::cut(rows, page, |row: &AppError| Cursor { at: row.at, id: row.id }))
    }
}
