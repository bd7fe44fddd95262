//! What the benchmarks play on: the world that comes with the sandbox, a company, and a day's work that it does over and
//! over.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use game::{AccountName, Action, Character, CharacterName, GameData, MapId, SimpleItem};
use jiff::{SignedDuration, Timestamp};
use world::{Rules, World};

/// When every stage opens.
pub(crate) const OPENING: Timestamp = Timestamp::UNIX_EPOCH;
/// The company's characters.
pub(crate) const COMPANY: [&str; 5] = ["Ana", "Bob", "Cleo", "Dora", "Emil"];
/// What is gathered.
const ORE: &str = "copper_ore";
/// What it is made into, of ten.
const BAR: &str = "copper_bar";

/// What there is to do on a tile.
#[derive(Debug, Clone, Copy)]
enum Work {
    Fight,
    Gather,
    Deposit,
    Withdraw,
    Craft,
}

/// A day's work: where, what, and how many times.
const DAY: [(u32, Work, u32); 7] = [
    (159, Work::Fight, 10),
    (69, Work::Gather, 20),
    (115, Work::Deposit, 1),
    (115, Work::Withdraw, 1),
    (55, Work::Craft, 1),
    (221, Work::Fight, 2),
    (115, Work::Deposit, 1),
];

/// A call of the world.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) name: CharacterName,
    pub(crate) action: Action,
    pub(crate) now: Timestamp,
}

/// The season of the sandbox's own world.
pub(crate) fn season() -> Arc<GameData> {
    season_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/sandbox/worlds/first_steps"))
}

/// A real season, if somebody has put its data beside the checkout.
pub(crate) fn real_season() -> Option<Arc<GameData>> {
    real_season_folder().is_dir().then(|| season_in(&real_season_folder()))
}

/// What there is to say when there is none.
pub(crate) fn no_real_season(bench: &str) -> String {
    format!("{bench}: left out, since there is no season's data in {}", real_season_folder().display())
}

fn real_season_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference/data")
}

fn season_in(folder: &Path) -> Arc<GameData> {
    let lists = sandbox::load_world_dir(folder).expect("a season's data");
    Arc::new(GameData::new(lists).expect("a sound world"))
}

/// The company's account.
pub(crate) fn account() -> AccountName {
    "company".parse().expect("a valid name")
}

/// A new world with the company in it.
pub(crate) fn world(season: &Arc<GameData>, rules: Rules) -> World {
    let mut world = World::new(Arc::clone(season), rules, 1);
    world.create_account(account(), OPENING).expect("a new account");
    for name in COMPANY {
        let name = name.parse().expect("a valid name");
        world.create_character(&account(), name, "men1", OPENING).expect("a new character");
    }
    world
}

/// The first so many calls of the company, that each does when its cooldown is over, and how many of them were refused.
pub(crate) fn calls(mut world: World, count: usize) -> (Vec<Call>, usize) {
    let mut days: Vec<Day> = (0..COMPANY.len()).map(Day::new).collect();
    let mut refused = 0;
    let calls = (0..count).map(|turn| {
        let place = turn % COMPANY.len();
        let name: CharacterName = COMPANY[place].parse().expect("a valid name");
        let who = world.character(&name).expect("one of the company");
        let (action, now) =
            (days[place].next(who, &world), who.cooldown_expiration + SignedDuration::from_secs(1));
        refused += usize::from(world.act(&account(), &name, &action, now).is_err());
        Call { name, action, now }
    });
    (calls.collect(), refused)
}

/// How far somebody is with the day's work.
struct Day {
    errand: usize,
    done: u32,
}

impl Day {
    /// Everybody begins elsewhere in it.
    fn new(place: usize) -> Self {
        Self { errand: place % DAY.len(), done: 0 }
    }

    fn next(&mut self, who: &Character, world: &World) -> Action {
        loop {
            let (tile, work, times) = DAY[self.errand];
            if self.done == times {
                *self = Self { errand: (self.errand + 1) % DAY.len(), done: 0 };
                continue;
            }
            if who.map_id != MapId(tile) {
                return Action::Move { map_id: MapId(tile) };
            }
            if matches!(work, Work::Fight) && 2 * who.hp < who.max_hp {
                return Action::Rest;
            }
            self.done += 1;
            match action(work, who, world) {
                Some(action) => return action,
                None => self.done = times,
            }
        }
    }
}

/// Somebody's work on its tile; `None` when there is nothing to do it with.
fn action(work: Work, who: &Character, world: &World) -> Option<Action> {
    let ore = || SimpleItem::new(ORE.parse().expect("a valid code"), 10);
    let all = || -> Vec<_> { who.inventory.items().cloned().collect() };
    Some(match work {
        Work::Fight => Action::Fight,
        Work::Gather => Action::Gathering,
        Work::Deposit if all().is_empty() => return None,
        Work::Deposit => Action::DepositItem { items: all() },
        Work::Withdraw if world.bank(&who.account)?.count(&ore().code) < 10 => return None,
        Work::Withdraw => Action::WithdrawItem { items: vec![ore()] },
        Work::Craft if who.inventory.count(&ore().code) < 10 => return None,
        Work::Craft => Action::Crafting { code: BAR.parse().expect("a valid code"), quantity: 1 },
    })
}
