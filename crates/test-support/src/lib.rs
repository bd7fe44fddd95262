//! Builders, test databases and fixtures; a dev-dependency only.

#[cfg(feature = "company")]
pub mod company;
mod database;

pub use database::TestDatabase;
