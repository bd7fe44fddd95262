//! The WebSocket over a real connection, and its end with the server's.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::oneshot};
use tokio_tungstenite::{connect_async, tungstenite::Message};

use super::members;
use crate::support::TOKEN;

#[tokio::test]
async fn a_socket_is_served_over_tcp_and_closed_when_the_server_stops() {
    let server = members();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = server.sandbox.serve(listener, async { drop(stopped.await) });
    let listening = async {
        let (mut socket, _) = connect_async(format!("ws://{address}")).await.unwrap();
        let first = json!({"token": TOKEN, "subscriptions": ["version"]});
        socket.send(Message::text(first.to_string())).await.unwrap();
        let Message::Text(text) = socket.next().await.unwrap().unwrap() else { panic!("no text") };
        let told: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(told["type"], "version");
        drop(stop);
        let Some(Ok(Message::Close(Some(frame)))) = socket.next().await else { panic!("no close frame") };
        assert_eq!(u16::from(frame.code), 1001);
        while let Some(Ok(_)) = socket.next().await {}
    };
    let (served, ()) = tokio::join!(serving, listening);
    // The state file lay in a folder that is gone; the sockets do not care.
    drop(served);
}
