//! Which requests a rule is about. What is not named does not matter.

use api_types::realtime::FrameType;
use game::{AccountName, CharacterName};
use http::Method;
use serde::{Deserialize, Serialize};

use super::path::PathPattern;

/// What a request must be to count for a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Only {
    /// Its method.
    #[serde(skip_serializing_if = "Option::is_none", with = "method")]
    pub(crate) method: Option<Method>,
    /// Its path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) path: Option<PathPattern>,
    /// A character that its path names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) character: Option<String>,
    /// Whose token it carries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account: Option<AccountName>,
    /// The type of a WebSocket message.
    #[serde(skip_serializing_if = "Option::is_none", with = "message")]
    pub(crate) message: Option<FrameType>,
}

/// What rules look at: a request to the game, or a message of its WebSocket.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    /// Whose token the request carries, or who listens.
    pub(crate) account: Option<&'a AccountName>,
    /// What it is.
    pub(crate) what: What<'a>,
}

/// A request or a message.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What<'a> {
    /// A request.
    Request {
        /// Its method.
        method: &'a Method,
        /// Its path.
        path: &'a str,
    },
    /// A message.
    Message {
        /// What it tells about.
        kind: &'a FrameType,
        /// The character that it is about, if it is about one.
        character: Option<&'a CharacterName>,
    },
}

impl Only {
    /// Whether every request counts.
    pub(super) fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this request counts.
    pub(super) fn takes(&self, subject: Subject<'_>) -> bool {
        let own = subject.account.map_or(self.account.is_none(), |account| self.is_about(account));
        own && match subject.what {
            What::Request { method, path } => {
                let names = |name: &String| path.split('/').any(|part| part == name);
                self.method.as_ref().is_none_or(|wanted| wanted == method)
                    && self.path.as_ref().is_none_or(|pattern| pattern.takes(path))
                    && self.character.as_ref().is_none_or(names)
            }
            What::Message { kind, character } => {
                let is_about = |name: &String| character.is_some_and(|own| own.as_str() == name);
                self.message.as_ref().is_none_or(|wanted| wanted == kind)
                    && self.character.as_ref().is_none_or(is_about)
            }
        }
    }

    /// Whether an account is meant.
    pub(super) fn is_about(&self, account: &AccountName) -> bool {
        self.account.as_ref().is_none_or(|meant| meant == account)
    }

    /// Refuses what a rule about messages, or about requests, cannot look at.
    pub(super) fn check(&self, about_messages: bool) -> Result<(), String> {
        if about_messages && (self.method.is_some() || self.path.is_some()) {
            let text = "the fault is one of the WebSocket: choose by `message`, `account` and `character`";
            return Err(text.to_owned());
        }
        if !about_messages && self.message.is_some() {
            let text = "the fault is one of requests: choose by `method`, `path`, `account` and `character`";
            return Err(text.to_owned());
        }
        Ok(())
    }
}

impl Subject<'_> {
    /// What it shares with others like it.
    pub(super) fn lane(&self) -> String {
        match self.what {
            What::Request { path, .. } => path.to_owned(),
            What::Message { kind, .. } => {
                format!("{} {kind}", self.account.map_or("", AccountName::as_str))
            }
        }
    }
}

/// The type of a message as text.
mod message {
    use api_types::realtime::FrameType;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(
        kind: &Option<FrameType>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        kind.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<FrameType>, D::Error> {
        match Option::<FrameType>::deserialize(deserializer)? {
            Some(FrameType::Unknown(kind)) => {
                let known = FrameType::KNOWN.join(", ");
                Err(D::Error::custom(format!("there is no message `{kind}`: choose one of {known}")))
            }
            kind => Ok(kind),
        }
    }
}

/// A method as text, in capitals.
mod method {
    use http::Method;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(
        method: &Option<Method>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        method.as_ref().map(Method::as_str).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Method>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        let read = |text: String| match text.to_ascii_uppercase().as_str() {
            "GET" => Ok(Method::GET),
            "POST" => Ok(Method::POST),
            _ => Err(D::Error::custom(format!("`{text}` is no method of the game's: write GET or POST"))),
        };
        text.map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(only: &str, expected: bool) {
        let only: Only = serde_json::from_str(only).unwrap();
        let account = "demo".parse().unwrap();
        let what = What::Request { method: &Method::POST, path: "/my/Ana/action/rest" };
        assert_eq!(only.takes(Subject { what, account: Some(&account) }), expected, "{only:?}");
    }

    #[test]
    fn a_message_counts_when_it_is_all_that_is_named() {
        let (account, ana) = ("demo".parse().unwrap(), "Ana".parse().unwrap());
        let what = What::Message { kind: &FrameType::AccountLog, character: Some(&ana) };
        let subject = Subject { what, account: Some(&account) };
        for (only, expected) in [
            ("{}", true),
            (r#"{"message": "account_log", "account": "demo", "character": "Ana"}"#, true),
            (r#"{"message": "version"}"#, false),
            (r#"{"character": "Bo1"}"#, false),
            (r#"{"account": "stranger"}"#, false),
        ] {
            assert_eq!(serde_json::from_str::<Only>(only).unwrap().takes(subject), expected, "{only}");
        }
    }

    #[test]
    fn a_request_counts_when_it_is_all_that_is_named() {
        check("{}", true);
        check(r#"{"method": "post", "path": "/my/**", "character": "Ana", "account": "demo"}"#, true);
        check(r#"{"method": "GET"}"#, false);
        check(r#"{"path": "/items"}"#, false);
        check(r#"{"character": "An"}"#, false);
        check(r#"{"account": "stranger"}"#, false);
    }

    #[test]
    fn a_filter_that_does_not_exist_is_refused() {
        let error = serde_json::from_str::<Only>(r#"{"paths": "/"}"#).unwrap_err();
        assert!(error.to_string().starts_with("unknown field `paths`, expected one of `method`"), "{error}");
        assert!(serde_json::from_str::<Only>(r#"{"method": "PUT"}"#).is_err());
        assert!(serde_json::from_str::<Only>(r#"{"message": "gossip"}"#).is_err());
    }
}
