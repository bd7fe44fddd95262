//! The JSON schema of a configuration, made from its type: descriptions, defaults and limits are those of the fields.
//!
//! One thing is added for forms, which JSON Schema has no word for: `x-order`, the place of a field in its type.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::{
    Serialize,
    de::{Deserializer as _, IgnoredAny, MapAccess, Visitor},
};
use serde_json::Value;

/// The schema of `C`; nested types are inside of it.
pub(crate) fn schema_of<C: JsonSchema + Default + Serialize>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<C>().to_value();
    let order = field_names(&C::default());
    for (name, field) in schema["properties"].as_object_mut().into_iter().flatten() {
        let place = order.iter().position(|known| known == name);
        if let Some(field) = field.as_object_mut() {
            field.entry("title").or_insert_with(|| title(name).into());
            field.insert("x-order".to_owned(), place.into());
        }
    }
    schema
}

/// `until_level` as a label: "Until level".
fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The fields in the order of the type. Maps of JSON values sort them, the text does not.
fn field_names(config: &impl Serialize) -> Vec<String> {
    struct Names;
    impl<'de> Visitor<'de> for Names {
        type Value = Vec<String>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<String>, A::Error> {
            let mut names = Vec::new();
            while let Some((name, IgnoredAny)) = map.next_entry()? {
                names.push(name);
            }
            Ok(names)
        }
    }
    let text =
        serde_json::to_string(config).expect("a configuration has named fields and finite numbers only");
    serde_json::Deserializer::from_str(&text).deserialize_map(Names).expect("a configuration is an object")
}
