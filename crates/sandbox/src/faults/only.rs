//! Which requests a rule is about. What is not named does not matter.

use game::AccountName;
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
}

/// What rules look at in a request.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) method: &'a Method,
    pub(super) path: &'a str,
    /// Whose token it carries, if anybody's.
    pub(super) account: Option<&'a AccountName>,
}

impl Only {
    /// Whether every request counts.
    pub(super) fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this request counts.
    pub(super) fn takes(&self, subject: Subject<'_>) -> bool {
        self.method.as_ref().is_none_or(|method| method == subject.method)
            && self.path.as_ref().is_none_or(|path| path.takes(subject.path))
            && self.character.as_ref().is_none_or(|name| subject.path.split('/').any(|part| part == name))
            && self.account.as_ref().is_none_or(|account| subject.account == Some(account))
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
        let (method, path) = (&Method::POST, "/my/Ana/action/rest");
        assert_eq!(only.takes(Subject { method, path, account: Some(&account) }), expected, "{only:?}");
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
    }
}
