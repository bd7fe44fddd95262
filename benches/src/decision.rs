//! A decision of the planner in the steady state: a character's hours are played once and written down, then its mind
//! decides the same hours again. The floor looks the decisions up.

use std::{hint::black_box, time::Duration};

use game::{Bank, Character, CharacterName, GameData, Outcome};
use jiff::{SignedDuration, Timestamp};
use planner::{Decision, Mind, View, step};
use serde_json::json;
use world::{Rules, World};

use crate::{
    harness::{Row, Table, Target},
    stage,
};

/// Decisions before the steady state.
const WARM_UP: usize = 100;
/// Decisions of one replay.
const DECISIONS: usize = 1_000;
/// The project's own limit for a decision.
const MOST: Duration = Duration::from_millis(1);

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let season = stage::season();
    let world = stage::world(&season, Rules { log_entries: 0, fight_logs: false, ..Rules::default() });
    let strategies = [
        ("decision: gathering", "gathering", json!({"resource": "copper_rocks"})),
        ("decision: combat", "combat", json!({})),
    ];
    for (subject, strategy, config) in strategies {
        let mut world = world.clone();
        let mut mind = Mind::new(strategy, config).expect("a valid configuration");
        play(&mut world, &mut mind, |count, _| count < WARM_UP);
        let steady = mind.clone();
        let moments = play(&mut world, &mut mind, |count, _| count < DECISIONS);
        let count = u64::try_from(moments.len()).expect("a number of decisions");
        let decide = || {
            let mut mind = steady.clone();
            for moment in &moments {
                black_box(moment.decide(&mut mind, &season));
                moment.tell(&mut mind);
            }
            count
        };
        let look_up = || {
            moments.iter().for_each(|moment| drop(black_box(moment.decision.clone())));
            count
        };
        table.measure(
            Row { subject, floor: "a list of them", target: Target::Within(MOST) },
            decide,
            look_up,
        );
    }
    blocked(table, &season, &world);
}

/// Somebody who can do nothing is asked every minute.
fn blocked(table: &mut Table, season: &GameData, world: &World) {
    let mut character = world.character(&first()).expect("one of the company").clone();
    let bank = Bank::default();
    character.inventory.max_items = 0;
    let mut mind = Mind::new("leveling", json!({})).expect("a valid configuration");
    let mut now = character.cooldown_expiration;
    let mut ask = || {
        now += SignedDuration::from_secs(60);
        let view = View {
            data: season,
            character: &character,
            bank: Some(&bank),
            events: &[],
            market: None,
            raids: &[],
            comrades: &[],
        };
        step(&mut mind, &view, now)
    };
    let decision = ask();
    assert!(
        matches!(decision, Decision::Blocked { .. }),
        "who can carry nothing can do nothing: {decision:?}"
    );
    let count = u64::try_from(DECISIONS).expect("a number of decisions");
    let decide = || {
        (0..DECISIONS).for_each(|_| drop(black_box(ask())));
        count
    };
    let look_up = || {
        (0..DECISIONS).for_each(|_| drop(black_box(decision.clone())));
        count
    };
    let row = Row { subject: "decision: blocked", floor: "a copy of it", target: Target::Within(MOST) };
    table.measure(row, decide, look_up);
}

fn first() -> CharacterName {
    stage::COMPANY[0].parse().expect("a valid name")
}

/// A moment at which something was decided.
pub(crate) struct Moment {
    character: Character,
    bank: Bank,
    now: Timestamp,
    decision: Decision,
    outcome: Outcome,
}

impl Moment {
    fn decide(&self, mind: &mut Mind, season: &GameData) -> Decision {
        let view = View {
            data: season,
            character: &self.character,
            bank: Some(&self.bank),
            events: &[],
            market: None,
            raids: &[],
            comrades: &[],
        };
        step(mind, &view, self.now)
    }

    /// Does again what was done.
    pub(crate) fn act(&self, world: &mut World) {
        let action = self.decision.action().expect("every moment has its action");
        let name = &self.character.name;
        drop(black_box(world.act(&stage::account(), name, action, self.now)));
    }

    fn tell(&self, mind: &mut Mind) {
        let action = self.decision.action().expect("every moment has its action");
        mind.applied(action, &self.outcome);
    }
}

/// Lets a mind decide for as long as the count of its decisions and the time allow, and writes down what it saw and what
/// came of it.
pub(crate) fn play(
    world: &mut World,
    mind: &mut Mind,
    goes_on: impl Fn(usize, Timestamp) -> bool,
) -> Vec<Moment> {
    let season = world.data().clone();
    let name = first();
    let mut moments = Vec::new();
    loop {
        let character = world.character(&name).expect("one of the company").clone();
        let bank = world.bank(&stage::account()).expect("the company's bank").clone();
        let now = character.cooldown_expiration;
        if !goes_on(moments.len(), now) {
            return moments;
        }
        let view = View {
            data: &season,
            character: &character,
            bank: Some(&bank),
            events: &[],
            market: None,
            raids: &[],
            comrades: &[],
        };
        let decision = step(mind, &view, now);
        let action = decision.action().expect("there is always something to do");
        let outcome = world.act(&stage::account(), &name, action, now).expect("a sensible decision");
        mind.applied(action, &outcome);
        moments.push(Moment { character, bank, now, decision, outcome });
    }
}
