//! Opening a sandbox: data, the world as it was saved or a new one, and the demo account.

use std::sync::{Arc, Mutex, atomic::AtomicBool};

use game::GameData;
use jiff::Timestamp;
use world::{Rules, State, World};

use crate::{
    Sandbox, SandboxConfig, SandboxError,
    accounts::Accounts,
    catalogue::Catalogue,
    config::SPEEDS,
    demo,
    faults::Plan,
    leaderboards::Leaderboards,
    loading::{self, Files, Tables},
    rates::limiter::Limiter,
    realtime::Hub,
    sandbox::{Realm, Shared},
    snapshot::{Snapshot, StateFile},
    timescale::Timescale,
};

impl Sandbox {
    /// Loads the world's data, restores the state or begins a new one, and makes the demo account.
    ///
    /// `clock` tells real time; it is read to the millisecond and must not run backwards.
    ///
    /// # Errors
    /// Whatever in the configuration or its files does not let a world run.
    pub fn open(
        config: SandboxConfig,
        clock: impl Fn() -> Timestamp + Send + Sync + 'static,
    ) -> Result<Self, SandboxError> {
        if !SPEEDS.contains(&config.speed) {
            return Err(SandboxError::Speed(config.speed));
        }
        let files = Files::of(&config.world);
        let data = Arc::new(loading::load(&files)?);
        let tables = Tables::load(&files)?;
        let fingerprint = loading::fingerprint(&files)?;
        let rules = Rules { members: config.members, tells_news: true, ..tables.rules() };
        let now = clock();
        let state = config.state.map(StateFile::take).transpose()?;
        let saved = match &state {
            Some(file) => restored(file, &data, &rules, &fingerprint)?,
            None => None,
        };
        let begin = || Snapshot {
            data: fingerprint.clone(),
            began_at: now,
            real_time: now,
            world_time: now,
            accounts: Accounts::default(),
            world: World::new(data.clone(), rules.clone(), config.seed),
        };
        let Snapshot { began_at, real_time, world_time, accounts, world, .. } = saved.unwrap_or_else(begin);
        let mut faults = Plan::new(config.seed);
        faults.replace(config.faults, now);
        let rate_limits = config.rate_limits.scaled(config.speed);
        let sandbox = Self::new(Shared {
            clock: Box::new(clock),
            timescale: Timescale::new(real_time, world_time, config.speed),
            began_at,
            catalogue: Catalogue::of(&data),
            data,
            fingerprint,
            tables,
            hub: Hub::default(),
            leaderboards: Leaderboards::default(),
            limiter: Mutex::new(Limiter::new(rate_limits.clone())),
            rate_limits,
            state,
            realm: Mutex::new(Realm { world, accounts }),
            unsaved: AtomicBool::default(),
            faults: Mutex::new(faults),
            stats: Mutex::default(),
        });
        if let Some(demo) = &config.demo {
            sandbox.change(|realm, now| demo::seed(realm, demo, now))?;
        }
        sandbox.change(|realm, now| {
            realm.world.set_players(config.players, now);
            Ok::<_, SandboxError>(())
        })?;
        // A file that cannot be written is better known now than when there is something to lose.
        sandbox.save()?;
        Ok(sandbox)
    }
}

/// The world as it was saved; `None` when it never was.
fn restored(
    file: &StateFile,
    data: &Arc<GameData>,
    rules: &Rules,
    fingerprint: &str,
) -> Result<Option<Snapshot<Accounts, World>>, SandboxError> {
    let Some(saved) = file.read::<Accounts, State>()? else { return Ok(None) };
    if saved.data != fingerprint {
        return Err(SandboxError::OtherWorld { path: file.path().to_owned() });
    }
    let Snapshot { data: fingerprint, began_at, real_time, world_time, accounts, world: state } = saved;
    let world = World::restore(state, data.clone(), rules.clone());
    Ok(Some(Snapshot { data: fingerprint, began_at, real_time, world_time, accounts, world }))
}
