//! On several threads, where a child's end and its successor's start could meet.

use std::time::Duration;

use supervisor::Strategy::{self, OneForAll, OneForOne, RestForOne};
use supervisor::{ChildSpec, Directory, Shutdown, SupervisorSpec, Tree};

use crate::holder::{Ending, Register};

const IDS: [&str; 4] = ["a", "b", "c", "d"];

const ENDINGS: [Ending; 6] =
    [Ending::Fail, Ending::Panic, Ending::Stop, Ending::Kill, Ending::TaskPanics, Ending::KillSupervisor];

fn group(strategy: Strategy, children: Vec<ChildSpec>) -> SupervisorSpec {
    let spec = SupervisorSpec::new(strategy).intensity(10_000, Duration::from_secs(3600));
    children.into_iter().fold(spec, SupervisorSpec::child)
}

/// `a`, a supervisor with `b` and `c`, and `d`.
async fn start(strategy: Strategy) -> (Tree, Register) {
    let register = Register::new(&IDS);
    if strategy != OneForOne {
        register.share_fate("a", &["b", "c", "d"]);
        register.share_fate("b", &["c"]);
    }
    let inner = group(strategy, vec![register.worker("b"), register.worker("c")]);
    let children = vec![register.worker("a"), ChildSpec::supervisor("inner", inner), register.worker("d")];
    let tree = Tree::start(group(strategy, children), Directory::new()).await.unwrap();
    (tree, register)
}

/// Lets children fall in every way, at times with starts that fail, and waits each time until all are up again.
async fn falls(strategy: Strategy) {
    let (tree, register) = start(strategy).await;
    let handle = |id| tree.directory().handle::<Ending>(id);
    // Every child with every ending, with and without starts that fail.
    for number in 0..120_usize {
        // The supervisor of the others is the root.
        let id = IDS[number % IDS.len()];
        let endings = if id == "b" || id == "c" { &ENDINGS[..] } else { &ENDINGS[..5] };
        let ups = register.ups(id);
        if number.is_multiple_of(5) {
            register.fail_starts(id, 2);
        }
        handle(id).send(endings[number / IDS.len() % endings.len()]).unwrap();
        let again = |_: &u64| register.ups(id) > ups && IDS.iter().all(|id| handle(*id).is_present());
        tree.directory().changes().wait_for(again).await.unwrap();
    }
    register.ending();
    tree.shutdown().await;
    assert_eq!(register.held(), 0, "things are held after the shutdown");
    assert_eq!(register.wrong(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_for_one_starts_a_child_when_the_last_incarnation_has_let_go_of_all() {
    falls(OneForOne).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn rest_for_one_starts_a_child_when_it_and_all_after_it_have_let_go() {
    falls(RestForOne).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_for_all_starts_the_first_child_when_all_have_let_go() {
    falls(OneForAll).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_shutdown_goes_on_to_the_next_child_when_the_one_after_it_has_let_go() {
    for _ in 0..20 {
        let (tree, register) = start(OneForOne).await;
        register.ending();
        tree.shutdown().await;
        assert_eq!(register.held(), 0);
        assert_eq!(register.wrong(), [""; 0]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_supervisor_stopped_past_its_parent_waits_for_each_child_to_let_go() {
    for _ in 0..20 {
        let register = Register::new(&["b", "c"]);
        let last = register.worker("c").shutdown(Shutdown::Infinity);
        let inner = group(OneForOne, vec![register.worker("b"), last]);
        let spec = group(OneForOne, vec![ChildSpec::supervisor("inner", inner)]);
        let tree = Tree::start(spec, Directory::new()).await.unwrap();
        register.ending();
        tree.directory().handle::<Ending>("b").send(Ending::StopSupervisor).unwrap();
        tree.directory().changes().wait_for(|_| register.ups("c") == 2).await.unwrap();
        tree.shutdown().await;
        assert_eq!(register.wrong(), [""; 0]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_waits_for_the_end_of_a_tree_hears_of_it_when_all_have_let_go() {
    for _ in 0..20 {
        let (tree, register) = start(OneForOne).await;
        tree.directory().handle::<Ending>("a").send(Ending::KillSupervisor).unwrap();
        tree.wait().await.unwrap_err();
        assert_eq!(register.held(), 0);
    }
}
