//! What can go wrong with a sandbox as a whole; what is wrong with a request is an answer, not an error.

use std::{io, path::PathBuf};

use crate::WorldError;

/// Why a sandbox does not start, save or serve.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// The world's data is not usable.
    #[error("the world could not be loaded")]
    World(#[from] WorldError),
    /// The speed is out of range.
    #[error("the speed is {0}: choose one from 1 to 1000")]
    Speed(f64),
    /// The demo account or one of its characters cannot be made.
    #[error("`{name}` of the demo account cannot be made: {reason}")]
    Demo {
        /// The account's or the character's name.
        name: String,
        /// Why not.
        reason: String,
    },
    /// The file with the faults cannot be read.
    #[error("the faults in {} cannot be read", .path.display())]
    ReadFaults {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A rule of the faults is wrong.
    #[error("the faults cannot be used: {place}: {problem}")]
    Faults {
        /// The file, and the place in it.
        place: String,
        /// What is wrong there.
        problem: String,
    },
    /// The state file cannot be read.
    #[error("the sandbox's state in {} cannot be read", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another sandbox plays on the state.
    #[error(
        "the sandbox's state {} is in use by another program: stop that one, or choose another place for this one",
        .path.display()
    )]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The state file holds something else.
    #[error("{} is not a state of this sandbox: move it away to begin a new world", .path.display())]
    Decode {
        /// The file.
        path: PathBuf,
        /// Where it differs.
        source: serde_json::Error,
    },
    /// The state belongs to another world's data.
    #[error(
        "{} was saved in another world, or before the data of this one was changed: name the world it was saved in, or \
         move the file away to begin a new one", .path.display()
    )]
    OtherWorld {
        /// The file.
        path: PathBuf,
    },
    /// The state file cannot be written.
    #[error(
        "the sandbox's state cannot be written to {}: check that its folder is there and may be written to",
        .path.display()
    )]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The listener failed.
    #[error("the sandbox cannot accept connections")]
    Serve(#[source] io::Error),
}
