//! The network behind the port: one connection pool, and the classes of transport errors.

use std::{error::Error, pin::Pin, time::Duration};

use bytes::Bytes;

use crate::{
    error::SetupError,
    port::{GameHttp, TransportError},
};

/// How long to wait for a connection; with less time than that the whole call ends first.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Carries requests with reqwest.
#[derive(Debug, Clone)]
pub struct ReqwestHttp(reqwest::Client);

impl ReqwestHttp {
    /// What the server sees us as.
    pub const USER_AGENT: &str = concat!("callboard/", env!("CARGO_PKG_VERSION"));

    /// A client whose calls end after `timeout`, body included.
    ///
    /// # Errors
    /// [`SetupError::HttpClient`] when TLS cannot be set up.
    pub fn new(timeout: Duration) -> Result<Self, SetupError> {
        // Fails only when the process has a provider already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        reqwest::Client::builder()
            .user_agent(Self::USER_AGENT)
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(timeout)
            // Nothing in the API redirects, and an action or a token must not follow one.
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map(Self)
            .map_err(|error| SetupError::HttpClient(chain(error)))
    }

    async fn exchange(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>, reqwest::Error> {
        let mut response = self.0.execute(request.try_into()?).await?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let mut answer = http::Response::new(response.bytes().await?);
        *answer.status_mut() = status;
        *answer.headers_mut() = headers;
        Ok(answer)
    }
}

impl GameHttp for ReqwestHttp {
    fn call(
        &self,
        request: http::Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, TransportError>> + Send + '_>> {
        Box::pin(async move { self.exchange(request).await.map_err(classify) })
    }
}

/// Only an address that is none and a connection that was never made are certain; everything else may have arrived.
fn classify(error: reqwest::Error) -> TransportError {
    let certain = error.is_connect() || error.is_builder();
    let reason = chain(error);
    if certain { TransportError::NotSent(reason) } else { TransportError::Ambiguous(reason) }
}

/// The error and its causes in one line, without the address, which every log line has already.
fn chain(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
