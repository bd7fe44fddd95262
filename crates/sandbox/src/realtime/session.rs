//! One connection, from its first message to its end.
//!
//! A client that speaks again is not answered: pings are, by the protocol itself. The world goes on while somebody
//! listens, even when nobody plays, so a session looks at it now and then.

use std::time::Duration;

use api_types::{
    Message as Text,
    realtime::{FrameType, ServerMessage, VersionNotice},
};
use axum::extract::ws::{CloseCode, CloseFrame, Message, WebSocket, close_code};
use tokio::{
    sync::broadcast::{self, error::RecvError},
    time::{Instant, sleep, sleep_until, timeout, timeout_at},
};

use super::{
    Note,
    admission::{BAD_TOKEN, Listener},
    beats::Beats,
    hub::Call,
};
use crate::{
    Sandbox,
    faults::{Delivery, Ending, Subject, What},
    wire,
};

/// A client that says nothing for so long will say nothing.
const PATIENCE: Duration = Duration::from_secs(30);
/// A client that takes no message for so long is gone.
const STALLED: Duration = Duration::from_secs(30);
/// How often the world is looked at for what comes by the clock.
const LOOK: Duration = Duration::from_millis(250);

/// Why a connection ends.
enum End {
    /// The client is gone, or takes nothing.
    Gone,
    /// The server ends it, with a code and, before that, a word about it.
    Closed(CloseCode, Option<String>),
}

/// One open connection.
struct Session {
    sandbox: Sandbox,
    socket: WebSocket,
    listener: Listener,
    calls: broadcast::Receiver<Call>,
    beats: Beats,
    /// The version it was told.
    version: String,
}

/// Serves a connection to its end.
pub(super) async fn serve(sandbox: Sandbox, mut socket: WebSocket) {
    // Whatever happens from the first message on is heard.
    let calls = sandbox.hub().listen();
    let listener = match timeout(PATIENCE, Listener::admit(&sandbox, &mut socket)).await {
        Ok(Some(Ok(listener))) => listener,
        Ok(Some(Err(refusal))) => return refuse(socket, close_code::POLICY, Some(refusal)).await,
        Ok(None) => return,
        Err(_) => return refuse(socket, close_code::POLICY, Some("No token came.".to_owned())).await,
    };
    let (beats, version) = (Beats::begin(Instant::now()), String::new());
    let mut session = Session { sandbox, socket, listener, calls, beats, version };
    if let Err(End::Closed(code, word)) = session.run().await {
        refuse(session.socket, code, word).await;
    }
}

impl Session {
    /// Runs until something ends it.
    async fn run(&mut self) -> Result<(), End> {
        self.check_faults()?;
        self.tell_version().await?;
        self.tell_online().await?;
        let mut look_at = Instant::now() + LOOK;
        loop {
            tokio::select! {
                biased;
                call = self.calls.recv() => match call {
                    Ok(Call::Note(note)) => self.pass_on(&note).await?,
                    Ok(Call::Close) | Err(RecvError::Closed) => {
                        return Err(End::Closed(close_code::AWAY, None));
                    }
                    Err(RecvError::Lagged(_)) => return Err(End::Closed(close_code::AGAIN, None)),
                },
                message = self.socket.recv() => {
                    if !matches!(message, Some(Ok(_))) {
                        return Err(End::Gone);
                    }
                }
                () = sleep_until(self.beats.next().min(look_at)) => {
                    look_at = Instant::now() + LOOK;
                    self.look().await?;
                }
            }
        }
    }

    /// What comes by the clock: the world's own happenings, the beats, and the end of a welcome.
    async fn look(&mut self) -> Result<(), End> {
        self.sandbox.look();
        let welcome = self.listener.check(&self.sandbox);
        welcome.map_err(|refusal| End::Closed(close_code::POLICY, Some(refusal)))?;
        self.check_faults()?;
        self.tell_version().await?;
        for beat in self.beats.due(Instant::now()) {
            match beat {
                FrameType::OnlineCharacters => self.tell_online().await?,
                kind => self.pass_on(&Note::to_all(kind, &Text { message: "test".to_owned() })).await?,
            }
        }
        Ok(())
    }

    /// Whether something that lasts has ended the connection: maintenance, or a token that was revoked.
    fn check_faults(&self) -> Result<(), End> {
        let now = self.sandbox.now();
        match self.sandbox.faults().ends(&self.listener.account, now) {
            Some(close_code::POLICY) => Err(End::Closed(close_code::POLICY, Some(BAD_TOKEN.to_owned()))),
            Some(code) => Err(End::Closed(code, None)),
            None => Ok(()),
        }
    }

    async fn tell_version(&mut self) -> Result<(), End> {
        let version = self.sandbox.version();
        if version == self.version {
            return Ok(());
        }
        self.version.clone_from(&version);
        self.pass_on(&Note::to_all(FrameType::Version, &VersionNotice { version })).await
    }

    async fn tell_online(&mut self) -> Result<(), End> {
        let online: Vec<_> = wire::online(&self.sandbox.realm().world).collect();
        self.pass_on(&Note::to_all(FrameType::OnlineCharacters, &online)).await
    }

    /// Sends a message, if it is one for this listener.
    async fn pass_on(&mut self, note: &Note) -> Result<(), End> {
        let meant = note.only_for.as_ref().is_none_or(|account| *account == self.listener.account);
        if !meant || !self.listener.wants(&note.kind) {
            return Ok(());
        }
        let what = What::Message { kind: &note.kind, character: note.character.as_ref() };
        let Delivery { hold, copies, end } = self.meet(what);
        sleep(hold).await;
        match end {
            Some(Ending::Cut) => return Err(End::Gone),
            Some(Ending::Closed(code)) => return Err(End::Closed(code, None)),
            None => {}
        }
        for _ in 0..copies {
            let sent = timeout(STALLED, self.socket.send(Message::Text(note.text.clone()))).await;
            if !matches!(sent, Ok(Ok(()))) {
                return Err(End::Gone);
            }
        }
        Ok(())
    }

    /// What becomes of a message with all that goes wrong.
    fn meet(&self, what: What<'_>) -> Delivery {
        let (account, now) = (Some(&self.listener.account), self.sandbox.now());
        self.sandbox.faults().deliver(Subject { account, what }, now)
    }
}

/// Ends a connection, with a word about it if there is one.
async fn refuse(mut socket: WebSocket, code: CloseCode, word: Option<String>) {
    let word = word.map(|error| {
        let text = serde_json::to_string(&ServerMessage::Error { error });
        Message::Text(text.expect("a text can be written").into())
    });
    let close = Message::Close(Some(CloseFrame { code, reason: "".into() }));
    let ending = async {
        for message in word.into_iter().chain([close]) {
            if socket.send(message).await.is_err() {
                return;
            }
        }
        // The client closes in turn; whoever leaves before that resets the connection on its own last word.
        while let Some(Ok(_)) = socket.recv().await {}
    };
    drop(timeout_at(Instant::now() + STALLED, ending).await);
}
