//! A character's view on the board: as its actor put it there, and as it reads later.

use tokio::time::Instant;

use super::{CharacterState, CharacterView, millis};

/// A view with the number of its last change.
pub(super) struct Posted {
    pub(super) number: u64,
    at: Instant,
    pub(super) view: CharacterView,
}

impl Posted {
    pub(super) fn new(number: u64, view: CharacterView) -> Self {
        Self { number, at: Instant::now(), view }
    }

    /// Notes that the view has changed in place.
    pub(super) fn renew(&mut self, number: u64) {
        self.number = number;
        self.view.version = number;
    }

    /// Whether the character is at something that only the game can end.
    pub(super) fn needs_the_game(&self) -> bool {
        use CharacterState::{Acting, Resolving, Starting};
        matches!(self.view.state, Acting | Resolving | Starting)
    }

    /// The view with its ages brought up to now. While the game is away nobody acts: its actor cannot know that the
    /// request is held back, so it is said here.
    pub(super) fn fresh(&self, game_away: Option<Instant>) -> CharacterView {
        let age = self.at.elapsed();
        let mut view = self.view.clone();
        view.since_ms += millis(age);
        if let Some(cooldown) = &mut view.cooldown {
            cooldown.remaining_ms = cooldown.remaining_ms.saturating_sub(millis(age));
        }
        if let Some(since) = game_away.filter(|_| self.needs_the_game()) {
            view.state = CharacterState::GameAway;
            view.since_ms = view.since_ms.min(millis(since.elapsed()));
        }
        view
    }
}
