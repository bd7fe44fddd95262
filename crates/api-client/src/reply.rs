//! What came back: a value or an error, and with either of them what the headers said.

use bytes::Bytes;
use jiff::Timestamp;

use crate::{
    calls::Call,
    error::CallError,
    port::TransportError,
    rate_headers::{RateHeaders, server_time},
    status::success_body,
};

/// The outcome of a call. `Reply<Bytes>` is one that has not been decoded yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply<T> {
    /// What was asked for, or why it is not there.
    pub value: Result<T, CallError>,
    /// What the server said about the budget; empty when there was no response.
    pub rates: RateHeaders,
    /// The server's clock when it answered, to the second. Never compare it with this machine's.
    pub server_time: Option<Timestamp>,
    /// How many times as fast as real time its world runs. Only our sandbox says so, and only in its status.
    pub world_speed: Option<f64>,
}

impl Reply<Bytes> {
    /// Judges a response by its status (RULES §1, §14) and leaves the body of a success undecoded.
    #[must_use]
    pub fn from_response(response: http::Response<Bytes>) -> Self {
        let rates = RateHeaders::read(response.headers());
        let server_time = server_time(response.headers());
        let world_speed = response.headers().get("x-world-speed");
        let world_speed = world_speed.and_then(|speed| speed.to_str().ok()?.parse().ok());
        Self { value: success_body(response), rates, server_time, world_speed }
    }

    /// Decodes it as the reply to `call`.
    pub fn read<C: Call>(self, call: &C) -> Reply<C::Reply> {
        let value = self.value.and_then(|body| Ok(call.decode(&body)?));
        Reply { value, rates: self.rates, server_time: self.server_time, world_speed: self.world_speed }
    }
}

impl From<Result<http::Response<Bytes>, TransportError>> for Reply<Bytes> {
    fn from(result: Result<http::Response<Bytes>, TransportError>) -> Self {
        result.map_or_else(
            |error| Self {
                value: Err(error.into()),
                rates: RateHeaders::default(),
                server_time: None,
                world_speed: None,
            },
            Self::from_response,
        )
    }
}
