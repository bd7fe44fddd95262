//! Table `event_log`: things that happened and are worth telling.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper,
    sql_query,
    sql_types::{Array, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::{AccountName, CharacterName};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    column::{OptionalName, column, times},
    error::StoreError,
    page::{Cursor, Page, PageRequest, page_of},
    schema::event_log,
    storable,
    store::Store,
};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = event_log)]
pub struct EventLogEntry {
    /// Key (UUIDv7).
    pub id: Uuid,
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    /// What kind of event.
    pub kind: String,
    /// The account it concerns.
    #[diesel(deserialize_as = OptionalName)]
    pub account: Option<AccountName>,
    /// The character it concerns.
    #[diesel(deserialize_as = OptionalName)]
    pub character: Option<CharacterName>,
    /// What there is to know.
    pub data: Value,
}

/// Which events; everything that is `None` leaves all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventLogFilter {
    /// Only this account's.
    pub account: Option<AccountName>,
    /// Only this character's.
    pub character: Option<CharacterName>,
    /// Only of this kind.
    pub kind: Option<String>,
}

/// Inserts events; those that are there already stay as they are.
pub(crate) async fn event_log_insert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[EventLogEntry],
) -> QueryResult<usize> {
    sql_query(
        "INSERT INTO event_log (id, at, kind, account, character, data) \
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(column(rows, |row| row.id))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.at))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.kind)))
    .bind::<Array<Nullable<Text>>, _>(column(rows, |row| row.account.as_ref().map(ToString::to_string)))
    .bind::<Array<Nullable<Text>>, _>(column(rows, |row| row.character.as_ref().map(ToString::to_string)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.data)))
    .execute(connection)
    .await
}

impl Store {
    /// Events, newest first.
    ///
    /// # Errors
    /// The server.
    pub async fn event_log_page(
        &self,
        filter: &EventLogFilter,
        page: PageRequest,
    ) -> Result<Page<EventLogEntry>, StoreError> {
        let mut connection = self.connection().await?;
        let mut query = page_of!(
            event_log::table.select(EventLogEntry::as_select()).into_boxed(),
            page,
            event_log::at,
            event_log::id
        );
        if let Some(account) = &filter.account {
            query = query.filter(event_log::account.eq(account.as_str()));
        }
        if let Some(character) = &filter.character {
            query = query.filter(event_log::character.eq(character.as_str()));
        }
        if let Some(kind) = &filter.kind {
            query = query.filter(event_log::kind.eq(storable::text(kind)));
        }
        let rows = query.load(&mut *connection).await;
        let rows = connection.judge("reading events", rows).await?;
        Ok(Page::cut(rows, page, |row: &EventLogEntry| Cursor { at: row.at, id: row.id }))
    }
}
