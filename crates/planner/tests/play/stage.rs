//! A mind on a stage: it plays one character of the pure world in virtual time, and everything is written down.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use game::{
    AccountName, Action, Bank, Character, CharacterName, GameData, Outcome, Refusal, data::StaticData,
};
use jiff::{SignedDuration, Timestamp};
use planner::{Decision, Market, Mind, Report, Start, View, step};
use serde_json::Value;
use world::{Rules, World};

/// How long the play stands still when the mind sees nothing to do.
const PATIENCE: SignedDuration = SignedDuration::from_secs(60);

#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) world: World,
    pub(crate) mind: Mind,
    pub(crate) now: Timestamp,
    pub(crate) journal: Vec<Entry>,
    pub(crate) bank_shown: BankShown,
    account: AccountName,
    name: CharacterName,
}

/// What the mind is shown of the bank.
#[derive(Debug, Clone)]
pub(crate) enum BankShown {
    /// All that is in it.
    AsItIs,
    /// Something else: somebody was there since.
    As(Bank),
    /// Nobody has looked yet.
    Never,
}

/// What comes of a request.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// What the world answers.
    Own,
    /// A refusal, whatever the world would have said.
    Refused(Refusal),
    /// The world's own, which was lost on its way back: that it was applied shows only in the game's log.
    LostAfter,
    /// None: the request was lost on its way there.
    LostBefore,
}

/// One decision and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) decision: Decision,
    pub(crate) refusal: Option<Refusal>,
}

impl Stage {
    /// A fresh level-1 character with nothing but its first weapon.
    pub(crate) fn new(data: &Arc<GameData>, mind: Mind) -> Self {
        let now: Timestamp = "2026-06-27T12:00:00Z".parse().unwrap();
        let mut world = World::new(Arc::clone(data), Rules { fight_logs: false, ..Rules::default() }, 7);
        let (account, name): (AccountName, CharacterName) = ("team".parse().unwrap(), "Ana".parse().unwrap());
        world.create_account(account.clone(), now).unwrap();
        world.create_character(&account, name.clone(), "men1", now).unwrap();
        Self { world, mind, now, journal: Vec::new(), bank_shown: BankShown::AsItIs, account, name }
    }

    pub(crate) fn character(&self) -> &Character {
        self.world.character(&self.name).unwrap()
    }

    pub(crate) fn bank(&self) -> &Bank {
        self.world.bank(&self.account).unwrap()
    }

    /// Changes the world behind everybody's back: its saved state, as JSON.
    pub(crate) fn tamper(&mut self, change: impl FnOnce(&mut Value)) {
        let mut state = serde_json::to_value(self.world.state()).unwrap();
        change(&mut state);
        let state = serde_json::from_value(state).unwrap();
        self.world = World::restore(state, Arc::clone(self.world.data()), self.world.rules().clone());
    }

    /// Puts a character in the place of the one that plays, and a bank in that of its account.
    pub(crate) fn place(&mut self, character: Character, bank: Bank) {
        self.world.place(character, bank, self.now);
    }

    /// Where a forecast of what follows begins.
    pub(crate) fn start(&self) -> Start {
        Start {
            data: Arc::clone(self.world.data()),
            character: self.character().clone(),
            bank: Some(self.bank().clone()),
            market: Some(Arc::new(self.market())),
            now: self.now,
        }
    }

    fn market(&self) -> Market {
        Market::in_world(&self.world, &self.account, &self.mind.interests(), self.now)
    }

    /// Plays until so many hours are over, or until the mind is done.
    pub(crate) fn play(&mut self, hours: i64) {
        let end = self.now + SignedDuration::from_hours(hours);
        while self.now < end {
            if let Decision::Done { .. } = self.turn() {
                return;
            }
        }
    }

    /// One decision and what comes of it.
    pub(crate) fn turn(&mut self) -> Decision {
        self.turn_with(Reply::Own)
    }

    /// One decision and, if it is an action, this reply to it.
    pub(crate) fn turn_with(&mut self, reply: Reply) -> Decision {
        let data = Arc::clone(self.world.data());
        let character = self.character().clone();
        let bank = match &self.bank_shown {
            BankShown::AsItIs => Some(self.bank().clone()),
            BankShown::As(bank) => Some(bank.clone()),
            BankShown::Never => None,
        };
        let (events, market) = (self.world.told_events(), self.market());
        let view = View {
            data: &data,
            character: &character,
            bank: bank.as_ref(),
            events: &events,
            market: Some(&market),
            raids: &[],
            comrades: &[],
        };
        let decision = step(&mut self.mind, &view, self.now);
        let refusal = match &decision {
            Decision::Act { action, .. } => self.act(action, reply),
            Decision::Wait { until, .. } => {
                assert!(*until > self.now, "a wait that is over already: {decision:?}");
                self.now = *until;
                None
            }
            Decision::Done { .. } | Decision::Blocked { .. } => {
                self.now += PATIENCE;
                None
            }
        };
        self.journal.push(Entry { decision: decision.clone(), refusal });
        decision
    }

    fn act(&mut self, action: &Action, reply: Reply) -> Option<Refusal> {
        self.now = self.now.max(self.character().cooldown_expiration);
        let mut act = || self.world.act(&self.account, &self.name, action, self.now);
        match reply {
            Reply::Own => match act() {
                Ok(outcome) => self.mind.applied(action, &outcome),
                Err(refusal) => return Some(self.refuse(action, refusal)),
            },
            Reply::LostAfter => match act() {
                Ok(Outcome { cooldown, .. }) => {
                    let seconds = cooldown.total_seconds;
                    self.mind.applied(action, Report { who: &self.name, seconds, detail: None });
                }
                Err(refusal) => return Some(self.refuse(action, refusal)),
            },
            Reply::Refused(refusal) => return Some(self.refuse(action, refusal)),
            Reply::LostBefore => {}
        }
        None
    }

    fn refuse(&mut self, action: &Action, refusal: Refusal) -> Refusal {
        self.mind.refused(action, &refusal, self.now);
        refusal
    }

    /// The decisions that were refused.
    pub(crate) fn refusals(&self) -> Vec<&Entry> {
        self.journal.iter().filter(|entry| entry.refusal.is_some()).collect()
    }

    /// The most refusals of one action in a row, with nothing done in between.
    pub(crate) fn longest_streak(&self) -> usize {
        let mut longest = 0;
        let mut streak: Option<(&Action, usize)> = None;
        for entry in &self.journal {
            let Some(action) = entry.decision.action() else { continue };
            streak = match streak {
                _ if entry.refusal.is_none() => None,
                Some((same, length)) if same == action => Some((same, length + 1)),
                _ => Some((action, 1)),
            };
            longest = longest.max(streak.map_or(0, |(_, length)| length));
        }
        longest
    }

    /// What was decided at last, and before that, for messages.
    pub(crate) fn ending(&self) -> String {
        let last = self.journal.iter().rev().take(8).rev();
        last.map(|entry| format!("{:?}\n", entry)).collect()
    }
}

pub(crate) fn mind(strategy: &str, config: Value) -> Mind {
    Mind::new(strategy, config).unwrap()
}

/// The world that ships with the sandbox; read once.
pub(crate) fn first_steps() -> Arc<GameData> {
    static DATA: OnceLock<Arc<GameData>> = OnceLock::new();
    Arc::clone(DATA.get_or_init(|| load(&root().join("crates/sandbox/worlds/first_steps"))))
}

/// A real season, if its data is beside the checkout.
pub(crate) fn season() -> Option<Arc<GameData>> {
    let folder = root().join("../shared/reference/data");
    if folder.is_dir() {
        return Some(load(&folder));
    }
    println!("skipped: no season data in {}", folder.display());
    None
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn load(folder: &Path) -> Arc<GameData> {
    let list = |name: &str| -> Value {
        let path = folder.join(name).with_extension("json");
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap()
    };
    let lists: StaticData = serde_json::from_value(serde_json::json!({
        "version": "test", "items": list("items"), "monsters": list("monsters"),
        "resources": list("resources"), "maps": list("maps"), "npcs": list("npcs"),
        "npc_items": list("npc_items"), "tasks": list("tasks"), "tasks_rewards": list("tasks_rewards"),
        "events": list("events"),
    }))
    .unwrap();
    Arc::new(GameData::new(lists).unwrap())
}
