//! What the dependencies may be: used, from the registry, under a licence of `deny.toml`, and none that it bans.
//!
//! `deny.toml` is cargo-deny's own file: who has that tool can check known weaknesses with it as well.

use std::path::Path;

use serde_json::Value;

use crate::{
    cargo::{Dependency, Package, metadata},
    licence,
    tree::{ROOT, all_well, files, read},
};

/// Entries that no source file names, with the reason why they are there.
const UNNAMED: &[(&str, &str, &str)] = &[];

#[test]
fn every_dependency_is_used() {
    let mut wrong = Vec::new();
    for package in metadata().ours() {
        let sources = Sources::of(package);
        for Dependency { name, kind, .. } in &package.dependencies {
            let excused = UNNAMED.iter().any(|(user, used, _)| (*user, *used) == (&package.name, name));
            match (sources.name(name, kind.as_deref()), excused) {
                (false, false) => wrong.push(format!("{} does not use {name}", package.name)),
                (true, true) => {
                    wrong.push(format!("{} is excused for {name}, which it does use", package.name))
                }
                _ => {}
            }
        }
    }
    all_well(&wrong);
}

#[test]
fn all_packages_come_from_one_registry() {
    let lock = read("Cargo.lock");
    let mut sources: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("source = ")).collect();
    sources.sort_unstable();
    sources.dedup();
    assert!(matches!(sources[..], [only] if only.starts_with("\"registry+")), "{sources:?}");
}

#[test]
fn no_banned_package_is_locked() {
    let lock = read("Cargo.lock");
    let banned = deny_list("bans", "deny");
    assert!(!banned.is_empty(), "deny.toml bans nothing");
    let locked = banned.into_iter().filter(|package| lock.contains(&format!("\nname = \"{package}\"\n")));
    all_well(&locked.map(|package| format!("{package} is banned by deny.toml")).collect::<Vec<_>>());
}

#[test]
fn every_licence_is_allowed() {
    let allowed = deny_list("licenses", "allow");
    let unmet = metadata().packages.into_iter().filter(|package| {
        !package.license.as_deref().is_some_and(|licence| licence::is_met(licence, &allowed))
    });
    let wrong: Vec<_> = unmet
        .map(|package| {
            format!("{} {} is licensed under {:?}", package.name, package.version, package.license)
        })
        .collect();
    all_well(&wrong);
}

#[test]
fn the_npm_lock_belongs_to_its_package_json() {
    let wanted: Value = serde_json::from_str(&read("frontend/package.json")).expect("JSON");
    let lock: Value = serde_json::from_str(&read("frontend/package-lock.json")).expect("JSON");
    for kind in ["dependencies", "devDependencies"] {
        assert_eq!(lock["packages"][""][kind], wanted[kind], "left: package-lock.json; right: package.json");
    }
}

/// The first string of each line of a list in `deny.toml`.
fn deny_list(section: &str, key: &str) -> Vec<String> {
    let text = read("deny.toml");
    let lines = text.lines().skip_while(|line| *line != format!("[{section}]"));
    let list = lines.skip_while(|line| *line != format!("{key} = [")).skip(1).take_while(|line| *line != "]");
    list.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

/// The Rust code of one package: the program, its tests, and its build script.
struct Sources {
    program: Vec<String>,
    tests: Vec<String>,
    build: Vec<String>,
}

impl Sources {
    fn of(package: &Package) -> Self {
        let manifest = Path::new(&package.manifest_path);
        let folder = manifest.parent().and_then(|folder| folder.strip_prefix(ROOT).ok());
        let folder = folder.and_then(Path::to_str).expect("crates lie in the checkout");
        let under = |name: &str| Path::new(folder).join(name).to_string_lossy().into_owned();
        let code =
            |name: &str| files(&under(name), &[".rs"]).iter().map(|path| read(path)).collect::<Vec<_>>();
        let build = files(folder, &["build.rs"]).into_iter().filter(|path| *path == under("build.rs"));
        Self {
            program: code("src"),
            tests: [code("src"), code("tests"), code("benches")].concat(),
            build: build.map(|path| read(&path)).collect(),
        }
    }

    /// Whether the code that may use a dependency of this kind says its name.
    fn name(&self, dependency: &str, kind: Option<&str>) -> bool {
        let code = match kind {
            Some("dev") => &self.tests,
            Some("build") => &self.build,
            _ => &self.program,
        };
        let name = dependency.replace('-', "_");
        code.iter().any(|text| text.lines().any(|line| says(line, &name)))
    }
}

/// Whether a line of code begins a path with `name`: `name::…`, or `use name;`.
fn says(line: &str, name: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(name).any(|(start, _)| {
        let (before, after) = (&code[..start], &code[start + name.len()..]);
        let begins = !before.ends_with(|last: char| last.is_alphanumeric() || last == '_' || last == ':');
        begins
            && (after.starts_with("::")
                || (before.trim_end().ends_with("use") && after.starts_with([';', ' '])))
    })
}

#[test]
fn a_use_is_told_from_a_mention() {
    let uses = [
        "use url::Url;",
        "    url::Url::parse(text)?",
        "#[derive(url::Error)]",
        "use url;",
        "use url as web;",
    ];
    let mentions = ["// url::Url", "let url = 1;", "use jiff_url::X;", "use a::url::B;", "curl::get()"];
    assert_eq!(uses.map(|line| says(line, "url")), [true; 5]);
    assert_eq!(mentions.map(|line| says(line, "url")), [false; 5]);
}
