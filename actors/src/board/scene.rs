//! What a mind would look at now, put up by the characters so that nobody has to ask them: where forecasts begin, and
//! what those who count on each other see.

use std::{collections::BTreeMap, sync::Arc};

use game::{AccountName, Bank, Character, CharacterName, GameData};
use jiff::{SignedDuration, Timestamp};
use planner::{Comrade, Market, Stance, Start};
use tokio::{sync::watch, time::Instant};

use super::{Board, Claims};

/// A character as the game last told it, and its account's bank as far as it is known and left for it.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The character.
    pub character: Character,
    /// When it may act again.
    pub ready_at: Instant,
    /// The bank.
    pub bank: Option<Arc<Bank>>,
    /// What others do.
    pub market: Option<Arc<Market>>,
    /// What of the bank it counts on for what it does now.
    pub claims: Claims,
    /// How it stands in its party, if it is in one.
    pub stance: Option<Stance>,
}

impl Scene {
    /// Where a forecast begins.
    pub(crate) fn start(self, data: Arc<GameData>, now: Timestamp) -> Start {
        // The rest of a cooldown is seconds of hours, and counted by the game's clock, which may be any.
        let character = Character { cooldown_expiration: now, ..self.character };
        Start { data, character, bank: self.bank.as_deref().cloned(), market: self.market, now }
    }
}

/// The scenes of all characters, each with the number of its last change that others may see.
pub(super) struct Scenes {
    by_name: BTreeMap<CharacterName, (u64, Scene)>,
    number: watch::Sender<u64>,
}

impl Default for Scenes {
    fn default() -> Self {
        Self { by_name: BTreeMap::new(), number: watch::Sender::new(0) }
    }
}

impl Scenes {
    fn post(&mut self, scene: Scene) {
        let name = scene.character.name.clone();
        let known = self.by_name.get(&name);
        let number = match known.filter(|(_, known)| known.looks_like(&scene)) {
            Some((number, _)) => *number,
            None => {
                self.number.send_modify(|number| *number += 1);
                *self.number.borrow()
            }
        };
        self.by_name.insert(name, (number, scene));
    }

    pub(super) fn remove(&mut self, name: &CharacterName) {
        self.by_name.remove(name);
    }

    pub(super) fn has(&self, name: &CharacterName) -> bool {
        self.by_name.contains_key(name)
    }

    /// Of these characters, those of the account that are known.
    fn of(&self, account: &AccountName, names: &[CharacterName]) -> impl Iterator<Item = &(u64, Scene)> {
        let known = names.iter().filter_map(|name| self.by_name.get(name));
        known.filter(move |(_, scene)| scene.character.account == *account)
    }
}

impl Scene {
    /// Whether others see nothing new in `other`.
    fn looks_like(&self, other: &Self) -> bool {
        let seen = |scene: &Self| (scene.ready_at, scene.stance.clone());
        seen(self) == seen(other) && self.character == other.character
    }

    /// How others see it; `now` is this moment by the clock of whoever asks.
    fn comrade(&self, now: Timestamp) -> Comrade {
        let left = self.ready_at.saturating_duration_since(Instant::now());
        let left = SignedDuration::try_from(left).unwrap_or(SignedDuration::MAX);
        Comrade {
            character: self.character.clone(),
            ready_at: now.saturating_add(left).unwrap_or(Timestamp::MAX),
            claims: self.claims.iter().map(|(code, claim)| (code.clone(), claim.quantity)).collect(),
            stance: self.stance.clone(),
        }
    }
}

/// The comrades of somebody as they were when it looked.
#[derive(Debug, Clone)]
pub(crate) struct Comrades {
    account: AccountName,
    /// Who was looked for.
    pub(crate) names: Vec<CharacterName>,
    /// Those that are known.
    pub(crate) seen: Vec<Comrade>,
    /// The number of the newest scene among them.
    number: u64,
}

impl Board {
    /// Replaces a character's scene. Only who counts on it hears of it.
    pub fn post_scene(&self, scene: Scene) {
        self.lock().scenes.post(scene);
    }

    /// Somebody else's action has changed a character: nobody counts on it as it was, until it says how it stands.
    pub(crate) fn unsettle(&self, name: &CharacterName) {
        let mut inner = self.lock();
        if let Some((_, scene)) = inner.scenes.by_name.get(name) {
            let scene = Scene { stance: None, ..scene.clone() };
            inner.scenes.post(scene);
        }
    }

    /// A character's scene; nothing before the game has told of it.
    #[must_use]
    pub fn scene(&self, name: &CharacterName) -> Option<Scene> {
        self.lock().scenes.by_name.get(name).map(|(_, scene)| scene.clone())
    }

    /// Of these characters, those that are known and share the asker's account, itself left out; `now` is this moment by
    /// its clock.
    pub(crate) fn comrades(&self, asker: &Character, names: &[CharacterName], now: Timestamp) -> Comrades {
        let (account, names) = (asker.account.clone(), names.iter().filter(|name| **name != asker.name));
        let mut comrades = Comrades { account, names: names.cloned().collect(), seen: Vec::new(), number: 0 };
        for (number, scene) in self.lock().scenes.of(&asker.account, &comrades.names) {
            comrades.number = comrades.number.max(*number);
            comrades.seen.push(scene.comrade(now));
        }
        comrades
    }

    /// Becomes ready when one of the comrades is not as it was `seen` any more.
    pub(crate) async fn comrades_changed(self, Comrades { account, names, number: seen, .. }: Comrades) {
        let mut posted = self.lock().scenes.number.subscribe();
        let is_news = || self.lock().scenes.of(&account, &names).any(|(number, _)| *number > seen);
        while !is_news() && posted.changed().await.is_ok() {}
    }
}
