//! `/api/v1/tree`: the living supervision tree.

use actors::board::TreeNode;
use axum::{Json, extract::State};

use super::{
    Dashboard,
    errors::{ApiError, ErrorEnvelope},
};

/// Who is alive, what each does, and how often it was restarted.
#[utoipa::path(get, path = "/api/v1/tree", operation_id = "show_tree",
    responses((status = 200, body = TreeNode), (status = 404, body = ErrorEnvelope)))]
pub(super) async fn show(State(dashboard): State<Dashboard>) -> Result<Json<TreeNode>, ApiError> {
    dashboard.company.tree().map(Json).ok_or_else(|| ApiError::not_found("the tree is not up"))
}
