//! The way to the game's WebSocket without a network: each connection is a pair of pipes, with the sandbox's own router
//! at the other end, served as it is over TCP.

use std::{
    io::{self, ErrorKind},
    net::SocketAddr,
};

use api_client::{ByteStream, GameSocket, Opening};
use axum::serve::Listener;
use tokio::io::DuplexStream;
use url::Url;

use super::{
    fault::Fault,
    faults::{FaultPlan, Journey},
    game_router::Game,
};

/// What stands in a [`FaultPlan`] for a request's path. Of the faults a connection meets only that it cannot be made.
pub const SOCKET: &str = "the WebSocket";
/// Bytes that may be on their way in one direction.
const PIPE: usize = 1 << 16;

/// Connects to a router.
pub(super) struct RouterSocket {
    pub(super) game: Game,
    pub(super) plan: FaultPlan,
}

/// Hands over one connection, and then waits for ever.
struct One(Option<DuplexStream>);

impl GameSocket for RouterSocket {
    fn open<'a>(&'a self, _address: &'a Url) -> Opening<'a> {
        let Journey { there, fault, .. } = self.plan.journey(SOCKET);
        let router = self.game.router();
        Box::pin(async move {
            tokio::time::sleep(there).await;
            if fault == Some(Fault::NotSent) {
                return Err(ErrorKind::ConnectionRefused.into());
            }
            let (ours, theirs) = tokio::io::duplex(PIPE);
            #[expect(clippy::disallowed_methods, reason = "the server's end of the connection")]
            tokio::spawn(async move { axum::serve(One(Some(theirs)), router).await });
            Ok(Box::new(ours) as Box<dyn ByteStream>)
        })
    }
}

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
