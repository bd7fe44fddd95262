//! Failures: sorted by what helps, told with their cause, and never with a password.

use std::{error::Error, time::Duration};

use store::{
    AutomationLogFilter, Batch, DatabaseUrl, EventLogFilter, PageRequest, Store, StoreError, StoreOptions,
};
use test_support::TestDatabase;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use tokio_postgres::Client;

use crate::fixtures::{event, log};

fn store_at(url: &str) -> Store {
    let url: DatabaseUrl = url.parse().unwrap();
    Store::connect_lazy(
        &url,
        StoreOptions { max_connections: 2, acquire_timeout: Duration::from_millis(300) },
    )
}

/// An error and its causes, as a log prints them.
fn chain(error: &StoreError) -> String {
    let (mut text, mut cause) = (error.to_string(), error.source());
    while let Some(error) = cause {
        text += &format!(": {error}");
        cause = error.source();
    }
    text
}

#[tokio::test]
async fn a_server_that_is_away_is_unavailable_and_the_cause_is_told_at_once() {
    let store = store_at("host=/nowhere user=app dbname=x");
    let waited = store.wait_ready(Duration::from_secs(3_600)).await.unwrap_err();
    let asked = store.game_account_list().await.unwrap_err();
    for error in [waited, asked] {
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
        assert!(error.is_temporary());
        assert_eq!(
            chain(&error),
            "PostgreSQL is not available for connecting: error connecting to server: \
             No such file or directory (os error 2)"
        );
    }
}

#[tokio::test]
async fn a_server_that_is_starting_up_is_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let refusing = async {
        // In the server's own protocol: first it is starting up, then it is ready and knows no such database.
        for refusal in ["57P03", "3D000"] {
            let (mut client, _) = listener.accept().await.unwrap();
            client.read_u8().await.unwrap();
            let words = format!("SFATAL\0C{refusal}\0Mnot now\0\0");
            let length = u32::try_from(words.len() + 4).unwrap().to_be_bytes();
            client.write_all(&[b"E", &length[..], words.as_bytes()].concat()).await.unwrap();
        }
    };
    let store = store_at(&format!("host=127.0.0.1 port={port} user=app dbname=x sslmode=disable"));
    let (waited, ()) = tokio::join!(store.wait_ready(Duration::from_secs(3_600)), refusing);
    assert!(matches!(waited, Err(StoreError::Login { .. })), "{waited:?}");
}

#[tokio::test]
async fn a_wrong_database_is_told_at_once() {
    let database = TestDatabase::create_empty().await;
    let store = store_at(&format!("{} dbname=nothing", database.url()));
    let error = store.wait_ready(Duration::from_secs(3_600)).await.unwrap_err();
    assert!(matches!(error, StoreError::Login { .. }), "{error:?}");
    assert!(!error.is_temporary());
    assert!(chain(&error).contains("database \"nothing\" does not exist"), "{}", chain(&error));
}

#[tokio::test]
async fn a_password_is_printed_nowhere() {
    let store = store_at("host=/nowhere user=app password=s3cret dbname=x");
    let error = store.migrate().await.unwrap_err();
    let url: DatabaseUrl = "postgres://app:s3cret@nowhere.invalid/x".parse().unwrap();
    for text in [format!("{store:?}"), format!("{error:?}"), chain(&error), format!("{url:?} {url}")] {
        assert!(!text.contains("s3cret"), "{text}");
    }
}

/// Waits until a statement is stuck behind a lock and shuts its connection down, as a stopping server does.
async fn shut_down_who_waits(observer: &Client) {
    let stop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while observer.query(stop, &[]).await.unwrap().is_empty() {}
}

#[tokio::test]
async fn a_server_that_goes_away_in_the_middle_of_a_batch_or_a_read_is_unavailable_and_both_can_be_repeated()
{
    let database = TestDatabase::create().await;
    // Within a transaction PostgreSQL always shows the same activity, so somebody else looks.
    let (store, admin, observer) = (database.store(), database.client().await, database.client().await);
    let (all, newest) = (EventLogFilter::default(), PageRequest::newest(10));
    let batch = Batch { event_log: vec![event(1, "level_up")], ..Batch::default() };
    admin.batch_execute("BEGIN; LOCK TABLE event_log IN ACCESS EXCLUSIVE MODE").await.unwrap();
    let (written, ()) = tokio::join!(store.batch_write(batch.clone()), shut_down_who_waits(&observer));
    let (read, ()) = tokio::join!(store.event_log_page(&all, newest), shut_down_who_waits(&observer));
    for error in [written.unwrap_err(), read.unwrap_err()] {
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
    }

    admin.batch_execute("COMMIT").await.unwrap();
    store.batch_write(batch.clone()).await.unwrap();
    assert_eq!(store.event_log_page(&all, newest).await.unwrap().items, batch.event_log);
}

#[tokio::test]
async fn a_missing_table_is_a_failure_and_not_the_fault_of_a_row() {
    let database = TestDatabase::create().await;
    let (store, admin) = (database.store(), database.client().await);
    admin.batch_execute("DROP TABLE event_log").await.unwrap();
    let batch = Batch { event_log: vec![event(1, "level_up")], ..Batch::default() };
    let error = store.batch_write(batch).await.unwrap_err();
    assert!(matches!(error, StoreError::Failed { .. }), "{error:?}");
    assert!(chain(&error).contains("event_log"), "{}", chain(&error));
}

#[tokio::test]
async fn a_row_that_somebody_else_spoiled_is_named_as_unreadable() {
    let database = TestDatabase::create().await;
    let (store, admin) = (database.store(), database.client().await);
    let logs = vec![log(1, "Ana", crate::fixtures::at(0))];
    store.batch_write(Batch { automation_logs: logs, ..Batch::default() }).await.unwrap();
    admin.batch_execute("UPDATE automation_logs SET character = 'not a name'").await.unwrap();
    let page = store.automation_log_page(&AutomationLogFilter::default(), PageRequest::newest(1)).await;
    let error = page.unwrap_err();
    assert!(matches!(error, StoreError::Unreadable { .. }), "{error:?}");
    assert!(chain(&error).contains("`not a name` is not a valid character name"), "{}", chain(&error));
}
