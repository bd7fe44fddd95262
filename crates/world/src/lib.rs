//! The game as one pure state machine: time, chance and identity are inputs.
