//! All that can go wrong, one word each. What each does is in [`kinds`](super::kinds).

use axum::{extract::Request, response::Response};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;

use super::{
    delivery::Delivery,
    dice::Dice,
    kinds::{
        Busy, ConnectionReset, Delay, ErrorAfter, ErrorBefore, LateApply, Maintenance, MessageDuplicated,
        MessageLost, RateLimited, ReplyLost, RequestLost, SeasonChange, SkewedClock, SocketDropped,
        SocketStalled, TokenRevoked,
    },
    rest::Rest,
};

/// Something that goes wrong, written as its name, or as its name with what is particular about it:
/// `"reply_lost"`, `{"reply_lost": {"hang_ms": 5000}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "snake_case")]
pub(crate) enum Fault {
    /// A 5xx; nothing is carried out.
    ErrorBefore(ErrorBefore),
    /// The request is carried out, and answered with a 5xx.
    ErrorAfter(ErrorAfter),
    /// The request or its reply takes longer.
    Delay(Delay),
    /// The request gets lost and the connection closes without a reply.
    RequestLost(RequestLost),
    /// The request is carried out and the connection closes without a reply.
    ReplyLost(ReplyLost),
    /// The connection closes without a reply, and the request is carried out later.
    LateApply(LateApply),
    /// The connection is reset before anything is carried out.
    ConnectionReset(ConnectionReset),
    /// A 429 for what somebody else behind the same address did.
    RateLimited(RateLimited),
    /// Somebody is at the same thing at the same moment.
    Busy(Busy),
    /// The server's clock is wrong.
    SkewedClock(SkewedClock),
    /// The game is down and says so.
    Maintenance(Maintenance),
    /// The account's token is no good any more.
    TokenRevoked(TokenRevoked),
    /// Another version of the game.
    SeasonChange(SeasonChange),
    /// The WebSocket ends before a message.
    SocketDropped(SocketDropped),
    /// The WebSocket is silent for a while before a message.
    SocketStalled(SocketStalled),
    /// A message of the WebSocket gets lost.
    MessageLost(MessageLost),
    /// A message of the WebSocket comes several times.
    MessageDuplicated(MessageDuplicated),
}

impl Fault {
    /// Whether it is met by messages of the WebSocket, and not by requests.
    pub(super) fn is_of_messages(&self) -> bool {
        matches!(
            self,
            Self::SocketDropped(_)
                | Self::SocketStalled(_)
                | Self::MessageLost(_)
                | Self::MessageDuplicated(_)
        )
    }

    /// Lets a message meet the fault.
    pub(super) fn meet_message(&self, delivery: &mut Delivery, dice: &mut Dice) {
        match self {
            Self::SocketDropped(fault) => fault.meet(delivery),
            Self::SocketStalled(fault) => fault.meet(delivery, dice),
            Self::MessageLost(fault) => fault.meet(delivery),
            Self::MessageDuplicated(fault) => fault.meet(delivery),
            _ => {}
        }
    }

    /// Lets a request meet the fault, and on its way whatever else it meets.
    pub(super) async fn meet(self, request: Request, rest: Rest, dice: Dice) -> Response {
        match self {
            Self::ErrorBefore(fault) => fault.meet(),
            Self::ErrorAfter(fault) => fault.meet(request, rest).await,
            Self::Delay(fault) => fault.meet(request, rest, dice).await,
            Self::RequestLost(fault) => fault.meet(&rest.line, dice).await,
            Self::ReplyLost(fault) => fault.meet(request, rest, dice).await,
            Self::LateApply(fault) => fault.meet(request, rest, dice).await,
            Self::ConnectionReset(fault) => fault.meet(&rest.line),
            Self::RateLimited(fault) => fault.meet(),
            Self::Busy(fault) => fault.meet(request, rest).await,
            Self::SkewedClock(fault) => fault.meet(request, rest, dice).await,
            Self::Maintenance(fault) => fault.meet(),
            Self::TokenRevoked(fault) => fault.meet(request, rest).await,
            Self::SeasonChange(fault) => fault.meet(request, rest).await,
            Self::SocketDropped(_)
            | Self::SocketStalled(_)
            | Self::MessageLost(_)
            | Self::MessageDuplicated(_) => rest.run(request).await,
        }
    }
}

impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = match Value::deserialize(deserializer)? {
            Value::String(name) => Value::from_iter([(name, Value::Object(serde_json::Map::new()))]),
            written => written,
        };
        let inside = serde_path_to_error::deserialize::<_, InTheOpen>(written);
        inside.map(|InTheOpen(fault)| fault).map_err(|error| {
            let path = error.path().to_string();
            let place = if path == "." { String::new() } else { format!("{path}: ") };
            D::Error::custom(format!("{place}{}", error.into_inner()))
        })
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // What is only a name is written as one.
        let written =
            Self::serialize(self, serde_json::value::Serializer).map_err(serde::ser::Error::custom)?;
        let particulars = written.as_object().and_then(|written| written.iter().next());
        match particulars {
            Some((name, Value::Object(fields))) if fields.is_empty() => name.serialize(serializer),
            _ => written.serialize(serializer),
        }
    }
}

/// A fault in the form that names its particulars, even when there are none.
struct InTheOpen(Fault);

impl<'de> Deserialize<'de> for InTheOpen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Fault::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_is_a_fault_with_nothing_particular_about_it() {
        let named: Fault = serde_json::from_str(r#""reply_lost""#).unwrap();
        assert_eq!(named, serde_json::from_str(r#"{"reply_lost": {}}"#).unwrap());
        assert_eq!(serde_json::to_string(&named).unwrap(), r#""reply_lost""#);
    }

    #[test]
    fn what_is_wrong_inside_a_fault_is_named_with_its_place() {
        for (text, said) in [
            (r#"{"reply_lost": {"hang": 1}}"#, "reply_lost.hang: unknown field `hang`, expected `hang_ms`"),
            (r#"{"reply_lost": {"hang_ms": "x"}}"#, "reply_lost.hang_ms: write milliseconds as 500"),
            (r#"{"error_before": {"status": 404}}"#, "error_before.status: 404 is no server error"),
            (r#""season_change""#, "missing field `version`"),
            ("{}", "expected"),
        ] {
            let error = serde_json::from_str::<Fault>(text).unwrap_err();
            assert!(error.to_string().contains(said), "{text}: {error}");
        }
    }
}
