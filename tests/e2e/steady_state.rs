//! What the program costs the game when nothing special happens: one request per action, and never one too many.

use test_support::TestDatabase;

use crate::harness::{Program, Sandbox, eventually};

#[tokio::test]
async fn one_action_is_one_request_and_none_is_over_the_limit() {
    let (folder, database) = (tempfile::tempdir().unwrap(), TestDatabase::create().await);
    let sandbox = Sandbox::start(folder.path(), 300).await;
    let mut args = sandbox.args().to_vec();
    args.extend(["--database-url", database.url()]);
    let program = Program::up(folder.path(), &args);
    program.start_all().await;

    let before = sandbox.stats().await;
    let after = eventually(
        "300 actions",
        || program.log(),
        async || {
            let stats = sandbox.stats().await;
            (stats.actions >= before.actions + 300).then_some(stats)
        },
    )
    .await;
    let (actions, requests) =
        (after.actions - before.actions, after.action_requests - before.action_requests);
    // A request that is on its way while the counters are read is counted before its action is.
    assert!(requests >= actions && requests <= actions + 5, "{requests} requests for {actions} actions");
    let reads = after.data_requests - before.data_requests;
    assert!(reads * 20 <= actions, "{reads} reads beside {actions} actions");
    assert_eq!(after.rate_limited, 0, "no 429 since the start");
}
