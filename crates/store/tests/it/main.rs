//! The store against a real PostgreSQL; every test has a database of its own.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod failures;
mod fixtures;
mod history;
mod migrations;
mod paging;
mod partitions;
mod schema;
mod tables;
