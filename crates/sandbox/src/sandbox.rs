//! The sandbox itself: a handle on one world, its accounts, its clock and its counts.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use game::GameData;
use jiff::Timestamp;
use world::World;

use crate::{
    SandboxError,
    accounts::Accounts,
    catalogue::Catalogue,
    faults::Plan,
    leaderboards::Leaderboards,
    loading::Tables,
    rates::{RateLimits, limiter::Limiter},
    realtime::{self, Hub},
    snapshot::{self, Snapshot, StateFile},
    stats::Stats,
    timescale::Timescale,
};

/// A running sandbox. Clones are handles on the same one.
#[derive(Clone)]
pub struct Sandbox {
    shared: Arc<Shared>,
}

/// What all handles share.
pub(crate) struct Shared {
    /// Real time.
    pub(crate) clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
    /// How world time and real time belong together.
    pub(crate) timescale: Timescale,
    /// When the world began, by its own clock.
    pub(crate) began_at: Timestamp,
    /// The season's data.
    pub(crate) data: Arc<GameData>,
    /// Its fingerprint.
    pub(crate) fingerprint: String,
    /// The season's other lists.
    pub(crate) tables: Tables,
    /// The season's longest lists, written already.
    pub(crate) catalogue: Catalogue,
    /// The rate limits at this speed.
    pub(crate) rate_limits: RateLimits,
    /// The state file.
    pub(crate) state: Option<StateFile>,
    /// What changes while the world is played.
    pub(crate) realm: Mutex<Realm>,
    /// Whether it has changed since it was saved.
    pub(crate) unsaved: AtomicBool,
    /// The open WebSockets.
    pub(crate) hub: Hub,
    /// Who is best at what.
    pub(crate) leaderboards: Leaderboards,
    /// The counts of the rate limits.
    pub(crate) limiter: Mutex<Limiter>,
    /// What goes wrong on the way to the game.
    pub(crate) faults: Mutex<Plan>,
    /// The counts for tests.
    pub(crate) stats: Mutex<Stats>,
}

/// What changes while the world is played, always together.
pub(crate) struct Realm {
    pub(crate) world: World,
    pub(crate) accounts: Accounts,
}

impl Sandbox {
    /// The first handle.
    pub(crate) fn new(shared: Shared) -> Self {
        Self { shared: Arc::new(shared) }
    }

    /// Writes the state file in one step; without one there is nothing to do.
    ///
    /// # Errors
    /// The file cannot be written; the old one is still there.
    pub fn save(&self) -> Result<(), SandboxError> {
        let Some(file) = &self.shared.state else { return Ok(()) };
        let snapshot = || {
            self.shared.unsaved.store(false, Ordering::Relaxed);
            let realm = self.realm();
            let real_time = self.now();
            snapshot::encode(&Snapshot {
                data: self.shared.fingerprint.clone(),
                began_at: self.shared.began_at,
                real_time,
                world_time: self.shared.timescale.world_at(real_time),
                accounts: &realm.accounts,
                world: realm.world.state(),
            })
        };
        file.write(snapshot).inspect_err(|_| self.shared.unsaved.store(true, Ordering::Relaxed))
    }

    /// Saves when something has changed since the last time.
    pub(crate) fn save_changes(&self) -> Result<(), SandboxError> {
        if self.shared.unsaved.load(Ordering::Relaxed) { self.save() } else { Ok(()) }
    }

    /// Changes the world at its present time.
    pub(crate) fn change<T, E>(
        &self,
        change: impl FnOnce(&mut Realm, Timestamp) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut realm = self.resting();
        let now = self.world_now();
        self.tell(&mut realm, now);
        let changed = change(&mut realm, now)?;
        self.shared.unsaved.store(true, Ordering::Relaxed);
        self.tell(&mut realm, now);
        Ok(changed)
    }

    /// The world and its accounts as they are now. Hold it shortly: everybody waits.
    pub(crate) fn realm(&self) -> MutexGuard<'_, Realm> {
        let mut realm = self.resting();
        self.tell(&mut realm, self.world_now());
        realm
    }

    /// The world and its accounts as they were when somebody last looked, for what no clock changes: who signs in, and
    /// where a character stands.
    pub(crate) fn resting(&self) -> MutexGuard<'_, Realm> {
        lock(&self.shared.realm)
    }

    /// Lets the world's clock run, so that what comes by the clock comes also when nobody asks.
    pub(crate) fn look(&self) {
        drop(self.realm());
    }

    /// Passes on what has happened in the world up to now.
    fn tell(&self, realm: &mut Realm, now: Timestamp) {
        let news = realm.world.news(now);
        if news.is_empty() {
            return;
        }
        self.shared.unsaved.store(true, Ordering::Relaxed);
        if self.hub().is_heard() {
            let notes = |news| realtime::notes(news, self.data(), self.timescale());
            self.hub().tell(news.iter().flat_map(notes));
        }
    }

    /// The open WebSockets.
    pub(crate) fn hub(&self) -> &Hub {
        &self.shared.hub
    }

    /// The version of the game, which a season change may have changed.
    pub(crate) fn version(&self) -> String {
        let changed = self.faults().version(self.now());
        changed.unwrap_or_else(|| self.data().version.clone())
    }

    /// Who is best at what.
    pub(crate) fn leaderboards(&self) -> &Leaderboards {
        &self.shared.leaderboards
    }

    /// The counts of the rate limits.
    pub(crate) fn limiter(&self) -> MutexGuard<'_, Limiter> {
        lock(&self.shared.limiter)
    }

    /// What goes wrong on the way to the game.
    pub(crate) fn faults(&self) -> MutexGuard<'_, Plan> {
        lock(&self.shared.faults)
    }

    /// The counts for tests.
    pub(crate) fn stats(&self) -> MutexGuard<'_, Stats> {
        lock(&self.shared.stats)
    }

    /// Real time, to the millisecond.
    pub(crate) fn now(&self) -> Timestamp {
        let now = (self.shared.clock)();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// The world's time.
    pub(crate) fn world_now(&self) -> Timestamp {
        self.shared.timescale.world_at(self.now())
    }

    /// How world time and real time belong together.
    pub(crate) fn timescale(&self) -> Timescale {
        self.shared.timescale
    }

    /// When the world began, by its own clock.
    pub(crate) fn began_at(&self) -> Timestamp {
        self.shared.began_at
    }

    /// The season's data.
    pub(crate) fn data(&self) -> &GameData {
        &self.shared.data
    }

    /// The season's other lists.
    pub(crate) fn tables(&self) -> &Tables {
        &self.shared.tables
    }

    /// The season's longest lists, written already.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.shared.catalogue
    }

    /// The rate limits at this speed.
    pub(crate) fn rate_limits(&self) -> &RateLimits {
        &self.shared.rate_limits
    }
}

/// Takes a lock, also after a panic elsewhere: one broken request is no reason to refuse all others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
