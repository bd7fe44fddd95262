//! An action of a character (RULES §4): one call for all of them, because one queue, one journal and one reply type
//! serve them all.

mod reply;
mod route;

use game::{Action, CharacterName, Outcome};

use super::Call;
use crate::{decode::DecodeError, request::Request, token::Token};

/// `POST /my/{name}/action/…`
#[derive(Debug)]
pub struct Act<'a> {
    /// The token of the character's account.
    pub token: &'a Token,
    /// Who acts.
    pub character: &'a CharacterName,
    /// What it does.
    pub action: &'a Action,
}

impl Call for Act<'_> {
    type Reply = Outcome;

    fn request(&self) -> Request {
        route::request(self.character, self.action).token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Outcome, DecodeError> {
        reply::outcome(self.character, self.action, body)
    }
}
