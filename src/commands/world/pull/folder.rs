//! The folder that a world is pulled into: whether it may be, and lists that appear there only when all are there.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use api_client::calls::StaticTable;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

/// Where lists lie while others are still missing.
const UNFINISHED: &str = ".pulling";
/// The file that says where a world came from.
const ORIGIN: &str = "source.json";

/// Where a world came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// The server's address.
    pub(super) from: String,
    /// The game's version there.
    pub(super) version: String,
}

/// A folder that is being filled.
pub(super) struct Folder {
    target: PathBuf,
    unfinished: PathBuf,
}

impl Folder {
    /// Whether a world from this server may be put there.
    ///
    /// # Errors
    /// Something else is there, and nobody said that it does not matter.
    pub(super) fn check(target: &Path, from: &Url, force: bool) -> anyhow::Result<()> {
        let entries = match fs::read_dir(target) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => {
                return Err(error).with_context(|| format!("--to {}: not a folder", target.display()));
            }
        };
        let names: Vec<_> =
            entries.flatten().map(|entry| entry.file_name()).filter(|name| *name != UNFINISHED).collect();
        // One that was cut short while it moved its lists has said so in its own folder only.
        let origins = [target, &target.join(UNFINISHED)].map(origin);
        let own = origins.into_iter().flatten().any(|origin| origin.from == from.as_str());
        if names.is_empty() || own || force {
            return Ok(());
        }
        bail!(
            "--to {}: there is something else, such as {}: name an empty folder, or say --force to put the lists there",
            target.display(),
            names[0].display()
        )
    }

    /// Makes the folder, and keeps what an interrupted pull of the same world has left.
    pub(super) fn open(target: &Path, origin: Origin) -> anyhow::Result<Self> {
        let unfinished = target.join(UNFINISHED);
        if self::origin(&unfinished).as_ref() != Some(&origin) && unfinished.exists() {
            fs::remove_dir_all(&unfinished).with_context(|| cannot("clear", &unfinished))?;
        }
        fs::create_dir_all(&unfinished).with_context(|| cannot("make", &unfinished))?;
        let folder = Self { target: target.to_owned(), unfinished };
        folder.write(ORIGIN, &(serde_json::to_string_pretty(&origin)? + "\n"))?;
        Ok(folder)
    }

    /// How many rows an interrupted pull has left of a list.
    pub(super) fn pulled(&self, table: &str) -> Option<usize> {
        let text = fs::read_to_string(self.unfinished.join(table).with_extension("json")).ok()?;
        serde_json::from_str::<Vec<Value>>(&text).ok().map(|rows| rows.len())
    }

    /// Keeps a list, a row a line, until the others are there.
    pub(super) fn keep(&self, table: &str, rows: &[Value]) -> anyhow::Result<()> {
        let rows = rows.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        self.write(&format!("{table}.json"), &format!("[\n{}\n]\n", rows.join(",\n")))
    }

    /// Moves everything to its place.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        let lists = StaticTable::ALL.iter().map(|table| format!("{}.json", table.name));
        // The origin comes last: it says that the lists are there.
        for name in lists.chain([ORIGIN.to_owned()]) {
            let to = self.target.join(&name);
            fs::rename(self.unfinished.join(&name), &to).with_context(|| cannot("write", &to))?;
        }
        fs::remove_dir_all(&self.unfinished).with_context(|| cannot("remove", &self.unfinished))
    }

    /// Writes a file in one step: what is there is whole.
    fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let path = self.unfinished.join(name);
        let half = path.with_added_extension("new");
        fs::write(&half, text).and_then(|()| fs::rename(&half, &path)).with_context(|| cannot("write", &path))
    }
}

fn origin(folder: &Path) -> Option<Origin> {
    serde_json::from_str(&fs::read_to_string(folder.join(ORIGIN)).ok()?).ok()
}

fn cannot(what: &str, path: &Path) -> String {
    format!("cannot {what} {}", path.display())
}
