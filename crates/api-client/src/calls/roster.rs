//! Characters: those of an account, one of anybody's, and a new one.

use api_types::CreateCharacterRequest;
use game::{Character, CharacterName};

use super::Call;
use crate::{
    convert,
    decode::{DecodeError, data},
    rates::Bucket,
    request::Request,
    token::Token,
};

/// `GET /my/characters`: all characters of the account.
#[derive(Debug)]
pub struct GetMyCharacters<'a> {
    /// The account's token.
    pub token: &'a Token,
}

impl Call for GetMyCharacters<'_> {
    type Reply = Vec<Character>;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, "/my/characters").token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Vec<Character>, DecodeError> {
        let wire: Vec<api_types::Character> = data(body)?;
        wire.into_iter().map(convert::character).collect()
    }
}

/// `GET /characters/{name}`: one character, whoever owns it.
#[derive(Debug)]
pub struct GetCharacter<'a> {
    /// Which one.
    pub character: &'a CharacterName,
}

impl Call for GetCharacter<'_> {
    type Reply = Character;

    fn request(&self) -> Request {
        Request::get(Bucket::Data, format!("/characters/{}", self.character))
    }

    fn decode(&self, body: &[u8]) -> Result<Character, DecodeError> {
        convert::character(data(body)?)
    }
}

/// `POST /characters/create`: a new character, which is level 1 and stands at the spawn (RULES §2).
#[derive(Debug)]
pub struct CreateCharacter<'a> {
    /// The account's token.
    pub token: &'a Token,
    /// Its name, 3 to 12 characters, unique on the server.
    pub name: &'a CharacterName,
    /// Code of a skin that the account owns, such as `men1`.
    pub skin: &'a str,
}

impl Call for CreateCharacter<'_> {
    type Reply = Character;

    fn request(&self) -> Request {
        let body = CreateCharacterRequest { name: self.name.to_string(), skin: self.skin.to_owned() };
        Request::post(Bucket::Account, "/characters/create").json(&body).token(self.token)
    }

    fn decode(&self, body: &[u8]) -> Result<Character, DecodeError> {
        convert::character(data(body)?)
    }
}
