//! Opening a sandbox: data, the world as it was saved or a new one, and the demo account.

use std::{
    path::Path,
    sync::{Arc, Mutex, atomic::AtomicBool},
};

use game::GameData;
use jiff::Timestamp;
use world::{Rules, State, World};

use crate::{
    Sandbox, SandboxConfig, SandboxError, WorldSource,
    accounts::Accounts,
    config::SPEEDS,
    demo,
    loading::{self, Files, Tables},
    rates::limiter::Limiter,
    sandbox::{Realm, Shared},
    snapshot::{self, Snapshot},
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
        let files = match &config.world {
            WorldSource::Embedded => Files::Embedded,
            WorldSource::Dir(folder) => Files::Dir(folder.clone()),
        };
        let data = Arc::new(loading::load(&files)?);
        let tables = Tables::load(&files)?;
        let now = clock();
        let saved = config.state.as_deref().map(|path| restored(path, &data)).transpose()?.flatten();
        let begin = || Snapshot {
            began_at: now,
            real_time: now,
            world_time: now,
            accounts: Accounts::default(),
            world: World::new(data.clone(), Rules::default(), config.seed),
        };
        let Snapshot { began_at, real_time, world_time, accounts, world } = saved.unwrap_or_else(begin);
        let rate_limits = config.rate_limits.scaled(config.speed);
        let sandbox = Self::new(Shared {
            clock: Box::new(clock),
            timescale: Timescale::new(real_time, world_time, config.speed),
            began_at,
            data,
            tables,
            limiter: Mutex::new(Limiter::new(rate_limits.clone())),
            rate_limits,
            state: config.state,
            saving: Mutex::default(),
            realm: Mutex::new(Realm { world, accounts }),
            unsaved: AtomicBool::new(true),
            stats: Mutex::default(),
        });
        if let Some(demo) = &config.demo {
            sandbox.change(|realm, now| demo::seed(realm, demo, now))?;
        }
        Ok(sandbox)
    }
}

/// The world as it was saved; `None` when it never was.
fn restored(path: &Path, data: &Arc<GameData>) -> Result<Option<Snapshot<Accounts, World>>, SandboxError> {
    let Some(saved) = snapshot::read::<Accounts, State>(path)? else { return Ok(None) };
    let Snapshot { began_at, real_time, world_time, accounts, world: state } = saved;
    let world = World::restore(state, data.clone(), Rules::default());
    let characters = world.accounts().flat_map(|(account, _)| world.characters(account));
    if let Some(lost) = characters.into_iter().find(|character| data.maps.get(character.map_id).is_none()) {
        return Err(SandboxError::OtherWorld {
            path: path.to_owned(),
            character: lost.name.to_string(),
            map_id: lost.map_id.0,
        });
    }
    Ok(Some(Snapshot { began_at, real_time, world_time, accounts, world }))
}
