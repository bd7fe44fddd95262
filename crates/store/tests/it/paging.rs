//! Pages: newest first, each row once, whatever the filter and however many rows share a time.

use store::{AutomationLogFilter, Batch, Cursor, EventLogFilter, LogOutcome, PageRequest, Store};
use test_support::TestDatabase;

use crate::fixtures::{at, event, id, log, name};

/// Sixty lines of two characters; four lines share each time.
async fn fill(store: &Store) {
    let logs = (0..60)
        .map(|number: i64| {
            let mut line = log(
                u128::try_from(number).unwrap() + 1,
                ["Ana", "Bo"][usize::from(number % 2 == 1)],
                at(number / 4),
            );
            if number % 3 == 0 {
                line.run_id = Some(id(500));
                line.outcome = LogOutcome::Refused;
            }
            line
        })
        .collect();
    store.batch_write(Batch { automation_logs: logs, ..Batch::default() }).await.unwrap();
}

/// The numbers of all lines that a filter leaves, page by page.
async fn read_all(store: &Store, filter: &AutomationLogFilter, limit: u32) -> Vec<u128> {
    let (mut numbers, mut before) = (Vec::new(), None);
    loop {
        let page = store.automation_log_page(filter, PageRequest { limit, before }).await.unwrap();
        assert!(page.items.len() <= usize::try_from(limit).unwrap());
        numbers.extend(page.items.iter().map(|line| line.id.as_u128()));
        // A cursor goes through a URL.
        before = page.next.map(|next| next.to_string().parse::<Cursor>().unwrap());
        if before.is_none() {
            return numbers;
        }
    }
}

#[tokio::test]
async fn pages_of_any_size_add_up_to_the_whole_list() {
    let database = TestDatabase::create().await;
    let store = database.store();
    fill(&store).await;
    let everything: Vec<u128> = (1..=60).rev().collect();
    for limit in [1, 7, 59, 60, 61] {
        assert_eq!(
            read_all(&store, &AutomationLogFilter::default(), limit).await,
            everything,
            "limit {limit}"
        );
    }
}

#[tokio::test]
async fn a_filter_leaves_what_it_names() {
    let database = TestDatabase::create().await;
    let store = database.store();
    fill(&store).await;
    let even: Vec<u128> = (1..=60).rev().filter(|number| number % 2 == 0).collect();
    let third: Vec<u128> = (1..=60).rev().filter(|number| number % 3 == 1).collect();
    let none = AutomationLogFilter::default();
    let cases = [
        (AutomationLogFilter { character: Some(name("Bo")), ..none.clone() }, even),
        (AutomationLogFilter { run_id: Some(id(500)), ..none.clone() }, third.clone()),
        (AutomationLogFilter { outcome: Some(LogOutcome::Refused), ..none.clone() }, third),
        (AutomationLogFilter { account: Some("nobody".parse().unwrap()), ..none }, vec![]),
    ];
    for (filter, expected) in cases {
        assert_eq!(read_all(&store, &filter, 8).await, expected, "{filter:?}");
    }
}

#[tokio::test]
async fn rows_that_arrive_between_two_pages_neither_move_nor_double_the_rest() {
    let database = TestDatabase::create().await;
    let store = database.store();
    fill(&store).await;
    let all = AutomationLogFilter::default();
    let first = store.automation_log_page(&all, PageRequest::newest(10)).await.unwrap();
    store
        .batch_write(Batch { automation_logs: vec![log(99, "Ana", at(99))], ..Batch::default() })
        .await
        .unwrap();
    let second =
        store.automation_log_page(&all, PageRequest { limit: 10, before: first.next }).await.unwrap();
    assert_eq!(second.items[0].id, id(50));
}

#[tokio::test]
async fn events_are_filtered_by_kind_account_and_character() {
    let database = TestDatabase::create().await;
    let store = database.store();
    let mut of_bo = event(3, "death");
    of_bo.character = Some(name("Bo"));
    let events = vec![event(1, "level_up"), event(2, "death"), of_bo];
    store.batch_write(Batch { event_log: events, ..Batch::default() }).await.unwrap();
    let none = EventLogFilter::default();
    for (filter, expected) in [
        (none.clone(), vec![id(3), id(2), id(1)]),
        (EventLogFilter { kind: Some("death".to_owned()), ..none.clone() }, vec![id(3), id(2)]),
        (EventLogFilter { character: Some(name("Bo")), ..none.clone() }, vec![id(3)]),
        (EventLogFilter { account: Some("bo".parse().unwrap()), ..none }, vec![]),
    ] {
        let page = store.event_log_page(&filter, PageRequest::newest(10)).await.unwrap();
        let found: Vec<_> = page.items.iter().map(|event| event.id).collect();
        assert_eq!(found, expected, "{filter:?}");
    }
}

#[tokio::test]
async fn a_characters_last_lines_are_read_from_an_index() {
    let database = TestDatabase::create().await;
    let client = database.client().await;
    client.batch_execute("SET enable_seqscan = off; SET enable_sort = off").await.unwrap();
    let plan = client
        .query(
            "EXPLAIN SELECT * FROM automation_logs WHERE character = 'Ana' AND written_at <= now() \
             AND (written_at < now() OR id < gen_random_uuid()) ORDER BY written_at DESC, id DESC LIMIT 51",
            &[],
        )
        .await
        .unwrap();
    let plan: Vec<String> = plan.iter().map(|row| row.get(0)).collect();
    assert!(plan.iter().any(|line| line.contains("Index Scan Backward using automation_logs")), "{plan:#?}");
    assert!(!plan.iter().any(|line| line.contains("Sort  ")), "{plan:#?}");
}
