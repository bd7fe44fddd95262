//! Batches: written together or not at all, and as often as needed without doubling anything.

use std::time::Duration;

use game::exchange::PriceHour;
use store::{
    AutomationLogFilter, Batch, CharacterPoint, EventLogFilter, GoalStatus, LogOutcome, PageRequest,
    PricePoint, RunStatus, StoreError, TimeSpent,
};
use test_support::TestDatabase;

use crate::fixtures::{at, error, event, goal, id, log, name, run, snapshot};

const ALL: PageRequest = PageRequest { limit: 100, before: None };

fn batch() -> Batch {
    let mut refused = log(2, "Bo", at(2));
    refused.outcome = LogOutcome::Refused;
    refused.run_id = Some(id(10));
    refused.refusal_code = Some(497);
    refused.refusal_message = Some("full".to_owned());
    refused.cooldown_seconds = None;
    refused.acted_at = None;
    let mut ended = run(11, RunStatus::Done, at(3));
    ended.config_id = Some(id(77));
    ended.ended_at = Some(at(3));
    let mut worker = run(10, RunStatus::Running, at(1));
    (worker.goal_id, worker.goal_part) = (Some(id(50)), Some("train mining to 15".to_owned()));
    Batch {
        automation_runs: vec![worker, ended],
        goals: vec![goal(50, GoalStatus::Open, at(1))],
        automation_logs: vec![log(1, "Ana", at(1)), refused],
        character_snapshots: vec![snapshot(20, at(1), 5)],
        event_log: vec![event(30, "level_up")],
        app_errors: vec![error(40)],
        time_ledger: vec![spent(10), spent(20)],
        price_history: vec![price(10), price(20)],
    }
}

/// Two versions of the same row.
fn spent(elapsed_ms: i64) -> TimeSpent {
    let (account, reason) = ("idle".to_owned(), "paused".to_owned());
    TimeSpent { character: name("Ana"), hour: at(0), account, reason, elapsed_ms }
}

/// Two versions of the same hour.
fn price(pieces: i64) -> PricePoint {
    let hour = PriceHour::new(&"egg".parse().unwrap(), at(0));
    let hour = PriceHour { bid: Some(3), fair: Some(3.25), pieces, gold: 4 * pieces, ..hour };
    PricePoint { world: "https://game.example".to_owned(), hour }
}

#[tokio::test]
async fn what_was_written_is_read_back_as_it_was() {
    let database = TestDatabase::create().await;
    let (store, batch) = (database.store(), batch());
    store.batch_write(batch.clone()).await.unwrap();

    let mut logs = store.automation_log_page(&AutomationLogFilter::default(), ALL).await.unwrap().items;
    logs.reverse();
    assert_eq!(logs, batch.automation_logs);
    let open: Vec<_> = batch.automation_runs.into_iter().filter(|run| run.status.is_open()).collect();
    assert_eq!(store.automation_run_list_open().await.unwrap(), open);
    assert_eq!(store.goal_list().await.unwrap(), batch.goals);
    assert_eq!(store.event_log_page(&EventLogFilter::default(), ALL).await.unwrap().items, batch.event_log);
    assert_eq!(store.app_error_page(ALL).await.unwrap().items, batch.app_errors);
    assert_eq!(store.time_spent_list(&name("Ana"), at(0)).await.unwrap(), [spent(20)]);
    let PricePoint { world, hour } = price(20);
    assert_eq!(store.price_hour_list(&world, at(0)).await.unwrap(), [hour]);
    assert_eq!(store.price_hour_list(&world, at(1)).await.unwrap(), []);
    assert_eq!(store.price_hour_list("https://other.example", at(0)).await.unwrap(), []);
    let latest = store.character_snapshot_latest(&name("Ana")).await.unwrap();
    assert_eq!(latest.as_ref(), batch.character_snapshots.first());
    let points = store.character_snapshot_points(&name("Ana"), at(0), at(2), 10).await.unwrap();
    assert_eq!(points, [CharacterPoint { at: at(1), level: 3, xp: 40, gold: 5 }]);
}

#[tokio::test]
async fn a_batch_written_twice_counts_once() {
    let database = TestDatabase::create().await;
    let store = database.store();
    store.batch_write(batch()).await.unwrap();
    store.batch_write(batch()).await.unwrap();
    for (table, rows) in [
        ("automation_runs", 2),
        ("goals", 1),
        ("automation_logs", 2),
        ("character_snapshots", 1),
        ("event_log", 1),
        ("app_errors", 1),
    ] {
        assert_eq!(count(&database, table).await, rows, "{table}");
    }
}

#[tokio::test]
async fn the_newest_version_of_a_run_wins_in_whatever_order_versions_arrive() {
    let database = TestDatabase::create().await;
    let (store, admin) = (database.store(), database.client().await);
    let write = async |runs: Vec<_>| {
        store.batch_write(Batch { automation_runs: runs, ..Batch::default() }).await.unwrap();
        let row = admin.query_one("SELECT status FROM automation_runs", &[]).await.unwrap();
        RunStatus::try_from(row.get::<_, String>(0)).unwrap()
    };
    let version = |status, seconds| run(1, status, at(seconds));

    // Of two versions in one batch the later in the list counts, also within the same microsecond.
    let both = vec![version(RunStatus::Running, 5), version(RunStatus::Paused, 5)];
    assert_eq!(write(both).await, RunStatus::Paused);
    assert_eq!(write(vec![version(RunStatus::Blocked, 5)]).await, RunStatus::Blocked);
    // A replay of an older version changes nothing.
    assert_eq!(write(vec![version(RunStatus::Running, 4)]).await, RunStatus::Blocked);
    assert_eq!(write(vec![version(RunStatus::Done, 6)]).await, RunStatus::Done);
}

#[tokio::test]
async fn only_runs_that_go_on_are_open() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let runs = (1..).zip(RunStatus::ALL).map(|(number, status)| run(number, status, at(0))).collect();
    store.batch_write(Batch { automation_runs: runs, ..Batch::default() }).await.unwrap();
    let open: Vec<_> =
        store.automation_run_list_open().await.unwrap().into_iter().map(|run| run.status).collect();
    use RunStatus::{Blocked, Paused, Running, TakenOver, WindingDown};
    assert_eq!(open, [Running, WindingDown, Paused, TakenOver, Blocked]);
}

#[tokio::test]
async fn one_refused_row_keeps_the_whole_batch_out() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let admin = database.client().await;
    admin.batch_execute("ALTER TABLE event_log ADD CHECK (kind <> 'bad')").await.unwrap();
    let mut batch = batch();
    batch.event_log.push(event(31, "bad"));
    let refused = store.batch_write(batch).await.unwrap_err();
    assert!(matches!(refused, StoreError::Rejected { .. }), "{refused:?}");
    assert!(!refused.is_temporary());
    assert_eq!(count(&database, "automation_logs").await, 0);
    // The connection is good for the next one.
    store.batch_write(self::batch()).await.unwrap();
}

#[tokio::test]
async fn null_characters_from_strangers_are_stored_as_replacement_characters() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let mut odd = error(1);
    odd.message = "bad\0gateway".to_owned();
    odd.detail = serde_json::json!({ "body": "\0" });
    store.batch_write(Batch { app_errors: vec![odd], ..Batch::default() }).await.unwrap();
    let stored = store.app_error_page(ALL).await.unwrap().items.remove(0);
    assert_eq!((stored.message.as_str(), &stored.detail["body"]), ("bad\u{fffd}gateway", &"\u{fffd}".into()));
}

#[tokio::test]
async fn a_caller_that_gives_up_does_not_cut_a_transaction_in_half() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let admin = database.client().await;
    // The batch gets as far as its last table and waits there.
    admin.batch_execute("BEGIN; LOCK TABLE app_errors IN ACCESS EXCLUSIVE MODE").await.unwrap();
    let given_up = tokio::time::timeout(Duration::from_millis(300), store.batch_write(batch())).await;
    assert!(given_up.is_err());
    admin.batch_execute("COMMIT").await.unwrap();

    let at_work = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() \
                   AND (state = 'active' OR state LIKE 'idle in transaction%')";
    let ended = async { while !admin.query(at_work, &[]).await.unwrap().is_empty() {} };
    let ended = tokio::time::timeout(Duration::from_secs(60), ended).await;
    assert!(ended.is_ok(), "the transaction was left open");
    assert_eq!(count(&database, "automation_logs").await, 2);
    assert_eq!(count(&database, "app_errors").await, 1);
}

/// Rows of a table as another connection sees them.
async fn count(database: &TestDatabase, table: &str) -> i64 {
    let client = database.client().await;
    client.query_one(&format!("SELECT count(*) FROM {table}"), &[]).await.unwrap().get(0)
}

#[tokio::test]
async fn everybody_is_found_as_last_seen() {
    let database = TestDatabase::create().await;
    let store = database.store();
    assert_eq!(store.character_snapshot_list_latest().await.unwrap(), []);
    let of = |number, name: &str, seconds| {
        let mut snapshot = snapshot(number, at(seconds), 5);
        snapshot.character.name = name.parse().unwrap();
        snapshot
    };
    let (ana, bo) = (of(3, "Ana", 9), of(4, "Bo", 2));
    let character_snapshots = vec![of(1, "Ana", 1), ana.clone(), bo.clone(), of(2, "Bo", 1)];
    store.batch_write(Batch { character_snapshots, ..Batch::default() }).await.unwrap();
    assert_eq!(store.character_snapshot_list_latest().await.unwrap(), [ana, bo]);
}

#[tokio::test]
async fn a_goal_that_was_taken_back_is_not_listed() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let goals = vec![goal(1, GoalStatus::Open, at(1)), goal(2, GoalStatus::Reached, at(1))];
    store.batch_write(Batch { goals: goals.clone(), ..Batch::default() }).await.unwrap();
    assert_eq!(store.goal_list().await.unwrap(), goals);
    let taken_back = vec![goal(1, GoalStatus::Deleted, at(2)), goal(2, GoalStatus::Open, at(0))];
    store.batch_write(Batch { goals: taken_back, ..Batch::default() }).await.unwrap();
    assert_eq!(store.goal_list().await.unwrap(), goals[1..]);
}

#[tokio::test]
async fn runs_are_paged_the_one_that_was_started_last_first() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let started = |number: u8| store::AutomationRun {
        started_at: at(number.into()),
        ..run(number.into(), RunStatus::Done, at(number.into()))
    };
    let other = store::AutomationRun { character: name("Bo"), ..started(4) };
    let runs = vec![started(1), started(2), started(3), other.clone()];
    store.batch_write(Batch { automation_runs: runs, ..Batch::default() }).await.unwrap();
    let ana = name("Ana");
    let first = store.automation_run_page(Some(&ana), PageRequest::newest(2)).await.unwrap();
    assert_eq!(first.items, [started(3), started(2)]);
    let rest = PageRequest { limit: 2, before: first.next };
    let rest = store.automation_run_page(Some(&ana), rest).await.unwrap();
    assert_eq!((rest.items, rest.next), (vec![started(1)], None));
    assert_eq!(store.automation_run_page(None, ALL).await.unwrap().items[0], other);
}
