//! A PostgreSQL database per test, cloned from one migrated template.
//!
//! The template is made by whichever test comes first, under a lock of the server, because every test is a process of
//! its own. Its name carries a hash of the migrations, so a server that is kept between runs never serves an old one.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use store::{Store, StoreOptions};
use tokio_postgres::{Client, NoTls};
use uuid::Uuid;

/// Number of the advisory lock under which the template is made: "template" in ASCII.
const LOCK: i64 = 0x7465_6d70_6c61_7465;

/// A migrated database that belongs to one test and is dropped with this value.
#[derive(Debug)]
pub struct TestDatabase {
    server: String,
    name: String,
    url: String,
}

impl TestDatabase {
    /// A fresh database with every migration applied and nothing in it.
    ///
    /// # Panics
    /// Without a server to make it on, or when the server fails.
    pub async fn create() -> Self {
        let server = server();
        let admin = connect(&server, "postgres").await;
        let template = ensure_template(&server, &admin).await;
        let name = format!("test_{}", Uuid::new_v4().simple());
        // Copying files is three times as fast as PostgreSQL's default for a template this small.
        run(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")).await;
        let url = format!("{server} dbname={name}");
        Self { server, name, url }
    }

    /// A fresh database without any migration, for tests of the migrations themselves.
    ///
    /// # Panics
    /// As [`TestDatabase::create`].
    pub async fn create_empty() -> Self {
        let server = server();
        let admin = connect(&server, "postgres").await;
        let name = format!("test_{}", Uuid::new_v4().simple());
        run(&admin, &format!("CREATE DATABASE {name} STRATEGY file_copy")).await;
        let url = format!("{server} dbname={name}");
        Self { server, name, url }
    }

    /// Its address, in the form that `DATABASE_URL` takes.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A store of its own over this database.
    ///
    /// # Panics
    /// Never, with an address that was good enough to make the database.
    #[must_use]
    pub fn store(&self) -> Store {
        let url = self.url.parse().expect("the address of a test database is valid");
        Store::connect_lazy(&url, StoreOptions::default())
    }

    /// A plain connection, to look at the database behind the store's back.
    ///
    /// # Panics
    /// When the server fails.
    pub async fn client(&self) -> Client {
        connect(&self.server, &self.name).await
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // A thread of its own, because this may run inside a runtime, and in a test that is failing.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime can be made").block_on(async {
                let admin = connect(&server, "postgres").await;
                run(&admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            });
        });
        if dropping.join().is_err() && !std::thread::panicking() {
            panic!("the test database {} could not be dropped", self.name);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "tests have no configuration but this")]
fn server() -> String {
    std::env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
        panic!("this test needs a PostgreSQL server: run it through `make test` or `scripts/with-postgres cargo nextest run …`")
    })
}

/// Makes the template unless it is there; returns its name.
async fn ensure_template(server: &str, admin: &Client) -> String {
    let template = format!("callboard_template_{:016x}", hash_migrations());
    run(admin, &format!("SELECT pg_advisory_lock({LOCK})")).await;
    let found = admin.query("SELECT 1 FROM pg_database WHERE datname = $1", &[&template]).await;
    if found.expect("the server lists its databases").is_empty() {
        // Renamed when it is complete, so that a test that dies half way leaves no half template behind.
        let draft = format!("{template}_draft");
        run(admin, &format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await;
        run(admin, &format!("CREATE DATABASE {draft}")).await;
        migrate(&format!("{server} dbname={draft}")).await;
        wait_until_unused(admin, &draft).await;
        run(admin, &format!("ALTER DATABASE {draft} RENAME TO {template}")).await;
    }
    run(admin, &format!("SELECT pg_advisory_unlock({LOCK})")).await;
    template
}

async fn migrate(url: &str) {
    let url = url.parse().expect("TEST_DATABASE_URL has the form `host=… user=…`, without a database");
    let store = Store::connect_lazy(&url, StoreOptions::default());
    store.migrate().await.expect("the migrations apply to an empty database");
}

/// A closed connection lingers for a moment on the server, and a database in use cannot be renamed or cloned.
async fn wait_until_unused(admin: &Client, database: &str) {
    loop {
        let users = admin.query("SELECT 1 FROM pg_stat_activity WHERE datname = $1", &[&database]).await;
        if users.expect("the server lists its connections").is_empty() {
            return;
        }
        run(admin, "SELECT pg_sleep(0.005)").await;
    }
}

async fn connect(server: &str, database: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(&format!("{server} dbname={database}"), NoTls)
        .await
        .unwrap_or_else(|error| panic!("cannot connect to {database} at `{server}`: {error:?}"));
    #[expect(clippy::disallowed_methods, reason = "tests have no supervision tree")]
    tokio::spawn(connection);
    client
}

async fn run(client: &Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql).await {
        panic!("`{sql}` failed: {error:?}");
    }
}

/// A number that changes when any migration does.
fn hash_migrations() -> u64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let files =
        sql_files(&folder).unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(&folder).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file).expect("a file that was just listed can be read").hash(&mut hasher);
    }
    hasher.finish()
}

fn sql_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for change in fs::read_dir(folder)? {
        let change = change?.path();
        if change.is_dir() {
            for file in fs::read_dir(change)? {
                files.push(file?.path());
            }
        }
    }
    files.sort();
    Ok(files)
}
