//! Work that actors start.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::Strategy::OneForOne;
use supervisor::{ChildContext, ChildSpec, Handle, Task, TaskFailed, Tasks, Tree, task};
use tokio::time::sleep;

use crate::probe::{settle, tree};

const SECOND: Duration = Duration::from_secs(1);

type Reports = Arc<Mutex<Vec<&'static str>>>;

type Work = Box<dyn FnOnce(&Tasks<HostMessage>) + Send>;

enum HostMessage {
    /// Start some work.
    Run(Work),
    Report(&'static str),
    Stop,
}

/// An actor that starts the work it is told to, also before it is up, and notes the reports.
struct Host {
    context: ChildContext,
    reports: Reports,
}

impl Actor for Host {
    type Msg = HostMessage;
    type State = Tasks<HostMessage>;
    type Arguments = ();

    async fn pre_start(
        &self,
        myself: ActorRef<HostMessage>,
        (): (),
    ) -> Result<Tasks<HostMessage>, ActorProcessingErr> {
        let tasks = self.context.tasks(&myself);
        tasks.spawn_reporting("hello", async {}, |()| HostMessage::Report("up"));
        sleep(SECOND).await;
        Ok(tasks)
    }

    async fn handle(
        &self,
        myself: ActorRef<HostMessage>,
        message: HostMessage,
        tasks: &mut Tasks<HostMessage>,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            HostMessage::Run(work) => work(tasks),
            HostMessage::Report(text) => self.reports.lock().unwrap().push(text),
            HostMessage::Stop => myself.stop(None),
        }
        Ok(())
    }
}

async fn host() -> (Tree, Handle<HostMessage>, Reports) {
    let reports = Reports::default();
    let noted = reports.clone();
    let make = move |context| (Host { context, reports: noted.clone() }, ());
    let tree = tree(OneForOne, vec![ChildSpec::worker("host", make)]).await;
    settle().await;
    let handle = tree.directory().handle("host");
    (tree, handle, reports)
}

async fn run(host: &Handle<HostMessage>, work: impl FnOnce(&Tasks<HostMessage>) + Send + 'static) {
    host.send(HostMessage::Run(Box::new(work))).unwrap();
    settle().await;
}

/// Two seconds of work that notes whether it came to its end.
async fn two_seconds(reports: Reports) {
    sleep(2 * SECOND).await;
    reports.lock().unwrap().push("worked");
}

fn said(reports: &Reports) -> Vec<&'static str> {
    std::mem::take(&mut *reports.lock().unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_report_sent_before_the_actor_is_up_is_not_lost() {
    let (_tree, _host, reports) = host().await;
    assert_eq!(said(&reports), ["up"]);
}

#[tokio::test(start_paused = true)]
async fn work_reports_to_its_actor() {
    let (_tree, host, reports) = host().await;
    let work = sleep(SECOND);
    run(&host, |tasks| drop(tasks.spawn_reporting("work", work, |()| HostMessage::Report("done")))).await;
    assert_eq!(said(&reports), ["up"]);
    sleep(SECOND).await;
    assert_eq!(said(&reports), ["done"]);
}

#[tokio::test(start_paused = true)]
async fn work_ends_with_its_actor() {
    let (_tree, host, reports) = host().await;
    let work = two_seconds(reports.clone());
    run(&host, |tasks| drop(tasks.spawn("work", work))).await;
    host.send(HostMessage::Stop).unwrap();
    sleep(60 * SECOND).await;
    assert_eq!(said(&reports), ["up", "up"], "the second incarnation, and no work");
}

#[tokio::test(start_paused = true)]
async fn detached_work_survives_its_actor_and_its_report_does_not_reach_the_next() {
    let (tree, host, reports) = host().await;
    let work = two_seconds(reports.clone());
    run(&host, |tasks| tasks.detach_reporting("work", work, |()| HostMessage::Report("done"))).await;
    host.send(HostMessage::Stop).unwrap();
    assert_eq!(tree.directory().detached(), 1);
    sleep(60 * SECOND).await;
    assert_eq!(said(&reports), ["up", "up", "worked"]);
    assert_eq!(tree.directory().detached(), 0);
}

#[tokio::test(start_paused = true)]
async fn detached_work_reports_while_its_actor_lives() {
    let (_tree, host, reports) = host().await;
    let work = two_seconds(reports.clone());
    run(&host, |tasks| tasks.detach_reporting("work", work, |()| HostMessage::Report("done"))).await;
    sleep(3 * SECOND).await;
    assert_eq!(said(&reports), ["up", "worked", "done"]);
}

#[tokio::test(start_paused = true)]
async fn a_shutdown_waits_for_detached_work() {
    let (tree, _host, reports) = host().await;
    drop(task::detached(tree.directory(), "work", two_seconds(reports.clone())));
    tree.shutdown().await;
    assert_eq!(said(&reports), ["up", "worked"]);
}

#[tokio::test(start_paused = true)]
async fn the_result_of_detached_work_can_be_awaited() {
    let (tree, ..) = host().await;
    assert_eq!(task::detached(tree.directory(), "sum", async { 2 + 2 }).await, Ok(4));
    let failed = task::detached(tree.directory(), "bad", async { panic!("no") }).await;
    assert_eq!(failed, Err::<(), _>(TaskFailed { name: "bad", reason: "no".into() }));
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_its_work_ends_an_actor_that_would_wait_for_ever() {
    let (tree, host, _reports) = host().await;
    run(&host, |tasks| drop(tasks.spawn("work", async { panic!("a bug") }))).await;
    host.wait_present(60 * SECOND).await.unwrap();
    let view = tree.directory().tree();
    let node = view.find("host").unwrap();
    assert_eq!(node.restarts, 1);
    assert_eq!(node.last_exit.as_ref().unwrap().reason, "task `work` failed: a bug");
}

#[tokio::test(start_paused = true)]
async fn a_timer_fires_unless_it_is_cancelled() {
    let (_tree, host, reports) = host().await;
    let kept: Arc<Mutex<Option<Task>>> = Arc::default();
    let slot = kept.clone();
    run(&host, move |tasks| {
        tasks.send_after(SECOND, HostMessage::Report("early"));
        *slot.lock().unwrap() = Some(tasks.send_after(2 * SECOND, HostMessage::Report("late")));
    })
    .await;
    sleep(SECOND).await;
    let timer = kept.lock().unwrap().take().unwrap();
    assert!(!timer.is_finished());
    timer.cancel();
    sleep(60 * SECOND).await;
    assert!(timer.is_finished());
    assert_eq!(said(&reports), ["up", "early"]);
}
