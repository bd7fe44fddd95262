//! Takes the handshake of a WebSocket at the root of the server. The game has its WebSocket on a host of its own, outside
//! of the API's rate limits; here it shares the address, and a client only needs to be told another host.

use axum::{
    RequestExt,
    extract::{Request, State, ws::WebSocketUpgrade},
    middleware::Next,
    response::Response,
};

use super::{admission::LONGEST, session};
use crate::Sandbox;

/// The middleware.
pub(crate) async fn take(State(sandbox): State<Sandbox>, mut request: Request, next: Next) -> Response {
    if request.uri().path() != "/" {
        return next.run(request).await;
    }
    match request.extract_parts::<WebSocketUpgrade>().await {
        Ok(upgrade) => {
            upgrade.max_message_size(LONGEST).on_upgrade(move |socket| session::serve(sandbox, socket))
        }
        // No handshake: the question how the server is.
        Err(_) => next.run(request).await,
    }
}
