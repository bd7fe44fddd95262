//! Months: made ahead, kept as long as wanted, and no row refused for want of one.

use jiff::Timestamp;
use store::{AutomationLogFilter, Batch, PageRequest, PartitionedTable, Store};
use test_support::TestDatabase;

use crate::fixtures::{at, log, snapshot};

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

async fn write_log(store: &Store, number: u128, written_at: &str) {
    let logs = vec![log(number, "Ana", time(written_at))];
    store.batch_write(Batch { automation_logs: logs, ..Batch::default() }).await.unwrap();
}

/// Where each line lies, by number.
async fn places(database: &TestDatabase) -> Vec<String> {
    let sql = "SELECT tableoid::regclass::text FROM automation_logs ORDER BY id";
    database.client().await.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

#[tokio::test]
async fn partitions_reach_from_last_month_to_two_months_ahead() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let made = store.partitions_ensure(time("2031-01-31T23:59:59Z")).await.unwrap();
    let expected: Vec<String> = ["automation_logs", "character_snapshots", "price_history"]
        .iter()
        .flat_map(|table| {
            ["2030_12", "2031_01", "2031_02", "2031_03"].map(|month| format!("{table}_{month}"))
        })
        .collect();
    assert_eq!(made, expected);
    assert!(store.partitions_ensure(time("2031-01-02T00:00:00Z")).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_row_lands_in_the_month_of_its_time_in_utc() {
    let database = TestDatabase::create().await;
    let store = database.store();
    store.partitions_ensure(time("2031-01-15T00:00:00Z")).await.unwrap();
    write_log(&store, 1, "2031-01-31T23:59:59.999999Z").await;
    write_log(&store, 2, "2031-02-01T00:00:00Z").await;
    assert_eq!(places(&database).await, ["automation_logs_2031_01", "automation_logs_2031_02"]);
}

#[tokio::test]
async fn a_row_without_a_month_waits_in_the_default_partition_and_moves_when_its_month_is_made() {
    let database = TestDatabase::create().await;
    let store = database.store();
    write_log(&store, 1, "2031-01-10T00:00:00Z").await;
    write_log(&store, 2, "2035-01-10T00:00:00Z").await;
    assert_eq!(places(&database).await, ["automation_logs_default", "automation_logs_default"]);
    store.partitions_ensure(time("2031-01-15T00:00:00Z")).await.unwrap();
    assert_eq!(places(&database).await, ["automation_logs_2031_01", "automation_logs_default"]);
    // Written again it is still the same row.
    write_log(&store, 1, "2031-01-10T00:00:00Z").await;
    assert_eq!(places(&database).await.len(), 2);
}

#[tokio::test]
async fn whole_months_before_the_cutoff_are_dropped_and_nothing_else() {
    let database = TestDatabase::create().await;
    let store = database.store();
    store.partitions_ensure(time("2031-02-15T00:00:00Z")).await.unwrap();
    for (number, month) in [(1, "2030-06"), (2, "2031-01"), (3, "2031-02"), (4, "2031-03")] {
        write_log(&store, number, &format!("{month}-10T00:00:00Z")).await;
    }
    let snapshots = vec![snapshot(9, time("2031-01-10T00:00:00Z"), 1)];
    store.batch_write(Batch { character_snapshots: snapshots, ..Batch::default() }).await.unwrap();

    let cutoff = time("2031-02-20T00:00:00Z");
    let dropped = store.partitions_drop_before(PartitionedTable::AutomationLogs, cutoff).await.unwrap();
    assert!(dropped.contains(&"automation_logs_2031_01".to_owned()), "{dropped:?}");
    let page =
        store.automation_log_page(&AutomationLogFilter::default(), PageRequest::newest(10)).await.unwrap();
    let left: Vec<_> = page.items.iter().map(|line| line.id.as_u128()).collect();
    assert_eq!(left, [4, 3]);
    assert!(store.character_snapshot_latest(&"Ana".parse().unwrap()).await.unwrap().is_some());
}

#[tokio::test]
async fn two_programs_that_start_together_make_each_partition_once() {
    let database = TestDatabase::create().await;
    let (one, two) = (database.store(), database.store());
    let now = at(200_000_000);
    let (first, second) = tokio::join!(one.partitions_ensure(now), two.partitions_ensure(now));
    assert_eq!(first.unwrap().len() + second.unwrap().len(), 12);
}
