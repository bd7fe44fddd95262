//! The words of OTP in which a supervisor is described: restart types, strategies, shutdown, intensity, and the backoff that
//! OTP does not have, and the states a child can be seen in. Plain values; what they do is in [`crate::machine`].

mod backoff;

use std::time::Duration;

use serde::Serialize;

pub use backoff::Backoff;

/// When a child that has ended is started again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Restart {
    /// Always.
    Permanent,
    /// Only after an abnormal end: an error, a panic, a kill or a cancelled task. After a normal end it stays in the
    /// list as stopped.
    Transient,
    /// Never; it leaves the list when it ends.
    Temporary,
}

/// Which siblings share the fate of a child that is restarted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// None.
    OneForOne,
    /// All of them.
    OneForAll,
    /// Those started after it.
    RestForOne,
}

/// How a child is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shutdown {
    /// It is asked to stop, and killed when it has not ended after this time.
    Timeout(Duration),
    /// It is killed at once: no `post_stop`.
    Kill,
    /// It is asked to stop and waited for as long as it takes. Right for supervisors, whose own children have limits.
    Infinity,
}

/// A supervisor's strategy and its limit of restarts: more than `intensity` of them within `period`, and it gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flags {
    /// Which siblings are restarted together.
    pub strategy: Strategy,
    /// How many restarts within `period` are borne.
    pub intensity: u32,
    /// The window over which restarts are counted.
    pub period: Duration,
}

impl Flags {
    /// The given strategy with OTP's default limit: one restart in five seconds.
    pub fn new(strategy: Strategy) -> Self {
        Self { strategy, intensity: 1, period: Duration::from_secs(5) }
    }
}

/// Whether a child is itself a supervisor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It has children, and is asked to stop by a message, so that they end in order.
    Supervisor,
    /// Any other actor.
    Worker,
}

/// Where a node of the tree is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeState {
    /// Being started, or waiting for its turn.
    Starting,
    /// Up.
    Running,
    /// It has failed and waits to be started again.
    Restarting,
    /// Asked to stop, killed, or ended by itself, and not gone yet: something that it held is still held.
    Stopping,
    /// Down, and meant to be.
    Stopped,
    /// Down because it could not be started, or because its supervisor gave up on it.
    Failed,
}

/// A child's name, unique in its whole tree, such as `limiter` or `character/demo/Ana`.
pub type ChildId = std::sync::Arc<str>;
