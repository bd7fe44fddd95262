//! Builders, test databases and fixtures; a dev-dependency only.
