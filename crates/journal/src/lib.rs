//! Durable intents and history entries on the local disk, in one redb file.
