//! What the parts of a path and of a query may be: one table for those who check them and for the description.

use utoipa::openapi::{
    ObjectBuilder, RefOr, Required, Schema,
    path::{Parameter, ParameterBuilder, ParameterIn},
    schema::Type,
};

/// What a code, a name or an id is made of (RULES §1).
const CODE: &str = "^[a-zA-Z0-9_-]+$";
/// Several of them, with single spaces between.
const NAME: &str = r"^[a-zA-Z0-9_-]+(\s[a-zA-Z0-9_-]+)*\s?$";
/// An id of what waits to be claimed.
const ID: &str = "^[a-zA-Z0-9]+$";

/// Whether a text is a code.
pub(crate) fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// Whether a text is made of codes with single spaces between them, and perhaps one behind.
pub(crate) fn is_name(text: &str) -> bool {
    let words = text.strip_suffix(char::is_whitespace).unwrap_or(text);
    words.split(char::is_whitespace).all(is_code)
}

/// Whether the part of a path with this name is a code.
pub(crate) fn is_text(name: &str) -> bool {
    !matches!(name, "map_id" | "x" | "y" | "layer")
}

/// A code.
pub(crate) fn code() -> Schema {
    pattern(CODE)
}

/// A name with spaces.
pub(crate) fn name() -> Schema {
    pattern(NAME)
}

/// One of some words.
pub(crate) fn word(words: &[&'static str]) -> Schema {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().copied())).into()
}

/// Yes or no.
pub(crate) fn flag() -> Schema {
    ObjectBuilder::new().schema_type(Type::Boolean).into()
}

/// A whole number from `least`.
pub(crate) fn number(least: u32, most: Option<u32>, default: Option<u32>) -> Schema {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(least))
        .maximum(most)
        .default(default.map(Into::into))
        .into()
}

/// A part of a query.
pub(crate) fn query(name: &str, schema: Schema) -> Parameter {
    parameter(name, ParameterIn::Query, Required::False, schema)
}

/// The variable parts of a path.
pub(super) fn of_path(path: &str) -> Vec<Parameter> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names
        .map(|name| {
            let schema = match name {
                "layer" => word(game::data::Layer::KNOWN),
                "id" if path.contains("/claim_item/") => pattern(ID),
                name if is_text(name) => code(),
                _ => ObjectBuilder::new().schema_type(Type::Integer).into(),
            };
            parameter(name, ParameterIn::Path, Required::True, schema)
        })
        .collect()
}

fn parameter(name: &str, place: ParameterIn, required: Required, schema: Schema) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .schema(Some(RefOr::T(schema)))
        .build()
}

fn pattern(pattern: &str) -> Schema {
    ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_codes_with_single_spaces_between() {
        for good in ["egg", "Copper Ore", "a b-c d_", "egg "] {
            assert!(is_name(good), "{good:?}");
        }
        for bad in ["", " ", " egg", "a  b", "egg  ", "é"] {
            assert!(!is_name(bad), "{bad:?}");
        }
    }
}
