//! Table `price_history`: what items went for on the Grand Exchange, hour by hour.

use std::collections::BTreeMap;

use diesel::{
    ExpressionMethods, QueryDsl, QueryResult, Queryable, Selectable, SelectableHelper, sql_query,
    sql_types::{Array, BigInt, Double, Nullable, Text, Timestamptz},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use game::{ItemCode, exchange::PriceHour};
use jiff::Timestamp;
use jiff_diesel::ToDiesel;

use crate::{
    column::{column, times},
    error::StoreError,
    schema::price_history,
    storable,
    store::Store,
};

/// An hour of one world's exchange.
#[derive(Debug, Clone, PartialEq)]
pub struct PricePoint {
    /// The game's host.
    pub world: String,
    /// What an item went for.
    pub hour: PriceHour,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = price_history)]
struct Row {
    #[diesel(deserialize_as = String)]
    item: ItemCode,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    hour: Timestamp,
    bid: Option<i64>,
    ask: Option<i64>,
    fair: Option<f64>,
    pieces: i64,
    gold: i64,
}

impl From<Row> for PriceHour {
    fn from(row: Row) -> Self {
        let Row { item, hour, bid, ask, fair, pieces, gold } = row;
        Self { code: item, hour, bid, ask, fair, pieces, gold }
    }
}

/// Inserts hours or brings them up to date. Of several versions of one hour the last in `points` counts.
pub(crate) async fn price_point_upsert_batch(
    connection: &mut AsyncPgConnection,
    points: &[PricePoint],
) -> QueryResult<usize> {
    // One statement may touch a row once only.
    let key = |point: &PricePoint| (point.world.clone(), point.hour.code.clone(), point.hour.hour);
    let latest: BTreeMap<_, &PricePoint> = points.iter().map(|point| (key(point), point)).collect();
    let points: Vec<&PricePoint> = latest.into_values().collect();
    let points = points.as_slice();
    sql_query(
        "INSERT INTO price_history (world, item, hour, bid, ask, fair, pieces, gold) \
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (world, item, hour) DO UPDATE SET bid = excluded.bid, ask = excluded.ask, fair = excluded.fair, \
         pieces = excluded.pieces, gold = excluded.gold",
    )
    .bind::<Array<Text>, _>(column(points, |point| storable::text(&point.world)))
    .bind::<Array<Text>, _>(column(points, |point| point.hour.code.to_string()))
    .bind::<Array<Timestamptz>, _>(times(points, |point| point.hour.hour))
    .bind::<Array<Nullable<BigInt>>, _>(column(points, |point| point.hour.bid))
    .bind::<Array<Nullable<BigInt>>, _>(column(points, |point| point.hour.ask))
    .bind::<Array<Nullable<Double>>, _>(column(points, |point| point.hour.fair))
    .bind::<Array<BigInt>, _>(column(points, |point| point.hour.pieces))
    .bind::<Array<BigInt>, _>(column(points, |point| point.hour.gold))
    .execute(connection)
    .await
}

impl Store {
    /// The hours of a world's exchange that began at `from` or later, by item and hour.
    ///
    /// # Errors
    /// The server.
    pub async fn price_hour_list(&self, world: &str, from: Timestamp) -> Result<Vec<PriceHour>, StoreError> {
        let mut connection = self.connection().await?;
        let rows = price_history::table
            .filter(price_history::world.eq(world))
            .filter(price_history::hour.ge(from.to_diesel()))
            .order((price_history::item, price_history::hour))
            .select(Row::as_select())
            .load(&mut *connection)
            .await;
        let rows: Vec<Row> = connection.judge("reading prices", rows).await?;
        Ok(rows.into_iter().map(PriceHour::from).collect())
    }
}
