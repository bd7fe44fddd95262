//! Builders, test databases and fixtures; a dev-dependency only.

mod database;

pub use database::TestDatabase;
