//! What a character is about to do, written down before it is done, and how that ended.

use std::collections::BTreeMap;

use game::{AccountName, Action, Character, CharacterName, Detail, ItemCode, MapId, Outcome, Refusal};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An action that is about to be sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Intent {
    /// Time-ordered (UUIDv7); becomes the key of the history row.
    pub id: Uuid,
    /// Whose account pays for the request.
    pub account: AccountName,
    /// Who acts.
    pub character: CharacterName,
    /// The run that decided it, or that it was in when somebody else did; `None` for a click.
    pub run: Option<Uuid>,
    /// What will be sent.
    pub action: Action,
    /// Why, for a player to read.
    pub why: serde_json::Value,
    /// The character before the action, to tell later whether it was applied.
    pub before: Fingerprint,
    /// When it was written down.
    pub written_at: Timestamp,
}

/// As much of a character as shows whether an action was applied, when its reply was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// When it might act again, by the server's clock: every applied action moves it (RULES §4).
    pub cooldown_expiration: Timestamp,
    /// Where it stood.
    pub map_id: MapId,
    /// Hit points.
    pub hp: i64,
    /// Gold in the purse.
    pub gold: i64,
    /// Combat xp within the level.
    pub xp: i64,
    /// How many of each item it carried.
    pub inventory: BTreeMap<ItemCode, u32>,
}

impl From<&Character> for Fingerprint {
    fn from(character: &Character) -> Self {
        let mut inventory = BTreeMap::new();
        for stack in character.inventory.items() {
            *inventory.entry(stack.code.clone()).or_insert(0) += stack.quantity;
        }
        Self {
            cooldown_expiration: character.cooldown_expiration,
            map_id: character.map_id,
            hp: character.hp,
            gold: character.gold,
            xp: character.combat.xp,
            inventory,
        }
    }
}

impl Closing {
    /// What the action brought, as far as that is known.
    #[must_use]
    pub fn detail(&self) -> Option<&Detail> {
        match self {
            Self::Applied { outcome } => Some(&outcome.detail),
            Self::AppliedUnseen { detail, .. } => detail.as_deref(),
            Self::Refused(_) | Self::NotSent { .. } | Self::Parked { .. } => None,
        }
    }
}

/// How an intent ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "closing", rename_all = "snake_case")]
pub enum Closing {
    /// The game carried it out, and its answer is known.
    Applied {
        /// The answer.
        outcome: Box<Outcome>,
    },
    /// The game carried it out, and its answer was lost: evidence tells that it happened.
    AppliedUnseen {
        /// What told.
        evidence: serde_json::Value,
        /// When it was carried out, by the server's clock.
        started_at: Timestamp,
        /// When its cooldown ended, by the server's clock.
        #[serde(default)]
        expiration: Option<Timestamp>,
        /// What it brought, where the evidence tells that, too.
        #[serde(default)]
        detail: Option<Box<Detail>>,
    },
    /// The game said no; nothing changed.
    Refused(Refusal),
    /// It never left, or evidence shows that it never arrived.
    NotSent {
        /// Why.
        reason: String,
    },
    /// Nobody can tell, and doing it again could do harm: left to a person.
    Parked {
        /// What is known.
        reason: String,
    },
}
