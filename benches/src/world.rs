//! Actions per second of the pure world: a company's work, replayed. The floor takes the same calls and gives replies of
//! the same type, and knows no rules.

use std::{collections::BTreeMap, hint::black_box};

use game::{Action, Character, CharacterName, Cooldown, Detail, Outcome, Refusal};
use jiff::{SignedDuration, Timestamp};
use world::{Rules, World};

use crate::{
    harness::{Row, Table, Target},
    stage::{self, Call},
};

/// Calls of one replay.
const CALLS: usize = 20_000;

/// The rows of this benchmark.
pub(crate) fn bench(table: &mut Table) {
    let season = stage::season();
    let account = stage::account();
    let told = stage::world(&season, Rules { tells_news: true, ..Rules::default() });
    let (calls, refused) = stage::calls(told.clone(), CALLS);
    assert!(refused * 50 < CALLS, "{refused} of {CALLS} calls are refused: that is no realistic mix");
    let silent = stage::world(&season, Rules { log_entries: 0, fight_logs: false, ..Rules::default() });
    let replay = |world: &World| {
        let mut world = world.clone();
        for Call { name, action, now } in &calls {
            drop(black_box(world.act(&account, name, action, *now)));
            drop(world.news(*now));
        }
        CALLS as u64
    };
    let floor = || {
        let mut floor = Floor::of(&told);
        for Call { name, action, now } in &calls {
            drop(black_box(floor.act(name, action, *now)));
        }
        CALLS as u64
    };
    let row =
        |subject| Row { subject, floor: "a machine without rules", target: Target::PerSecond(200_000.0) };
    table.measure(row("world: actions, as the sandbox plays them"), || replay(&told), floor);
    table.measure(row("world: actions, as a forecast plays them"), || replay(&silent), floor);
}

/// A state machine with the world's arguments and replies, and nothing in between.
struct Floor(BTreeMap<CharacterName, Character>);

impl Floor {
    fn of(world: &World) -> Self {
        let company = world.characters(&stage::account()).into_iter();
        Self(company.map(|character| (character.name.clone(), character.clone())).collect())
    }

    fn act(&mut self, name: &CharacterName, action: &Action, now: Timestamp) -> Result<Outcome, Refusal> {
        let character = self.0.get_mut(name).ok_or_else(|| Refusal::cooldown(0.0))?;
        let expiration = now + SignedDuration::from_secs(3);
        character.cooldown_expiration = expiration;
        Ok(Outcome {
            cooldown: Cooldown {
                total_seconds: 3,
                remaining_seconds: 3,
                started_at: now,
                expiration,
                reason: action.reason().to_owned(),
            },
            character: character.clone(),
            others: Vec::new(),
            detail: Detail::Rested { hp_restored: 0 },
        })
    }
}
