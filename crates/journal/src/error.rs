//! What can go wrong with the journal, and what the reader of the message can do about it.

use std::path::PathBuf;

use game::CharacterName;
use uuid::Uuid;

/// Why the journal did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Another process has the file open.
    #[error("the journal {} is in use by another process: stop the other one, or give this one its own data folder", path.display())]
    InUse {
        /// The journal's file.
        path: PathBuf,
    },
    /// The file exists and is not a journal any more.
    #[error("the journal {} is damaged: move it away to start with an empty one; what it still held for the history is lost, what the game did is not", path.display())]
    Damaged {
        /// The journal's file.
        path: PathBuf,
        /// What was found.
        source: Box<redb::Error>,
    },
    /// The file was written by a program that stores its entries in another way.
    #[error("the journal {} has format {found} and this program reads format {expected}: let the program that wrote it drain it first, or move it away", path.display())]
    Format {
        /// The journal's file.
        path: PathBuf,
        /// The format that the file names.
        found: u64,
        /// The format of this program.
        expected: u64,
    },
    /// The file could not be opened or made.
    #[error("cannot open the journal {}", path.display())]
    Open {
        /// The journal's file.
        path: PathBuf,
        /// What the disk said.
        source: Box<redb::Error>,
    },
    /// A character has one open intent at most: the earlier one must be closed first.
    #[error("{character} already has the open intent {open}: it must be closed before the next one begins")]
    IntentOpen {
        /// Whose intent.
        character: CharacterName,
        /// The one that is still open.
        open: Uuid,
    },
    /// No open intent has this id: it was closed before, or never begun.
    #[error("no intent {id} is open")]
    UnknownIntent {
        /// The id that was given.
        id: Uuid,
    },
    /// An entry cannot be read by this program.
    #[error("the journal's entry {entry} cannot be read")]
    Unreadable {
        /// Which one: table and key.
        entry: String,
        /// What does not fit.
        source: serde_json::Error,
    },
    /// An entry cannot be written as JSON.
    #[error("the journal's entry {entry} cannot be written")]
    Unwritable {
        /// Which one: table and key.
        entry: String,
        /// What does not fit.
        source: serde_json::Error,
    },
    /// The disk failed. After a failed write the journal refuses further work: drop it and open it again.
    #[error("the journal's disk failed while {doing}")]
    Disk {
        /// What was being done.
        doing: &'static str,
        /// What the disk said.
        source: Box<redb::Error>,
    },
}

/// Names what was being done when redb failed.
pub(crate) trait Doing<T> {
    /// Turns redb's error into ours.
    fn doing(self, doing: &'static str) -> Result<T, JournalError>;
}

impl<T, E: Into<redb::Error>> Doing<T> for Result<T, E> {
    fn doing(self, doing: &'static str) -> Result<T, JournalError> {
        self.map_err(|source| JournalError::Disk { doing, source: Box::new(source.into()) })
    }
}
