//! What came of an action, as far as it is known.

use game::{CharacterName, Detail, Outcome};

/// What a mind is told of an action that was carried out.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Who acted.
    pub who: &'a CharacterName,
    /// Seconds of cooldown, in the game's own time.
    pub seconds: u32,
    /// What it brought; `None` when the reply was lost and nothing else tells.
    pub detail: Option<&'a Detail>,
}

impl<'a> From<&'a Outcome> for Report<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        let Outcome { cooldown, character, detail, .. } = outcome;
        Self { who: &character.name, seconds: cooldown.total_seconds, detail: Some(detail) }
    }
}
