//! Faults over a real connection: what a client's socket sees.

use std::{io::ErrorKind, net::SocketAddr};

use http::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use crate::support::{Server, TOKEN};

/// Sends a request of Ana's and reads whatever comes until the end of the connection.
async fn rest(address: SocketAddr) -> Result<String, ErrorKind> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "POST /my/Ana/action/rest HTTP/1.1\r\nhost: sandbox\r\nauthorization: Bearer {TOKEN}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.map(|_| answer).map_err(|error| error.kind())
}

/// What comes of Ana's rest under a rule, and how often she has rested then.
async fn rested_under(rule: Value) -> (Result<String, ErrorKind>, u64) {
    let server = Server::hurt_by(rule).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = server.sandbox.serve(listener, async { drop(stopped.await) });
    let asking = async {
        let seen = rest(address).await;
        drop(stop);
        seen
    };
    let (served, seen) = tokio::join!(serving, asking);
    served.unwrap();
    (seen, server.rests().await)
}

#[tokio::test]
async fn a_reply_that_is_lost_is_an_end_without_a_byte() {
    assert_eq!(rested_under(json!({"fault": "reply_lost"})).await, (Ok(String::new()), 1));
    assert_eq!(rested_under(json!({"fault": "request_lost"})).await, (Ok(String::new()), 0));
}

#[tokio::test]
async fn a_connection_that_is_reset_says_so() {
    let (seen, rests) = rested_under(json!({"fault": "connection_reset"})).await;
    assert_eq!((seen, rests), (Err(ErrorKind::ConnectionReset), 0));
}

#[tokio::test]
async fn a_connection_that_meets_no_fault_is_answered() {
    let (seen, rests) = rested_under(json!({"fault": "reply_lost", "only": {"path": "/items"}})).await;
    assert!(seen.unwrap().starts_with("HTTP/1.1 200 OK"));
    assert_eq!(rests, 1);
}

#[tokio::test]
async fn a_late_action_outlives_its_connection() {
    let server = Server::hurt_by(json!({"fault": {"late_apply": {"after_ms": 50}}})).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = server.sandbox.serve(listener, async { drop(stopped.await) });
    let asking = async {
        assert_eq!(rest(address).await, Ok(String::new()));
        while server.rests().await == 0 {
            server.see(Method::GET, "/sandbox/control/stats").await;
            tokio::task::yield_now().await;
        }
        drop(stop);
    };
    tokio::join!(serving, asking).0.unwrap();
}
