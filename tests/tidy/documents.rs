//! Documents lead somewhere: every link within the checkout has its file, and every decision is listed.

use std::path::Path;

use crate::tree::{ROOT, all_well, files, read};

#[test]
fn links_between_documents_lead_somewhere() {
    let mut wrong = Vec::new();
    for path in files("", &[".md"]) {
        let folder = Path::new(ROOT).join(&path).parent().expect("a file lies in a folder").to_owned();
        let text = read(&path);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = file.is_empty() || file.contains("://");
            if !elsewhere && !folder.join(file).exists() {
                wrong.push(format!("{path} links to {target}, which is not there"));
            }
        }
    }
    all_well(&wrong);
}

#[test]
fn every_decision_is_listed() {
    let list = read("docs/adr/README.md");
    for path in files("docs/adr", &[".md"]) {
        let name = path.trim_start_matches("docs/adr/");
        assert!(
            name == "README.md" || list.contains(&format!("({name})")),
            "docs/adr/README.md does not list {name}"
        );
    }
}

/// The picture in the module doc of `tree.rs`.
#[test]
fn the_architecture_shows_the_supervision_tree() {
    let code = read("actors/src/tree.rs");
    let picture: Vec<&str> = code
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .skip_while(|line| *line != "```text")
        .skip(1)
        .take_while(|line| *line != "```")
        .collect();
    assert!(!picture.is_empty(), "actors/src/tree.rs shows no tree");
    assert!(read("ARCHITECTURE.md").contains(&picture.join("\n")), "ARCHITECTURE.md shows another tree");
}
