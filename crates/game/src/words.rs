//! The words of the API behind an enum: which there are, and how they are described. Reading them is serde's.

/// Gives an enum of the API its `KNOWN` words, in the order of the API's own description, and a schema that lists them.
macro_rules! words {
    ($name:ident as $schema:literal: $($word:literal),+ $(,)?) => {
        impl $name {
            /// The words that the API's description lists.
            pub const KNOWN: &'static [&'static str] = &[$($word),+];
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                $crate::words::schema(Self::KNOWN)
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed($schema)
            }
        }
    };
}
pub(crate) use words;

use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

/// The schema of a text that is one of these words.
pub(crate) fn schema(words: &[&'static str]) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().copied())).into()
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::{Deserialize, Serialize};
    use serde_json::{from_value, json};

    use crate::{Skill, data};

    /// Every word has a variant of its own, which is written as it was read.
    fn check<T: Debug + Serialize + for<'de> Deserialize<'de>>(words: &[&str]) {
        for word in words {
            let read: T = from_value(json!(word)).unwrap();
            let name = format!("{read:?}");
            assert_eq!(json!(read), json!(word));
            assert!(!name.starts_with("Other(") && !name.starts_with("Unknown("), "{name}");
        }
    }

    #[test]
    fn kinds_of_content_are_spelt_as_they_are_written() {
        for word in data::ContentType::KNOWN {
            let kind: data::ContentType = from_value(json!(word)).unwrap();
            assert_eq!(kind.as_str(), *word);
        }
    }

    #[test]
    fn every_word_of_the_api_has_a_variant() {
        check::<Skill>(Skill::KNOWN);
        check::<data::AchievementType>(data::AchievementType::KNOWN);
        check::<data::ItemType>(data::ItemType::KNOWN);
        check::<data::Operator>(data::Operator::KNOWN);
        check::<data::Layer>(data::Layer::KNOWN);
        check::<data::AccessType>(data::AccessType::KNOWN);
        check::<data::ContentType>(data::ContentType::KNOWN);
        check::<data::MonsterType>(data::MonsterType::KNOWN);
        check::<data::NpcType>(data::NpcType::KNOWN);
        check::<data::TaskType>(data::TaskType::KNOWN);
    }
}
