//! The wire structs against recorded-style replies (`fixtures/`) and against the game's spec.

// `cfg(test)` tells clippy that the helpers are test code too, where a panic is the failure.
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod schema;
