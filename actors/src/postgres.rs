//! The built-in database: runs a private PostgreSQL server as a child process and watches it.
//!
//! It owns the process and tells nobody when it is ready: whoever needs the database tries and waits. When the server
//! dies the actor fails, and its supervisor starts both again; nothing is forgotten, the data is on disk.

mod cluster;

use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, Tasks};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Child,
};

pub use cluster::{Cluster, ClusterError};

/// Its id in the tree.
pub const ID: &str = "postgres";

/// How often a starting server is asked whether it is ready.
const READY_POLL: Duration = Duration::from_millis(50);

/// What the actor is told.
pub enum PostgresMsg {
    /// The server ended, or could not be started.
    Ended(String),
}

/// Runs the private cluster.
pub struct Postgres {
    context: ChildContext,
}

impl Postgres {
    /// The actor for one incarnation.
    #[must_use]
    pub fn new(context: ChildContext) -> Self {
        Self { context }
    }
}

impl Actor for Postgres {
    type Msg = PostgresMsg;
    type State = Cluster;
    type Arguments = Cluster;

    async fn pre_start(
        &self,
        myself: ActorRef<PostgresMsg>,
        cluster: Cluster,
    ) -> Result<Cluster, ActorProcessingErr> {
        let tasks: Tasks<PostgresMsg> = self.context.tasks(&myself);
        let (serving, context) = (cluster.clone(), self.context.clone());
        self.context.status.doing("starting the server");
        tasks.spawn_reporting(
            "postgres server",
            async move { serve(&serving, &context).await.unwrap_or_else(|error| error.to_string()) },
            PostgresMsg::Ended,
        );
        Ok(cluster)
    }

    async fn handle(
        &self,
        _myself: ActorRef<PostgresMsg>,
        message: PostgresMsg,
        _state: &mut Cluster,
    ) -> Result<(), ActorProcessingErr> {
        let PostgresMsg::Ended(reason) = message;
        Err(reason.into())
    }

    async fn post_stop(
        &self,
        _myself: ActorRef<PostgresMsg>,
        cluster: &mut Cluster,
    ) -> Result<(), ActorProcessingErr> {
        if let Err(error) = cluster.stop().await {
            tracing::warn!(%error, "the database server did not stop in order");
        }
        Ok(())
    }
}

/// Starts the server and returns when it has ended, with its last words.
async fn serve(cluster: &Cluster, context: &ChildContext) -> Result<String, ClusterError> {
    cluster.prepare().await?;
    let mut server = cluster
        .server()
        .kill_on_drop(false)
        .spawn()
        .map_err(|source| ClusterError::Io { path: "setpriv".into(), source })?;
    let mut log = BufReader::new(server.stderr.take().expect("stderr is piped")).lines();
    let mut last_words = String::new();
    let mut ready = false;
    loop {
        tokio::select! {
            line = log.next_line() => match line {
                Ok(Some(line)) => {
                    tracing::debug!(target: "postgres", "{line}");
                    last_words = line;
                }
                _ => return Ok(farewell(&mut server, &last_words).await),
            },
            () = tokio::time::sleep(READY_POLL), if !ready => {
                ready = cluster.is_ready().await?;
                if ready {
                    tracing::info!("the built-in database is ready");
                    context.status.doing("serving");
                }
            }
        }
    }
}

async fn farewell(server: &mut Child, last_words: &str) -> String {
    match server.wait().await {
        Ok(status) => format!("the database server ended with {status}; its last words: {last_words}"),
        Err(error) => format!("the database server was lost: {error}"),
    }
}
