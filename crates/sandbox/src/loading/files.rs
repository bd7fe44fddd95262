//! Where a world's files come from: a folder, or the world that is built into the program.

use std::{borrow::Cow, fs, io::ErrorKind, path::PathBuf};

use super::WorldError;
use crate::WorldSource;

/// A set of world files.
pub(crate) enum Files {
    /// The world that comes with the program, `worlds/first_steps`.
    Embedded,
    /// A folder.
    Dir(PathBuf),
}

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        /// The text of an embedded file.
        fn embedded(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../../worlds/first_steps/", $name))),)*
                _ => None,
            }
        }
    };
}

embedded! {
    "items.json", "monsters.json", "resources.json", "maps.json", "npcs.json", "npc_items.json", "effects.json",
    "tasks.json", "tasks_rewards.json", "events.json", "achievements.json", "raids.json", "badges.json", "skins.json",
    "season_rewards.json",
}

impl Files {
    /// The files of a source.
    pub(crate) fn of(source: &WorldSource) -> Self {
        match source {
            WorldSource::Embedded => Self::Embedded,
            WorldSource::Dir(folder) => Self::Dir(folder.clone()),
        }
    }

    /// Whether the folder is there at all.
    pub(crate) fn check(&self) -> Result<(), WorldError> {
        match self {
            Self::Dir(folder) if !folder.is_dir() => Err(WorldError::NoFolder(folder.clone())),
            _ => Ok(()),
        }
    }

    /// The set in words.
    pub(crate) fn place(&self) -> String {
        match self {
            Self::Embedded => "the embedded world".to_owned(),
            Self::Dir(folder) => folder.display().to_string(),
        }
    }

    /// A file's path, for messages.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        match self {
            Self::Embedded => PathBuf::from("the embedded world").join(name),
            Self::Dir(folder) => folder.join(name),
        }
    }

    /// A file's text, `None` when there is no such file.
    pub(crate) fn text(&self, name: &str) -> Result<Option<Cow<'static, str>>, WorldError> {
        let Self::Dir(folder) = self else { return Ok(embedded(name).map(Cow::Borrowed)) };
        let path = folder.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(Cow::Owned(text))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(source) => Err(WorldError::Unreadable { path, source }),
        }
    }
}
