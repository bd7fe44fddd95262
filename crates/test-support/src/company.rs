//! A whole company in virtual time: the tree of the program, playing in the sandbox's router in the same process, with
//! a journal in memory and a database that is away.
//!
//! Time runs only inside the calls of [`TestCompany`], and jumps to the next timer whenever nobody has anything to do,
//! so a day takes seconds. The journal and the game outlive a crash; everything else is made anew.

mod fault;
mod faults;
mod game_router;
mod ledger;
mod life;
mod router_http;
mod router_socket;
mod server;
mod setup;
mod world_clock;

use std::{future::Future, time::Duration};

use actors::{
    board::{CharacterView, Health, TreeNode},
    company::Company,
    ports::JournalPort,
};
use game::CharacterName;
use jiff::Timestamp;
use journal::{Journal, Record};
use sandbox::WorldSource;
use serde_json::json;
use supervisor::{Directory, NodeView};

pub use fault::{Answer, CLIENT_TIMEOUT, Fault};
pub use faults::FaultPlan;
pub use ledger::{Books, Done};
pub use life::TOKEN;
pub use router_socket::SOCKET;
pub use server::{LogEntry, Stats};
pub use setup::{Setup, season};

use life::{Life, Stage};
use server::Server;

/// How often [`TestCompany::run_until`] looks.
const LOOK: Duration = Duration::from_millis(100);

/// A company at work, and all that a test may do to it.
pub struct TestCompany {
    stage: Stage,
    /// Always there, but for the moment between two lives.
    life: Option<Life>,
}

impl TestCompany {
    /// Opens a sandbox and starts a company in it.
    ///
    /// # Panics
    /// When something of that cannot be made.
    #[must_use]
    pub fn start(setup: Setup) -> Self {
        let runtime = life::runtime();
        let stage = runtime.block_on(Stage::set(setup));
        let life = Life::begin(&stage, runtime);
        Self { stage, life: Some(life) }
    }

    /// Lets so much time pass.
    pub fn run_for(&self, span: Duration) {
        self.block_on(async { tokio::time::sleep(span).await });
    }

    /// Lets time pass until `condition` holds; tells how long that took.
    ///
    /// # Panics
    /// When it does not hold within `limit`.
    pub fn run_until(&self, limit: Duration, what: &str, condition: impl Fn(&Self) -> bool) -> Duration {
        self.look_every(LOOK, limit, what, condition)
    }

    /// Like [`Self::run_until`] for a condition that stays true once it is, and costs something to look at.
    ///
    /// # Panics
    /// When it does not hold within `limit`.
    pub fn look_every(
        &self,
        pause: Duration,
        limit: Duration,
        what: &str,
        condition: impl Fn(&Self) -> bool,
    ) -> Duration {
        let mut waited = Duration::ZERO;
        while !condition(self) {
            assert!(waited < limit, "not within {limit:?}: {what}");
            self.run_for(pause);
            waited += pause;
        }
        waited
    }

    /// Lets time pass until `work` is done.
    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.life().runtime.block_on(work)
    }

    /// Ends everything where it stands, as a power cut does, and starts the program again.
    pub fn crash(&mut self) {
        self.next_life(|_| {});
    }

    /// Ends the program in good order and starts it again.
    pub fn restart(&mut self) {
        self.next_life(|life| life.runtime.block_on(life.tree.shutdown()));
    }

    fn next_life(&mut self, end: impl FnOnce(&Life)) {
        let life = self.life.take().expect("there is a life");
        end(&life);
        let now = life.runtime.block_on(async { self.stage.clock.now() });
        drop(life);
        let runtime = life::runtime();
        runtime.block_on(async { self.stage.clock.go_on_from(now) });
        self.life = Some(Life::begin(&self.stage, runtime));
    }

    /// What the web server holds.
    #[must_use]
    pub fn company(&self) -> &Company {
        &self.life().company
    }

    /// The actors by name.
    #[must_use]
    pub fn directory(&self) -> &Directory {
        self.life().tree.directory()
    }

    /// What goes wrong on the way to the game.
    #[must_use]
    pub fn faults(&self) -> &FaultPlan {
        &self.stage.faults
    }

    /// The time of the game and of the company.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.inside(|| self.stage.clock.now())
    }

    /// Who plays.
    #[must_use]
    pub fn names(&self) -> &[CharacterName] {
        &self.stage.characters
    }

    /// A character as the board shows it; nothing before it has come to life.
    #[must_use]
    pub fn character(&self, name: &str) -> Option<CharacterView> {
        let name = name.parse().expect("a valid name");
        self.inside(|| self.company().board().character(&name))
    }

    /// Every character as the board shows it.
    #[must_use]
    pub fn characters(&self) -> Vec<CharacterView> {
        self.inside(|| self.company().board().characters())
    }

    /// Rate budget, database and game as the board shows them.
    #[must_use]
    pub fn health(&self) -> Health {
        self.inside(|| self.company().board().health())
    }

    /// An actor or supervisor in the tree.
    ///
    /// # Panics
    /// When there is none of this id.
    #[must_use]
    pub fn node(&self, id: &str) -> NodeView {
        let tree = self.inside(|| self.directory().tree());
        tree.find(id).cloned().unwrap_or_else(|| panic!("there is no {id} in the tree"))
    }

    /// The whole tree as the dashboard sees it.
    ///
    /// # Panics
    /// Never: it has been started.
    #[must_use]
    pub fn tree(&self) -> TreeNode {
        self.inside(|| self.company().tree()).expect("the tree has a root")
    }

    /// Takes an actor away, in good order, until [`Self::bring_back`].
    ///
    /// # Panics
    /// When its supervisor does not do it.
    pub fn take_away(&self, id: &str) {
        let supervisor = self.directory().supervisor(self.parent(id));
        self.block_on(supervisor.terminate_child(id)).expect("the actor can be stopped");
    }

    /// Starts an actor again that was taken away.
    ///
    /// # Panics
    /// When its supervisor does not do it.
    pub fn bring_back(&self, id: &str) {
        let supervisor = self.directory().supervisor(self.parent(id));
        self.block_on(supervisor.restart_child(id)).expect("the actor can be started");
    }

    fn parent(&self, id: &str) -> String {
        self.node(id).parent.expect("only the root has no parent")
    }

    /// What the sandbox counted since it was opened.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.block_on(self.server().stats())
    }

    /// The game's own log of a character, the oldest entry first. Reading it counts in [`Self::stats`].
    #[must_use]
    pub fn log(&self, name: &CharacterName) -> Vec<LogEntry> {
        let token = self.stage.owners.get(name).map_or(TOKEN, String::as_str);
        self.block_on(Server { token, ..self.server() }.log(name))
    }

    /// Opens an account in the game that nobody plays yet, with these characters; its token. The name has six letters at
    /// least.
    #[must_use]
    pub fn open_account(&self, name: &str, characters: &[&str]) -> String {
        let characters: Vec<_> = characters.iter().map(|name| name.parse().expect("a valid name")).collect();
        self.block_on(self.server().open_account(name, &characters))
    }

    /// Lets these things go wrong in the game itself, and nothing else that it was told before; see `docs/faults.md`.
    pub fn set_game_faults(&self, rules: &serde_json::Value) {
        self.block_on(self.server().set_faults(rules));
    }

    /// Begins a new season: the game is in this version now, with the data of `world`, and all characters of the demo
    /// account are new.
    pub fn begin_season(&self, world: WorldSource, version: &str) {
        self.inside(|| self.stage.begin_season(world));
        self.set_game_faults(&json!([{ "fault": { "season_change": { "version": version } } }]));
    }

    /// Has a character gain so much combat xp and have these items, out of nothing. Its actor hears of it within a minute.
    pub fn grant(&self, name: &str, xp: i64, items: &[(&str, u32)]) {
        self.give(name, "xp", json!({ "type": "combat", "amount": xp }));
        for (code, quantity) in items {
            self.give(name, "item", json!({ "code": code, "quantity": quantity }));
        }
    }

    /// Gives a character something else that a sandbox has to give, as its API takes it.
    pub fn give(&self, name: &str, what: &str, gift: serde_json::Value) {
        self.block_on(self.server().give(name, what, gift));
    }

    /// Has an event come in the game.
    pub fn spawn_event(&self, code: &str) {
        self.block_on(self.server().spawn_event(code));
    }

    /// Everything in the journal, the oldest first. With the database away it keeps all.
    #[must_use]
    pub fn journal(&self) -> Vec<Record> {
        let entries = self.with_journal(|journal| journal.oldest(usize::MAX));
        entries.into_iter().map(|(_, record)| record).collect()
    }

    /// Asks the journal.
    ///
    /// # Panics
    /// When it fails.
    pub fn with_journal<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Journal) -> Result<T, journal::JournalError> + Send + 'static,
    ) -> T {
        let port: JournalPort = self.stage.journal.clone();
        self.block_on(port.run(work)).expect("a journal in memory does not fail")
    }

    /// What the game and the journal each say has been done, by character.
    #[must_use]
    pub fn books(&self) -> Vec<Books> {
        ledger::books(self)
    }

    /// The check of all checks: what the game did for a character is in the journal exactly once, and nothing else.
    /// Hands over the books it has read.
    ///
    /// # Panics
    /// With the differences, when there are any.
    pub fn assert_everything_is_recorded_once(&self) -> Vec<Books> {
        let books = self.books();
        let wrong: Vec<_> = books.iter().flat_map(Books::differences).collect();
        assert!(wrong.is_empty(), "the journal is not what happened:\n{}", wrong.join("\n"));
        books
    }

    fn server(&self) -> Server<'_> {
        Server { game: &self.stage.game, token: TOKEN }
    }

    fn life(&self) -> &Life {
        self.life.as_ref().expect("there is a life")
    }

    /// Runs what reads the time.
    fn inside<T>(&self, work: impl FnOnce() -> T) -> T {
        let _inside = self.life().runtime.enter();
        work()
    }
}
