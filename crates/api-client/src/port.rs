//! The ports through which everything passes: bytes in, bytes out.
//!
//! Behind it is the network ([`ReqwestHttp`](crate::ReqwestHttp)), the sandbox's router in the same process, or a
//! script of faults. It knows nothing of the game; status codes and bodies are judged above it.

use std::{io, pin::Pin};

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite};
use url::Url;

/// Carries one request to the game's server and its response back.
pub trait GameHttp: Send + Sync {
    /// Sends `request` (its URI is absolute) and reads the whole response, within a time limit of its own.
    fn call(
        &self,
        request: http::Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + '_>>;
}

/// Bytes both ways.
pub trait ByteStream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> ByteStream for T {}

/// A connection under way.
pub type Opening<'a> = Pin<Box<dyn Future<Output = io::Result<Box<dyn ByteStream>>> + Send + 'a>>;

/// Opens the way to the game's WebSocket.
pub trait GameSocket: Send + Sync {
    /// Connects to the host of `address`, with TLS for `wss`. Nothing has been said yet.
    fn open<'a>(&'a self, address: &'a Url) -> Opening<'a>;
}

/// Why there is no response. The difference decides whether a request may be repeated (DESIGN: lost replies).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// Nothing reached the server for certain: no address, no connection.
    #[error("nothing was sent: {0}")]
    NotSent(String),
    /// The server may have received and carried it out: a timeout, or a connection that broke.
    #[error("the reply was lost: {0}")]
    Ambiguous(String),
}
