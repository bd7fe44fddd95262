//! Codes in configurations: as a schema they are text with a format that says whose code it is, and the season's data
//! says which there are.

use std::borrow::Cow;

use game::{GameData, ItemCode, Skill};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Two words as similar as this are taken for each other, 1 being the same (Jaro and Winkler's measure).
const SIMILAR: f64 = 0.75;

macro_rules! schema_only {
    ($(#[$doc:meta] $name:ident: $schema:tt;)*) => {$(
        #[$doc]
        pub(crate) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

schema_only! {
    /// The code of any item, in a schema.
    AnyItem: {"type": "string", "format": "item"};
    /// The code of any monster, in a schema.
    AnyMonster: {"type": "string", "format": "monster"};
    /// The code of any resource, in a schema.
    AnyResource: {"type": "string", "format": "resource"};
    /// The name of any character, in a schema.
    AnyCharacter: {"type": "string", "format": "character"};
    /// The code of any achievement, in a schema.
    AnyAchievement: {"type": "string", "format": "achievement"};
    /// The code of any event, in a schema.
    AnyEvent: {"type": "string", "format": "event"};
    /// The code of any raid, in a schema.
    AnyRaid: {"type": "string", "format": "raid"};
    /// A skill that gathers, in a schema.
    GatheringSkill: {"type": "string", "enum": (Skill::GATHERING)};
    /// Any skill, in a schema.
    AnySkill: {"type": "string", "enum": (Skill::ALL.map(Skill::as_str))};
    /// A skill that crafts, in a schema.
    CraftingSkill: {"type": "string", "enum": (Skill::CRAFTING)};
}

/// Whether a text can be a code at all; all kinds of codes are spelled alike.
pub(super) fn is_code(text: &str) -> bool {
    text.parse::<ItemCode>().is_ok()
}

/// Every code of a format; nothing for a format that is none of codes.
pub(super) fn all<'a>(format: &str, data: &'a GameData) -> Option<Vec<&'a str>> {
    match format {
        "item" => Some(data.items.keys().map(|code| code.as_str()).collect()),
        "monster" => Some(data.monsters.keys().map(|code| code.as_str()).collect()),
        "resource" => Some(data.resources.keys().map(|code| code.as_str()).collect()),
        "achievement" => Some(data.achievements.iter().map(|one| one.code.as_str()).collect()),
        // A season whose events nobody has read may have any.
        "event" if !data.events.is_empty() => {
            Some(data.events.iter().map(|event| event.code.as_str()).collect())
        }
        "raid" if !data.raids.is_empty() => Some(data.raids.iter().map(|raid| raid.code.as_str()).collect()),
        _ => None,
    }
}

/// The word that was probably meant.
pub(crate) fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    let scored = known.into_iter().map(|word| (strsim::jaro_winkler(&given, &word.to_lowercase()), word));
    let (best, word) = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best >= SIMILAR).then_some(word)
}
