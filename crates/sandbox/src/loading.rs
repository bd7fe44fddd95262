//! Loading a world's static data: the embedded world, or any folder with a season's lists in the API's JSON shape.
//!
//! The lists that rules are about are read into `game`'s types, and a world cannot do without four of them; those that are
//! only looked at are kept as they are and served so. Whatever is wrong with a folder is told in one line that names the
//! file, the place in it and what to do.

mod error;
mod files;
mod fingerprint;
mod rows;
mod tables;

use std::path::Path;

use game::{GameData, data::StaticData};
use world::soundness::{Report, Season, check};

use crate::WorldSource;

pub use error::WorldError;
pub(crate) use files::Files;
pub(crate) use fingerprint::fingerprint;
pub(crate) use tables::Tables;

/// The game version whose rules the world follows (RULES: API 8.1.0 / 8.2.x).
pub(crate) const GAME_VERSION: &str = "8.2.0";

/// Reads the lists that the world is played on from a folder, and checks that all they name exists and that the
/// folder's other lists can be served.
///
/// # Errors
/// What is wrong, where, and what to do about it.
pub fn load_world_dir(folder: &Path) -> Result<StaticData, WorldError> {
    let files = Files::Dir(folder.to_owned());
    let data = load(&files)?;
    Tables::load(&files)?;
    Ok(data.to_lists())
}

/// Reads and indexes the lists that a world is played on.
///
/// # Errors
/// What is wrong, where, and what to do about it.
pub fn load_world(source: &WorldSource) -> Result<GameData, WorldError> {
    load(&Files::of(source))
}

/// Reads all lists of a world, and looks for whatever is wrong with it: see [`world::soundness`].
///
/// # Errors
/// What keeps a file from being read at all.
pub fn check_world(source: &WorldSource) -> Result<Report, WorldError> {
    let files = Files::of(source);
    Ok(check(&Season { lists: lists(&files)?, effects: rows::optional(&files, "effects.json")? }))
}

/// Reads and indexes the lists that the world is played on.
pub(crate) fn load(files: &Files) -> Result<GameData, WorldError> {
    GameData::new(lists(files)?).map_err(|problem| WorldError::Inconsistent { place: files.place(), problem })
}

/// Reads the lists that the world is played on, as they are.
fn lists(files: &Files) -> Result<StaticData, WorldError> {
    files.check()?;
    Ok(StaticData {
        version: GAME_VERSION.to_owned(),
        items: rows::required(files, "items.json")?,
        monsters: rows::required(files, "monsters.json")?,
        resources: rows::required(files, "resources.json")?,
        maps: rows::required(files, "maps.json")?,
        npcs: rows::optional(files, "npcs.json")?,
        npc_items: rows::optional(files, "npc_items.json")?,
        tasks: rows::optional(files, "tasks.json")?,
        tasks_rewards: rows::optional(files, "tasks_rewards.json")?,
        achievements: rows::optional(files, "achievements.json")?,
        events: rows::optional(files, "events.json")?,
        raids: rows::optional(files, "raids.json")?,
    })
}
