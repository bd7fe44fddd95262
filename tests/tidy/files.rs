//! How files are kept: short, introduced, in pairs where they belong in pairs, and our own.

use std::{collections::BTreeSet, fs, path::Path};

use crate::tree::{ROOT, all_well, files, folders, read};

/// No file is longer, in lines.
const LONGEST: usize = 400;
/// Half of the files are shorter, in lines.
const MEDIAN: usize = 100;

/// Files that are longer than that, with the reason why they are not cut.
const LONG: &[(&str, &str)] = &[];

fn lines(path: &str) -> usize {
    read(path).lines().count()
}

#[test]
fn no_file_is_long_without_a_reason() {
    let all = files("", &[".rs", ".sql"]);
    let long: BTreeSet<&str> = all.iter().map(String::as_str).filter(|path| lines(path) > LONGEST).collect();
    let excused = LONG.iter().map(|(path, _)| *path).collect();
    assert_eq!(long, excused, "left: files over {LONGEST} lines; right: those excused in this test");
}

#[test]
fn half_of_the_files_are_short() {
    let mut lengths: Vec<usize> = files("", &[".rs"]).iter().map(|path| lines(path)).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median < MEDIAN, "half of the files have {median} lines or more");
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let mut wrong = Vec::new();
    let silent = files("", &[".rs"]).into_iter().filter(|path| !read(path).starts_with("//! "));
    wrong.extend(silent.map(|path| format!("{path} does not open with `//! `")));
    for path in files("scripts", &[""]) {
        let opening = format!("# {}", path.trim_start_matches("scripts/"));
        if !read(&path).lines().nth(1).is_some_and(|line| line.starts_with(&opening)) {
            wrong.push(format!("{path} does not go on with `{opening}` in its second line"));
        }
    }
    all_well(&wrong);
}

#[test]
fn every_migration_goes_up_and_down() {
    let changes = folders("migrations");
    assert!(!changes.is_empty(), "no migrations found");
    for (place, change) in changes.iter().enumerate() {
        assert!(change.starts_with(&format!("{:04}_", place + 1)), "{change} is out of order");
        for step in ["up.sql", "down.sql"] {
            assert!(
                !read(&format!("migrations/{change}/{step}")).trim().is_empty(),
                "{change}/{step} is empty"
            );
        }
    }
}

#[test]
fn no_snapshot_waits_for_review_or_has_lost_its_test() {
    assert_eq!(files("", &[".snap.new", ".pending-snap"]), [""; 0], "snapshots that nobody has looked at");
    for path in files("", &[".snap"]) {
        let text = read(&path);
        let source = text.lines().find_map(|line| line.strip_prefix("source: ")).unwrap_or_default();
        let code = fs::read_to_string(Path::new(ROOT).join(source)).unwrap_or_default();
        let name =
            path.rsplit("__").next().and_then(|name| name.strip_suffix(".snap")).expect("insta's names");
        // Numbered by insta when one test takes several.
        let test = name.trim_end_matches(|last: char| last.is_ascii_digit()).trim_end_matches('-');
        assert!(code.contains(test), "{path}: there is no {test} in {source:?}");
    }
}

/// The season's real data belongs to the game: it may lie beside a checkout for tests to read, never inside.
#[test]
fn no_game_data_is_copied() {
    let folder = Path::new(ROOT).join("../shared/reference/data");
    let Ok(listed) = fs::read_dir(&folder) else {
        println!("skipped: there is no game data beside this checkout");
        return;
    };
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    let theirs: BTreeSet<String> = listed
        .flatten()
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .map(|text| dense(&text))
        .collect();
    for path in files("", &[".json"]) {
        assert!(!theirs.contains(&dense(&read(&path))), "{path} is a copy of the game's data");
    }
}
