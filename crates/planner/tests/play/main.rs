//! The planner at play in the pure world: whole runs in virtual time, and a game that refuses at random.

// `cfg(test)` always holds here; it tells clippy that unwrapping is fine in helpers, too.
#[cfg(test)]
mod anything;
#[cfg(test)]
mod closed_loop;
#[cfg(test)]
mod crafting;
#[cfg(test)]
mod exchange;
#[cfg(test)]
mod goals;
mod leveling;
#[cfg(test)]
mod lost_replies;
#[cfg(test)]
mod nothing_loops;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod task;
#[cfg(test)]
mod templates;
#[cfg(test)]
mod trading;
#[cfg(test)]
mod troupe;
