//! The calls this client knows, one type each, named after what they do. Rate buckets, paths and bodies are those of
//! RULES Appendix A.

mod account;
mod achievements;
mod act;
mod bank;
mod events;
mod exchange;
mod logs;
mod roster;
mod server;
mod static_data;
mod static_rows;
mod waiting;

pub use account::{Account, GetAccount};
pub use achievements::GetAchievements;
pub use act::Act;
pub use bank::{GetBank, GetBankItems};
pub use events::{GetActiveEvents, GetRaids, Understood};
pub use exchange::{GetMyOrders, GetOrders, GetSales};
pub use logs::{GetLogs, LogEntry};
pub use roster::{CreateCharacter, GetCharacter, GetMyCharacters};
pub use server::{GetRates, GetStatus, Status};
pub use static_data::{GetStatic, StaticList};
pub use static_rows::{GetRows, StaticTable};
pub use waiting::GetPendingItems;

use crate::{decode::DecodeError, request::Request};

/// Something that can be asked of the server, and how its reply reads.
pub trait Call {
    /// What a success brings.
    type Reply;

    /// What goes over the wire.
    fn request(&self) -> Request;

    /// Reads the body of a success.
    ///
    /// # Errors
    /// The first field that does not make sense.
    fn decode(&self, body: &[u8]) -> Result<Self::Reply, DecodeError>;
}
