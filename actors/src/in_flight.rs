//! Whose actions are under way in this process, and whether their requests have left.
//!
//! An action's task outlives the fall of its character. The next incarnation must know whether to wait for that task
//! or to resolve an intent that it finds open by evidence. An action that a person does not want any more is withdrawn
//! here, unless its request is on the wire already.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use game::CharacterName;
use tokio::sync::watch;

use crate::ledger::{Account, Ledgers};

/// Between two looks: an action takes some ten milliseconds, and nobody waits for one but a start and a stop.
const POLL: Duration = Duration::from_millis(20);

/// The characters whose actions' tasks are alive; each has one at a time.
#[derive(Debug, Clone, Default)]
pub struct InFlight(Arc<Mutex<BTreeMap<CharacterName, Passage>>>);

impl InFlight {
    /// Marks a character until the returned guard is dropped. Made before the task is spawned, so that there is no
    /// moment at which the task is there and the mark is not.
    #[must_use]
    pub fn mark(&self, name: &CharacterName, ledgers: &Ledgers) -> Mark {
        let time = Arc::new((ledgers.clone(), name.clone()));
        let passage = Passage { way: watch::Sender::default(), time };
        self.lock().insert(name.clone(), passage.clone());
        Mark { all: self.clone(), name: name.clone(), passage }
    }

    /// Waits until no task of this character is alive.
    pub async fn ended(&self, name: &CharacterName) {
        while self.lock().contains_key(name) {
            tokio::time::sleep(POLL).await;
        }
    }

    /// Nobody wants this character's action any more: a request that has not left never will.
    pub fn withdraw(&self, name: &CharacterName) {
        if let Some(passage) = self.lock().get(name) {
            passage.withdraw();
        }
    }

    /// Whether the game may hear, or have heard, of this character's action: its task is alive, and nobody has withdrawn
    /// it before its request left.
    #[must_use]
    pub fn may_act(&self, name: &CharacterName) -> bool {
        self.lock().get(name).is_some_and(|passage| !passage.is_withdrawn())
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<CharacterName, Passage>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps a character marked.
#[derive(Debug)]
pub struct Mark {
    all: InFlight,
    name: CharacterName,
    passage: Passage,
}

impl Mark {
    /// The way of the action's request.
    #[must_use]
    pub fn passage(&self) -> &Passage {
        &self.passage
    }
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.all.lock().remove(&self.name);
    }
}

/// A request's way out: whether it has left, and whether it is still wanted. Clones are the same way. What it waits for is
/// told in its character's time ledger.
#[derive(Debug, Clone)]
pub struct Passage {
    way: watch::Sender<Way>,
    time: Arc<(Ledgers, CharacterName)>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Way {
    has_left: bool,
    unwanted: bool,
}

impl Passage {
    /// Lets the request leave; `false` when it has been withdrawn and must not.
    #[must_use]
    pub fn leave(&self) -> bool {
        let leaves = self.way.send_if_modified(|way| {
            way.has_left |= !way.unwanted;
            way.has_left
        });
        if leaves {
            self.spend(Account::Deciding);
        }
        leaves
    }

    /// The request certainly changed nothing and waits again.
    pub fn came_back(&self) {
        self.way.send_modify(|way| way.has_left = false);
    }

    /// The request waits for a place in the rate budget, or for a game that is away.
    pub fn waits(&self, game_is_away: bool) {
        if !self.is_withdrawn() {
            self.spend(if game_is_away { Account::Retrying } else { Account::Budget });
        }
    }

    fn spend(&self, account: Account) {
        let (ledgers, name) = &*self.time;
        ledgers.enter(name, account.into());
    }

    /// Ends once it is certain that the request was withdrawn and nothing of it has reached the game.
    pub async fn withdrawn(&self) {
        // The sender is here, so this cannot end for want of one.
        let _ = self.way.subscribe().wait_for(|way| way.unwanted && !way.has_left).await;
    }

    fn withdraw(&self) {
        self.way.send_modify(|way| way.unwanted = true);
    }

    /// Whether nobody wants the request any more, and nothing of it has left.
    pub(crate) fn is_withdrawn(&self) -> bool {
        let way = *self.way.borrow();
        way.unwanted && !way.has_left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ana() -> CharacterName {
        "Ana".parse().unwrap()
    }

    fn ledgers() -> Ledgers {
        Ledgers::new(crate::clock::Clock::System)
    }

    #[tokio::test]
    async fn what_is_withdrawn_before_it_leaves_never_does() {
        let all = InFlight::default();
        let mark = all.mark(&ana(), &ledgers());
        all.withdraw(&ana());
        assert!(!mark.passage().leave() && !all.may_act(&ana()));
        mark.passage().withdrawn().await;
    }

    #[tokio::test]
    async fn what_has_left_is_withdrawn_only_when_it_comes_back() {
        let all = InFlight::default();
        let mark = all.mark(&ana(), &ledgers());
        assert!(mark.passage().leave());
        all.withdraw(&ana());
        assert!(all.may_act(&ana()));
        mark.passage().came_back();
        mark.passage().withdrawn().await;
        assert!(!mark.passage().leave() && !all.may_act(&ana()));
    }

    #[tokio::test]
    async fn a_character_is_marked_as_long_as_its_task_lives() {
        let all = InFlight::default();
        let mark = all.mark(&ana(), &ledgers());
        assert!(all.may_act(&ana()));
        drop(mark);
        all.ended(&ana()).await;
        all.withdraw(&ana());
        assert!(!all.may_act(&ana()));
    }
}
