//! Typed client of the game's API: requests, replies, and errors that split what callers treat differently.
