//! The client: knows the server's address, turns requests into HTTP and sends them through the port.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{
    HeaderValue, Uri, header,
    uri::{Authority, Scheme},
};
use url::Url;

use crate::{calls::Call, error::SetupError, port::GameHttp, reply::Reply, request::Request};

/// Talks to one game server. Cheap to clone; keeps no account, no budget and no time.
#[derive(Clone)]
pub struct Client {
    http: Arc<dyn GameHttp>,
    scheme: Scheme,
    authority: Authority,
    /// The address's own path, without a slash at its end.
    prefix: String,
}

impl Client {
    /// A client of the server at `base_url`, such as `https://api.artifactsmmo.com`.
    ///
    /// # Errors
    /// [`SetupError::InvalidBaseUrl`] for anything but an http or https address.
    pub fn new(http: Arc<dyn GameHttp>, base_url: &Url) -> Result<Self, SetupError> {
        let invalid = || SetupError::InvalidBaseUrl(base_url.clone());
        let uri: Uri = base_url.as_str().parse().map_err(|_| invalid())?;
        let scheme = uri.scheme().filter(|scheme| **scheme == Scheme::HTTP || **scheme == Scheme::HTTPS);
        Ok(Self {
            http,
            scheme: scheme.cloned().ok_or_else(invalid)?,
            authority: uri.authority().cloned().ok_or_else(invalid)?,
            prefix: uri.path().trim_end_matches('/').to_owned(),
        })
    }

    /// Sends a request and judges the answer, without decoding it.
    pub async fn send(&self, request: &Request) -> Reply<Bytes> {
        self.http.call(self.encode(request)).await.into()
    }

    /// Sends the request of `call` and decodes the answer.
    pub async fn call<C: Call>(&self, call: &C) -> Reply<C::Reply> {
        self.send(&call.request()).await.read(call)
    }

    /// The request as it goes over the wire.
    #[must_use]
    pub fn encode(&self, request: &Request) -> http::Request<Bytes> {
        let uri = Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(format!("{}{}", self.prefix, request.path))
            .build()
            .expect("the address was checked, and paths are made of checked names and numbers");
        let mut http = http::Request::new(request.body.clone().unwrap_or_default());
        *http.method_mut() = request.method.clone();
        *http.uri_mut() = uri;
        let headers = http.headers_mut();
        let json = HeaderValue::from_static("application/json");
        headers.insert(header::ACCEPT, json.clone());
        if request.body.is_some() {
            headers.insert(header::CONTENT_TYPE, json);
        }
        if let Some(token) = &request.token {
            headers.insert(header::AUTHORIZATION, token.to_header());
        }
        http
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({}://{}{})", self.scheme, self.authority, self.prefix)
    }
}
