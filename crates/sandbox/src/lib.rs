//! A server that speaks the game's API over the pure world.
