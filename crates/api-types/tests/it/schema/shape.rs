//! What of a JSON schema is compared: its fields with their types, or its values. Texts, examples, and whether `null` may
//! stand for an absent field are not (the spec marks only some of the fields that the game sends as `null`).

use std::collections::BTreeMap;

use serde_json::Value;

use super::cases::ALIASES;

/// A schema reduced to what matters on the wire: the type of each field by its name, or the schema's own type under an
/// empty name when it has no fields.
#[derive(Debug, PartialEq)]
pub(crate) struct Shape(BTreeMap<String, String>);

impl Shape {
    pub(crate) fn of(schema: &Value, with_bounds: bool) -> Self {
        let Some(properties) = schema["properties"].as_object() else {
            return Self(BTreeMap::from([(String::new(), type_of(schema))]));
        };
        let required: Vec<&Value> = schema["required"].as_array().into_iter().flatten().collect();
        let fields = properties.iter().map(|(name, property)| {
            let optional = if required.contains(&&Value::from(name.as_str())) { "" } else { "?" };
            let bounds = if with_bounds { bounds_of(property) } else { String::new() };
            (name.clone(), format!("{}{optional}{bounds}", type_of(property)))
        });
        Self(fields.collect())
    }

    /// One line for each field that is not the same in both; `self` is the spec's.
    pub(crate) fn differences(&self, name: &str, ours: &Self) -> Vec<String> {
        let absent = "absent".to_owned();
        let mut fields: Vec<&String> = self.0.keys().chain(ours.0.keys()).collect();
        fields.sort();
        fields.dedup();
        let pairs = fields
            .into_iter()
            .map(|field| (field, self.0.get(field).unwrap_or(&absent), ours.0.get(field).unwrap_or(&absent)));
        pairs
            .filter(|(_, theirs, ours)| theirs != ours)
            .map(|(field, theirs, ours)| format!("{name}.{field}: {theirs} in the spec, {ours} here"))
            .collect()
    }
}

fn type_of(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference_name(reference);
    }
    if let Some(values) = schema["enum"].as_array() {
        return Value::from(values.clone()).to_string();
    }
    // An optional reference is written as "one of null and the reference".
    for choice in ["oneOf", "anyOf", "allOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let types: Vec<String> = choices.iter().map(type_of).filter(|name| name != "null").collect();
            return types.join("|");
        }
    }
    let name = match &schema["type"] {
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null"),
        name => name.as_str(),
    };
    match name {
        Some("array") => format!("[{}]", type_of(&schema["items"])),
        Some("object") if schema["additionalProperties"].is_object() => {
            format!("{{{}}}", type_of(&schema["additionalProperties"]))
        }
        Some("string") => ["string", schema["format"].as_str().unwrap_or("")].join(" ").trim().to_owned(),
        Some(name) => name.to_owned(),
        None => "any".to_owned(),
    }
}

/// The name behind a reference, with one name for schemas that are one type here, and without the suffix that says what
/// a type parameter stands for (`EquipmentItemSchema_ItemSchema`).
fn reference_name(reference: &str) -> String {
    let name = reference.rsplit('/').next().unwrap_or(reference);
    let name = name.split_once('_').map_or(name, |(generic, _)| generic);
    ALIASES.iter().find(|(theirs, _)| *theirs == name).map_or(name, |(_, ours)| ours).to_owned()
}

fn bounds_of(schema: &Value) -> String {
    let mut bounds = String::new();
    // The spec has an OpenAPI 3.0 habit: `minimum` 0 with a boolean `exclusiveMinimum`.
    let exclusive = if schema["exclusiveMinimum"] == true { 1.0 } else { 0.0 };
    let minimum = schema["minimum"].as_f64().unwrap_or(0.0) + exclusive;
    // Zero is the same as none: ours has it on every unsigned number.
    if minimum != 0.0 {
        bounds += &format!(" minimum {minimum}");
    }
    for name in ["maximum", "minLength", "maxLength", "minItems", "maxItems"] {
        if let Some(bound) = schema[name].as_f64() {
            bounds += &format!(" {name} {bound}");
        }
    }
    if let Some(pattern) = schema["pattern"].as_str() {
        bounds += &format!(" pattern {pattern}");
    }
    bounds
}
