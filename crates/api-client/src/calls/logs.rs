//! The game's own log of what a character did: the evidence when a reply was lost (RULES §4).

mod detail;

use game::{CharacterName, Detail};
use jiff::Timestamp;
use serde_json::Value;

use super::Call;
use crate::{
    decode::{DecodeError, from_json},
    page::Page,
    rates::Bucket,
    request::Request,
    token::Token,
};

/// `GET /my/logs/{name}`: a page of a character's log, the newest entries first.
#[derive(Debug)]
pub struct GetLogs<'a> {
    /// The token of the character's account.
    pub token: &'a Token,
    /// Whose log.
    pub character: &'a CharacterName,
    /// Which page, from 1.
    pub page: u32,
    /// Entries per page, 1 to 100 (RULES §1).
    pub size: u32,
}

/// One thing that the character did or that happened to it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// What kind of thing; for actions [`game::Action::log_type`].
    pub kind: String,
    /// A sentence for people.
    pub description: String,
    /// Details by kind (RULES §15), in a shape that nobody promises.
    pub content: Value,
    /// End of the cooldown it caused, by the server's clock.
    pub cooldown_expiration: Option<Timestamp>,
    /// When it happened, by the server's clock.
    pub created_at: Timestamp,
}

impl Call for GetLogs<'_> {
    type Reply = Page<LogEntry>;

    fn request(&self) -> Request {
        let Self { character, page, size, .. } = self;
        let path = format!("/my/logs/{character}?page={page}&size={size}");
        Request::get(Bucket::Data, path).token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Page<LogEntry>, DecodeError> {
        Page::from(from_json::<api_types::Page<api_types::Log>>(body)?).try_map(|log| Ok(log.into()))
    }
}

impl LogEntry {
    /// What a fight, a gather or a craft brought, as far as the content tells it in the shapes that are known. Others
    /// leave nothing to tell that the action itself does not say.
    #[must_use]
    pub fn detail(&self) -> Option<Detail> {
        detail::read(&self.kind, &self.content)
    }
}

impl From<api_types::Log> for LogEntry {
    fn from(wire: api_types::Log) -> Self {
        Self {
            kind: wire.kind.as_str().to_owned(),
            description: wire.description,
            content: wire.content,
            cooldown_expiration: wire.cooldown_expiration.map(Into::into),
            created_at: wire.created_at.into(),
        }
    }
}
