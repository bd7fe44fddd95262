//! What can be wrong with a world's files, worded for the person who made the folder.

use std::{io, path::PathBuf};

use game::data::DataError;

/// Why a world could not be loaded. Each message is one line: which file, where in it, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// The folder is not there.
    #[error(
        "{} is not a folder: name one that holds items.json, monsters.json, resources.json and maps.json", .0.display()
    )]
    NoFolder(PathBuf),
    /// One of the four files that make a world is not there.
    #[error("{} is missing: put the answer of `GET /{}` there, all pages in one array", .path.display(), .path.file_stem().unwrap_or_default().display())]
    MissingFile {
        /// The file.
        path: PathBuf,
    },
    /// The file is there and cannot be read.
    #[error("{} cannot be read: check that it is a text file and may be read", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not a JSON array.
    #[error("{} is not a JSON array of objects: {reason}", .path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What was found, with line and column.
        reason: String,
    },
    /// A row does not have the shape that the API gives it.
    #[error("{}, row {row}{name}: {field}: {reason}", .path.display())]
    Row {
        /// The file.
        path: PathBuf,
        /// Which row, from 1.
        row: usize,
        /// What the row is about, in brackets, when it says so itself.
        name: String,
        /// Which field.
        field: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Something points at a thing that is not there, or a list is empty.
    #[error("{place}: {problem}: {}", advice(problem))]
    Inconsistent {
        /// The folder, or words for the embedded world.
        place: String,
        /// Who points at what.
        problem: DataError,
    },
}

fn advice(problem: &DataError) -> &'static str {
    match problem {
        DataError::Empty(_) => "put something in",
        DataError::Unresolved { .. } => "add it, or take out what names it",
    }
}
