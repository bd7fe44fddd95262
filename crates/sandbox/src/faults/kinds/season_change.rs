//! A season change: the game comes back in another version, with other data behind it.

use api_types::{Data, Status};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{
    faults::rest::Rest,
    request::{Json, MOST_BYTES},
};

/// `GET /` tells another version and season, and every open socket hears of it. The data itself stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeasonChange {
    /// The new version, such as `9.0.0`.
    pub(crate) version: String,
    /// The new season's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) season: Option<u32>,
}

impl SeasonChange {
    pub(in crate::faults) async fn meet(self, request: Request, rest: Rest) -> Response {
        let is_status = request.uri().path() == "/";
        let response = rest.run(request).await;
        if !is_status || !response.status().is_success() {
            return response;
        }
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, MOST_BYTES).await else { return parts.status.into_response() };
        match serde_json::from_slice::<Data<Status>>(&body) {
            Ok(status) => (parts.headers, Json(self.changed(status))).into_response(),
            Err(_) => Response::from_parts(parts, Body::from(body)),
        }
    }

    fn changed(self, mut status: Data<Status>) -> Data<Status> {
        status.data.version = self.version;
        if let Some(season) = &mut status.data.season {
            season.number = self.season.or(season.number);
        }
        status
    }
}
