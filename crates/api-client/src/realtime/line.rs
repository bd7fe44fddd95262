//! An open WebSocket to the game, over whatever carries its bytes.

use futures_util::{SinkExt, StreamExt};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Error, Message},
};
use url::Url;

use super::{News, hello, read};
use crate::{
    port::{ByteStream, GameSocket},
    token::Token,
};

/// An open connection that has said who it is.
pub struct Line(WebSocketStream<Box<dyn ByteStream>>);

/// Why there is no connection, or none any more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// The server answered with this status instead of opening it.
    #[error("the server answered {0} instead of opening it")]
    NotServed(u16),
    /// The server has closed it with this code.
    #[error("the server closed it with code {0}")]
    Closed(u16),
    /// It could not be opened, or broke.
    #[error("{0}")]
    Broken(String),
}

impl Line {
    /// Connects to `address` and says whose token this is.
    ///
    /// # Errors
    /// Nobody answers there, or no WebSocket. That the token is no good is told later, as [`News::Refused`].
    pub async fn open(socket: &dyn GameSocket, address: &Url, token: &Token) -> Result<Self, LineError> {
        let stream = socket.open(address).await.map_err(|error| LineError::Broken(error.to_string()))?;
        let (mut stream, _) = client_async(address.as_str(), stream).await?;
        stream.send(Message::text(hello(token))).await?;
        Ok(Self(stream))
    }

    /// The next piece of news; the answer to a ping is one. May be dropped while it waits.
    ///
    /// # Errors
    /// The connection is over.
    pub async fn next(&mut self) -> Result<News, LineError> {
        let Some(message) = self.0.next().await else { return Err(LineError::Closed(1005)) };
        match message? {
            Message::Text(text) => Ok(read(&text).unwrap_or_else(News::Unreadable)),
            Message::Close(frame) => Err(LineError::Closed(frame.map_or(1005, |frame| frame.code.into()))),
            _ => Ok(News::Other),
        }
    }

    /// Asks for a sign of life.
    ///
    /// # Errors
    /// The connection is over.
    pub async fn ping(&mut self) -> Result<(), LineError> {
        Ok(self.0.send(Message::Ping(Vec::new().into())).await?)
    }
}

impl From<Error> for LineError {
    fn from(error: Error) -> Self {
        match error {
            Error::Http(answer) => Self::NotServed(answer.status().as_u16()),
            error => Self::Broken(error.to_string()),
        }
    }
}
