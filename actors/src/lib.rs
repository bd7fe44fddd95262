//! The living system: every actor and the tree that supervises them.
