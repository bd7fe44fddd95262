//! The game's WebSocket (RULES §15): where it is, what a client says first, and what the messages mean that are of use
//! here. When to connect and what silence means is left to the caller.

mod line;
mod network;

use game::{
    ActiveEvent, RaidState,
    exchange::{Offer, Sale},
};
use url::Url;

use api_types::{
    Secret,
    realtime::{Authenticate, FrameType, ServerMessage},
};

use crate::{
    convert,
    decode::{DecodeError, from_json, from_value},
    token::Token,
};

pub use line::{Line, LineError};
pub use network::NetworkSocket;

/// What is listened to: all that is told below, and what says that the connection lives: the game's version, on connect, and
/// a test every minute.
const WANTED: [FrameType; 12] = [
    FrameType::Version,
    FrameType::EventSpawn,
    FrameType::EventRemoved,
    FrameType::RaidStarted,
    FrameType::RaidEnded,
    FrameType::GrandexchangeSellOrder,
    FrameType::GrandexchangeBuyOrder,
    FrameType::GrandexchangeCancelSellOrder,
    FrameType::GrandexchangeCancelBuyOrder,
    FrameType::GrandexchangeBuy,
    FrameType::GrandexchangeSell,
    FrameType::Test,
];

/// A piece of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// An event has come.
    EventCame(ActiveEvent),
    /// An event is over.
    EventWent(ActiveEvent),
    /// A raid has opened or is over.
    Raid(RaidState),
    /// The game is in this version: on connect, and when it changes.
    Version(String),
    /// Something happened on the Grand Exchange.
    Exchange(ExchangeNews),
    /// The server will tell nothing, for this reason: the token is bad, or its account is no member.
    Refused(String),
    /// Something of use that makes no sense; to be logged.
    Unreadable(DecodeError),
    /// A sign of life, and whatever nobody here uses.
    Other,
}

/// What somebody did on the Grand Exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExchangeNews {
    /// An order was placed.
    Placed(Offer),
    /// What was left of an order was taken back.
    Cancelled(Offer),
    /// Somebody bought from an order, or filled one.
    Sold(Sale),
}

/// Where the WebSocket of a game is. The live servers have a host of their own for it; any other server, such as the
/// sandbox, has it at its root.
#[must_use]
pub fn address(game: &Url) -> Url {
    let mut url = game.clone();
    let scheme = if game.scheme() == "https" { "wss" } else { "ws" };
    url.set_scheme(scheme).expect("both are schemes of the web");
    let host = game.host_str().unwrap_or_default();
    if let Some(rest) = host.strip_prefix("api.").filter(|rest| rest.ends_with("artifactsmmo.com")) {
        url.set_host(Some(&format!("realtime.{rest}"))).expect("a host with another first label is a host");
    }
    url
}

/// The first message of a client.
fn hello(token: &Token) -> String {
    let first = Authenticate { token: Secret::new(token.expose()), subscriptions: Some(WANTED.to_vec()) };
    serde_json::to_string(&first).expect("a message has text keys")
}

/// What a message says.
///
/// # Errors
/// A message of a kind that is used here, in a shape that makes no sense.
fn read(text: &str) -> Result<News, DecodeError> {
    let frame = match from_json(text.as_bytes())? {
        ServerMessage::Frame(frame) => frame,
        ServerMessage::Error { error } => return Ok(News::Refused(error)),
    };
    Ok(match frame.kind {
        FrameType::EventSpawn => News::EventCame(convert::active_event(frame.data)?),
        FrameType::EventRemoved => News::EventWent(convert::active_event(frame.data)?),
        FrameType::RaidStarted | FrameType::RaidEnded => {
            let mut notice = frame.data;
            News::Raid(convert::raid(notice["raid"].take())?)
        }
        FrameType::Version => {
            frame.data["version"].as_str().map_or(News::Other, |version| News::Version(version.to_owned()))
        }
        FrameType::GrandexchangeSellOrder | FrameType::GrandexchangeBuyOrder => {
            News::Exchange(ExchangeNews::Placed(convert::offer(from_value(frame.data)?)?))
        }
        FrameType::GrandexchangeCancelSellOrder | FrameType::GrandexchangeCancelBuyOrder => {
            News::Exchange(ExchangeNews::Cancelled(convert::offer(from_value(frame.data)?)?))
        }
        FrameType::GrandexchangeBuy | FrameType::GrandexchangeSell => {
            News::Exchange(ExchangeNews::Sold(convert::sale(from_value(frame.data)?)?))
        }
        _ => News::Other,
    })
}

#[cfg(test)]
mod tests;
