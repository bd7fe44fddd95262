//! Where each character's time goes: every moment of it is in exactly one account.
//!
//! The characters say what they are at, and the limiter says what their requests wait for; `book` adds it up. Shared like
//! the board, and read by the web server, so that nobody has to be asked. Two days are kept here and in the journal, all
//! of it in PostgreSQL. What passes while the program is off has an account of its own.

mod account;
mod book;
mod view;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use game::CharacterName;
use journal::Hour;

pub use account::{Account, Entry};
pub use view::{HourView, LedgerView, SpentView};

use crate::clock::Clock;
use book::Book;

/// Everybody's time. Clones are the same ledgers.
#[derive(Debug, Clone)]
pub struct Ledgers {
    clock: Clock,
    books: Arc<Mutex<BTreeMap<CharacterName, Book>>>,
}

impl Ledgers {
    /// Ledgers in which nothing has been written yet.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { clock, books: Arc::default() }
    }

    /// Whether a character's time is being counted.
    pub(crate) fn is_open(&self, name: &CharacterName) -> bool {
        self.lock().contains_key(name)
    }

    /// Begins to count, where an earlier run of the program has ended: what has passed since then it was off.
    pub(crate) fn open(&self, name: &CharacterName, known: Vec<Hour>) {
        let now = self.clock.now();
        self.lock().entry(name.clone()).or_insert_with(|| Book::new(now, known));
    }

    /// From now on a character's time belongs to this account, but for what is left of a cooldown.
    pub(crate) fn enter(&self, name: &CharacterName, entry: Entry) {
        let now = self.clock.now();
        if let Some(book) = self.lock().get_mut(name) {
            book.enter(now, entry);
        }
    }

    /// For so long a cooldown runs, whose time belongs to this account.
    pub(crate) fn cool_down(&self, name: &CharacterName, account: Account, left: Duration) {
        let now = self.clock.now();
        if let Some(book) = self.lock().get_mut(name) {
            book.cool_down(now, account, now.saturating_add(left).unwrap_or(now));
        }
    }

    /// The hours that have changed since the last call, as they are to be kept; nothing when the last call was less than
    /// `pause` ago.
    pub(crate) fn unwritten(&self, name: &CharacterName, pause: Duration) -> Vec<Hour> {
        let now = self.clock.now();
        self.lock().get_mut(name).map_or_else(Vec::new, |book| book.unwritten(now, pause, name))
    }

    /// How the last hours of a character were spent, the present one included; nothing before it was counted.
    #[must_use]
    pub fn view(&self, name: &CharacterName, hours: u32) -> Option<LedgerView> {
        let now = self.clock.now();
        let mut books = self.lock();
        let book = books.get_mut(name)?;
        book.settle(now);
        Some(LedgerView::new(book, hours))
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<CharacterName, Book>> {
        // Sums are added one by one, so a panic elsewhere cannot have left a book half written.
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
