//! What goes into a decision and what comes out: the view, the decision and the reason a player reads.

use std::collections::BTreeSet;

use game::{Action, ActiveEvent, Bank, Character, CharacterName, GameData, MonsterCode, RaidState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{market::Market, reserve::Items};

/// What a mind may look at.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The season's static data.
    pub data: &'a GameData,
    /// The character, as the last reply showed it.
    pub character: &'a Character,
    /// The account's bank; `None` while nobody has looked yet.
    pub bank: Option<&'a Bank>,
    /// The events that are on. They go by the game's own time: one second of theirs is one second of a cooldown.
    pub events: &'a [ActiveEvent],
    /// The raids, as far as they were read. Their times are by the clock that `now` comes from.
    pub raids: &'a [RaidState],
    /// What others do, as far as it was read; `None` while nobody has.
    pub market: Option<&'a Market>,
    /// The account's other characters that the mind [names](crate::Mind::comrades), as far as they are known.
    pub comrades: &'a [Comrade],
}

/// Another character of the account, as it was last seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Comrade {
    /// The character. Its cooldown goes by the game's clock; see `ready_at`.
    pub character: Character,
    /// When it may act again, by the clock that `now` comes from.
    pub ready_at: Timestamp,
    /// What of the bank it counts on for what it does now.
    pub claims: Items,
    /// What it is at in its party, if it is in one.
    pub stance: Option<Stance>,
}

/// What a member of a party is at, for the others of it to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// Whom they fight.
    pub monster: MonsterCode,
    /// All who belong to the party, itself included.
    pub party: BTreeSet<CharacterName>,
    /// Whether it stands where the party meets, dressed and healed.
    pub ready: bool,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// Send this action as soon as the character may act.
    Act {
        /// What to send.
        action: Action,
        /// Why.
        why: Why,
    },
    /// Ask again at `until`; nothing can be done before.
    Wait {
        /// By the clock that `now` came from.
        until: Timestamp,
        /// Why.
        why: Why,
    },
    /// A stop condition of the configuration is met.
    Done {
        /// Which one.
        why: Why,
    },
    /// The plan cannot go on; `why.unblock` says what would help. Ask again when something has changed.
    Blocked {
        /// Why.
        why: Why,
    },
}

impl Decision {
    pub(crate) fn act(action: Action, why: Why) -> Self {
        Self::Act { action, why }
    }

    pub(crate) fn done(text: impl Into<String>) -> Self {
        Self::Done { why: Why::new(text) }
    }

    pub(crate) fn blocked(text: impl Into<String>, unblock: impl Into<String>) -> Self {
        Self::Blocked { why: Why { unblock: Some(unblock.into()), ..Why::new(text) } }
    }

    /// The reason, whatever was decided.
    #[must_use]
    pub fn why(&self) -> &Why {
        match self {
            Self::Act { why, .. } | Self::Wait { why, .. } | Self::Done { why } | Self::Blocked { why } => {
                why
            }
        }
    }

    /// The action, if there is one.
    #[must_use]
    pub fn action(&self) -> Option<&Action> {
        match self {
            Self::Act { action, .. } => Some(action),
            _ => None,
        }
    }

    /// The same decision with one more number behind it.
    #[must_use]
    pub(crate) fn with_fact(mut self, name: &str, value: String) -> Self {
        match &mut self {
            Self::Act { why, .. } | Self::Wait { why, .. } | Self::Done { why } | Self::Blocked { why } => {
                why.facts.push((name.to_owned(), value));
            }
        }
        self
    }

    /// The same decision as a part of something greater, named by what it is for: the nearer purpose was told before.
    #[must_use]
    pub(crate) fn towards(mut self, purpose: impl Into<String>) -> Self {
        if let Self::Act { why, .. } | Self::Wait { why, .. } = &mut self {
            why.purposes.push(purpose.into());
        }
        self
    }

    /// The same decision with what else could have been chosen: a greater choice stands before those within it.
    #[must_use]
    pub(crate) fn with_alternatives(mut self, alternatives: &[Alternative]) -> Self {
        match &mut self {
            Self::Act { why, .. } | Self::Wait { why, .. } | Self::Done { why } | Self::Blocked { why } => {
                why.alternatives.splice(..0, alternatives.iter().cloned());
            }
        }
        self
    }
}

/// The reason for a decision, for a player.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// One sentence.
    pub text: String,
    /// The numbers behind it, by name.
    #[serde(default)]
    pub facts: Vec<(String, String)>,
    /// When blocked: what would unblock it.
    #[serde(default)]
    pub unblock: Option<String>,
    /// What it is for, the nearest first: `feather`, `apprentice_gloves`, `weaponcrafting 7`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// What was to choose from, by choice, the best first; then what was ruled out. The most promising of many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
}

/// One of several things that could have been chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// What was chosen between: `monster`, `resource`.
    pub choice: String,
    /// Which one it is: the game's code.
    pub code: String,
    /// How good it is: more is better. One that was ruled out has none.
    pub score: Option<f64>,
    /// What the score counts: `xp/h`.
    pub unit: String,
    /// The score in words; or what would make it possible.
    pub words: String,
    /// What ruled it out.
    pub ruled_out: Option<String>,
}

impl Why {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The sentence with what it is for.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self.purposes.as_slice() {
            [] => self.text.clone(),
            purposes => format!("{} — for {}", self.text, purposes.join(", ")),
        }
    }

    pub(crate) fn fact(mut self, name: &str, value: impl ToString) -> Self {
        self.facts.push((name.to_owned(), value.to_string()));
        self
    }
}

/// A share of 1 as a player reads it: "100 %", "97.5 %". Only what is certain is 100 %.
pub(crate) fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    let rounded = if share < 1.0 { percent.min(99.9) } else { percent };
    let text = format!("{rounded:.1}");
    format!("{} %", text.strip_suffix(".0").unwrap_or(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_what_it_is_for() {
        let fight = Decision::act(Action::Fight, Why::new("Fighting chicken"));
        assert_eq!(fight.why().sentence(), "Fighting chicken");
        let fight = fight.towards("feather").towards("apprentice_gloves");
        assert_eq!(fight.why().sentence(), "Fighting chicken — for feather, apprentice_gloves");
    }

    #[test]
    fn a_share_reads_as_a_percentage_without_idle_digits() {
        let shares = [0.0, 0.5, 0.975, 0.9999, 1.0];
        assert_eq!(shares.map(percent), ["0 %", "50 %", "97.5 %", "99.9 %", "100 %"]);
    }
}
