//! PostgreSQL: one file per table.
