//! The state file: what must survive a restart, written so that a crash leaves either the old file or the new one.
//!
//! Whoever plays on a state holds its lock, so that two sandboxes never overwrite each other's world. The lock is on the
//! file itself, which each save replaces: the new file is locked before it takes the old one's place.

use std::{
    fs::{self, File, TryLockError},
    io::{self, ErrorKind, Read, Write},
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
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

/// A state file, which nobody else plays on.
pub(crate) struct StateFile {
    path: PathBuf,
    /// The file as it is on the disk, with its lock; none before the first save.
    held: Mutex<Option<File>>,
}

impl StateFile {
    /// Takes the file, whether it is there or not.
    pub(crate) fn take(path: PathBuf) -> Result<Self, SandboxError> {
        match locked(&path) {
            Ok(held) => Ok(Self { path, held: Mutex::new(held) }),
            Err(error) if error.kind() == ErrorKind::ResourceBusy => Err(SandboxError::InUse { path }),
            Err(source) => Err(SandboxError::Read { path, source }),
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds; `None` when it is not there yet.
    pub(crate) fn read<A: DeserializeOwned, S: DeserializeOwned>(
        &self,
    ) -> Result<Option<Snapshot<A, S>>, SandboxError> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(mut file) = held.as_ref() else { return Ok(None) };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)
            .map_err(|source| SandboxError::Read { path: self.path.clone(), source })?;
        serde_json::from_slice(&bytes)
            .map(Some)
            .map_err(|source| SandboxError::Decode { path: self.path.clone(), source })
    }

    /// Puts what `encode` makes in its place. Two writers would mix their bytes, so one waits for the other, and
    /// writes what is true then.
    pub(crate) fn write(&self, encode: impl FnOnce() -> Vec<u8>) -> Result<(), SandboxError> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        match replace(&self.path, &encode()) {
            Ok(file) => *held = Some(file),
            Err(error) if error.kind() == ErrorKind::ResourceBusy => {
                return Err(SandboxError::InUse { path: self.path.clone() });
            }
            Err(source) => return Err(SandboxError::Write { path: self.path.clone(), source }),
        }
        Ok(())
    }
}

/// The bytes of a state file.
pub(crate) fn encode<A: Serialize, S: Serialize>(snapshot: &Snapshot<A, S>) -> Vec<u8> {
    serde_json::to_vec(snapshot)
        .expect("names and codes are the only keys, and nothing refuses to be written")
}

/// The file with its lock, if it is there. Busy when somebody else has it.
fn locked(path: &Path) -> io::Result<Option<File>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    lock(&file)?;
    // Whoever replaced it meanwhile holds the lock of the new one.
    let same = fs::metadata(path).is_ok_and(|now| file.metadata().is_ok_and(|ours| ours.ino() == now.ino()));
    if same { Ok(Some(file)) } else { Err(ErrorKind::ResourceBusy.into()) }
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let unfinished = path.with_added_extension("new");
    let mut file = File::options().write(true).create(true).truncate(false).mode(0o600).open(&unfinished)?;
    lock(&file)?;
    file.set_len(0)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    Ok(file)
}

fn lock(file: &File) -> io::Result<()> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => ErrorKind::ResourceBusy.into(),
        TryLockError::Error(error) => error,
    })
}
