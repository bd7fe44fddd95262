//! Configurations made from the schemas that forms are made of: what fits the schema may be written, however odd.

use game::GameData;
use planner::strategies;
use proptest::{prelude::*, sample::select, strategy::Union};
use serde_json::{Map, Value, json};

use super::setting::any_item;

/// Entries of a list, such as the steps of a workflow.
const MOST_ENTRIES: usize = 3;

/// Any configuration that fits the schema of a strategy; what its fields mean together is not looked at.
pub(crate) fn any_config(strategy: &str, data: &GameData) -> BoxedStrategy<Value> {
    let mut schema = schema_of(strategy);
    if strategy == "workflow" {
        schema["properties"]["steps"] = steps(&schema["properties"]["steps"]["items"]);
    }
    any_value(&schema, data)
}

fn schema_of(strategy: &str) -> Value {
    strategies().find(|offer| offer.name == strategy).expect("a strategy of this name").schema
}

/// A list of steps, each of a kind of its own: its strategy says what its configuration is like.
fn steps(step: &Value) -> Value {
    let kinds = strategies().filter(|offer| offer.name != "workflow").map(|offer| {
        let mut kind = step.clone();
        kind["properties"]["strategy"] = json!({"const": offer.name});
        kind["properties"]["config"] = offer.schema;
        kind
    });
    json!({"type": "array", "minItems": 1, "items": {"oneOf": kinds.collect::<Vec<_>>()}})
}

fn any_value(schema: &Value, data: &GameData) -> BoxedStrategy<Value> {
    if let Some(kinds) = schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array()) {
        return Union::new(kinds.iter().map(|kind| any_value(kind, data))).boxed();
    }
    if let Some(only) = schema.get("const") {
        return Just(only.clone()).boxed();
    }
    if let Some(values) = schema["enum"].as_array() {
        return select(values.clone()).boxed();
    }
    match &schema["type"] {
        Value::Array(kinds) => Union::new(kinds.iter().map(|kind| of_kind(kind, schema, data))).boxed(),
        kind => of_kind(kind, schema, data),
    }
}

fn of_kind(kind: &Value, schema: &Value, data: &GameData) -> BoxedStrategy<Value> {
    match kind.as_str().unwrap_or_default() {
        "null" => Just(Value::Null).boxed(),
        "boolean" => any::<bool>().prop_map(Value::from).boxed(),
        "integer" => any_integer(schema),
        "number" => any_number(schema),
        "string" => any_code(schema["format"].as_str().unwrap_or_default(), data),
        "array" => {
            let least = usize::from(schema["minItems"].is_u64());
            let entries = any_value(&schema["items"], data);
            prop::collection::vec(entries, least..=MOST_ENTRIES).prop_map(Value::from).boxed()
        }
        "object" => any_object(schema, data),
        other => panic!("no values are known of the type `{other}`"),
    }
}

/// The least and the greatest it may be, and mostly something small.
fn any_integer(schema: &Value) -> BoxedStrategy<Value> {
    let least = schema["minimum"].as_i64().unwrap_or(0);
    let greatest = match schema["format"].as_str() {
        Some("uint8") => u8::MAX.into(),
        Some("uint32") => u32::MAX.into(),
        Some("int64") => i64::MAX.unsigned_abs(),
        _ => u64::MAX,
    };
    let greatest = schema["maximum"].as_u64().unwrap_or(greatest);
    let small = least..=least.saturating_add(20).min(i64::try_from(greatest).unwrap_or(i64::MAX));
    prop_oneof![
        1 => Just(Value::from(least)),
        1 => Just(Value::from(greatest)),
        4 => small.prop_map(Value::from),
    ]
    .boxed()
}

fn any_number(schema: &Value) -> BoxedStrategy<Value> {
    let least = schema["minimum"].as_f64().unwrap_or(0.0);
    let greatest = schema["maximum"].as_f64().unwrap_or(f64::MAX);
    prop_oneof![
        1 => Just(Value::from(least)),
        1 => Just(Value::from(greatest)),
        4 => (least..=(least + 20.0).min(greatest)).prop_map(Value::from),
    ]
    .boxed()
}

fn any_code(whose: &str, data: &GameData) -> BoxedStrategy<Value> {
    let codes: Vec<String> = match whose {
        "item" => return any_item(data).prop_map(|code| Value::from(code.as_str())).boxed(),
        "monster" => data.monsters.keys().map(ToString::to_string).collect(),
        "resource" => data.resources.keys().map(ToString::to_string).collect(),
        "event" => data.events.iter().map(|event| event.code.to_string()).collect(),
        "character" => ["Ana", "Bob", "Nobody"].map(str::to_owned).into(),
        other => panic!("no codes are known of the format `{other}`"),
    };
    select(codes).prop_map(Value::from).boxed()
}

/// Every field that it needs, and some of the others.
fn any_object(schema: &Value, data: &GameData) -> BoxedStrategy<Value> {
    let required: Vec<_> = schema["required"].as_array().into_iter().flatten().collect();
    let fields = schema["properties"].as_object().into_iter().flatten().map(|(name, field)| {
        let name = name.clone();
        let is_required = required.iter().any(|one| **one == name);
        let value = any_value(field, data).prop_map(move |value| (name.clone(), value));
        if is_required { value.prop_map(Some).boxed() } else { prop::option::weighted(0.4, value).boxed() }
    });
    let fields: Vec<_> = fields.collect();
    fields.prop_map(|fields| Value::Object(fields.into_iter().flatten().collect::<Map<_, _>>())).boxed()
}
