//! A configuration against its schema: whatever does not fit is told in words, all of it at once.
//!
//! It knows the parts of JSON Schema that the schemas of our own types are made of (see [`super::schema`]), and the
//! formats that say whose code a text is.

use game::GameData;
use serde_json::{Map, Value};

use super::{
    Problem, codes, join, mend,
    words::{alternatives, expected, kind, list, shorten},
};

/// Everything in `value`, which stands at `path`, that does not fit; codes are looked up when there is `data`.
pub(crate) fn problems(path: &str, schema: &Value, value: &Value, data: Option<&GameData>) -> Vec<Problem> {
    let mut check = Check { data, problems: Vec::new() };
    check.value(path, schema, value);
    check.problems
}

struct Check<'a> {
    data: Option<&'a GameData>,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn value(&mut self, path: &str, schema: &Value, value: &Value) {
        if value.is_null() && may_be_null(schema) {
            return;
        }
        if let Some((tag, kinds)) = tagged(schema).filter(|_| value.is_object()) {
            return self.one_of(path, &tag, kinds, value);
        }
        if !fits(schema, value) {
            let name = if path.is_empty() { "the configuration".to_owned() } else { format!("`{path}`") };
            let message = format!("{name} must be {}, not {}", expected(schema), shorten(value));
            self.problems.push(Problem::new(path, message));
            return;
        }
        match value {
            Value::Object(fields) => self.fields(path, schema, fields),
            Value::Array(entries) => {
                for (place, entry) in entries.iter().enumerate() {
                    self.value(&format!("{path}[{place}]"), &schema["items"], entry);
                }
            }
            Value::String(text) => self.code(path, schema, text),
            _ => {}
        }
    }

    /// One of several kinds of objects, of which a field says the kind.
    fn one_of(&mut self, path: &str, tag: &str, kinds: &[Value], value: &Value) {
        let is = |kind: &&Value| kind["properties"][tag]["const"] == value[tag];
        match kinds.iter().find(is) {
            Some(kind) => self.value(path, kind, value),
            None => {
                let words = list(kinds.iter().map(|kind| kind["properties"][tag]["const"].to_string()), "or");
                let field = format!("{path}.{tag}");
                let message = format!("`{field}` must be {words}, not {}", shorten(&value[tag]));
                self.problems.push(Problem::new(field, message));
            }
        }
    }

    fn fields(&mut self, path: &str, schema: &Value, given: &Map<String, Value>) {
        // An object that names no fields takes any.
        let Some(known) = schema["properties"].as_object() else { return };
        let inner = |name: &str| join(path, name);
        for (name, value) in given {
            match known.get(name) {
                Some(schema) => self.value(&inner(name), schema, value),
                None => {
                    let mend = mend(name, "fields", known.keys().map(String::as_str));
                    let message = format!("there is no field `{}`; {mend}", inner(name));
                    self.problems.push(Problem::new(inner(name), message));
                }
            }
        }
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        for name in required.filter(|name| !given.contains_key(*name)) {
            let message = format!("`{path}` needs `{name}`, {}", expected(&known[name]));
            self.problems.push(Problem::new(inner(name), message));
        }
    }

    /// A text that is somebody's code names somebody who is there.
    fn code(&mut self, path: &str, schema: &Value, code: &str) {
        let (Some(whose), Some(data)) = (schema["format"].as_str(), self.data) else { return };
        let Some(known) = codes::all(whose, data).filter(|known| !known.contains(&code)) else { return };
        let mend = match codes::nearest(code, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "check its spelling".to_owned(),
        };
        let message = format!("`{path}`: this season has no {whose} `{code}`; {mend}");
        self.problems.push(Problem::new(path, message));
    }
}

/// The field that tells several kinds of objects apart, and the kinds.
fn tagged(schema: &Value) -> Option<(String, &Vec<Value>)> {
    let kinds = alternatives(schema)?;
    let fields = kinds.first()?["properties"].as_object()?;
    let (tag, _) = fields.iter().find(|(_, field)| field.get("const").is_some())?;
    Some((tag.clone(), kinds))
}

fn may_be_null(schema: &Value) -> bool {
    let takes_null = |schema: &Value| match &schema["type"] {
        Value::Array(types) => types.iter().any(|one| one == "null"),
        one => one == "null",
    };
    takes_null(schema) || alternatives(schema).is_some_and(|several| several.iter().any(takes_null))
}

/// Whether the value is of the right kind and within its limits; what is inside of it is not looked at.
fn fits(schema: &Value, value: &Value) -> bool {
    if let Some(alternatives) = alternatives(schema) {
        return alternatives.iter().any(|one| fits(one, value));
    }
    if let Some(only) = schema.get("const") {
        return only == value;
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.contains(value);
    }
    match kind(schema) {
        "integer" => (value.is_i64() || value.is_u64()) && in_range(schema, value),
        "number" => value.is_number() && in_range(schema, value),
        "boolean" => value.is_boolean(),
        "string" => value.as_str().is_some_and(|text| schema["format"].is_null() || codes::is_code(text)),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

fn in_range(schema: &Value, value: &Value) -> bool {
    let number = value.as_f64().unwrap_or(f64::NAN);
    schema["minimum"].as_f64().is_none_or(|least| number >= least)
        && schema["maximum"].as_f64().is_none_or(|most| number <= most)
}
