//! Pure decisions: what a character should do next, and why.
