//! Who may import whom in the dashboard: app, routes, features, then what they share. Never back, and never from one
//! feature to another.

use crate::tree::{files, read};

/// The folders of `frontend/src`, each with those that it may import from besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("app", &["routeTree.gen", "routes", "features", "components", "lib", "api"]),
    ("routes", &["features", "components", "lib", "api"]),
    ("features", &["components", "lib", "api"]),
    ("components", &["lib", "api"]),
    ("api", &["lib"]),
    ("lib", &[]),
];

#[test]
fn imports_of_the_dashboard_go_one_way() {
    for (layer, below) in LAYERS {
        for path in files(&format!("frontend/src/{layer}"), &[".ts", ".tsx"]) {
            let path = path.trim_start_matches("frontend/src/");
            for imported in
                read(&format!("frontend/src/{path}")).lines().filter_map(|line| import(path, line))
            {
                let target = imported.split('/').next().unwrap_or_default();
                let for_tests = path.contains(".test.") && target == "test";
                let allowed = unit(&imported) == unit(path) || below.contains(&target) || for_tests;
                assert!(allowed, "{path} imports {imported}");
            }
        }
    }
}

/// What belongs together: a feature, or a whole layer.
fn unit(path: &str) -> &str {
    let names = if path.starts_with("features/") { 2 } else { 1 };
    path.match_indices('/').nth(names - 1).map_or(path, |(end, _)| &path[..end])
}

/// The file that `line` of the file `path` imports, from `frontend/src`; `None` for packages.
fn import(path: &str, line: &str) -> Option<String> {
    let (_, quoted) = line
        .split_once("from '")
        .or_else(|| line.split_once("import '"))
        .or_else(|| line.split_once("import('"))?;
    let target = quoted.split('\'').next()?;
    if let Some(absolute) = target.strip_prefix("@/") {
        return Some(absolute.to_owned());
    }
    let mut names: Vec<&str> = path.split('/').collect();
    names.pop();
    for name in target.starts_with('.').then(|| target.split('/'))? {
        match name {
            "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[test]
fn imports_are_followed() {
    let from = |line| import("features/bank/bank-page.tsx", line);
    assert_eq!(from("import { a } from '@/lib/format'"), Some("lib/format".to_owned()));
    assert_eq!(from("import { a } from '../log/queries'"), Some("features/log/queries".to_owned()));
    assert_eq!(from("import './view'"), Some("features/bank/view".to_owned()));
    assert_eq!(from("import { a } from 'react'"), None);
    assert_eq!([unit("features/bank/view"), unit("api/live/start")], ["features/bank", "api"]);
}
