//! Table `character_snapshots`: characters as they were from time to time.

use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, QueryResult, Queryable, QueryableByName, Selectable,
    SelectableHelper, sql_query,
    sql_types::{Array, BigInt, Integer, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::{Character, CharacterName};
use jiff::Timestamp;
use jiff_diesel::ToDiesel;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    column::{column, times},
    error::StoreError,
    schema::character_snapshots,
    storable,
    store::Store,
};

/// A character at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct CharacterSnapshot {
    /// Key, together with `at` (UUIDv7).
    pub id: Uuid,
    /// When. A snapshot that is written again must carry the same time.
    pub at: Timestamp,
    /// Everything about it.
    pub character: Character,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Timestamptz, deserialize_as = jiff_diesel::Timestamp)]
    at: Timestamp,
    #[diesel(sql_type = Jsonb)]
    data: Value,
}

/// A point of a character's curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = character_snapshots)]
pub struct CharacterPoint {
    /// When.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub at: Timestamp,
    /// Combat level.
    pub level: i32,
    /// Combat xp within the level.
    pub xp: i64,
    /// Gold in the purse.
    pub gold: i64,
}

/// Inserts snapshots; those that are there already stay as they are.
pub(crate) async fn character_snapshot_insert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[CharacterSnapshot],
) -> QueryResult<usize> {
    let data = rows
        .iter()
        .map(|row| serde_json::to_value(&row.character).map(|character| storable::json(&character)))
        .collect::<Result<Vec<Value>, _>>()
        .map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
    sql_query(
        "INSERT INTO character_snapshots (id, at, account, character, level, xp, gold, data) \
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(column(rows, |row| row.id))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.at))
    .bind::<Array<Text>, _>(column(rows, |row| row.character.account.to_string()))
    .bind::<Array<Text>, _>(column(rows, |row| row.character.name.to_string()))
    .bind::<Array<Integer>, _>(column(rows, |row| {
        i32::try_from(row.character.combat.level).unwrap_or(i32::MAX)
    }))
    .bind::<Array<BigInt>, _>(column(rows, |row| row.character.combat.xp))
    .bind::<Array<BigInt>, _>(column(rows, |row| row.character.gold))
    .bind::<Array<Jsonb>, _>(data)
    .execute(connection)
    .await
}

impl Store {
    /// A character as it was last seen; `None` when it never was.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when it was written by a program that models characters differently; otherwise the
    /// server.
    pub async fn character_snapshot_latest(
        &self,
        character: &CharacterName,
    ) -> Result<Option<CharacterSnapshot>, StoreError> {
        const DOING: &str = "reading a character's last snapshot";
        let mut connection = self.connection().await?;
        let row = character_snapshots::table
            .filter(character_snapshots::character.eq(character.as_str()))
            .order((character_snapshots::at.desc(), character_snapshots::id.desc()))
            .select((character_snapshots::id, character_snapshots::at, character_snapshots::data))
            .first::<(Uuid, jiff_diesel::Timestamp, Value)>(&mut *connection)
            .await
            .optional();
        let Some((id, at, data)) = connection.judge(DOING, row).await? else { return Ok(None) };
        let character = serde_json::from_value(data)
            .map_err(|error| StoreError::Unreadable { doing: DOING, source: error.into() })?;
        Ok(Some(CharacterSnapshot { id, at: at.into(), character }))
    }

    /// Every character as it was last seen, by name; those that a program has written that models characters
    /// differently are left out.
    ///
    /// # Errors
    /// The server.
    pub async fn character_snapshot_list_latest(&self) -> Result<Vec<CharacterSnapshot>, StoreError> {
        let mut connection = self.connection().await?;
        // From name to name and then to the newest row of each, all by the index: there are rows for every minute.
        let query = sql_query(
            "WITH RECURSIVE names(character) AS ( \
             SELECT min(character) FROM character_snapshots UNION ALL \
             SELECT (SELECT min(next.character) FROM character_snapshots AS next \
             WHERE next.character > names.character) FROM names WHERE names.character IS NOT NULL) \
             SELECT latest.id, latest.at, latest.data FROM names CROSS JOIN LATERAL ( \
             SELECT id, at, data FROM character_snapshots AS one WHERE one.character = names.character \
             ORDER BY at DESC, id DESC LIMIT 1) AS latest ORDER BY names.character",
        );
        let rows = query.load::<Row>(&mut *connection).await;
        let rows = connection.judge("reading everybody's last snapshots", rows).await?;
        let readable = rows.into_iter().filter_map(|Row { id, at, data }| {
            Some(CharacterSnapshot { id, at, character: serde_json::from_value(data).ok()? })
        });
        Ok(readable.collect())
    }

    /// A character's curves from `from` until before `until`, oldest first, at most `limit` points.
    ///
    /// # Errors
    /// The server.
    pub async fn character_snapshot_points(
        &self,
        character: &CharacterName,
        from: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<CharacterPoint>, StoreError> {
        let mut connection = self.connection().await?;
        let rows = character_snapshots::table
            .filter(character_snapshots::character.eq(character.as_str()))
            .filter(character_snapshots::at.ge(from.to_diesel()))
            .filter(character_snapshots::at.lt(until.to_diesel()))
            .order((character_snapshots::at, character_snapshots::id))
            .limit(i64::from(limit))
            .select(CharacterPoint::as_select())
            .load(&mut *connection)
            .await;
        connection.judge("reading a character's curves", rows).await
    }
}
