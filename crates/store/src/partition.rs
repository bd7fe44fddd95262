//! Partitions by month of the tables that grow without end: making them in time, and dropping them after theirs.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{Integer, Text, Timestamptz},
};
use diesel_async::RunQueryDsl;
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use jiff_diesel::ToDiesel;

use crate::{error::StoreError, store::Store};

/// A table that is partitioned by month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartitionedTable {
    /// The action log, by `written_at`.
    AutomationLogs,
    /// Snapshots of characters, by `at`.
    CharacterSnapshots,
    /// Prices of the Grand Exchange, by `hour`.
    PriceHistory,
}

impl PartitionedTable {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AutomationLogs, Self::CharacterSnapshots, Self::PriceHistory];

    /// Its name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AutomationLogs => "automation_logs",
            Self::CharacterSnapshots => "character_snapshots",
            Self::PriceHistory => "price_history",
        }
    }

    fn time_column(self) -> &'static str {
        match self {
            Self::AutomationLogs => "written_at",
            Self::CharacterSnapshots => "at",
            Self::PriceHistory => "hour",
        }
    }
}

/// Months that always have their partition: the last one for rows that come late, the present, and two to come.
const MONTHS_AHEAD: i32 = 4;

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

impl Store {
    /// Makes the partitions from last month to two months ahead of `now`, where they are missing; returns the names
    /// of the new ones. Once a day is often enough. Rows of a month without a partition are not lost: they wait in the
    /// table's default partition and move when theirs is made.
    ///
    /// # Errors
    /// The server.
    pub async fn partitions_ensure(&self, now: Timestamp) -> Result<Vec<String>, StoreError> {
        let from =
            now.to_zoned(TimeZone::UTC).first_of_month().unwrap_or_else(|_| now.to_zoned(TimeZone::UTC));
        let from = from.checked_sub(1.month()).map_or(now, |month| month.timestamp());
        let mut made = Vec::new();
        for table in PartitionedTable::ALL {
            let query = sql_query("SELECT name FROM month_partitions_ensure($1, $2, $3, $4) AS name")
                .bind::<Text, _>(table.name())
                .bind::<Text, _>(table.time_column())
                .bind::<Timestamptz, _>(from.to_diesel())
                .bind::<Integer, _>(MONTHS_AHEAD);
            let mut connection = self.connection().await?;
            let names = query.load::<Name>(&mut *connection).await;
            let names = connection.judge("making partitions", names).await?;
            made.extend(names.into_iter().map(|row| row.name));
        }
        Ok(made)
    }

    /// Drops the partitions of `table` whose months lie wholly before `cutoff`; returns their names.
    ///
    /// # Errors
    /// The server.
    pub async fn partitions_drop_before(
        &self,
        table: PartitionedTable,
        cutoff: Timestamp,
    ) -> Result<Vec<String>, StoreError> {
        let query = sql_query("SELECT name FROM month_partitions_drop_before($1, $2, $3) AS name")
            .bind::<Text, _>(table.name())
            .bind::<Text, _>(table.time_column())
            .bind::<Timestamptz, _>(cutoff.to_diesel());
        let mut connection = self.connection().await?;
        let names = query.load::<Name>(&mut *connection).await;
        let names = connection.judge("dropping old partitions", names).await?;
        Ok(names.into_iter().map(|row| row.name).collect())
    }
}
