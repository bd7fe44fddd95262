//! Migrations: up, down and up again, by several at once, and never over a newer program's work.

use store::{Store, StoreError};
use test_support::TestDatabase;

/// Everything a schema consists of, one line each.
const SCHEMA: &str = "
    SELECT 'column ' || concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS line
        FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY line";

async fn schema(database: &TestDatabase) -> Vec<String> {
    let client = database.client().await;
    client.query(SCHEMA, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

async fn migrated(database: &TestDatabase) -> (Store, Vec<String>) {
    let store = database.store();
    let applied = store.migrate().await.unwrap();
    (store, applied)
}

#[tokio::test]
async fn up_down_up_leaves_the_same_schema() {
    let database = TestDatabase::create_empty().await;
    let (store, applied) = migrated(&database).await;
    let first = schema(&database).await;
    assert!(first.iter().any(|line| line.contains("automation_logs")));

    let reverted = store.migrate_revert(usize::MAX).await.unwrap();
    assert_eq!(reverted.len(), applied.len());
    let left: Vec<String> = schema(&database).await;
    assert!(left.iter().all(|line| line.contains("__diesel_schema_migrations")), "{left:#?}");

    assert_eq!(store.migrate().await.unwrap(), applied);
    assert_eq!(schema(&database).await, first);
}

#[tokio::test]
async fn a_migrated_database_is_left_alone() {
    let database = TestDatabase::create_empty().await;
    let (store, _) = migrated(&database).await;
    assert!(store.migrate().await.unwrap().is_empty());
}

#[tokio::test]
async fn programs_that_start_together_wait_for_each_other() {
    let database = TestDatabase::create_empty().await;
    let (one, two) = (database.store(), database.store());
    let (first, second) = tokio::join!(one.migrate(), two.migrate());
    let mut counts = [first.unwrap().len(), second.unwrap().len()];
    counts.sort_unstable();
    assert_eq!(counts[0], 0);
    assert!(counts[1] > 0);
}

#[tokio::test]
async fn the_newest_migrations_are_reverted_first() {
    let database = TestDatabase::create_empty().await;
    let (store, applied) = migrated(&database).await;
    let reverted = store.migrate_revert(2).await.unwrap();
    let newest: Vec<String> = applied.into_iter().rev().take(2).collect();
    assert_eq!(reverted, newest);
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let database = TestDatabase::create().await;
    let client = database.client().await;
    client.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('9000')").await.unwrap();
    let refused = database.store().migrate().await.unwrap_err();
    assert!(matches!(&refused, StoreError::Newer { found } if found == "9000"), "{refused:?}");
}

#[tokio::test]
async fn migrating_leaves_the_runtime_free_for_other_work() {
    let database = TestDatabase::create_empty().await;
    let (store, admin, observer) = (database.store(), database.client().await, database.client().await);
    // Something is in the migration's way until another future of the same task has seen it wait.
    admin.batch_execute("BEGIN; CREATE TABLE game_accounts (id int)").await.unwrap();
    let clear_the_way = async {
        let waiting =
            "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while observer.query(waiting, &[]).await.unwrap().is_empty() {}
        admin.batch_execute("ROLLBACK").await.unwrap();
    };
    let (applied, ()) = tokio::join!(store.migrate(), clear_the_way);
    assert!(!applied.unwrap().is_empty());
}
