//! Housekeeping: keeps slots of the bank free. Surplus gear is taken apart, what nothing is made of is sold while somebody
//! is there who buys it, and the bank is made larger when that is a small share of the gold there is (RULES §6, §9, §11).

use game::ItemCode;
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    config::AnyItem,
    decision::{Decision, Why},
    notes::Notes,
    parts::{
        banking::{self, Keep, expansion},
        surplus::{self, Clearance},
    },
    situation::Situation,
    strategies::Strategy,
};

/// What it does, for the person who chooses it.
pub(super) const ABOUT: &str = "Keeps slots of the bank free: takes surplus gear apart, sells what nothing is made of, and makes the bank larger when there is gold for it.";

/// A bank that nobody has looked into yet is waited for so long at a time.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_secs(60);

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Housekeeping {
    /// So many slots of the bank are to be free.
    #[schemars(range(min = 1, max = 500))]
    pub(crate) free_slots: u32,
    /// Whether to take gear apart that is surplus: there is better in everything for all who dress from the bank.
    recycle: bool,
    /// How many characters dress from the bank.
    #[schemars(range(min = 1, max = 5))]
    wearers: u32,
    /// Whether to sell to merchants what nothing is made of. Most merchants come with an event.
    sell: bool,
    /// Make the bank larger when that costs no more than this share of the gold in the bank and the purse; 0 never does.
    #[schemars(range(min = 0, max = 1))]
    expand_share: f64,
    /// Items that stay as they are.
    #[schemars(with = "Vec<AnyItem>")]
    keep: Vec<ItemCode>,
}

impl Default for Housekeeping {
    fn default() -> Self {
        Self { free_slots: 8, recycle: true, wearers: 5, sell: true, expand_share: 0.25, keep: Vec::new() }
    }
}

impl Strategy for Housekeeping {
    fn check(&self) -> Result<(), String> {
        if self.recycle || self.sell || self.expand_share > 0.0 {
            return Ok(());
        }
        Err("nothing makes room in the bank: allow `recycle` or `sell`, or give `expand_share`".to_owned())
    }

    fn keeps(&self) -> &[ItemCode] {
        &self.keep
    }

    fn decide(&self, situation: &Situation<'_>, _notes: &mut Notes) -> Decision {
        let Some(free) = surplus::slots_left(situation) else {
            let until = situation.now.checked_add(LOOK_AGAIN).unwrap_or(situation.now);
            return Decision::Wait { until, why: Why::new("Nobody has looked into the bank yet") };
        };
        let wanted = self.free_slots as usize;
        let clearance =
            Clearance { slots: wanted, wearers: self.wearers as usize, visits: true, keep: &self.keep };
        let keep = Keep { codes: &self.keep, food: false, utilities: false, tools: false };
        let in_use = |decision: &Decision| decision.action().is_some();
        let give_up = || {
            let sold = clearance.sell(situation).filter(|_| self.sell);
            let apart = || clearance.take_apart(situation).filter(|_| self.recycle);
            sold.filter(in_use).or_else(|| apart().filter(in_use))
        };
        let enlarge = || {
            let reason = format!("the bank has {free} slots left");
            expansion::buy(situation, &reason, self.expand_share).filter(|_| free < wanted)
        };
        give_up()
            .or_else(|| banking::put_all_away(situation, keep, "Bringing home what is carried"))
            .or_else(enlarge)
            .unwrap_or_else(|| verdict(free, wanted))
    }
}

/// What there is to say when nothing is left to do.
fn verdict(free: usize, wanted: usize) -> Decision {
    if free >= wanted {
        return Decision::done(format!("{free} slots of the bank are free, and {wanted} were asked for"));
    }
    let text = format!(
        "{free} slots of the bank are free, {wanted} were asked for, and nothing makes more room now"
    );
    Decision::blocked(text, "More gold, a merchant who buys what lies there, or fewer `free_slots`")
}

#[cfg(test)]
mod tests;
