//! Going over to another version of the game: by a fresh start, because nothing that is known need be true any more, and
//! not before the one who tries it first has done something.

use planner::Why;
use tokio::time::Instant;

use super::{CharacterState, alive::Alive};
use crate::game_data::{TRIAL, Trial};

/// What it is told of a version that it does not play by yet.
pub(super) struct Change {
    trial: Trial,
    /// When it goes over although the tester has said nothing.
    until: Instant,
}

impl CharacterState {
    pub(super) fn season_changed(&mut self, trial: Trial) {
        self.change = Some(Change { trial, until: Instant::now() + TRIAL });
    }

    /// Starts again by the version it was told of, as soon as it may.
    pub(super) fn go_over(&mut self) {
        let (Some(change), Some(alive)) = (self.change.take(), &mut self.alive) else { return };
        let Change { trial, until } = &change;
        if alive.season.data.version == trial.version {
            return;
        }
        let awaited = trial.tester.as_ref().filter(|tester| **tester != self.args.name);
        if let Some(tester) = awaited.filter(|_| alive.is_at_work() && Instant::now() < *until) {
            let text =
                format!("The game is in version {} now: waiting until {tester} has tried it", trial.version);
            alive.hold(Why { text, ..Why::default() }, *until);
            self.change = Some(change);
        } else if alive.is_acting() || !alive.saving.is_empty() {
            self.change = Some(change);
        } else {
            self.tests = trial.tester.as_ref().filter(|_| awaited.is_none()).map(|_| trial.version.clone());
            self.ways.doubt_bank(&self.args.account);
            self.start_again();
        }
    }
}

impl Alive {
    /// Does nothing of its automation until then, and says why.
    fn hold(&mut self, why: Why, until: Instant) {
        if self.held.replace((why, until)).is_none() {
            self.go_on();
        }
    }

    /// It has done something by a version that it tries first, or has found nothing to do.
    pub(super) fn tell_tried(&mut self) {
        if let Some(version) = self.tests.take() {
            self.ways.tried(version);
        }
    }
}
