//! What a mind would look at now, put up by the characters so that nobody has to ask them: where forecasts begin.

use std::sync::Arc;

use game::{Bank, Character, CharacterName, GameData};
use jiff::Timestamp;
use planner::{Market, Start};

use super::{Board, Claims};

/// A character as the game last told it, and its account's bank as far as it is known and left for it.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The character.
    pub character: Character,
    /// The bank.
    pub bank: Option<Arc<Bank>>,
    /// What others do.
    pub market: Option<Arc<Market>>,
    /// What of the bank it counts on for what it does now.
    pub claims: Claims,
}

impl Scene {
    /// Where a forecast begins.
    pub(crate) fn start(self, data: Arc<GameData>, now: Timestamp) -> Start {
        // The rest of a cooldown is seconds of hours, and counted by the game's clock, which may be any.
        let character = Character { cooldown_expiration: now, ..self.character };
        Start { data, character, bank: self.bank.as_deref().cloned(), market: self.market, now }
    }
}

impl Board {
    /// Replaces a character's scene. Nobody who watches the board hears of it.
    pub fn post_scene(&self, scene: Scene) {
        self.lock().scenes.insert(scene.character.name.clone(), scene);
    }

    /// A character's scene; nothing before the game has told of it.
    #[must_use]
    pub fn scene(&self, name: &CharacterName) -> Option<Scene> {
        self.lock().scenes.get(name).cloned()
    }
}
