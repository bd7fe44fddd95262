//! Events and raids as they stand now (RULES §12).

use game::{ActiveEvent, RaidState};
use serde_json::Value;

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, from_json},
    rates::Bucket,
    request::Request,
};

/// `GET /events/active`: the events that are on; there are five at most. Needs no token.
#[derive(Debug)]
pub struct GetActiveEvents;

/// `GET /raids`: every raid and how it stands; a season has a few. Needs no token.
#[derive(Debug)]
pub struct GetRaids;

/// What goes on, as far as this program understands it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood<T> {
    /// What it understands.
    pub entries: Vec<T>,
    /// What is wrong with the others; to be logged and left out.
    pub unreadable: Vec<DecodeError>,
}

impl Call for GetActiveEvents {
    type Reply = Understood<ActiveEvent>;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, "/events/active?size=100")
    }

    fn decode(&self, body: &[u8]) -> Result<Self::Reply, DecodeError> {
        Understood::read(body, convert::active_event)
    }
}

impl Call for GetRaids {
    type Reply = Understood<RaidState>;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, "/raids?size=100")
    }

    fn decode(&self, body: &[u8]) -> Result<Self::Reply, DecodeError> {
        Understood::read(body, convert::raid)
    }
}

impl<T> Understood<T> {
    fn read(body: &[u8], convert: fn(Value) -> Result<T, DecodeError>) -> Result<Self, DecodeError> {
        let page: api_types::Page<Value> = from_json(body)?;
        let mut understood = Self { entries: Vec::new(), unreadable: Vec::new() };
        for entry in page.data.into_iter().map(convert) {
            match entry {
                Ok(entry) => understood.entries.push(entry),
                Err(error) => understood.unreadable.push(error),
            }
        }
        Ok(understood)
    }
}
