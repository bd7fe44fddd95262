//! The structs against the game's own spec: the same fields, the same ones required, the same types; for request bodies
//! also the same bounds; and every schema of the spec is covered or named here with the reason why not.
//!
//! The spec is not part of this tree. Without `../shared/reference/openapi.json` the test says so and passes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use api_types::{Data, Page};
use serde_json::Value;

mod cases;
mod shape;

use cases::{ALIASES, LEFT_OUT, bodies, case, replies};
use shape::Shape;

/// The components of the spec and of its sandbox additions, by name.
fn spec() -> Option<BTreeMap<String, Value>> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference"));
    let mut components = BTreeMap::new();
    for file in ["openapi.json", "openapi-sandbox-additions.json"] {
        let Ok(text) = fs::read_to_string(folder.join(file)) else {
            println!("skipped: {file} is not there");
            return None;
        };
        let document: Value = serde_json::from_str(&text).unwrap();
        let schemas = document["components"]["schemas"].as_object().unwrap().clone();
        components.extend(schemas);
    }
    Some(components)
}

#[test]
fn structs_have_the_fields_of_the_spec() {
    let Some(spec) = spec() else { return };
    let mut differences = BTreeSet::new();
    for (cases, with_bounds) in [(replies(), false), (bodies(), true)] {
        for case in cases {
            let aliases = ALIASES.iter().filter(|(_, ours)| *ours == case.name).map(|(theirs, _)| *theirs);
            for name in aliases.chain([case.name.as_str()]) {
                let Some(theirs) = spec.get(name) else {
                    differences.insert(format!("{name}: not in the spec"));
                    continue;
                };
                // Two names for one thing differ in bounds alone, which our one type cannot show.
                let with_bounds = with_bounds && name == case.name;
                let ours = Shape::of(&case.schema, with_bounds);
                differences.extend(Shape::of(theirs, with_bounds).differences(name, &ours));
            }
        }
    }
    assert!(differences.is_empty(), "\n{}\n", Vec::from_iter(differences).join("\n"));
}

#[test]
fn every_schema_of_the_spec_is_covered() {
    let Some(spec) = spec() else { return };
    let mut uncovered: BTreeSet<&str> = spec
        .iter()
        .filter(|(name, schema)| !is_envelope(name, schema))
        .map(|(name, _)| name.as_str())
        .collect();
    let cases = [replies(), bodies()].concat();
    let ours = cases.iter().map(|case| case.name.as_str());
    let aliases = ALIASES.iter().map(|(theirs, _)| *theirs);
    let left_out = LEFT_OUT.iter().flat_map(|(names, _)| names.iter().copied());
    for name in ours.chain(aliases).chain(left_out) {
        assert!(uncovered.remove(name), "{name} is named twice or not in the spec");
    }
    assert!(uncovered.is_empty(), "neither covered nor left out: {uncovered:?}");
}

/// Whether `Data` or `Page` stands for this schema: it has exactly their fields. The spec has one schema for each thing
/// that they can hold.
fn is_envelope(name: &str, schema: &Value) -> bool {
    let page = name.starts_with("DataPage_") || name.starts_with("StaticDataPage_");
    let ours = if page { case::<Page<Value>>() } else { case::<Data<Value>>() };
    field_names(schema) == field_names(&ours.schema)
}

fn field_names(schema: &Value) -> BTreeSet<&str> {
    schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect()
}
