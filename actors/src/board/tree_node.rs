//! The supervision tree in the shape the dashboard's API sends.

use serde::Serialize;
use supervisor::NodeView;
use utoipa::ToSchema;

/// One actor or supervisor with everything below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TreeNode {
    /// Unique in the tree.
    pub id: String,
    /// `supervisor` or `worker`.
    pub kind: String,
    /// `starting`, `running`, `restarting`, `stopping`, `stopped` or `failed`.
    pub state: String,
    /// Milliseconds since it is in that state.
    pub since_ms: u64,
    /// A supervisor's strategy: `one_for_one`, `one_for_all` or `rest_for_one`.
    #[schema(required)]
    pub strategy: Option<String>,
    /// How often it was started again.
    pub restarts: u64,
    /// How its last incarnation ended.
    #[schema(required)]
    pub last_exit: Option<String>,
    /// What it says it is doing.
    #[schema(required)]
    pub doing: Option<String>,
    /// Messages that wait in its mailbox.
    pub mailbox: usize,
    /// Those it supervises, in start order.
    #[schema(no_recursion)]
    pub children: Vec<TreeNode>,
}

impl From<&NodeView> for TreeNode {
    fn from(node: &NodeView) -> Self {
        Self {
            id: node.id.clone(),
            kind: word(&node.kind),
            state: word(&node.state),
            since_ms: node.since_ms,
            strategy: node.strategy.as_ref().map(word),
            restarts: node.restarts,
            last_exit: node.last_exit.as_ref().map(|exit| exit.reason.clone()),
            doing: node.doing.as_ref().map(|doing| doing.text.clone()),
            mailbox: node.mailbox,
            children: node.children.iter().map(Self::from).collect(),
        }
    }
}

/// A plain variant as it is spelled in JSON.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => format!("{other:?}"),
    }
}
