//! Limits that several strategies have, and what is said of one that makes no sense.

use game::xp::MAX_LEVEL;

/// A number of times or things to stop after.
pub(crate) fn at_least_one(field: &str, number: Option<u64>) -> Result<(), String> {
    match number {
        Some(0) => Err(format!("`{field}` must be 1 or more; leave it out to go on without end")),
        _ => Ok(()),
    }
}

/// A level to stop at.
pub(crate) fn level(field: &str, level: Option<u32>) -> Result<(), String> {
    match level {
        Some(level) if !(1..=MAX_LEVEL).contains(&level) => {
            Err(format!("`{field}` must be a level from 1 to {MAX_LEVEL}, not {level}"))
        }
        _ => Ok(()),
    }
}
