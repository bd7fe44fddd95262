//! The state file: what must survive a restart, written so that a crash leaves either the old file or the new one.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::SandboxError;

/// Everything that is kept. The parts are parameters so that saving borrows what loading owns.
#[derive(Serialize, Deserialize)]
pub(crate) struct Snapshot<Accounts, State> {
    /// Fingerprint of the data that the world is played on.
    pub(crate) data: String,
    /// When the world began, by its own clock.
    pub(crate) began_at: Timestamp,
    /// The real time when this was written.
    pub(crate) real_time: Timestamp,
    /// What the world's clock showed then; it went on from there.
    pub(crate) world_time: Timestamp,
    /// How accounts sign in. With this the file holds secrets, so only its owner may read it.
    pub(crate) accounts: Accounts,
    /// Characters, banks, logs, chance.
    pub(crate) world: State,
}

/// Reads a state file; `None` when there is none yet.
pub(crate) fn read<A: DeserializeOwned, S: DeserializeOwned>(
    path: &Path,
) -> Result<Option<Snapshot<A, S>>, SandboxError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(SandboxError::Read { path: path.to_owned(), source }),
    };
    serde_json::from_slice(&bytes)
        .map(Some)
        .map_err(|source| SandboxError::Decode { path: path.to_owned(), source })
}

/// The bytes of a state file.
pub(crate) fn encode<A: Serialize, S: Serialize>(snapshot: &Snapshot<A, S>) -> Vec<u8> {
    serde_json::to_vec(snapshot)
        .expect("names and codes are the only keys, and nothing refuses to be written")
}

/// Puts the bytes of a snapshot in place of the state file.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), SandboxError> {
    replace(path, bytes).map_err(|source| SandboxError::Write { path: path.to_owned(), source })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = path.with_added_extension("new");
    let mut file = File::options().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)
}
