//! What a request counts in, and for how long (RULES §3, Appendix A).

use http::Method;

/// A kind of request with a budget of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Bucket {
    Account,
    Token,
    Data,
    Action,
    Simulation,
    Assistant,
}

impl Bucket {
    /// Every bucket.
    pub(crate) const ALL: [Self; 6] =
        [Self::Account, Self::Token, Self::Data, Self::Action, Self::Simulation, Self::Assistant];

    /// The bucket of a request, whether or not there is such a route. Questions to the assistant count for the account
    /// besides.
    pub(crate) fn of(method: &Method, path: &str) -> Self {
        if method == Method::GET || method == Method::HEAD {
            return if path == "/my/rates" { Self::Account } else { Self::Data };
        }
        match path.trim_start_matches('/').split('/').collect::<Vec<_>>().as_slice() {
            ["token"] => Self::Token,
            ["simulation", ..] => Self::Simulation,
            ["my", _, "action", ..] | ["sandbox", ..] => Self::Action,
            _ => Self::Account,
        }
    }

    /// The bucket as the API spells it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Token => "token",
            Self::Data => "data",
            Self::Action => "action",
            Self::Simulation => "simulation",
            Self::Assistant => "assistant",
        }
    }
}

/// How long a window lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Period {
    Second,
    Minute,
    Hour,
    Day,
}

impl Period {
    /// Its length in seconds.
    pub(crate) fn seconds(self) -> i64 {
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => 86_400,
        }
    }

    /// The period as the API spells it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_request_counts_in_the_bucket_that_the_rules_name() {
        for (method, path, bucket) in [
            (Method::GET, "/items", Bucket::Data),
            (Method::GET, "/my/bank", Bucket::Data),
            (Method::GET, "/my/rates", Bucket::Account),
            (Method::GET, "/nowhere", Bucket::Data),
            (Method::POST, "/token", Bucket::Token),
            (Method::POST, "/accounts/create", Bucket::Account),
            (Method::POST, "/characters/delete", Bucket::Account),
            (Method::POST, "/my/Ana/action/bank/deposit/item", Bucket::Action),
            (Method::POST, "/my/change_password", Bucket::Account),
            (Method::POST, "/sandbox/teleport", Bucket::Action),
            (Method::POST, "/simulation/fight", Bucket::Simulation),
            (Method::POST, "/game_assistant/ask", Bucket::Account),
            (Method::POST, "/gems_shop/skin", Bucket::Account),
            (Method::GET, "/gems_shop/", Bucket::Data),
        ] {
            assert_eq!(Bucket::of(&method, path), bucket, "{method} {path}");
        }
    }
}
