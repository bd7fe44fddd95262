//! Which edition of which world: a fingerprint of the files that the rules read.
//!
//! It is taken of the files' text and not of what this program makes of it, so that a world which nobody touched stays
//! the same world in the next release.

use blake2::{Blake2s256, Digest};

use super::{Files, WorldError};

/// The lists that are played on; those that are only looked at cannot make a saved state wrong.
const PLAYED_ON: [&str; 9] = [
    "items.json",
    "monsters.json",
    "resources.json",
    "maps.json",
    "npcs.json",
    "npc_items.json",
    "tasks.json",
    "tasks_rewards.json",
    "achievements.json",
];

/// The fingerprint in hexadecimal.
pub(crate) fn fingerprint(files: &Files) -> Result<String, WorldError> {
    let mut all = Blake2s256::new();
    for name in PLAYED_ON {
        // Each file by its own hash, so that no text can move from one to the next unseen.
        let text = files.text(name)?.unwrap_or_default();
        all.update(Blake2s256::digest(text.as_bytes()));
    }
    Ok(all.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
