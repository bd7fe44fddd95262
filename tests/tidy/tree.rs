//! The checkout as a list of files, without what is built or installed into it.

use std::{fs, path::Path};

/// The root of the checkout.
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Folders that hold nothing written by hand.
const SKIPPED: &[&str] = &[".git", "target", "node_modules", "dist", "test-results", "playwright-report"];

/// The text of a file, named from the root.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file under `folder` (`""` for all), named from the root, whose name ends with one of `endings`.
pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    walk(folder, &mut found);
    found.retain(|path| endings.iter().any(|ending| path.ends_with(ending)));
    found.sort();
    found
}

/// Fails with everything that is wrong at once.
pub(crate) fn all_well(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The names of the folders right under `folder`.
pub(crate) fn folders(folder: &str) -> Vec<String> {
    let mut names: Vec<String> =
        entries(folder).into_iter().filter_map(|(name, is_folder)| is_folder.then_some(name)).collect();
    names.sort();
    names
}

fn walk(folder: &str, found: &mut Vec<String>) {
    for (name, is_folder) in entries(folder) {
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if !is_folder {
            found.push(path);
        } else if !SKIPPED.contains(&name.as_str()) {
            walk(&path, found);
        }
    }
}

fn entries(folder: &str) -> Vec<(String, bool)> {
    let Ok(listed) = fs::read_dir(Path::new(ROOT).join(folder)) else { return Vec::new() };
    listed
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().is_dir()))
        .collect()
}
