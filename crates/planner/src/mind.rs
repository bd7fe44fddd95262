//! A mind: one strategy, its configuration and what it remembers; and [`step`], which makes it decide.

use std::sync::Arc;

use game::{Action, CharacterName, GameData, ItemCode, Refusal};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    config::ConfigError,
    decision::{Decision, Stance, View},
    homecoming,
    market::Interests,
    notes::Notes,
    report::Report,
    reserve::Items,
    setbacks::Setbacks,
    situation::Situation,
    standstill::Standstill,
    strategies::{self, Strategy},
    tally::Tally,
    watchdog::Watchdog,
};

/// So many fights lost in a row say that the odds are wrong, whatever they promise: the target is given up for a while.
const LOSSES_TO_GIVE_UP: u32 = 4;

/// A strategy at work for one character.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct Mind {
    name: String,
    config: Value,
    strategy: Arc<dyn Strategy>,
    memory: Memory,
}

/// All that a mind must not forget.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Memory {
    tally: Tally,
    setbacks: Setbacks,
    notes: Notes,
    watchdog: Watchdog,
    #[serde(skip)]
    standstill: Standstill,
    /// Told to stop: it puts away what it carries first.
    winding_down: bool,
    /// The season it was last asked in, by its version; empty before the first time.
    season: String,
    /// What that season has against the configuration, which was made for another one.
    unsuited: Option<String>,
    /// What of the bank the last decision counts on.
    #[serde(skip)]
    claims: Items,
    /// How it stands in its party since then.
    #[serde(skip)]
    stance: Option<Stance>,
}

/// A mind as it is written down.
#[derive(Serialize, Deserialize)]
struct Saved {
    strategy: String,
    config: Value,
    #[serde(default)]
    memory: Value,
}

/// What `mind` wants to do next.
///
/// The running cooldown is not looked at: the next action is planned while it runs. Asked twice without news in between,
/// it decides the same.
pub fn step(mind: &mut Mind, view: &View<'_>, now: Timestamp) -> Decision {
    mind.notice_season(view.data);
    let Memory {
        tally, setbacks, notes, watchdog, standstill, winding_down, unsuited, claims, stance, ..
    } = &mut mind.memory;
    claims.clear();
    *stance = None;
    setbacks.look(view.character, now);
    if *winding_down {
        let keep = notes.at_work().map_or(mind.strategy.keeps(), Mind::keeps);
        let home = || homecoming::decide(&Situation::new(view, now, setbacks, tally), keep);
        let decision = setbacks.verdict().unwrap_or_else(home);
        let objection = decision.action().and_then(|action| setbacks.objection(action));
        return homecoming::without_block(objection.unwrap_or(decision));
    }
    if let Some(reason) = unsuited {
        let text = format!("Version {} of the game has no place for this: {reason}", view.data.version);
        return Decision::blocked(text, "Change its configuration, or start another automation");
    }
    if let Some(target) = notes.take_beaten_by(LOSSES_TO_GIVE_UP) {
        let words = format!("it won {LOSSES_TO_GIVE_UP} fights in a row");
        setbacks.give_up(&target, now, words);
    }
    if let Some(decision) = setbacks.verdict().or_else(|| watchdog.look(view.character, tally, now)) {
        return decision;
    }
    let situation = Situation::new(view, now, setbacks, tally);
    let decision = if mind.strategy.goes_by_time() {
        mind.strategy.decide(&situation, notes)
    } else {
        standstill.or_decide(&situation, |situation| mind.strategy.decide(situation, notes))
    };
    let signs = match notes.at_work() {
        Some(mind) => (mind.claims().clone(), mind.stance().cloned()),
        None => situation.into_signs(),
    };
    if let Decision::Act { action, .. } = &decision {
        if let Some(objection) = setbacks.objection(action) {
            return objection;
        }
        watchdog.decided(view.character, action);
    }
    if matches!(decision, Decision::Act { .. } | Decision::Wait { .. }) {
        (*claims, *stance) = signs;
    }
    decision
}

impl Mind {
    /// A fresh mind. `null` and `{}` are the default configuration.
    ///
    /// # Errors
    /// A strategy that is not there, or everything that is wrong with its configuration.
    pub fn new(strategy: &str, config: Value) -> Result<Self, ConfigError> {
        Self::restore(strategy, config, Value::Null)
    }

    /// A mind as it was when its memory was written down; `null` is a fresh one.
    ///
    /// # Errors
    /// What is wrong with the memory, the name or the configuration.
    pub fn restore(strategy: &str, config: Value, memory: Value) -> Result<Self, ConfigError> {
        let memory = if memory.is_null() {
            Memory::default()
        } else {
            serde_json::from_value(moved(memory)).map_err(|error| ConfigError::BadMemory {
                strategy: strategy.to_owned(),
                reason: error.to_string(),
            })?
        };
        let (made, config) = strategies::make(strategy, &config)?;
        Ok(Self { name: strategy.to_owned(), config, strategy: made, memory })
    }

    /// What the season's data has against the configuration; everything else was found when the mind was made.
    ///
    /// # Errors
    /// Codes that the season does not have, and wishes that never come true in it.
    pub fn check(&self, data: &GameData) -> Result<(), ConfigError> {
        strategies::check_season(&self.name, &*self.strategy, &self.config, data)
    }

    /// The strategy's name.
    #[must_use]
    pub fn strategy(&self) -> &str {
        &self.name
    }

    /// The configuration, with every default filled in.
    #[must_use]
    pub fn config(&self) -> Value {
        self.config.clone()
    }

    /// Everything the mind must not forget, for [`Mind::restore`].
    #[must_use]
    pub fn memory(&self) -> Value {
        serde_json::to_value(&self.memory).expect("a memory has text keys and finite numbers only")
    }

    /// What has been done so far.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.memory.tally
    }

    /// What it works on: the code of a monster or a resource; nothing before its first choice.
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        self.memory.notes.target()
    }

    /// What of the market it wants to know before it decides again.
    #[must_use]
    pub fn interests(&self) -> Interests {
        if self.memory.winding_down {
            Interests::default()
        } else {
            self.strategy.interests(&self.memory.notes)
        }
    }

    /// The other characters of the account that it wants to see when it decides again.
    #[must_use]
    pub fn comrades(&self) -> &[CharacterName] {
        if self.memory.winding_down { &[] } else { self.strategy.comrades(&self.memory.notes) }
    }

    /// What of the bank the last decision counts on: what it takes out now, or will for what it does now.
    #[must_use]
    pub fn claims(&self) -> &Items {
        &self.memory.claims
    }

    /// How it stands in its party since the last decision, if it is in one.
    #[must_use]
    pub fn stance(&self) -> Option<&Stance> {
        self.memory.stance.as_ref()
    }

    /// Items that never go to the bank.
    fn keeps(&self) -> &[ItemCode] {
        self.strategy.keeps()
    }

    /// The decision was carried out, and this came of it.
    pub fn applied<'a>(&mut self, action: &Action, report: impl Into<Report<'a>>) {
        let report = report.into();
        self.memory.tally.count(action, report);
        self.memory.setbacks.applied();
        self.memory.watchdog.applied();
        self.memory.notes.applied(action, report);
    }

    /// The decision was refused. `now` is of the clock that [`step`] is asked with.
    pub fn refused(&mut self, action: &Action, refusal: &Refusal, now: Timestamp) {
        let Memory { setbacks, notes, winding_down, .. } = &mut self.memory;
        if let Some(at_work) = notes.at_work_mut().filter(|_| !*winding_down) {
            return at_work.refused(action, refusal, now);
        }
        setbacks.refused(action, refusal, notes.target(), now);
        notes.ledger.refused(action);
    }

    /// What refusals have taught.
    pub(crate) fn setbacks(&self) -> &Setbacks {
        &self.memory.setbacks
    }

    /// The same, taught by what was refused before it began.
    #[must_use]
    pub(crate) fn taught(mut self, setbacks: Setbacks) -> Self {
        self.memory.setbacks = setbacks;
        self
    }

    /// Comes to an orderly end: from now on it puts what it carries into the bank, and is done.
    pub fn wind_down(&mut self) {
        if !self.memory.winding_down {
            self.memory.setbacks = Setbacks::default();
            self.memory.winding_down = true;
        }
    }

    /// Goes on after all, if it was coming to an orderly end.
    pub fn carry_on(&mut self) {
        if self.memory.winding_down {
            self.memory.setbacks = Setbacks::default();
            self.memory.winding_down = false;
        }
    }

    /// Whether it is coming to an orderly end.
    #[must_use]
    pub fn is_winding_down(&self) -> bool {
        self.memory.winding_down
    }

    /// In another season than before all that was learned and reckoned is void, and what was configured may be.
    fn notice_season(&mut self, data: &GameData) {
        if self.memory.season == data.version {
            return;
        }
        let before = std::mem::replace(&mut self.memory.season, data.version.clone());
        if !before.is_empty() {
            self.retry();
            self.memory.unsuited = self.check(data).err().map(|error| error.to_string());
        }
    }

    /// Forgets what refusals have taught, what was reckoned from it, and why it rests; counters stay. For a player's "try again".
    pub fn retry(&mut self) {
        self.memory.setbacks = Setbacks::default();
        self.memory.notes.retry();
        self.memory.standstill = Standstill::default();
        self.memory.watchdog = Watchdog::default();
    }
}

/// A memory in which the progress of a workflow stands among the notes, where older versions did not write it.
fn moved(mut memory: Value) -> Value {
    if let Some(progress) = memory.as_object_mut().and_then(|memory| memory.remove("progress")) {
        memory["notes"]["progress"] = progress;
    }
    memory
}

impl TryFrom<Saved> for Mind {
    type Error = ConfigError;

    fn try_from(saved: Saved) -> Result<Self, ConfigError> {
        Self::restore(&saved.strategy, saved.config, saved.memory)
    }
}

impl From<Mind> for Saved {
    fn from(mind: Mind) -> Self {
        let memory = mind.memory();
        Self { strategy: mind.name, config: mind.config, memory }
    }
}

#[cfg(test)]
mod tests;
