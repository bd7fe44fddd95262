//! The data folder of `up`: it belongs to one game, and a start that is refused leaves nothing in it.
//!
//! What was learned from one game is wrong for any other: journal, history and the sandbox's world belong together. The
//! folder says in a file of its own whose they are.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::{Context as _, ensure};

/// The file that names the game.
const GAME: &str = "game.txt";
/// Every file that may be made before a start can still be refused.
const FILES: [&str; 4] = [GAME, "journal.redb", "sandbox.json", "secret.key"];

/// The data folder of one start.
#[derive(Debug)]
pub(crate) struct DataFolder {
    path: PathBuf,
    game: String,
    /// What is removed if the start is refused: files and then folders that were not there before, the innermost first.
    new_files: Vec<PathBuf>,
    new_folders: Vec<PathBuf>,
    settled: AtomicBool,
}

impl DataFolder {
    /// Looks whether the folder is free or belongs to this game; makes nothing.
    ///
    /// # Errors
    /// It belongs to another game, or cannot be read.
    pub(crate) fn claim(path: PathBuf, game: String) -> anyhow::Result<Self> {
        let file = path.join(GAME);
        let owner = match fs::read_to_string(&file) {
            Ok(text) => text.trim().to_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => game.clone(),
            Err(error) => {
                return Err(error).with_context(|| {
                    format!("cannot read {}: choose another folder with --data", file.display())
                });
            }
        };
        ensure!(
            owner == game,
            "the data folder {} belongs to the game `{owner}`, and `{game}` is to be played: choose another folder with \
             --data, or leave it out to have one for each game",
            path.display()
        );
        let new_files = FILES.map(|name| path.join(name)).into_iter().filter(|file| !file.exists()).collect();
        let new_folders =
            path.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
        Ok(Self { path, game, new_files, new_folders, settled: AtomicBool::new(false) })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the folder.
    ///
    /// # Errors
    /// The disk.
    pub(crate) fn make(&self) -> anyhow::Result<()> {
        fs::create_dir_all(&self.path).with_context(|| {
            format!("cannot make the data folder {}: choose another one with --data", self.path.display())
        })
    }

    /// Nothing can refuse the start any more: the folder belongs to this game from now on.
    ///
    /// # Errors
    /// The disk.
    pub(crate) fn settle(&self) -> anyhow::Result<()> {
        let file = self.path.join(GAME);
        fs::write(&file, format!("{}\n", self.game))
            .with_context(|| format!("cannot write {}: choose another folder with --data", file.display()))?;
        self.settled.store(true, Ordering::Relaxed);
        Ok(())
    }
}

impl Drop for DataFolder {
    fn drop(&mut self) {
        if !self.settled.load(Ordering::Relaxed) {
            // What was never made, or holds something of somebody else's, stays as it is.
            self.new_files.iter().for_each(|file| drop(fs::remove_file(file)));
            self.new_folders.iter().for_each(|folder| drop(fs::remove_dir(folder)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(path: &Path, game: &str) -> anyhow::Result<DataFolder> {
        DataFolder::claim(path.to_owned(), game.to_owned())
    }

    #[test]
    fn a_folder_that_was_played_in_belongs_to_its_game() {
        let folder = tempfile::tempdir().unwrap();
        let first = claim(folder.path(), "sandbox").unwrap();
        first.make().unwrap();
        first.settle().unwrap();
        drop(first);
        assert!(claim(folder.path(), "sandbox").is_ok());
        let error = claim(folder.path(), "live").unwrap_err().to_string();
        assert!(["`sandbox`", "`live`", "--data"].iter().all(|word| error.contains(word)), "{error}");
    }

    #[test]
    fn a_refused_start_takes_away_what_it_has_made_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/data");
        let start = claim(&path, "sandbox").unwrap();
        start.make().unwrap();
        fs::write(path.join("sandbox.json"), "{}").unwrap();
        drop(start);
        assert!(!folder.path().join("new").exists());

        fs::write(folder.path().join("journal.redb"), "of an earlier start").unwrap();
        let start = claim(folder.path(), "sandbox").unwrap();
        fs::write(folder.path().join("sandbox.json"), "{}").unwrap();
        drop(start);
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(left, ["journal.redb"]);
    }
}
