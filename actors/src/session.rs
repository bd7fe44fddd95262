//! One dashboard's live connection: a snapshot of the board, then numbered changes, ten times a second at most.
//!
//! It keeps the number up to which its browser has seen the board, and nothing else: what a slow browser misses is
//! overwritten on the board and sent once, as it then is. The socket belongs to the web server; the two share a
//! channel of one frame, and the end of either side ends the other.

use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, ChildSpec, Directory, Restart, Tasks};
use tokio::{sync::mpsc, time::Instant};

use crate::board::{Board, Changes, EventsView, Health, TreeNode};

/// The least time between two frames.
const TICK: Duration = Duration::from_millis(100);
/// The least time between two pictures of the tree, which is sent whole.
const TREE_TICK: Duration = Duration::from_secs(1);

/// A quiet company and a dead connection look alike to a browser: this often it gets a frame, if only an empty one.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What a browser is sent; the web server puts it into its own words.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The number this frame follows; 0 for a snapshot.
    pub previous: u64,
    /// What changed since.
    pub changes: Changes,
    /// Rate budget, database and game, when they changed.
    pub health: Option<Health>,
    /// Events and raids, when they changed.
    pub events: Option<EventsView>,
    /// The supervision tree, when it changed.
    pub tree: Option<TreeNode>,
}

/// What a session is told.
pub enum SessionMsg {
    /// Look whether there is news.
    Look,
    /// The browser is gone.
    Gone,
}

/// The actor.
pub struct Session {
    context: ChildContext,
}

/// What a session starts with.
#[derive(Clone)]
pub struct SessionArgs {
    /// What it shows.
    pub board: Board,
    /// Where its frames go.
    pub outbox: mpsc::Sender<Frame>,
}

/// What it keeps while it lives.
pub struct SessionState {
    args: SessionArgs,
    tasks: Tasks<SessionMsg>,
    directory: Directory,
    seen: u64,
    tree_seen: Option<(u64, Instant)>,
    sent_at: Instant,
}

impl Session {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }

    /// A session of the tree. It is not restarted: its browser comes back with a new socket.
    #[must_use]
    pub fn spec(id: &str, args: SessionArgs) -> ChildSpec {
        ChildSpec::worker(format!("session/{id}"), move |context| (Self::new(context), args.clone()))
            .restart(Restart::Temporary)
    }
}

impl Actor for Session {
    type Msg = SessionMsg;
    type State = SessionState;
    type Arguments = SessionArgs;

    async fn pre_start(
        &self,
        myself: ActorRef<SessionMsg>,
        args: SessionArgs,
    ) -> Result<SessionState, ActorProcessingErr> {
        let tasks: Tasks<SessionMsg> = self.context.tasks(&myself);
        let outbox = args.outbox.clone();
        tasks
            .spawn_reporting("watch the socket", async move { outbox.closed().await }, |()| SessionMsg::Gone);
        let directory = self.context.directory.clone();
        let mut state =
            SessionState { args, tasks, directory, seen: 0, tree_seen: None, sent_at: Instant::now() };
        state.look();
        Ok(state)
    }

    async fn handle(
        &self,
        myself: ActorRef<SessionMsg>,
        message: SessionMsg,
        state: &mut SessionState,
    ) -> Result<(), ActorProcessingErr> {
        match message {
            SessionMsg::Look => state.look(),
            SessionMsg::Gone => myself.stop(None),
        }
        Ok(())
    }
}

impl SessionState {
    /// Sends what is new, if the browser has taken the frame before; then waits for the next news.
    fn look(&mut self) {
        self.send_news();
        self.wait();
    }

    fn send_news(&mut self) {
        let Ok(place) = self.args.outbox.try_reserve() else { return };
        let changes = self.args.board.changes(self.seen);
        let tree_version = self.directory.version();
        let first = self.tree_seen.is_none();
        let tree_changed =
            self.tree_seen.is_none_or(|(seen, at)| seen != tree_version && at.elapsed() >= TREE_TICK);
        if first || changes.number > self.seen || tree_changed || self.sent_at.elapsed() >= HEARTBEAT {
            let frame = Frame {
                previous: self.seen,
                health: (first || changes.status).then(|| self.args.board.health()),
                events: (first || changes.events).then(|| self.args.board.events_view()),
                tree: tree_changed.then(|| self.directory.tree().root.as_ref().map(TreeNode::from)).flatten(),
                changes,
            };
            (self.seen, self.sent_at) = (frame.changes.number, Instant::now());
            if tree_changed {
                self.tree_seen = Some((tree_version, self.sent_at));
            }
            place.send(frame);
        }
    }

    fn wait(&self) {
        let (mut board, mut tree) = (self.args.board.watch(), self.directory.changes());
        let (seen, tree_seen) = (self.seen, self.tree_seen);
        let news = async move {
            tokio::time::sleep(TICK).await;
            let board_news = board.wait_for(|number| *number > seen);
            let tree_news = async {
                if let Some((seen, at)) = tree_seen {
                    tokio::time::sleep_until(at + TREE_TICK).await;
                    let _ = tree.wait_for(|version| *version != seen).await;
                }
            };
            let news = async {
                tokio::select! {
                    _ = board_news => {}
                    () = tree_news => {}
                }
            };
            // Without news it is time for a heartbeat.
            let _ = tokio::time::timeout(HEARTBEAT, news).await;
        };
        self.tasks.spawn_reporting("wait for news", news, |()| SessionMsg::Look);
    }
}
