//! Typed names and codes, checked once when they are parsed, so that bare strings stop at the wire and the database.
//!
//! Copies of an id share its text: a character's sheet alone holds dozens of them, and every action copies it.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize, Serializer};
use utoipa::ToSchema;

/// A name or code that the game would never send: its codes match `^[a-zA-Z0-9_-]+$` (RULES §1).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{value}` is not a valid {kind}: 1 to 64 letters, digits, `_` or `-`")]
pub struct InvalidId {
    /// What was expected, in words.
    pub kind: &'static str,
    /// What was given.
    pub value: String,
}

fn is_code(value: &str) -> bool {
    (1..=64).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

macro_rules! text_id {
    ($(#[$doc:meta] $name:ident, $kind:literal;)*) => {$(
        #[$doc]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, ToSchema)]
        #[schema(value_type = String, pattern = "^[a-zA-Z0-9_-]+$")]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The text as the game spells it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(value: String) -> Result<Self, InvalidId> {
                value.parse()
            }
        }
        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(value: &str) -> Result<Self, InvalidId> {
                if is_code(value) {
                    Ok(Self(value.into()))
                } else {
                    Err(InvalidId { kind: $kind, value: value.to_owned() })
                }
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.as_str().to_owned()
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

text_id! {
    /// A player's account, the owner of characters and of one bank.
    AccountName, "account name";
    /// A character's name, unique on the server (RULES §2).
    CharacterName, "character name";
    /// An item's code.
    ItemCode, "item code";
    /// A monster's code.
    MonsterCode, "monster code";
    /// The code of something that can be gathered.
    ResourceCode, "resource code";
    /// A merchant's code.
    NpcCode, "NPC code";
    /// The code of an event.
    EventCode, "event code";
    /// The code of a raid.
    RaidCode, "raid code";
    /// The code of an achievement.
    AchievementCode, "achievement code";
    /// The id of something that waits for an account, 24 hexadecimal digits (RULES §1).
    PendingItemId, "pending item id";
    /// The id of an order on the Grand Exchange, 24 hexadecimal digits (RULES §1).
    OrderId, "order id";
    /// The code of an effect of an item or a monster (RULES §7).
    EffectCode, "effect code";
}

/// A tile's number, unique over all layers (RULES §5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct MapId(pub u32);

impl fmt::Display for MapId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_game_are_accepted_and_anything_else_is_named_in_the_error() {
        assert_eq!("copper_ore".parse::<ItemCode>().unwrap().as_str(), "copper_ore");
        for bad in ["", "a b", "é", "x/y", &"x".repeat(65)] {
            let error = bad.parse::<ItemCode>().unwrap_err();
            assert_eq!((error.kind, error.value.as_str()), ("item code", bad));
        }
        assert!(serde_json::from_str::<CharacterName>("\"An na\"").is_err());
    }
}
