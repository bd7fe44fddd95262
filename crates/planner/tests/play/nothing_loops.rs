//! Nothing loops: whatever the world, the configuration and the game's answers, each strategy comes to the point.

use std::collections::HashMap;

use game::Action;
use jiff::Timestamp;
use planner::{Decision, Mind};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    anything::{Setting, Turn, any_config, any_setting, any_turns},
    stage::{Entry, Stage, first_steps},
};

/// Decisions in each play.
const TURNS: usize = 60;
/// The same action refused so often in a row is the end of it.
const SAME_REFUSALS: usize = 3;
/// The same action in the same state is done so often, and once more for each time that a quarantine is over.
const ROUNDS: i64 = 5;
/// Minutes of a quarantine.
const QUARANTINE: i64 = 30;

/// Plays it, and holds every decision against what a decision must be.
fn comes_to_the_point(
    strategy: &str,
    config: Value,
    setting: &Setting,
    turns: &[Turn],
) -> Result<(), TestCaseError> {
    let Ok(mind) = Mind::new(strategy, config) else { return Err(TestCaseError::reject("makes no sense")) };
    let mut stage = setting.stage(&first_steps(), mind);
    let mut circles = Circles::new(&stage);
    for turn in turns {
        let mut twin = stage.clone();
        twin.mind = read_back(&stage.mind);
        turn.play(&mut twin);
        circles.look(&stage, turn);
        turn.play(&mut stage);
        let entry = stage.journal.last().expect("a turn has been played");
        prop_assert_eq!(Some(entry), twin.journal.last(), "decided differently by a mind read back");
        is_explained(&entry.decision)?;
        circles.none_closes(&stage, entry)?;
    }
    Ok(())
}

/// The mind without all that is kept only to spare a search.
fn read_back(mind: &Mind) -> Mind {
    Mind::restore(mind.strategy(), mind.config(), mind.memory()).expect("what a mind has written down")
}

fn is_explained(decision: &Decision) -> Result<(), TestCaseError> {
    let why = decision.why();
    prop_assert!(why.text.len() > 10 && !why.text.contains('\n'), "no reason: {:?}", decision);
    if let Decision::Blocked { .. } = decision {
        let unblock = why.unblock.as_deref().unwrap_or_default();
        prop_assert!(unblock.len() > 10, "nothing that would unblock it: {:?}", decision);
    }
    Ok(())
}

/// What has been done and refused so far.
struct Circles {
    began: Timestamp,
    /// The state before the decision.
    state: String,
    /// How often each action was carried out in each state.
    rounds: HashMap<String, i64>,
    /// The action that was refused at last, and how often in a row.
    refused: Option<(Action, usize)>,
}

impl Circles {
    fn new(stage: &Stage) -> Self {
        Self { began: stage.now, state: String::new(), rounds: HashMap::new(), refused: None }
    }

    fn look(&mut self, stage: &Stage, turn: &Turn) {
        self.state = state(stage);
        if turn.is_retry() {
            (self.rounds, self.refused) = Default::default();
        }
    }

    fn none_closes(&mut self, stage: &Stage, entry: &Entry) -> Result<(), TestCaseError> {
        let Some(action) = entry.decision.action() else { return Ok(()) };
        if entry.refusal.is_some() {
            let before = self.refused.take().filter(|(refused, _)| refused == action);
            let times = before.map_or(1, |(_, times)| times + 1);
            self.refused = Some((action.clone(), times));
            prop_assert!(times <= SAME_REFUSALS, "refused {} times in a row: {}", times, stage.ending());
            return Ok(());
        }
        self.refused = None;
        let times = self.rounds.entry(format!("{} {action:?}", self.state)).or_insert(0);
        *times += 1;
        let most = ROUNDS * (1 + stage.now.duration_since(self.began).as_mins() / QUARANTINE);
        prop_assert!(*times <= most, "{} times in the same state: {}", times, stage.ending());
        Ok(())
    }
}

/// All that an action may change, without the time.
fn state(stage: &Stage) -> String {
    let mut character = stage.character().clone();
    (character.cooldown, character.cooldown_expiration) = Default::default();
    let own = |order: &&game::exchange::Order| order.account == character.account;
    let orders: Vec<_> = stage.world.exchange().orders().filter(own).collect();
    format!("{character:?} {:?} {orders:?}", stage.bank())
}

macro_rules! no_strategy_loops {
    ($($name:ident: $strategy:literal;)*) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(12))]
            $(
                #[test]
                fn $name(
                    config in any_config($strategy, &first_steps()),
                    setting in any_setting(&first_steps()),
                    turns in any_turns(&first_steps(), TURNS),
                ) {
                    comes_to_the_point($strategy, config, &setting, &turns)?;
                }
            )*
        }
    };
}

no_strategy_loops! {
    a_fighter_comes_to_the_point: "combat";
    a_gatherer_comes_to_the_point: "gathering";
    a_crafter_comes_to_the_point: "crafting";
    a_trader_comes_to_the_point: "trading";
    a_learner_comes_to_the_point: "leveling";
    a_tasker_comes_to_the_point: "task";
    a_carrier_comes_to_the_point: "banking";
    a_housekeeper_comes_to_the_point: "housekeeping";
    a_workflow_comes_to_the_point: "workflow";
}
