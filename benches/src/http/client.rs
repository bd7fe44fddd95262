//! The least that a client can be: it writes a request that was made ready before, and reads one reply. Anything more
//! would hide the servers behind its own cost.

use std::net::SocketAddr;

use bytes::Bytes;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A request, as it goes over the wire.
pub(super) struct Request(String);

/// A reply.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Bytes,
}

/// A connection that is held open.
pub(super) struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Request {
    pub(super) fn get(path: &str, token: &str) -> Self {
        Self(format!("GET {path} HTTP/1.1\r\nhost: sandbox\r\nauthorization: Bearer {token}\r\n\r\n"))
    }

    pub(super) fn post(path: &str, token: &str, body: &str) -> Self {
        let length = body.len();
        Self(format!(
            "POST {path} HTTP/1.1\r\nhost: sandbox\r\nauthorization: Bearer {token}\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
    }
}

impl Reply {
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    pub(super) async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("a server that listens");
        stream.set_nodelay(true).expect("a socket of TCP");
        Self { stream, buffer: vec![0; 1 << 20] }
    }

    pub(super) async fn ask(&mut self, request: &Request) -> Reply {
        self.stream.write_all(request.0.as_bytes()).await.expect("an open connection");
        let mut filled = 0;
        loop {
            let read = self.stream.read(&mut self.buffer[filled..]).await.expect("an open connection");
            assert!(read > 0, "the server closed the connection");
            filled += read;
            if let Some((status, body)) = parse(&self.buffer[..filled]) {
                return Reply { status, body: Bytes::copy_from_slice(body) };
            }
        }
    }
}

/// The status and the body of a reply that has come whole.
fn parse(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).expect("headers are ASCII");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.expect("a reply of known length").parse().expect("a number of bytes");
    let body = bytes[end + 4..].get(..length)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Some((status.expect("a status"), body))
}
