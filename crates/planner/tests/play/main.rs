//! The planner at play in the pure world: whole runs in virtual time, and a game that refuses at random.

mod closed_loop;
mod refusals;
mod stage;
