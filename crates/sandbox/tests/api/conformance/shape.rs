//! A JSON schema written out: every field at any depth with its type, and for what is taken also with its bounds.
//!
//! Left out is what the game's description does not mean: whether `null` may stand for an absent thing (it marks only
//! some of those that are sent so), the width of numbers, and words for people. In answers bounds are left out, too:
//! there a narrower promise keeps the wider one.

use std::collections::BTreeMap;

use serde_json::Value;

/// Types by the path to them: `.data[].code` is a field of each entry of a list. The root has an empty path.
#[derive(Debug)]
pub(super) struct Shape(pub(super) BTreeMap<String, String>);

/// Whether ranges, lengths and patterns are part of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bounds {
    Compared,
    PassedOver,
}

impl Shape {
    pub(super) fn of(schema: &Value, document: &Value, bounds: Bounds) -> Self {
        let mut shape = Self(BTreeMap::new());
        shape.write(String::new(), schema, "", document, bounds);
        shape
    }

    /// The type of the whole.
    pub(super) fn root(&self) -> String {
        self.0[""].clone()
    }

    /// One line for each path where our answers do not keep what the game's promise; `self` is the game's. What may be
    /// absent there may always be here.
    pub(super) fn unkept(&self, what: &str, ours: &Self) -> Vec<String> {
        let is_kept = |(path, kind): (&String, &String)| {
            let always = ours.0.get(path).filter(|own| format!("{own}?") == **kind);
            (path.clone(), always.unwrap_or(kind).clone())
        };
        Self(self.0.iter().map(is_kept).collect()).differences(what, ours)
    }

    /// One line for each path that is not the same in both; `self` is the game's.
    pub(super) fn differences(&self, what: &str, ours: &Self) -> Vec<String> {
        let nothing = "nothing".to_owned();
        let mut paths: Vec<_> = self.0.keys().chain(ours.0.keys()).collect();
        paths.sort();
        paths.dedup();
        let of = |shape: &Self, path| shape.0.get(path).unwrap_or(&nothing).clone();
        let pairs = paths.into_iter().map(|path| (path, of(self, path), of(ours, path)));
        let unequal = pairs.filter(|(_, theirs, ours)| theirs != ours);
        unequal.map(|(path, theirs, ours)| format!("{what} {path}: {theirs} there, {ours} here")).collect()
    }

    fn write(&mut self, path: String, schema: &Value, optional: &str, document: &Value, bounds: Bounds) {
        let schema = resolved(schema, document);
        let kind = kind(schema);
        let limits = if bounds == Bounds::Compared { limits(schema) } else { String::new() };
        if let Some(fields) = schema["properties"].as_object() {
            let required: Vec<_> = schema["required"].as_array().into_iter().flatten().collect();
            for (name, field) in fields {
                let optional = if required.contains(&&Value::from(name.as_str())) { "" } else { "?" };
                self.write(format!("{path}.{name}"), field, optional, document, bounds);
            }
        } else if kind == "array" {
            self.write(format!("{path}[]"), &schema["items"], "", document, bounds);
        }
        self.0.insert(path, kind + optional + &limits);
    }
}

/// Follows references, and takes the part of a choice that is not `null`.
fn resolved<'a>(schema: &'a Value, document: &'a Value) -> &'a Value {
    if let Some(reference) = schema["$ref"].as_str() {
        return resolved(document.pointer(reference.trim_start_matches('#')).unwrap(), document);
    }
    let choices = ["anyOf", "oneOf", "allOf"].into_iter().find_map(|choice| schema[choice].as_array());
    let choice = choices.and_then(|choices| choices.iter().find(|choice| choice["type"] != "null"));
    choice.map_or(schema, |choice| resolved(choice, document))
}

fn kind(schema: &Value) -> String {
    if let Some(values) = schema["enum"].as_array() {
        // In whatever order: a set.
        let mut values: Vec<_> = values.iter().map(ToString::to_string).collect();
        values.sort();
        return values.join("|");
    }
    let name = match &schema["type"] {
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null"),
        name => name.as_str(),
    };
    match (name, schema["format"].as_str()) {
        (Some("string"), Some(format)) => format!("string {format}"),
        (Some("object"), _) if schema["additionalProperties"].is_object() => {
            format!("object of {}", kind(&schema["additionalProperties"]))
        }
        (name, _) => name.unwrap_or("anything").to_owned(),
    }
}

fn limits(schema: &Value) -> String {
    let mut limits = String::new();
    // A habit of OpenAPI 3.0: `minimum` 0 with `exclusiveMinimum` true.
    let exclusive = if schema["exclusiveMinimum"] == true { 1.0 } else { 0.0 };
    let minimum = schema["minimum"].as_f64().unwrap_or(0.0) + exclusive;
    // Zero is the same as none: ours has it on every unsigned number.
    if minimum != 0.0 {
        limits += &format!(" minimum {minimum}");
    }
    // The game's description misspells two of them.
    let names = ["maximum", "minLength", "maxLength", "minItems", "maxItems"];
    let misspelt = [("minItems", "min_items"), ("maxItems", "max_items")];
    for name in names {
        let other = misspelt.iter().find(|(right, _)| *right == name).map_or(name, |(_, wrong)| wrong);
        if let Some(limit) = schema[name].as_f64().or(schema[other].as_f64()) {
            limits += &format!(" {name} {limit}");
        }
    }
    for name in ["pattern", "default"] {
        // Of what may be left out, that no is meant goes without saying.
        if !schema[name].is_null() && schema[name] != false {
            limits += &format!(" {name} {}", schema[name]);
        }
    }
    limits
}
