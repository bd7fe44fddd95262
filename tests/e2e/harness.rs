//! Starting the program, talking to it, and looking at what it left behind.

mod program;
mod sandbox;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

pub(crate) use program::{Program, run_to_end};
pub(crate) use sandbox::{Applied, Sandbox, counted};

/// Longest wait for anything. Generous: other tests share the machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

/// An address on loopback that was free a moment ago.
pub(crate) fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a loopback port");
    listener.local_addr().expect("an address").to_string()
}

/// Lets everybody enter a folder: as root the built-in database's server runs as another user.
pub(crate) fn open_to_all(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("it is ours");
}

/// The reference season's data, when its folder is beside the checkout.
pub(crate) fn season_data() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/reference/data"));
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: {} is not there", folder.display());
    None
}

/// A client; the first one of a process chooses the cryptography.
pub(crate) fn http() -> reqwest::Client {
    // A second test of the same process finds it chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().timeout(Duration::from_secs(10)).build().expect("a client")
}

/// The JSON of a reply.
pub(crate) async fn json(reply: reqwest::Response) -> Option<serde_json::Value> {
    serde_json::from_slice(&reply.bytes().await.ok()?).ok()
}

/// Asks again and again until there is an answer.
///
/// # Panics
/// When there is none in time, with `what` was waited for and what `describe` tells.
pub(crate) async fn eventually<T>(
    what: &str,
    describe: impl Fn() -> String,
    mut ask: impl AsyncFnMut() -> Option<T>,
) -> T {
    let give_up = tokio::time::Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(tokio::time::Instant::now() < give_up, "waited too long for {what}\n{}", describe());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
