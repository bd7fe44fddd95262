//! The server itself: its version and clock, and what is left of the rate budget.

use jiff::Timestamp;

use super::Call;
use crate::{
    decode::{DecodeError, data},
    rates::{Bucket, Rates},
    request::Request,
    token::Token,
};

/// `GET /`: what the server says about itself. Needs no token.
#[derive(Debug)]
pub struct GetStatus;

/// What matters of the server's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Version of the game; static data is loaded anew when it changes.
    pub version: String,
    /// The server's clock.
    pub server_time: Timestamp,
    /// Highest combat level of the season.
    pub max_level: u32,
    /// Highest level of a skill of the season.
    pub max_skill_level: u32,
    /// Characters online.
    pub characters_online: u32,
    /// Name of the season, when one runs.
    pub season: Option<String>,
}

impl Call for GetStatus {
    type Reply = Status;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, "/")
    }

    fn decode(&self, body: &[u8]) -> Result<Status, DecodeError> {
        let wire: api_types::Status = data(body)?;
        Ok(Status {
            version: wire.version,
            server_time: wire.server_time.into(),
            max_level: wire.max_level,
            max_skill_level: wire.max_skill_level,
            characters_online: wire.characters_online,
            season: wire.season.and_then(|season| season.name),
        })
    }
}

/// `GET /my/rates`: what is left in every bucket. The limits are those of the IP address (RULES §3).
#[derive(Debug)]
pub struct GetRates<'a> {
    /// Any account's token.
    pub token: &'a Token,
}

impl Call for GetRates<'_> {
    type Reply = Rates;

    fn request(&self) -> Request {
        Request::get(Bucket::Account, "/my/rates").token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Rates, DecodeError> {
        Ok(data::<api_types::RateLimits>(body)?.into())
    }
}
