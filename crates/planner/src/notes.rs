//! What a strategy has reckoned and need not reckon again: its choices, with everything that hangs on them.
//!
//! A choice is good for as long as its key is: text made of all that it was made from. Choosing costs simulated fights and
//! ways over the whole map; a step in the steady state only compares the key. Strategies build on each other, so there is
//! one choice for each [`Purpose`].

mod rehearsals;

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use game::{Action, Character, Detail, ItemCode, character::Slot};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    decision::{Alternative, Decision},
    mind::Mind,
    parts::{gear::Wish, loadout},
    report::Report,
    strategies::{Ledger, Progress},
    supply::Sources,
};
pub(crate) use rehearsals::{Rehearsals, SAMPLES};

/// What is kept between steps.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Notes {
    choices: BTreeMap<Purpose, Choice>,
    /// Fights lost in a row.
    losses: u32,
    /// Whom it waits for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) waiting: Option<Waiting>,
    /// What a trade has brought so far.
    pub(crate) ledger: Ledger,
    /// How far a workflow is.
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<Box<Progress>>,
    #[serde(skip)]
    rehearsals: Rehearsals,
}

/// What is waited for, in words, and since when it is the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Waiting {
    pub(crate) what: String,
    pub(crate) since: Timestamp,
}

/// What a choice is about. A strategy that calls another one chooses above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Purpose {
    /// How to do the task that was accepted.
    Task,
    /// What to train.
    Goal,
    /// The gear or tool to make before training goes on; without a target, there is none.
    Upgrade,
    /// The item to craft, and where its materials come from.
    Recipe,
    /// The monster to fight or the resource to gather.
    Target,
}

/// A target and why it was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Choice {
    /// A monster's or resource's code.
    pub(crate) target: String,
    /// Xp per hour that it promises.
    #[serde(default)]
    pub(crate) xp_per_hour: f64,
    /// The ranking, for the player.
    #[serde(default)]
    pub(crate) alternatives: Vec<Alternative>,
    /// How to fight it, if it is a monster.
    pub(crate) battle: Option<Battle>,
    /// Where materials come from, if it is made from some.
    #[serde(default, skip_serializing_if = "Sources::is_empty")]
    pub(crate) sources: Sources,
    /// The digest of its key, which may be long.
    #[serde(default)]
    digest: String,
}

/// How a monster is fought.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Battle {
    /// What to wear; slots that are not named stay as they are.
    pub(crate) loadout: BTreeMap<Slot, ItemCode>,
    /// Hit points that the costliest fight may take, a little more than all simulated ones did.
    pub(crate) worst_loss: i64,
    /// Share of fights won, 0 to 1, as simulated.
    pub(crate) win_rate: f64,
    /// Units of each utility slot that the thirstiest fight may take.
    #[serde(default)]
    pub(crate) units: [u32; 2],
}

impl Battle {
    /// What of the gear and the potions is not worn yet, or not enough of.
    pub(crate) fn wishes(&self, character: &Character) -> Vec<Wish> {
        loadout::wishes(character, &self.loadout, self.units)
    }
}

impl Choice {
    pub(crate) fn new(target: &str, xp_per_hour: f64, alternatives: Vec<Alternative>) -> Self {
        let (target, sources, digest) = (target.to_owned(), Sources::new(), String::new());
        Self { target, xp_per_hour, alternatives, battle: None, sources, digest }
    }

    /// The same, fought like this.
    pub(crate) fn fought(self, battle: Battle) -> Self {
        Self { battle: Some(battle), ..self }
    }

    /// The same, made of materials from these sources.
    pub(crate) fn from(self, sources: Sources) -> Self {
        Self { sources, ..self }
    }
}

impl Notes {
    /// The choice made for `key`, as long as it `holds` where the character is now, or a new one.
    ///
    /// # Errors
    /// An impossible choice is a decision of its own, and is not kept.
    pub(crate) fn choose(
        &mut self,
        purpose: Purpose,
        key: &str,
        holds: impl FnOnce(&Choice) -> bool,
        choose: impl FnOnce(&mut Rehearsals) -> Result<Choice, Decision>,
    ) -> Result<Choice, Decision> {
        if let Some(choice) = self.kept(purpose, key).filter(holds) {
            return Ok(choice);
        }
        self.choices.remove(&purpose);
        let choice = choose(&mut self.rehearsals)?;
        self.keep(purpose, key, choice.clone());
        Ok(choice)
    }

    /// The choice that was made for `key`.
    pub(crate) fn kept(&self, purpose: Purpose, key: &str) -> Option<Choice> {
        self.choices.get(&purpose).filter(|choice| choice.digest == digest(key)).cloned()
    }

    /// Keeps a choice for as long as `key` stays the same.
    pub(crate) fn keep(&mut self, purpose: Purpose, key: &str, choice: Choice) {
        self.choices.insert(purpose, Choice { digest: digest(key), ..choice });
    }

    /// Makes the next choice a new one.
    pub(crate) fn forget(&mut self, purpose: Purpose) {
        self.choices.remove(&purpose);
    }

    /// Fights that were simulated before.
    pub(crate) fn rehearsals(&mut self) -> &mut Rehearsals {
        &mut self.rehearsals
    }

    /// The monster or resource that is worked on.
    pub(crate) fn target(&self) -> Option<&str> {
        if let Some(at_work) = self.at_work() {
            return at_work.target();
        }
        self.choices.get(&Purpose::Target).map(|choice| choice.target.as_str())
    }

    /// Where a workflow is: at its beginning before it was first asked.
    pub(crate) fn progress(&mut self) -> &mut Progress {
        self.progress.get_or_insert_default()
    }

    /// The mind in the step of a workflow.
    pub(crate) fn at_work(&self) -> Option<&Mind> {
        self.progress.as_ref().and_then(|progress| progress.mind())
    }

    /// The same, to be told what came of its decision.
    pub(crate) fn at_work_mut(&mut self) -> Option<&mut Mind> {
        self.progress.as_mut().and_then(|progress| progress.mind_mut())
    }

    /// Takes note of what came of a decision.
    pub(crate) fn applied(&mut self, action: &Action, report: Report<'_>) {
        if let Some(at_work) = self.at_work_mut() {
            return at_work.applied(action, report);
        }
        if let Some(Detail::Fought(fight)) = report.detail {
            self.losses = if fight.win { 0 } else { self.losses + 1 };
        }
        self.ledger.applied(action, report.detail);
    }

    /// Forgets what was reckoned; what was traded and how far a workflow is stays.
    pub(crate) fn retry(&mut self) {
        let (progress, ledger) = (self.progress.take(), std::mem::take(&mut self.ledger));
        *self = Self { progress, ledger, ..Self::default() };
        if let Some(at_work) = self.at_work_mut() {
            at_work.retry();
        }
    }

    /// The target that won `most` fights in a row; asked once, it starts counting anew.
    pub(crate) fn take_beaten_by(&mut self, most: u32) -> Option<String> {
        if self.losses < most {
            return None;
        }
        self.losses = 0;
        self.target().map(str::to_owned)
    }
}

/// The same text has the same digest within one build of the program; after an update, choices are made anew.
fn digest(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
