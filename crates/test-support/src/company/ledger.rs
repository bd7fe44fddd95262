//! Double-entry bookkeeping: what the game says it did for a character, against what the journal says was done, and
//! against what the minds have counted.

use std::collections::BTreeMap;

use game::{CharacterName, Detail, action::RAID_FIGHT};
use jiff::Timestamp;
use journal::{Closing, Intent, Record};
use planner::Mind;

use super::{LogEntry, TestCompany};

/// Something done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Done {
    /// When, by the game's clock.
    pub at: Timestamp,
    /// What, as the game's log names it.
    pub kind: String,
    /// Whether it was found out by evidence after its reply was lost; the game knows nothing of this.
    pub resolved: bool,
    /// Whether a person ordered it: then no mind counts it.
    pub by_hand: bool,
}

/// The books of one character.
#[derive(Debug, Clone)]
pub struct Books {
    /// Whose.
    pub character: CharacterName,
    /// What the game's log has, in its order.
    pub game: Vec<LogEntry>,
    /// What the journal has as applied, in its order.
    pub journal: Vec<Done>,
    /// Actions that the minds of its runs have counted.
    pub counted: u64,
    /// What is under way, or was when the program ended.
    pub open: Option<Intent>,
}

pub(super) fn books(company: &TestCompany) -> Vec<Books> {
    let records = company.journal();
    let open = company.with_journal(journal::Journal::open_intents);
    let books = |name: &CharacterName| Books {
        character: name.clone(),
        game: company.log(name).into_iter().filter(is_action).collect(),
        journal: records.iter().filter_map(|record| applied(record, name)).collect(),
        counted: counted(&records, name),
        open: open.iter().find(|intent| intent.character == *name).cloned(),
    };
    company.names().iter().map(books).collect()
}

/// Gifts of the server have a cooldown, too.
fn is_action(entry: &LogEntry) -> bool {
    entry.cooldown_expiration.is_some() && !entry.kind.starts_with("sandbox_")
}

fn applied(record: &Record, name: &CharacterName) -> Option<Done> {
    let Record::Action { intent, closing, .. } = record else { return None };
    let (at, resolved) = match closing {
        Closing::Applied { outcome } => (outcome.cooldown.started_at, false),
        Closing::AppliedUnseen { started_at, .. } => (*started_at, true),
        Closing::Refused(_) | Closing::NotSent { .. } | Closing::Parked { .. } => return None,
    };
    let own = intent.character == *name;
    let by_hand = intent.run.is_none();
    // Who fights in a raid learns so only then.
    let is_raid = matches!(closing.detail(), Some(Detail::Fought(fight)) if fight.raid);
    let kind = if is_raid { RAID_FIGHT } else { intent.action.reason() };
    own.then(|| Done { at, kind: kind.to_owned(), resolved, by_hand })
}

/// Every version of a run is in the journal; the last one counts.
fn counted(records: &[Record], name: &CharacterName) -> u64 {
    let runs = records.iter().filter_map(|record| match record {
        Record::Run(run) if run.character == *name => Some((run.id, run)),
        _ => None,
    });
    let latest: BTreeMap<_, _> = runs.collect();
    let minds = latest.into_values().map(|run| {
        Mind::restore(&run.strategy, run.config.clone(), run.memory.clone()).expect("a mind of this program")
    });
    minds.map(|mind| mind.tally().actions).sum()
}

impl Books {
    /// What only one of the two books has, in words. An action that is under way may be in the game's book already.
    #[must_use]
    pub fn differences(&self) -> Vec<String> {
        let mut missing: Vec<_> =
            self.game.iter().map(|entry| (entry.created_at, entry.kind.as_str())).collect();
        let mut unfounded = Vec::new();
        for done in &self.journal {
            match missing.iter().position(|(at, kind)| (*at, *kind) == (done.at, done.kind.as_str())) {
                Some(place) => drop(missing.remove(place)),
                None => unfounded.push(done),
            }
        }
        if let Some(open) = &self.open {
            missing.retain(|(at, kind)| !(*kind == open.action.reason() && *at >= open.written_at));
        }
        let name = &self.character;
        let missing = missing.iter().map(|(at, kind)| format!("{name}: {kind} at {at} is not recorded"));
        let unfounded = unfounded.iter().map(|done| {
            format!("{name}: {} at {} is recorded, but the game did it once less", done.kind, done.at)
        });
        let recorded = self.journal.iter().filter(|done| !done.by_hand).count() as u64;
        let miscounted = (self.counted != recorded).then(|| {
            format!("{name}: {recorded} actions are recorded, and its runs have counted {}", self.counted)
        });
        missing.chain(unfounded).chain(miscounted).collect()
    }
}
