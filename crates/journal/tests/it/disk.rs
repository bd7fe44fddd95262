//! A disk that loses power: what was synced stays; of what was not, any part may have reached the platter, torn or not.

use std::{
    io,
    sync::{Arc, Mutex},
};

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use redb::StorageBackend;

/// The simulated disk. Clones share it, so that a test holds on to it while redb uses it.
#[derive(Debug, Clone)]
pub(crate) struct Disk(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// What survives a power cut for certain.
    synced: Vec<u8>,
    /// What the program sees.
    seen: Vec<u8>,
    /// Changes since the last sync, in order.
    unsynced: Vec<Change>,
    /// Syncs until the power goes; `None` while it is reliable.
    syncs_left: Option<u32>,
    rng: Xoshiro256PlusPlus,
}

#[derive(Debug)]
enum Change {
    Length(u64),
    Bytes(u64, Vec<u8>),
}

/// Disks keep or lose sectors of this size, never parts of one.
const SECTOR: usize = 512;

impl Disk {
    /// An empty disk whose chances come from `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(State {
            synced: Vec::new(),
            seen: Vec::new(),
            unsynced: Vec::new(),
            syncs_left: None,
            rng: Xoshiro256PlusPlus::seed_from_u64(seed),
        })))
    }

    /// Cuts the power at the `syncs`-th sync from now.
    pub(crate) fn cut_power_after(&self, syncs: u32) {
        self.0.lock().unwrap().syncs_left = Some(syncs);
    }

    /// Whether the power is gone.
    pub(crate) fn is_dead(&self) -> bool {
        self.0.lock().unwrap().syncs_left == Some(0)
    }

    /// The disk as the next start finds it.
    pub(crate) fn after_power_cut(&self) -> Self {
        let state = self.0.lock().unwrap();
        let mut rng = state.rng.clone();
        let mut bytes = state.synced.clone();
        for change in &state.unsynced {
            change.apply_torn(&mut bytes, &mut rng);
        }
        Self(Arc::new(Mutex::new(State {
            synced: bytes.clone(),
            seen: bytes,
            unsynced: Vec::new(),
            syncs_left: None,
            rng,
        })))
    }
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Length(length) => set_length(bytes, to_usize(*length)),
            Self::Bytes(offset, data) => bytes[to_usize(*offset)..][..data.len()].copy_from_slice(data),
        }
    }

    /// Applies the change wholly, in part, or not at all.
    fn apply_torn(&self, bytes: &mut Vec<u8>, rng: &mut Xoshiro256PlusPlus) {
        match self {
            Self::Length(length) => {
                // The file system's journal keeps a file's length in order with the data behind it.
                set_length(bytes, to_usize(*length).max(bytes.len()));
            }
            Self::Bytes(offset, data) => {
                let fate = rng.random_range(0..3);
                for (index, sector) in data.chunks(SECTOR).enumerate() {
                    if fate == 0 || (fate == 1 && rng.random::<bool>()) {
                        let start = to_usize(*offset) + index * SECTOR;
                        bytes[start..][..sector.len()].copy_from_slice(sector);
                    }
                }
            }
        }
    }
}

impl State {
    fn check_power(&self) -> io::Result<()> {
        if self.syncs_left == Some(0) { Err(io::Error::other("the power is gone")) } else { Ok(()) }
    }

    fn change(&mut self, change: Change) -> io::Result<()> {
        self.check_power()?;
        change.apply(&mut self.seen);
        self.unsynced.push(change);
        Ok(())
    }
}

impl StorageBackend for Disk {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.lock().unwrap().seen.len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let state = self.0.lock().unwrap();
        let bytes = state.seen.get(to_usize(offset)..).and_then(|bytes| bytes.get(..out.len()));
        out.copy_from_slice(bytes.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.0.lock().unwrap().change(Change::Length(length))
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.0.lock().unwrap().change(Change::Bytes(offset, data.to_vec()))
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut state = self.0.lock().unwrap();
        state.check_power()?;
        if let Some(syncs) = &mut state.syncs_left {
            *syncs -= 1;
            state.check_power()?;
        }
        let changes = std::mem::take(&mut state.unsynced);
        for change in changes {
            change.apply(&mut state.synced);
        }
        Ok(())
    }
}

/// As `Vec::resize`, which takes the bytes one by one in a test build.
fn set_length(bytes: &mut Vec<u8>, length: usize) {
    bytes.truncate(length);
    bytes.extend_from_slice(&vec![0; length - bytes.len()]);
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).expect("a simulated disk fits into memory")
}
