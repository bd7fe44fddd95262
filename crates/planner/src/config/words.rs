//! A schema in the words of an error message: "a whole number of 1 or more".

use serde_json::Value;

/// Longest value that a message repeats, in characters.
const LONGEST: usize = 60;

/// What a schema wants, without saying that a field may be left out.
pub(super) fn expected(schema: &Value) -> String {
    if let Some(alternatives) = alternatives(schema) {
        let wanted = alternatives.iter().filter(|one| one["type"] != "null");
        return list(wanted.map(expected), "or");
    }
    if let Some(only) = schema.get("const") {
        return only.to_string();
    }
    if let Some(values) = schema["enum"].as_array() {
        return list(values.iter().filter(|value| !value.is_null()).map(Value::to_string), "or");
    }
    match (kind(schema), schema["format"].as_str()) {
        ("integer", _) => format!("a whole number{}", range(schema)),
        ("number", _) => format!("a number{}", range(schema)),
        ("boolean", _) => "true or false".to_owned(),
        ("string", Some(whose)) => {
            let article = if whose.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("the code of {article} {whose}")
        }
        ("string", None) => "text".to_owned(),
        ("array", _) => format!("a list, each entry {}", expected(&schema["items"])),
        ("object", _) => match schema["required"].as_array() {
            Some(names) => {
                let names = names.iter().filter_map(Value::as_str).map(|name| format!("`{name}`"));
                format!("an object with {}", list(names, "and"))
            }
            None => "an object".to_owned(),
        },
        _ => "a value".to_owned(),
    }
}

/// The schemas of which one has to fit, if there are several.
pub(super) fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
    schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array())
}

/// The type, leaving aside that the value may be null.
pub(super) fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).find(|one| *one != "null"),
        one => one.as_str(),
    }
    .unwrap_or_default()
}

/// "a, b or c".
pub(crate) fn list(words: impl IntoIterator<Item = impl Into<String>>, last: &str) -> String {
    let words: Vec<String> = words.into_iter().map(Into::into).collect();
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// A value as JSON, not too long.
pub(super) fn shorten(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn range(schema: &Value) -> String {
    match (schema["minimum"].as_number(), schema["maximum"].as_number()) {
        (Some(least), Some(most)) => format!(" from {least} to {most}"),
        (Some(least), None) => format!(" of {least} or more"),
        (None, Some(most)) => format!(" of {most} or less"),
        (None, None) => String::new(),
    }
}
