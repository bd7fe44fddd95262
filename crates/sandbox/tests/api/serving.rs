//! Serving over TCP: a real socket, a clean end, and the state saved.

use std::net::SocketAddr;

use sandbox::SandboxConfig;
use tempfile::tempdir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use crate::support::{Server, config};

/// Sends one request and reads the answer to the end of the connection.
async fn ask(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("{request} HTTP/1.1\r\nhost: sandbox\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

/// What an actor runs must be able to move between threads.
fn movable<F: Future + Send>(serving: F) -> F {
    serving
}

#[tokio::test]
async fn it_answers_over_tcp_until_told_to_stop_and_then_saves() {
    let folder = tempdir().unwrap();
    let state = folder.path().join("state.json");
    let server = Server::with(SandboxConfig { state: Some(state.clone()), ..config() });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let serving = movable(server.sandbox.serve(listener, async { stopped.await.unwrap() }));
    let playing = async {
        let answer = ask(address, "GET /characters/Ana").await;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("date: ") && answer.contains("\"name\":\"Ana\""), "{answer}");
        let refused = ask(address, "POST /my/Ana/action/rest").await;
        assert!(refused.starts_with("HTTP/1.1 452 "), "{refused}");
        stop.send(()).unwrap();
    };
    let (served, ()) = tokio::join!(serving, playing);
    served.unwrap();
    assert!(state.exists());
}

#[tokio::test]
async fn a_connection_that_stays_open_does_not_hold_up_the_end() {
    let server = Server::start();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let idle = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    server.sandbox.serve(listener, async {}).await.unwrap();
    drop(idle);
}
