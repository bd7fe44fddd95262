//! One connection to the game's WebSocket, from its start to its end.

use std::time::Duration;

use api_client::{
    Token,
    realtime::{Line, LineError, News},
};
use tokio::time::{Instant, sleep_until, timeout};

use crate::ports::SocketPort;

/// Nobody who answers at all takes longer to do so.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often the server is asked for a sign of life; by itself it gives one every minute.
const PING: Duration = Duration::from_secs(30);
/// Who is silent for so long, pinged twice, is gone.
const SILENCE: Duration = Duration::from_secs(75);

/// How a connection ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The server will not tell this account anything, for this reason.
    Refused(String),
    /// The server has no WebSocket.
    NotServed(u16),
    /// Anything else: it may be back in a moment.
    Lost(String),
}

/// Connects, and hands over what is told until the connection ends.
pub(super) async fn listen(port: &SocketPort, token: &Token, mut tell: impl FnMut(News)) -> End {
    let opening = timeout(PATIENCE, Line::open(&*port.socket, &port.address, token));
    let Ok(opened) = opening.await else { return End::Lost("it did not answer in time".to_owned()) };
    let mut line = match opened {
        Ok(line) => line,
        Err(error) => return error.into(),
    };
    let now = Instant::now();
    let (mut heard, mut ping) = (now, now + PING);
    loop {
        tokio::select! {
            biased;
            news = line.next() => match news {
                Ok(News::Refused(reason)) => return End::Refused(reason),
                Ok(news) => {
                    heard = Instant::now();
                    tell(news);
                }
                Err(error) => return error.into(),
            },
            () = sleep_until(heard + SILENCE) => {
                return End::Lost(format!("it was silent for {} seconds", SILENCE.as_secs()));
            }
            () = sleep_until(ping) => {
                ping = Instant::now() + PING;
                match timeout(PATIENCE, line.ping()).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => return error.into(),
                    Err(_) => return End::Lost("it took nothing".to_owned()),
                }
            }
        }
    }
}

impl From<LineError> for End {
    fn from(error: LineError) -> Self {
        match error {
            LineError::NotServed(status) if (400..500).contains(&status) => Self::NotServed(status),
            error => Self::Lost(error.to_string()),
        }
    }
}
