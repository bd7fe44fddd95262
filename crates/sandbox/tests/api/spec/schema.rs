//! Comparing a reply with a schema of the spec: the names of fields at every depth.

use std::{fs, path::Path};

use serde_json::Value;

/// Fields that the spec allows neither to be `null` nor asks for: they are there when they say something.
const LEFT_OUT: [&str; 1] = ["ban_reason"];

/// The game's spec.
pub(crate) struct Spec(Value);

/// The names of an object's fields, sorted.
pub(crate) fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = object.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

impl Spec {
    pub(crate) fn read(path: &Path) -> Self {
        Self(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap())
    }

    /// Checks a successful reply to a call.
    #[track_caller]
    pub(crate) fn check(&self, method: &str, path: &str, body: &Value) {
        let schema =
            &self.0["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{method} {path} is in the spec");
        self.compare(schema, body, &format!("{method} {path}"));
    }

    #[track_caller]
    fn compare(&self, schema: &Value, value: &Value, at: &str) {
        let schema = self.resolved(schema);
        match value {
            Value::Object(fields) if schema["properties"].is_object() => {
                let mut expected = keys(&schema["properties"]);
                expected.retain(|name| fields.contains_key(*name) || !LEFT_OUT.contains(name));
                assert_eq!(keys(value), expected, "{at}");
                for (name, value) in fields {
                    self.compare(&schema["properties"][name], value, &format!("{at}.{name}"));
                }
            }
            Value::Array(entries) => {
                for entry in entries {
                    self.compare(&schema["items"], entry, &format!("{at}[]"));
                }
            }
            _ => {}
        }
    }

    /// Follows references, and takes the part of an `anyOf` that is not `null`.
    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.resolved(self.0.pointer(reference.trim_start_matches('#')).unwrap());
        }
        let parts = ["anyOf", "allOf"].into_iter().find_map(|key| schema[key].as_array());
        let part = parts.and_then(|parts| parts.iter().find(|part| part["type"] != "null"));
        part.map_or(schema, |part| self.resolved(part))
    }
}
