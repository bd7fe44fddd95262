//! One's own account.

use game::AccountName;
use jiff::Timestamp;

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, data},
    rates::Bucket,
    request::Request,
    token::Token,
};

/// `GET /my/details`: whose token this is.
#[derive(Debug)]
pub struct GetAccount<'a> {
    /// The account's token.
    pub token: &'a Token,
}

/// What matters of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: AccountName,
    /// Whether membership is running; it brings the realtime socket (RULES §15).
    pub member: bool,
    /// When membership ends.
    pub member_expiration: Option<Timestamp>,
    /// Gems to spend.
    pub gems: i64,
    /// Points of all achievements reached.
    pub achievements_points: u32,
    /// Codes of the skins it owns beside the default ones.
    pub skins: Vec<String>,
    /// Whether it is banned.
    pub banned: bool,
    /// Why it is banned.
    pub ban_reason: Option<String>,
}

impl Call for GetAccount<'_> {
    type Reply = Account;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, "/my/details").token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Account, DecodeError> {
        let wire: api_types::MyAccountDetails = data(body)?;
        Ok(Account {
            name: convert::id("data.username", wire.username)?,
            member: wire.member,
            member_expiration: wire.member_expiration.map(Into::into),
            gems: wire.gems,
            achievements_points: wire.achievements_points,
            skins: wire.skins,
            banned: wire.banned,
            ban_reason: wire.ban_reason,
        })
    }
}
