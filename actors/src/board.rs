//! What the company shows: every actor that the dashboard should see puts its latest view here.
//!
//! A board is written by its actors and read by sessions and web handlers; nobody asks an actor for its state, so
//! looking never slows the watched down. Each change gets the next number, and a reader asks for "everything since
//! number n": a slow reader skips what was overwritten meanwhile and never falls behind by more than one view of each
//! thing. Nothing here outlives the process; after a restart the actors publish again.

mod accounts;
mod alerts;
mod events;
mod last_hour;
mod posted;
mod prices;
mod scene;
mod stock;
mod tree_node;
mod view;

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use game::{AccountName, CharacterName};
use planner::Prices;
use tokio::{sync::watch, time::Instant};

use accounts::Accounts;
use alerts::Alerts;
use events::Events;
pub use events::Reading;
use last_hour::LastHour;
use posted::Posted;
pub(crate) use scene::Comrades;
pub use scene::Scene;
use scene::Scenes;
pub use stock::{Claim, Claims, Stock};
pub use tree_node::TreeNode;
pub use view::{
    AccountOrigin, AccountState, AccountView, ActionOutcome, ActionsView, ActiveEventView, AlertView,
    AlternativeView, AutomationStatus, AutomationView, AwaitedView, CharacterState, CharacterView,
    ComparisonView, CooldownView, DatabaseView, EquippedView, EventsView, FactView, FiringView, GainsView,
    GoalLineView, GoalStanding, GoalView, Health, ImpossibleView, InventoryView, LogEntry, LogLine,
    ManualView, OpenRaidView, OrderState, OrderView, PositionView, ProgressView, RaidView, RaidWindowView,
    RateView, Reach, ReachView, RealtimeMode, RealtimeView, RunForecastView, RunView, StackView,
    StageStanding, StageView, TallyView, TaskView,
};

/// Log lines kept for new readers; older ones are read from the database.
const LOG_KEPT: usize = 100;
/// Log lines kept on a character's card.
pub(crate) const LAST_ACTIONS: usize = 8;

/// A shared board. Clones show the same board.
#[derive(Clone)]
pub struct Board {
    inner: Arc<Mutex<Inner>>,
    changed: watch::Sender<u64>,
}

struct Inner {
    number: u64,
    characters: BTreeMap<CharacterName, Posted>,
    removed: Vec<(u64, CharacterName)>,
    scenes: Scenes,
    banks: BTreeMap<AccountName, Stock>,
    log: VecDeque<(u64, LogLine)>,
    /// The last lines of every character, on the board or not, newest first.
    last_actions: BTreeMap<CharacterName, Vec<LogLine>>,
    goals: (u64, Vec<GoalView>),
    rates: (u64, Vec<RateView>),
    database: (u64, DatabaseView),
    game: (u64, ReachView),
    /// Since when the game is as it is.
    game_since: Instant,
    accounts: Accounts,
    alerts: Alerts,
    events: Events,
    last_hour: LastHour,
    prices: Arc<Prices>,
}

/// What changed on the board since a number.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// The board's number after these changes; ask for the next ones from here.
    pub number: u64,
    /// Characters whose view changed, whole.
    pub characters: Vec<CharacterView>,
    /// Characters that are gone.
    pub removed: Vec<CharacterName>,
    /// New log lines, oldest first.
    pub log: Vec<LogLine>,
    /// All goals, when one of them changed.
    pub goals: Option<Vec<GoalView>>,
    /// Whether the rate budget, the database, the game's reachability, an account or an alert changed.
    pub status: bool,
    /// Whether an event came or went, or a raid changed.
    pub events: bool,
}

impl Board {
    /// An empty board whose changes are numbered from `first` on. Taken from the clock, numbers grow over restarts of the
    /// program too, and whoever kept a view of an earlier run knows it for old.
    #[must_use]
    pub fn new(first: u64) -> Self {
        let inner = Inner {
            number: first,
            characters: BTreeMap::new(),
            removed: Vec::new(),
            scenes: Scenes::default(),
            banks: BTreeMap::new(),
            log: VecDeque::new(),
            last_actions: BTreeMap::new(),
            goals: (0, Vec::new()),
            rates: (0, Vec::new()),
            database: (0, DatabaseView::starting()),
            game: (0, ReachView::starting()),
            game_since: Instant::now(),
            accounts: Accounts::default(),
            alerts: Alerts::default(),
            events: Events::default(),
            last_hour: LastHour::default(),
            prices: Arc::default(),
        };
        Self { inner: Arc::new(Mutex::new(inner)), changed: watch::Sender::new(first) }
    }

    /// Replaces a character's view.
    pub fn post_character(&self, view: CharacterView) {
        self.change(|inner, number| inner.post_character(number, view));
    }

    /// Shows what an earlier run of the program knew of characters that have not been read from the game yet.
    pub fn restore_characters(&self, views: Vec<CharacterView>) {
        self.change(|inner, number| {
            for view in views {
                if !inner.characters.contains_key(&view.name) {
                    inner.post_character(number, view);
                }
            }
        });
    }

    /// Notes which characters an account has, as the game has told.
    pub fn post_roster(&self, account: &AccountName, names: Vec<CharacterName>) {
        self.lock().accounts.post_roster(account, names);
    }

    /// Whether every character of an account is known as it is now: what nobody has read yet may be anything.
    #[must_use]
    pub fn is_whole(&self, account: &AccountName) -> bool {
        let inner = self.lock();
        let is_read = |name: &CharacterName| {
            let posted = inner.characters.get(name);
            posted.is_some_and(|posted| posted.view.as_of.is_none()) && inner.scenes.has(name)
        };
        inner.accounts.roster(account).is_some_and(|names| names.iter().all(is_read))
    }

    /// Takes those off the board that only an earlier run has seen and that are `gone`.
    pub fn forget_unread(&self, gone: impl Fn(&CharacterView) -> bool) {
        let unread = self.characters().into_iter().filter(|view| view.as_of.is_some() && gone(view));
        unread.for_each(|view| self.remove_character(&view.name));
    }

    /// Shows what a character was told that has no actor to show it.
    pub fn post_automation(&self, name: &CharacterName, automation: AutomationView) {
        self.change(|inner, number| {
            if let Some(posted) = inner.characters.get_mut(name) {
                posted.view.automation = Some(automation);
                posted.renew(number);
            }
        });
    }

    /// Takes a character off the board.
    pub fn remove_character(&self, name: &CharacterName) {
        self.change(|inner, number| {
            inner.scenes.remove(name);
            if inner.characters.remove(name).is_some() {
                inner.removed.push((number, name.clone()));
            }
        });
    }

    /// Adds a line to the log and to its character's card.
    pub fn post_log(&self, line: LogLine) {
        self.change(|inner, number| {
            inner.last_hour.count(line.outcome);
            inner.post_log(number, line);
        });
    }

    /// Adds what earlier runs of the program wrote, in any order: the newest of all, and the last of each character.
    pub fn restore_log(&self, mut lines: Vec<LogLine>) {
        self.change(|inner, number| {
            lines.extend(inner.log.drain(..).map(|(_, line)| line));
            lines.extend(std::mem::take(&mut inner.last_actions).into_values().flatten());
            // Ids are time-ordered.
            lines.sort_by_key(|line| line.id);
            lines.dedup_by_key(|line| line.id);
            lines.into_iter().for_each(|line| inner.post_log(number, line));
        });
    }

    /// Replaces all goals, if they are not as they were.
    pub fn post_goals(&self, goals: Vec<GoalView>) {
        if self.goals() != goals {
            self.change(|inner, number| inner.goals = (number, goals));
        }
    }

    /// Every goal, the oldest first.
    #[must_use]
    pub fn goals(&self) -> Vec<GoalView> {
        self.lock().goals.1.clone()
    }

    /// Replaces the rate budget's view, and how many requests were sent for each account within the last hour.
    pub fn post_rates(&self, rates: Vec<RateView>, requests: BTreeMap<AccountName, u64>) {
        self.change(|inner, number| {
            inner.rates = (number, rates);
            inner.accounts.post_requests(requests);
        });
    }

    /// Says how the database is.
    pub fn post_database(&self, database: DatabaseView) {
        self.change(|inner, number| {
            if inner.database.1 != database {
                inner.database = (number, database);
            }
        });
    }

    /// Says how the game can be reached. That it is away, or back, is news of everybody who waits for it.
    pub fn post_game(&self, game: ReachView) {
        self.change(|inner, number| {
            if inner.game.1 == game {
                return;
            }
            if inner.game.1.state != game.state {
                inner.game_since = Instant::now();
                let waiting = inner.characters.values_mut().filter(|posted| posted.needs_the_game());
                waiting.for_each(|posted| posted.renew(number));
            }
            inner.game = (number, game);
        });
    }

    /// Says how an account is, and why it cannot be played; of those without a name only that the game rejects a token.
    pub fn post_account(&self, name: Option<AccountName>, state: AccountState, message: Option<String>) {
        self.change(|inner, number| inner.accounts.post(number, name, state, message));
    }

    /// Says that an account is played, and where its token comes from.
    pub fn post_account_origin(&self, name: AccountName, origin: AccountOrigin) {
        self.change(|inner, number| inner.accounts.post_origin(number, name, origin));
    }

    /// Takes an account off the board, with its characters.
    pub fn remove_account(&self, name: &AccountName) {
        let characters = self.characters().into_iter().filter(|view| view.account == *name);
        characters.for_each(|view| self.remove_character(&view.name));
        self.change(|inner, number| inner.accounts.remove(number, name));
    }

    /// Every character, by name.
    #[must_use]
    pub fn characters(&self) -> Vec<CharacterView> {
        let inner = self.lock();
        inner.characters.values().map(|posted| posted.fresh(inner.game_away())).collect()
    }

    /// One character.
    #[must_use]
    pub fn character(&self, name: &CharacterName) -> Option<CharacterView> {
        let inner = self.lock();
        inner.characters.get(name).map(|posted| posted.fresh(inner.game_away()))
    }

    /// Rate budget, database, game, accounts, how much was done, and what alerts have told.
    #[must_use]
    pub fn health(&self) -> Health {
        let inner = self.lock();
        Health {
            rates: inner.rates.1.clone(),
            database: inner.database.1.clone(),
            game: ReachView { since_ms: millis(inner.game_since.elapsed()), ..inner.game.1.clone() },
            accounts: inner
                .accounts
                .views(inner.characters.iter().map(|(name, posted)| (&posted.view.account, name))),
            actions: inner.last_hour.view(),
            firings: inner.alerts.open(),
        }
    }

    /// Everything that changed after number `since`; 0 gives all there is.
    #[must_use]
    pub fn changes(&self, since: u64) -> Changes {
        let inner = self.lock();
        let numbers =
            [inner.rates.0, inner.database.0, inner.game.0, inner.accounts.number, inner.alerts.number];
        let newest = numbers.into_iter().max().unwrap_or_default();
        Changes {
            number: inner.number,
            characters: inner
                .characters
                .values()
                .filter(|posted| posted.number > since)
                .map(|posted| posted.fresh(inner.game_away()))
                .collect(),
            removed: inner
                .removed
                .iter()
                .filter(|(at, _)| *at > since)
                .map(|(_, name)| name.clone())
                .collect(),
            log: inner.log.iter().filter(|(at, _)| *at > since).map(|(_, line)| line.clone()).collect(),
            goals: (inner.goals.0 > since).then(|| inner.goals.1.clone()),
            status: newest > since,
            events: inner.events.number > since,
        }
    }

    /// Becomes ready whenever the board's number grows.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    fn change(&self, change: impl FnOnce(&mut Inner, u64)) {
        self.change_if(|inner, number| {
            change(inner, number);
            true
        });
    }

    /// A change that tells whether it was one.
    fn change_if(&self, change: impl FnOnce(&mut Inner, u64) -> bool) {
        let mut inner = self.lock();
        let number = inner.number + 1;
        if !change(&mut inner, number) {
            return;
        }
        inner.number = number;
        drop(inner);
        self.changed.send_replace(number);
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Each change is a plain assignment, so a panic elsewhere cannot have left the board half written.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn post_character(&mut self, number: u64, mut view: CharacterView) {
        view.version = number;
        view.last_actions = self.last_actions.get(&view.name).cloned().unwrap_or_default();
        self.characters.insert(view.name.clone(), Posted::new(number, view));
    }

    fn post_log(&mut self, number: u64, line: LogLine) {
        let last = self.last_actions.entry(line.character.clone()).or_default();
        last.insert(0, line.clone());
        last.truncate(LAST_ACTIONS);
        if let Some(posted) = self.characters.get_mut(&line.character) {
            posted.renew(number);
            posted.view.last_actions.clone_from(last);
        }
        self.log.push_back((number, line));
        while self.log.len() > LOG_KEPT {
            self.log.pop_front();
        }
    }

    /// Since when the game is away, if it is.
    fn game_away(&self) -> Option<Instant> {
        (self.game.1.state == Reach::Away).then_some(self.game_since)
    }
}

pub(crate) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
