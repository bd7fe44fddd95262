//! A new version of the game is tried by one character before the rest play by it: what goes wrong with it goes wrong once.
//!
//! Who is told of it starts again by what the game says now, the tester at once, the others when it has done something, or
//! after a while without a word of it. Nobody remembers the trial, so none outlives a fall.

use std::time::Duration;

use game::CharacterName;
use journal::Record;
use serde_json::json;
use supervisor::{Handle, chain};

use super::GameDataState;
use crate::{account::character_id, board::AutomationStatus, character::CharacterMsg};

/// Who waits for a tester does so no longer than this.
pub(crate) const PATIENCE: Duration = Duration::from_secs(300);

/// A version of the game that a character does not play by yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The version.
    pub version: String,
    /// Who tries it first; nobody any more when that is over.
    pub tester: Option<CharacterName>,
}

impl GameDataState {
    /// The season has become another one.
    pub(super) fn begin_trial(&self, before: &str) {
        let board = &self.args.ports.board;
        let at_work = |status: AutomationStatus| status == AutomationStatus::Running;
        let mut characters = board.characters().into_iter();
        let tester = characters.find(|who| who.automation.as_ref().is_some_and(|run| at_work(run.status)));
        let tester = tester.map(|who| who.name);
        let Some(season) = &self.season else { return };
        let version = season.data.version.clone();
        match &tester {
            Some(tester) => {
                tracing::warn!(before, version, "the game has changed: {tester} tries it first");
            }
            None => tracing::warn!(before, version, "the game has changed, and nobody is at work"),
        }
        self.record(before, &version);
        self.tell(&Trial { version, tester });
    }

    /// The tester has done something by the season of this version.
    pub(super) fn tried(&self, version: &str) {
        if self.season.as_ref().is_some_and(|season| season.data.version == version) {
            tracing::info!(version, "it can be played: all characters go on");
            self.tell(&Trial { version: version.to_owned(), tester: None });
        }
    }

    /// Tells every character. One that is away reads the season when it is back.
    fn tell(&self, trial: &Trial) {
        for who in self.args.ports.board.characters() {
            let id = character_id(&who.account, &who.name);
            let character: Handle<CharacterMsg> = self.directory.handle(id);
            let _ = character.send(CharacterMsg::Season(trial.clone()));
        }
    }

    fn record(&self, before: &str, version: &str) {
        let ports = &self.args.ports;
        let record = Record::Event {
            id: ports.clock.new_id(),
            at: ports.clock.now(),
            kind: "season_changed".to_owned(),
            account: None,
            character: None,
            data: json!({ "before": before, "version": version }),
        };
        let journal = ports.journal.clone();
        self.tasks.spawn("write history", async move {
            if let Err(error) = journal.run(move |journal| journal.append(&[record])).await {
                tracing::warn!(error = chain(&error), "history was not written");
            }
        });
    }
}
