//! Takes the handshake of a WebSocket at the root of the server. The game has its WebSocket on a host of its own, outside
//! of the API's rate limits; here it shares the address, and a client only needs to be told another host.

use axum::{
    RequestExt,
    extract::{Request, ws::WebSocketUpgrade},
    middleware::Next,
    response::Response,
};

use super::{admission::LONGEST, session};
use crate::{Sandbox, rates::layer as rates_layer};

/// Takes a handshake, and hands on whatever else is asked.
pub(crate) async fn take(sandbox: Sandbox, mut request: Request, next: Next) -> Response {
    if request.uri().path() != "/" {
        return rates_layer::limit(sandbox, request, next).await;
    }
    match request.extract_parts::<WebSocketUpgrade>().await {
        Ok(upgrade) => {
            upgrade.max_message_size(LONGEST).on_upgrade(move |socket| session::serve(sandbox, socket))
        }
        // No handshake: the question how the server is.
        Err(_) => rates_layer::limit(sandbox, request, next).await,
    }
}
