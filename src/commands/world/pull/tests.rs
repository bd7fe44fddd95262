//! Pulling the embedded world from a sandbox in this process, in virtual time.

mod server;

use std::{fs, path::Path};

use sandbox::{RateLimits, WindowLimits, load_world_dir};
use serde_json::{Value, json};
use tempfile::tempdir;

use super::{PullWorld, folder::Folder, pull};
use server::{Server, Trouble};

const URL: &str = "http://game.example";
const EMBEDDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/sandbox/worlds/first_steps");

fn into(folder: &Path) -> PullWorld {
    PullWorld { from: URL.parse().unwrap(), to: folder.to_owned(), force: false }
}

fn rows(folder: &Path, name: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut rows: Vec<Value> = serde_json::from_str(&text).unwrap();
    // When a raid opens next is the server's own business.
    rows.iter_mut()
        .filter(|row| !row["next_start_at"].is_null())
        .for_each(|row| row["next_start_at"] = json!(""));
    rows.sort_by_key(ToString::to_string);
    rows
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test(start_paused = true)]
async fn the_embedded_world_comes_out_of_a_sandbox_as_it_went_in() {
    let folder = tempdir().unwrap();
    pull(Server::start().http(), &into(folder.path())).await.unwrap();
    for file in names(Path::new(EMBEDDED)) {
        assert_eq!(rows(folder.path(), &file), rows(Path::new(EMBEDDED), &file), "{file}");
    }
    let [pulled, embedded] =
        [folder.path(), Path::new(EMBEDDED)].map(|folder| load_world_dir(folder).unwrap());
    assert_eq!(json!(pulled), json!(embedded));
    assert_eq!(
        names(folder.path()).len(),
        names(Path::new(EMBEDDED)).len() + 1,
        "nothing but lists and their source"
    );
}

#[tokio::test(start_paused = true)]
async fn narrow_limits_are_kept_to_without_a_single_429() {
    let folder = tempdir().unwrap();
    let data = WindowLimits { second: Some(1), minute: Some(4), hour: None, day: None };
    let server = Server::with(RateLimits { data, ..RateLimits::default() });
    pull(server.http(), &into(folder.path())).await.unwrap();
    assert_eq!((server.asked().len(), server.refused()), (17, 0));
}

#[tokio::test(start_paused = true)]
async fn what_passes_is_waited_for() {
    let folder = tempdir().unwrap();
    let server = Server::start();
    let troubles = [Trouble::Limited, Trouble::Maintenance, Trouble::Unreachable, Trouble::Unreachable];
    pull(server.http_after(troubles), &into(folder.path())).await.unwrap();
    assert_eq!(rows(folder.path(), "items.json"), rows(Path::new(EMBEDDED), "items.json"));
}

#[tokio::test(start_paused = true)]
async fn an_interrupted_pull_leaves_the_old_world_whole_and_the_next_one_goes_on() {
    let folder = tempdir().unwrap();
    pull(Server::start().http(), &into(folder.path())).await.unwrap();
    let (before, old) = (names(folder.path()), rows(folder.path(), "items.json"));

    let server = Server::start();
    let error = pull(server.http_until(2), &into(folder.path())).await.unwrap_err();
    assert!(
        format!("{error:#}").contains("monsters.json could not be pulled; run the same again"),
        "{error:#}"
    );
    assert_eq!(names(folder.path())[1..], before, "beside the lists that are already there");
    assert_eq!(rows(folder.path(), "items.json"), old);

    let server = Server::start();
    pull(server.http(), &into(folder.path())).await.unwrap();
    let asked = server.asked();
    assert!(!asked.contains(&"/items".to_owned()) && asked.contains(&"/monsters".to_owned()), "{asked:?}");
    assert_eq!(names(folder.path()), before);
}

#[test]
fn a_foreign_folder_is_left_alone_unless_forced() {
    let folder = tempdir().unwrap();
    let check = |from: &str, force| {
        Folder::check(folder.path(), &from.parse().unwrap(), force).map_err(|error| error.to_string())
    };
    assert_eq!(check(URL, false), Ok(()));
    fs::write(folder.path().join("thesis.txt"), "").unwrap();
    let told = check(URL, false).unwrap_err();
    assert!(told.contains("thesis.txt") && told.contains("--force"), "{told}");
    assert_eq!(check(URL, true), Ok(()));
}

#[tokio::test(start_paused = true)]
async fn a_world_from_another_server_is_foreign_and_ones_own_is_not() {
    let folder = tempdir().unwrap();
    pull(Server::start().http(), &into(folder.path())).await.unwrap();
    let check = |from: &str| Folder::check(folder.path(), &from.parse().unwrap(), false);
    assert!(check(URL).is_ok());
    assert!(check("http://other.example").is_err());
}

#[tokio::test(start_paused = true)]
async fn other_files_of_a_folder_that_is_forced_stay() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("thesis.txt"), "chapter one").unwrap();
    pull(Server::start().http(), &PullWorld { force: true, ..into(folder.path()) }).await.unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("thesis.txt")).unwrap(), "chapter one");
}
