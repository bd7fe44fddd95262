//! The bank in order: whenever too few of its slots are free, somebody makes room (RULES §9). The goal is never reached.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Kind, Progress,
    breakdown::Desk,
    part::Work,
    pipeline::StageWork,
    who::{Names, Who},
};
use crate::{
    config,
    strategies::{Housekeeping, Strategy},
};

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "The bank in order: whenever too few slots are free, somebody takes surplus gear apart, sells what nothing is made of, or makes the bank larger.";

/// What a player may configure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Bank {
    /// How many slots are to be free, and what is done for it.
    housekeeping: Housekeeping,
    /// Only these characters do it; nobody named means whoever is free.
    names: Names,
}

impl Kind for Bank {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        format!("{} free slots in the bank, by {}", self.housekeeping.free_slots, self.names.words(Who::One))
    }

    fn check(&self) -> Result<(), String> {
        self.housekeeping.check()
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let wanted = self.housekeeping.free_slots;
        desk.wait_for(format!("the bank to have fewer than {wanted} free slots"), None);
        let free = desk.company.bank.map(game::Bank::free_slots);
        if free.is_some_and(|free| free < wanted as usize) {
            let config = config::to_value(&self.housekeeping);
            let step = json!({"strategy": "housekeeping", "config": config, "if_blocked": "next"});
            let name = "keep the bank in order".to_owned();
            let work = Work::Stage(StageWork::new(name, "housekeeping", config, &[step]));
            desk.add_for_any(work, Vec::new(), Vec::new());
        }
        Progress { done: 0.0, wanted: 0.0 }
    }
}
