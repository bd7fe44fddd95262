//! What the sandbox has seen since it started, for tests that prove how a client behaves: `GET /sandbox/control/stats`.

use std::collections::BTreeMap;

use http::StatusCode;
use serde::Serialize;

use crate::rates::bucket::Bucket;

/// Counts since the start of the process.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Stats {
    /// Requests by bucket, answered in whatever way.
    requests: BTreeMap<&'static str, u64>,
    /// Actions carried out, by character and by kind.
    actions: BTreeMap<String, BTreeMap<&'static str, u64>>,
    /// Error answers by code.
    refusals: BTreeMap<u16, u64>,
    /// Answers with 429, which `refusals` has too.
    rate_limited: u64,
}

impl Stats {
    /// Counts a request and its answer.
    pub(crate) fn count_request(&mut self, bucket: Bucket, status: StatusCode) {
        *self.requests.entry(bucket.as_str()).or_default() += 1;
        if !status.is_success() {
            *self.refusals.entry(status.as_u16()).or_default() += 1;
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            self.rate_limited += 1;
        }
    }

    /// Counts an action that was carried out.
    pub(crate) fn count_action(&mut self, character: &str, kind: &'static str) {
        *self.actions.entry(character.to_owned()).or_default().entry(kind).or_default() += 1;
    }
}
