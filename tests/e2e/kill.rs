//! `kill -9` of the whole program at any moment: the runs go on, and the history is exact.

use std::time::Duration;

use store::{AutomationLogFilter, LogOutcome, PageRequest, Store};
use test_support::TestDatabase;

use crate::harness::{Applied, Program, Sandbox, counted, eventually};

/// How often the program is killed.
const KILLS: u64 = 10;

#[tokio::test]
async fn after_ten_kills_every_applied_action_is_in_the_history_exactly_once() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    // As fast as it goes, so that most kills hit an action whose reply is on its way.
    let sandbox = Sandbox::start(folder.path(), 1000).await;
    let mut args = sandbox.args().to_vec();
    args.extend(["--database-url", database.url()]);
    // The run against the sandbox is a live game to the program: characters are told what to do once.
    let mut program = Program::up(&folder.path().join("data"), &args);
    program.start_all().await;
    let runs = open_runs(&database.store()).await;
    assert_eq!(runs.len(), 5);

    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for kill in 1..=KILLS {
        let before = sandbox.stats().await.actions;
        eventually(
            "actions after a start",
            || program.log(),
            async || (sandbox.stats().await.actions >= before + 10).then_some(()),
        )
        .await;
        let moment = Duration::from_millis(chance.below(400));
        tokio::time::sleep(moment).await;
        program.kill();
        println!("kill {kill} came {moment:?} after its ten actions");
        program = Program::up(&folder.path().join("data"), &args);
    }
    program.until_all_have_acted().await;
    assert_eq!(open_runs(&database.store()).await, runs, "the same five runs went on");

    // At the end nothing is under way: a reply that is slower than an orderly end waits is found out at the next start.
    program.stop_all().await;
    let ended = program.interrupt().await;
    assert!(ended.success(), "{ended}");
    let applied = counted(sandbox.applied().await);
    let (rows, resolved) = recorded(&database.store()).await;
    let recorded = counted(rows);
    println!("{} actions applied, {resolved} of them known by evidence", applied.len());
    let missing: Vec<_> = applied.keys().filter(|action| !recorded.contains_key(*action)).collect();
    let invented: Vec<_> = recorded.keys().filter(|action| !applied.contains_key(*action)).collect();
    assert!(missing.is_empty() && invented.is_empty(), "missing {missing:?}, invented {invented:?}");
    assert!(recorded.values().all(|count| *count == 1), "recorded more than once");
}

/// The runs that are open, by character.
async fn open_runs(store: &Store) -> Vec<(String, uuid::Uuid)> {
    let runs = eventually("five runs in the database", String::new, async || {
        store.automation_run_list_open().await.ok().filter(|runs| runs.len() == 5)
    })
    .await;
    let mut runs: Vec<_> = runs.into_iter().map(|run| (run.character.to_string(), run.id)).collect();
    runs.sort();
    runs
}

/// Every action that the history says was applied, and how many of them had lost their reply.
async fn recorded(store: &Store) -> (Vec<Applied>, usize) {
    let filter = AutomationLogFilter { outcome: Some(LogOutcome::Applied), ..AutomationLogFilter::default() };
    let mut request = PageRequest::newest(500);
    let (mut all, mut resolved) = (Vec::new(), 0);
    loop {
        let page = store.automation_log_page(&filter, request).await.expect("a page of the history");
        resolved += page.items.iter().filter(|row| row.resolved).count();
        all.extend(page.items.into_iter().map(|row| {
            let at = row.acted_at.expect("an applied action has its time");
            (row.character.to_string(), row.action, at)
        }));
        match page.next {
            Some(before) => request.before = Some(before),
            None => return (all, resolved),
        }
    }
}

/// A fixed sequence of moments, so that a failure can be run again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
