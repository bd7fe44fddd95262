//! The bearer token of an account: it goes into the `Authorization` header and nowhere else.

use std::fmt;

use http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use crate::error::SetupError;

/// An account's token, checked once to be fit for a header. Its `Debug` form shows nothing of it.
#[derive(Clone)]
pub struct Token(SecretString);

impl Token {
    /// Takes the token into custody, without the blanks that come with pasting.
    ///
    /// # Errors
    /// [`SetupError::InvalidToken`] when it is empty or has characters that no header may carry.
    pub fn new(text: impl Into<SecretString>) -> Result<Self, SetupError> {
        let text: SecretString = text.into();
        let trimmed = text.expose_secret().trim();
        if trimmed.is_empty() || !trimmed.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(SetupError::InvalidToken);
        }
        Ok(Self(trimmed.into()))
    }

    /// The token itself, for the WebSocket's first message and for the encrypted column.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    pub(crate) fn to_header(&self) -> HeaderValue {
        let mut value = HeaderValue::try_from(format!("Bearer {}", self.expose()))
            .expect("a token is printable ASCII, checked when it was made");
        value.set_sensitive(true);
        value
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_token_loses_its_blanks_and_a_broken_one_is_not_repeated() {
        assert_eq!(Token::new(" abc.def\n").unwrap().expose(), "abc.def");
        for bad in ["", " ", "abc def", "abc\ndef", "tökén"] {
            let error = Token::new(bad).unwrap_err();
            assert_eq!(error, SetupError::InvalidToken);
        }
    }

    #[test]
    fn debug_shows_neither_the_token_nor_its_header() {
        let token = Token::new("canary").unwrap();
        assert_eq!(format!("{token:?} {:?}", token.to_header()), "Token(…) Sensitive");
    }
}
