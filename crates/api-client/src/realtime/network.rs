//! The network behind the port of the WebSocket: TCP, and TLS where the address asks for it.

use std::{
    io::{self, ErrorKind},
    sync::Arc,
};

use rustls::{ClientConfig, pki_types::ServerName};
use rustls_platform_verifier::ConfigVerifierExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::Url;

use crate::{
    error::SetupError,
    port::{ByteStream, GameSocket, Opening},
};

/// Opens connections over the network.
#[derive(Clone)]
pub struct NetworkSocket(TlsConnector);

impl NetworkSocket {
    /// The way to any server.
    ///
    /// # Errors
    /// [`SetupError::HttpClient`] when TLS cannot be set up.
    pub fn new() -> Result<Self, SetupError> {
        // Fails only when the process has a provider already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let config = ClientConfig::with_platform_verifier()
            .map_err(|error| SetupError::HttpClient(error.to_string()))?;
        Ok(Self(TlsConnector::from(Arc::new(config))))
    }

    async fn connect(&self, address: &Url) -> io::Result<Box<dyn ByteStream>> {
        let invalid = || io::Error::from(ErrorKind::InvalidInput);
        let host = address.host_str().ok_or_else(invalid)?.trim_matches(['[', ']']);
        let port = address.port_or_known_default().ok_or_else(invalid)?;
        let stream = TcpStream::connect((host, port)).await?;
        if address.scheme() == "ws" {
            return Ok(Box::new(stream));
        }
        let name = ServerName::try_from(host.to_owned()).map_err(|_| invalid())?;
        Ok(Box::new(self.0.connect(name, stream).await?))
    }
}

impl GameSocket for NetworkSocket {
    fn open<'a>(&'a self, address: &'a Url) -> Opening<'a> {
        Box::pin(self.connect(address))
    }
}
