//! OTP supervision over ractor; knows nothing of the game.

mod context;
mod control;
mod directory;
mod error;
mod handle;
mod launch;
pub mod machine;
mod policy;
mod shell;
mod spec;
mod supervised;
pub mod task;
mod tree;

pub use context::{ChildContext, StatusReporter};
pub use control::{ChildCounts, ChildInfo, SupervisorHandle};
pub use directory::{Directory, DoingView, ExitView, NodeView, TreeView};
pub use error::{Away, BoxError, CallError, ChildError, Escalated, StartError, chain};
pub use handle::Handle;
pub use policy::{Backoff, ChildId, Flags, Kind, NodeState, Restart, Shutdown, Strategy};
pub use spec::{ChildSpec, SupervisorSpec};
pub use task::{Detached, Task, TaskFailed, Tasks};
pub use tree::{ROOT, Tree};
