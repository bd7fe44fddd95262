//! Running the embedded migrations, up at every start and down when somebody goes back to an older release.

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::{
    error::{Cause, StoreError},
    store::Store,
};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");
const DOING: &str = "migrating the database";

/// Number of the advisory lock that migrating processes wait for: "callbord" in ASCII.
const LOCK: i64 = 0x6361_6c6c_626f_7264;

impl Store {
    /// Brings the database to the form this program works with; returns the names of the migrations it applied.
    ///
    /// Processes that do this at the same time wait for each other. Once begun it runs to its end, also when the
    /// caller gives up.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when a newer program was here; otherwise the server.
    pub async fn migrate(&self) -> Result<Vec<String>, StoreError> {
        self.with_harness(|harness| {
            refuse_newer(harness)?;
            Ok(names(&harness.run_pending_migrations(MIGRATIONS).map_err(failed)?))
        })
        .await
    }

    /// Takes back the newest `count` migrations with all the data in their tables, for a return to an older release;
    /// returns their names.
    ///
    /// # Errors
    /// As [`Store::migrate`].
    pub async fn migrate_revert(&self, count: usize) -> Result<Vec<String>, StoreError> {
        self.with_harness(move |harness| {
            refuse_newer(harness)?;
            let applied = harness.applied_migrations().map_err(failed)?.len();
            (0..count.min(applied))
                .map(|_| Ok(harness.revert_last_migration(MIGRATIONS).map_err(failed)?.to_string()))
                .collect()
        })
        .await
    }

    /// Runs `work` on a connection of its own that holds the lock. diesel's migrations block their thread, which a
    /// thread of the runtime must not.
    async fn with_harness<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AsyncMigrationHarness<AsyncPgConnection>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let mut connection = self.connector.establish().await?;
        connection
            .batch_execute(&format!("SET statement_timeout = 0; SELECT pg_advisory_lock({LOCK})"))
            .await
            .map_err(|error| StoreError::query(DOING, error))?;
        // The connection is dropped at the end of the work, and the lock with it.
        tokio::task::spawn_blocking(move || work(&mut AsyncMigrationHarness::new(connection)))
            .await
            .map_err(|error| StoreError::Failed { doing: DOING, source: error.into() })?
    }
}

/// A database that knows more migrations than we do belongs to a newer program.
fn refuse_newer(harness: &mut impl MigrationHarness<Pg>) -> Result<(), StoreError> {
    let known: Vec<Box<dyn Migration<Pg>>> = MIGRATIONS.migrations().map_err(failed)?;
    let applied = harness.applied_migrations().map_err(failed)?;
    let unknown = applied
        .into_iter()
        .find(|version| known.iter().all(|migration| migration.name().version() != *version));
    unknown.map_or(Ok(()), |version| Err(StoreError::Newer { found: version.to_string() }))
}

fn failed(source: Cause) -> StoreError {
    StoreError::Failed { doing: DOING, source }
}

fn names(versions: &[MigrationVersion<'_>]) -> Vec<String> {
    versions.iter().map(ToString::to_string).collect()
}
