//! A WebSocket to the sandbox without a network: both ends in this process, in virtual time.

use std::{io, net::SocketAddr, time::Duration};

use axum::serve::Listener;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{
    io::DuplexStream,
    time::{Instant, timeout},
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, protocol::CloseFrame},
};

use super::{Server, TOKEN};

/// Hands over one connection, and then waits for ever.
struct One(Option<DuplexStream>);

impl Listener for One {
    type Io = DuplexStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (DuplexStream, SocketAddr) {
        match self.0.take() {
            Some(stream) => (stream, ([127, 0, 0, 1], 1).into()),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(([127, 0, 0, 1], 0).into())
    }
}

/// The client's end.
pub(crate) struct Socket(WebSocketStream<DuplexStream>);

impl Server {
    /// Connects, and says nothing yet. An answer that is no handshake is its status.
    pub(crate) async fn connect(&self) -> Result<Socket, u16> {
        let (ours, theirs) = tokio::io::duplex(1 << 16);
        let app = self.sandbox.router();
        #[expect(clippy::disallowed_methods, reason = "the server's end of a test's connection")]
        tokio::spawn(async move { axum::serve(One(Some(theirs)), app).await });
        match client_async("ws://sandbox/", ours).await {
            Ok((stream, _)) => Ok(Socket(stream)),
            Err(tokio_tungstenite::tungstenite::Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(error) => panic!("no handshake: {error}"),
        }
    }

    /// Connects as the demo account and asks for these messages.
    pub(crate) async fn listen(&self, subscriptions: &[&str]) -> Socket {
        let mut socket = self.connect().await.unwrap();
        socket.say(json!({"token": TOKEN, "subscriptions": subscriptions})).await;
        // The server has read that once it answers a ping.
        socket.ping().await;
        socket
    }
}

impl Socket {
    /// Sends a text.
    pub(crate) async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    /// Sends any message.
    pub(crate) async fn send(&mut self, message: Message) {
        self.0.send(message).await.unwrap();
    }

    /// Sends a ping and waits for its answer; messages meanwhile are lost.
    pub(crate) async fn ping(&mut self) {
        self.0.send(Message::Ping(Vec::new().into())).await.unwrap();
        while !matches!(self.0.next().await.unwrap().unwrap(), Message::Pong(_)) {}
    }

    /// The next message.
    pub(crate) async fn hear(&mut self) -> Value {
        match self.0.next().await.unwrap().unwrap() {
            Message::Text(text) => serde_json::from_str(&text).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// The type and data of the next messages, as many as come within a second.
    pub(crate) async fn heard(&mut self) -> Vec<Value> {
        let until = Instant::now() + Duration::from_secs(1);
        let mut heard = Vec::new();
        while let Ok(message) = tokio::time::timeout_at(until, self.hear()).await {
            heard.push(message);
        }
        heard
    }

    /// How the connection ends: with a close frame, with one that says nothing, or without a word.
    pub(crate) async fn end(&mut self) -> Option<Option<CloseFrame>> {
        match timeout(Duration::from_secs(120), self.0.next()).await.expect("an end") {
            Some(Ok(Message::Close(frame))) => Some(frame),
            Some(Ok(other)) => panic!("{other:?}"),
            Some(Err(_)) | None => None,
        }
    }

    /// The code of the close frame with which the connection ends; 0 when it ends without a word.
    pub(crate) async fn close_code(&mut self) -> u16 {
        self.end().await.flatten().map_or(0, |frame| frame.code.into())
    }
}
