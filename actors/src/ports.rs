//! What the actors share: the board, the clock, the journal and the store. Each is a handle that is cheap to clone.

use std::{sync::Arc, time::Duration};

use api_client::{
    GameSocket, SetupError,
    realtime::{self, NetworkSocket},
};
use journal::{Journal, JournalError};
use store::{Store, StoreError};
use url::Url;

use crate::{
    board::Board, clock::Clock, forecasts::Forecasts, in_flight::InFlight, ledger::Ledgers, pace::Pace,
    vault::Vault,
};

/// How long a database that is away is left alone.
const AGAIN: Duration = Duration::from_secs(10);

/// Handed to every actor that needs any of it.
#[derive(Clone)]
pub struct Ports {
    /// Where everybody shows what it does.
    pub board: Board,
    /// The time.
    pub clock: Clock,
    /// How fast the game's time runs beside it.
    pub pace: Pace,
    /// The local disk's truth.
    pub journal: JournalPort,
    /// PostgreSQL.
    pub store: Store,
    /// Where everybody's time goes.
    pub ledgers: Ledgers,
    /// The actions that are on their way in this process.
    pub in_flight: InFlight,
    /// What seals the tokens that the journal keeps.
    pub vault: Vault,
    /// Where forecasts are reckoned.
    pub forecasts: Forecasts,
    /// The way to the game's WebSocket.
    pub socket: SocketPort,
}

/// Where the game tells by itself what goes on, and how to get there.
#[derive(Clone)]
pub struct SocketPort {
    /// What carries the bytes.
    pub socket: Arc<dyn GameSocket>,
    /// Where.
    pub address: Url,
}

impl SocketPort {
    /// The way over the network to the WebSocket of the game at this address.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn over_the_network(game: &Url) -> Result<Self, SetupError> {
        Ok(Self { socket: Arc::new(NetworkSocket::new()?), address: realtime::address(game) })
    }
}

/// The journal, off the actors' threads: its calls wait for the disk.
#[derive(Clone)]
pub struct JournalPort {
    journal: Arc<Journal>,
    waits: bool,
}

impl JournalPort {
    /// The port of an open journal.
    #[must_use]
    pub fn new(journal: Journal) -> Self {
        Self { journal: Arc::new(journal), waits: true }
    }

    /// The port of a journal in memory, whose calls are made at once: in a simulation no thread's speed may decide who
    /// comes first.
    ///
    /// # Errors
    /// None that memory could cause.
    pub fn in_memory() -> Result<Self, JournalError> {
        Ok(Self { journal: Arc::new(Journal::in_memory()?), waits: false })
    }

    /// Runs `work` with the journal, on a thread that may wait if it has to.
    ///
    /// # Errors
    /// Those of `work`.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Journal) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        if !self.waits {
            return work(&self.journal);
        }
        let journal = self.journal.clone();
        match tokio::task::spawn_blocking(move || work(&journal)).await {
            Ok(result) => result,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
}

/// Asks the database until it answers: one that is away is asked again after a while. So is one that does not let us in:
/// the built-in server makes ours a moment after its first start, and of an address that is wrong the recorder tells.
///
/// # Errors
/// What would not be otherwise next time.
pub(crate) async fn when_there<T, F: Future<Output = Result<T, StoreError>>>(
    ask: impl Fn() -> F,
) -> Result<T, StoreError> {
    loop {
        match ask().await {
            Err(error) if error.is_temporary() || matches!(error, StoreError::Login { .. }) => {
                tokio::time::sleep(AGAIN).await;
            }
            settled => return settled,
        }
    }
}
