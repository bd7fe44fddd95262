//! Wire structs exactly as the game's API sends them.
