//! A private PostgreSQL cluster on the distribution's own binaries: its folder, its settings and its commands.
//!
//! It listens on a Unix socket only, in a folder nobody else can enter, which is why it asks for no password. Running
//! and watching the server is the actor's part.

use std::{
    fs, io,
    os::unix::{
        ffi::OsStrExt,
        fs::{MetadataExt, PermissionsExt, chown},
    },
    path::{Path, PathBuf},
    process::{Output, Stdio},
};

use tokio::process::Command;

/// Name of the database, and of the role that owns it.
const NAME: &str = "callboard";
/// Where Debian installs each version of PostgreSQL.
const INSTALLED: &str = "/usr/lib/postgresql";
/// Longest path of a Unix socket, less the name of PostgreSQL's own (`.s.PGSQL.5432`).
const SOCKET_DIR_MAX: usize = 107 - 15;

/// Small settings for a server with one client on the same machine. Durability stays on. They are given at each start
/// and written nowhere, so a folder that was copied or moved holds nothing about the place it was in.
const SETTINGS: [&str; 7] = [
    "listen_addresses=",
    "max_connections=40",
    "shared_buffers=64MB",
    "autovacuum_naptime=5min",
    "log_min_messages=warning",
    "log_timezone=UTC",
    "timezone=UTC",
];

/// Where a private cluster lives and how its programs are run.
#[derive(Debug, Clone)]
pub struct Cluster {
    bin: PathBuf,
    folder: PathBuf,
    /// User and group of `postgres`, which the server must run as when the program itself is root.
    owner: Option<(u32, u32)>,
}

/// Why the private cluster cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// No server programs on this machine.
    #[error(
        "PostgreSQL is not installed: install the package `postgresql`, or point DATABASE_URL to a server of yours"
    )]
    NotInstalled,
    /// The folder's database was made by a version whose programs are not on this machine.
    #[error(
        "the database in {folder} is one of PostgreSQL {version}, which is not installed: install the package \
         `postgresql-{version}`, or choose another data folder with --data"
    )]
    OtherVersion {
        /// The cluster's folder.
        folder: PathBuf,
        /// The version.
        version: String,
    },
    /// Running as root without a `postgres` user to step down to.
    #[error(
        "PostgreSQL refuses to run as root and there is no user `postgres`: run as another user, or set DATABASE_URL"
    )]
    NoUser,
    /// The server's user cannot reach the data folder.
    #[error(
        "the user `postgres` cannot enter {0}: choose another data folder with --data, or set DATABASE_URL"
    )]
    Unreachable(PathBuf),
    /// The socket cannot have this path.
    #[error(
        "the database's socket cannot be in {0}, which is too long or has a comma: choose another data folder with --data"
    )]
    NoSocket(PathBuf),
    /// A folder, file or program could not be used.
    #[error("cannot use {path}")]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A program of PostgreSQL failed.
    #[error("`{program}` failed: {output}")]
    Failed {
        /// Which.
        program: &'static str,
        /// What it printed.
        output: String,
    },
}

impl Cluster {
    /// The cluster of a data folder, checked as far as possible without starting anything.
    ///
    /// # Errors
    /// When this machine or this folder cannot carry a cluster.
    pub fn locate(data: &Path) -> Result<Self, ClusterError> {
        let folder = data.join("postgres");
        let bin = binaries(Path::new(INSTALLED), &folder)?;
        let socket = folder.join("run");
        // PostgreSQL's programs take what stands behind a comma for another host.
        if socket.as_os_str().len() > SOCKET_DIR_MAX || socket.as_os_str().as_bytes().contains(&b',') {
            return Err(ClusterError::NoSocket(socket));
        }
        make_folder(data, None, 0o755)?;
        let owner = if fs::metadata("/proc/self").is_ok_and(|meta| meta.uid() == 0) {
            Some(postgres_user().ok_or(ClusterError::NoUser)?)
        } else {
            None
        };
        if owner.is_some()
            && let Some(shut) = data
                .ancestors()
                .find(|above| fs::metadata(above).is_ok_and(|meta| meta.permissions().mode() & 0o001 == 0))
        {
            return Err(ClusterError::Unreachable(shut.to_owned()));
        }
        Ok(Self { bin, folder, owner })
    }

    /// How to connect, as libpq's key=value text.
    #[must_use]
    pub fn url(&self) -> String {
        let socket = self.socket().replace('\\', r"\\").replace('\'', r"\'");
        format!("host='{socket}' user={NAME} dbname={NAME}")
    }

    /// Makes the cluster when it is not there yet, and ends a server that an earlier, killed program left behind.
    ///
    /// The caller holds the journal's lock on the data folder, so no other living program uses this cluster.
    ///
    /// # Errors
    /// When a folder cannot be made or a program fails.
    pub async fn prepare(&self) -> Result<(), ClusterError> {
        for (path, mode) in [(self.folder.clone(), 0o700), (self.folder.join("run"), 0o700)] {
            make_folder(&path, self.owner, mode)?;
        }
        self.forget_copied_server()?;
        self.stop().await?;
        let (data, unfinished) = (self.folder.join("data"), self.folder.join("data.new"));
        if data.exists() {
            return Ok(());
        }
        // A start that is broken off in here must not leave half a cluster to the next one.
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(failed(&unfinished))?;
        }
        let target = unfinished.display().to_string();
        let init =
            ["-D", &target, "-U", NAME, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"];
        succeed("initdb", self.run("initdb", &init).await?)?;
        fs::rename(&unfinished, &data).map_err(failed(&data))
    }

    /// The data folder of a copy names a server that is not its own, and that one must not be stopped.
    fn forget_copied_server(&self) -> Result<(), ClusterError> {
        let file = self.folder.join("data/postmaster.pid");
        let Ok(text) = fs::read_to_string(&file) else { return Ok(()) };
        let served = text.lines().nth(1).and_then(|path| fs::canonicalize(path).ok());
        if served.is_some() && served == fs::canonicalize(self.data()).ok() {
            return Ok(());
        }
        fs::remove_file(&file).map_err(failed(&file))
    }

    /// The command that runs the server in the foreground. It dies with the thread that starts it.
    #[must_use]
    pub fn server(&self) -> Command {
        let mut command = self.command("postgres", &["--pdeathsig", "INT"]);
        let sockets = format!("unix_socket_directories=\"{}\"", self.socket().replace('"', "\"\""));
        for setting in SETTINGS.into_iter().chain([sockets.as_str()]) {
            command.args(["-c", setting]);
        }
        command.args(["-D", &self.data()]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        // A Ctrl-C in the terminal is for the program, which stops the server when nobody needs it any more.
        command.process_group(0);
        command
    }

    /// Whether the server takes connections, and the database is there.
    ///
    /// # Errors
    /// When the database is missing and cannot be made.
    pub async fn is_ready(&self) -> Result<bool, ClusterError> {
        let socket = self.socket();
        if !self
            .run("pg_isready", &["-q", "-h", &socket, "-U", NAME, "-d", "postgres"])
            .await?
            .status
            .success()
        {
            return Ok(false);
        }
        let output = self.run("createdb", &["-h", &socket, "-U", NAME, NAME]).await?;
        if output.status.success() || String::from_utf8_lossy(&output.stderr).contains("already exists") {
            return Ok(true);
        }
        succeed("createdb", output).map(|()| true)
    }

    /// Stops the server in order and waits until it is gone; without one there is nothing to do.
    ///
    /// # Errors
    /// When `pg_ctl` fails and leaves a server behind.
    pub async fn stop(&self) -> Result<(), ClusterError> {
        if !self.is_running().await? {
            return Ok(());
        }
        let output =
            self.run("pg_ctl", &["stop", "-m", "fast", "-w", "-t", "30", "-D", &self.data()]).await?;
        // One that was just ending by itself is gone before `pg_ctl` can tell it to.
        if !output.status.success() && !self.is_running().await? {
            return Ok(());
        }
        succeed("pg_ctl stop", output)
    }

    async fn is_running(&self) -> Result<bool, ClusterError> {
        Ok(self.run("pg_ctl", &["status", "-D", &self.data()]).await?.status.success())
    }

    fn socket(&self) -> String {
        self.folder.join("run").display().to_string()
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    async fn run(&self, program: &'static str, args: &[&str]) -> Result<Output, ClusterError> {
        // Not even a kill may leave one behind, at work on files that the next start uses.
        let mut command = self.command(program, &["--pdeathsig", "KILL"]);
        command.args(args).stdin(Stdio::null()).kill_on_drop(true);
        command.output().await.map_err(failed(&self.bin.join(program)))
    }

    /// `setpriv` steps down from root without a shell, and carries the death signal over the change of user.
    fn command(&self, program: &str, setpriv: &[&str]) -> Command {
        let mut command = Command::new("setpriv");
        if let Some((user, group)) = self.owner {
            command.args([format!("--reuid={user}"), format!("--regid={group}"), "--init-groups".to_owned()]);
        }
        // The server's programs complain when they cannot enter the directory they are started from.
        command.args(setpriv).arg("--").arg(self.bin.join(program)).current_dir("/");
        command
    }
}

/// The programs that can run the cluster in `folder`: those of the version that made it, or the newest for a new one.
fn binaries(installed: &Path, folder: &Path) -> Result<PathBuf, ClusterError> {
    let bin =
        |version: &str| Some(installed.join(version).join("bin")).filter(|bin| bin.join("initdb").exists());
    if let Ok(text) = fs::read_to_string(folder.join("data/PG_VERSION")) {
        let version = text.trim().to_owned();
        return bin(&version).ok_or(ClusterError::OtherVersion { folder: folder.to_owned(), version });
    }
    let versions = fs::read_dir(installed).into_iter().flatten().flatten();
    let newest = versions.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()).max();
    newest.and_then(|newest| bin(&newest.to_string())).ok_or(ClusterError::NotInstalled)
}

fn postgres_user() -> Option<(u32, u32)> {
    let users = fs::read_to_string("/etc/passwd").ok()?;
    let line = users.lines().find(|line| line.starts_with("postgres:"))?;
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn make_folder(path: &Path, owner: Option<(u32, u32)>, mode: u32) -> Result<(), ClusterError> {
    if path.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(path)
        .and_then(|()| fs::set_permissions(path, fs::Permissions::from_mode(mode)))
        .map_err(failed(path))?;
    give(path, owner)
}

fn give(path: &Path, owner: Option<(u32, u32)>) -> Result<(), ClusterError> {
    let Some((user, group)) = owner else { return Ok(()) };
    chown(path, Some(user), Some(group)).map_err(failed(path))
}

/// What failed on this path.
fn failed(path: &Path) -> impl FnOnce(io::Error) -> ClusterError {
    let path = path.to_owned();
    |source| ClusterError::Io { path, source }
}

fn succeed(program: &'static str, output: Output) -> Result<(), ClusterError> {
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(ClusterError::Failed { program, output: text })
}

#[cfg(test)]
mod tests;
