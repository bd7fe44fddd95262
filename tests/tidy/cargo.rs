//! What cargo knows of the workspace: `cargo metadata`, reduced to what the checks ask.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde::Deserialize;

use crate::tree::ROOT;

/// The answer of `cargo metadata`.
#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
    resolve: Resolve,
}

/// A package of the workspace or of a registry.
#[derive(Deserialize)]
pub(crate) struct Package {
    id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) license: Option<String>,
    pub(crate) dependencies: Vec<Dependency>,
    pub(crate) manifest_path: String,
}

/// An entry of a `Cargo.toml`.
#[derive(Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// `None` for `[dependencies]`, otherwise `dev` or `build`.
    pub(crate) kind: Option<String>,
    /// Set when the dependency is a crate of this workspace.
    pub(crate) path: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Deserialize)]
struct EdgeKind {
    kind: Option<String>,
}

/// Asks cargo. Only this machine's platform: packages of others are not downloaded.
pub(crate) fn metadata() -> Metadata {
    let arguments = ["metadata", "--format-version=1", "--all-features", "--locked", "--offline"];
    let platform = format!("--filter-platform={}", host());
    Metadata::parse(&run(Command::new(env!("CARGO")).args(arguments).arg(platform)))
}

impl Metadata {
    fn parse(text: &str) -> Self {
        serde_json::from_str(text).expect("cargo metadata prints what it documents")
    }

    /// The crates of the workspace.
    pub(crate) fn ours(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| self.workspace_members.contains(&package.id))
    }

    /// The names of all packages that `name` needs to be built and run, however far away.
    pub(crate) fn needed_by(&self, name: &str) -> BTreeSet<&str> {
        let names: BTreeMap<&str, &str> =
            self.packages.iter().map(|package| (package.id.as_str(), package.name.as_str())).collect();
        let start = self.ours().find(|package| package.name == name).expect("a crate of the workspace");
        let mut reached = BTreeSet::new();
        let mut open = vec![start.id.as_str()];
        while let Some(id) = open.pop() {
            let node =
                self.resolve.nodes.iter().find(|node| node.id == id).expect("every package is resolved");
            let needed =
                node.deps.iter().filter(|edge| edge.dep_kinds.iter().any(|edge| edge.kind.is_none()));
            open.extend(needed.map(|edge| edge.pkg.as_str()).filter(|package| reached.insert(*package)));
        }
        reached.iter().map(|id| names[id]).collect()
    }
}

fn host() -> String {
    let version = run(Command::new("rustc").arg("-vV"));
    let line = version.lines().find_map(|line| line.strip_prefix("host: "));
    line.expect("rustc tells its host").to_owned()
}

fn run(command: &mut Command) -> String {
    let output = command.current_dir(ROOT).output().expect("the tools that built this test can be run");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("they print UTF-8")
}
