//! Table `automation_logs`: every action of every character, why it was done, and what came of it.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper,
    sql_query,
    sql_types::{Array, BigInt, Bool, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::{AccountName, CharacterName};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    column::{column, optional_times, times},
    error::StoreError,
    page::{Cursor, Page, PageRequest, page_of},
    schema::automation_logs,
    storable,
    store::Store,
};

/// A line of the action log.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable)]
#[diesel(table_name = automation_logs)]
pub struct AutomationLog {
    /// Key, together with `written_at` (UUIDv7).
    pub id: Uuid,
    /// The run that decided it; `None` for a click.
    pub run_id: Option<Uuid>,
    /// Whose account.
    #[diesel(deserialize_as = String)]
    pub account: AccountName,
    /// Who acted.
    #[diesel(deserialize_as = String)]
    pub character: CharacterName,
    /// The kind of action, as the game spells it.
    pub action: String,
    /// The action with everything its request carried.
    pub request: Value,
    /// How it ended.
    #[diesel(deserialize_as = String)]
    pub outcome: LogOutcome,
    /// The game's code, when it refused (RULES §14).
    pub refusal_code: Option<i32>,
    /// The game's words, when it refused.
    pub refusal_message: Option<String>,
    /// Why it was done.
    pub why: Value,
    /// What came of it.
    pub detail: Value,
    /// Seconds of cooldown it cost.
    pub cooldown_seconds: Option<i32>,
    /// When the game carried it out, by the game's clock.
    #[diesel(deserialize_as = jiff_diesel::NullableTimestamp)]
    pub acted_at: Option<Timestamp>,
    /// When the intent was written down. A line that is written again must carry the same time.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub written_at: Timestamp,
    /// When it ended, by our clock.
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    pub closed_at: Timestamp,
    /// From the intent to its end, in milliseconds.
    pub elapsed_ms: i64,
    /// Whether the reply was lost and the outcome found by evidence.
    pub resolved: bool,
}

/// How an action ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LogOutcome {
    /// The game carried it out.
    Applied,
    /// The game said no.
    Refused,
    /// It never arrived.
    NotSent,
    /// Nobody can tell; left to a person.
    Parked,
}

/// An outcome that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no outcome of an action")]
pub struct UnknownLogOutcome(String);

impl LogOutcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Applied, Self::Refused, Self::NotSent, Self::Parked];

    /// The outcome as the table spells it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Refused => "refused",
            Self::NotSent => "not_sent",
            Self::Parked => "parked",
        }
    }
}

impl TryFrom<String> for LogOutcome {
    type Error = UnknownLogOutcome;
    fn try_from(text: String) -> Result<Self, UnknownLogOutcome> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text).ok_or(UnknownLogOutcome(text))
    }
}

/// Which lines of the action log; everything that is `None` leaves all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AutomationLogFilter {
    /// Only this account's.
    pub account: Option<AccountName>,
    /// Only this character's.
    pub character: Option<CharacterName>,
    /// Only this run's.
    pub run_id: Option<Uuid>,
    /// Only those that ended so.
    pub outcome: Option<LogOutcome>,
}

/// Inserts lines; those that are there already stay as they are.
pub(crate) async fn automation_log_insert_batch(
    connection: &mut AsyncPgConnection,
    rows: &[AutomationLog],
) -> QueryResult<usize> {
    sql_query(
        "INSERT INTO automation_logs (id, run_id, account, character, action, request, outcome, refusal_code, \
         refusal_message, why, detail, cooldown_seconds, acted_at, written_at, closed_at, elapsed_ms, resolved) \
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
         ON CONFLICT DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(column(rows, |row| row.id))
    .bind::<Array<Nullable<SqlUuid>>, _>(column(rows, |row| row.run_id))
    .bind::<Array<Text>, _>(column(rows, |row| row.account.to_string()))
    .bind::<Array<Text>, _>(column(rows, |row| row.character.to_string()))
    .bind::<Array<Text>, _>(column(rows, |row| storable::text(&row.action)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.request)))
    .bind::<Array<Text>, _>(column(rows, |row| row.outcome.as_str()))
    .bind::<Array<Nullable<Integer>>, _>(column(rows, |row| row.refusal_code))
    .bind::<Array<Nullable<Text>>, _>(column(rows, |row| row.refusal_message.as_deref().map(storable::text)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.why)))
    .bind::<Array<Jsonb>, _>(column(rows, |row| storable::json(&row.detail)))
    .bind::<Array<Nullable<Integer>>, _>(column(rows, |row| row.cooldown_seconds))
    .bind::<Array<Nullable<Timestamptz>>, _>(optional_times(rows, |row| row.acted_at))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.written_at))
    .bind::<Array<Timestamptz>, _>(times(rows, |row| row.closed_at))
    .bind::<Array<BigInt>, _>(column(rows, |row| row.elapsed_ms))
    .bind::<Array<Bool>, _>(column(rows, |row| row.resolved))
    .execute(connection)
    .await
}

impl Store {
    /// Lines of the action log, newest first.
    ///
    /// # Errors
    /// The server.
    pub async fn automation_log_page(
        &self,
        filter: &AutomationLogFilter,
        page: PageRequest,
    ) -> Result<Page<AutomationLog>, StoreError> {
        let mut connection = self.connection().await?;
        let mut query = page_of!(
            automation_logs::table.select(AutomationLog::as_select()).into_boxed(),
            page,
            automation_logs::written_at,
            automation_logs::id
        );
        if let Some(account) = &filter.account {
            query = query.filter(automation_logs::account.eq(account.as_str()));
        }
        if let Some(character) = &filter.character {
            query = query.filter(automation_logs::character.eq(character.as_str()));
        }
        if let Some(run_id) = filter.run_id {
            query = query.filter(automation_logs::run_id.eq(run_id));
        }
        if let Some(outcome) = filter.outcome {
            query = query.filter(automation_logs::outcome.eq(outcome.as_str()));
        }
        let rows = query.load(&mut *connection).await;
        let rows = connection.judge("reading the action log", rows).await?;
        Ok(Page::cut(rows, page, |row: &AutomationLog| Cursor { at: row.written_at, id: row.id }))
    }
}
