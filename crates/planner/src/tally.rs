//! What a mind has done so far, counted from the replies: stop conditions, reports and the run's row read it.

use std::collections::BTreeMap;

use game::{Action, Detail, Gains, ItemCode, SimpleItem};
use serde::{Deserialize, Serialize};

use crate::report::Report;

/// Counters of one run. Items and xp are what actions brought, not what is owned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Actions of any kind that were carried out.
    pub actions: u64,
    /// Seconds of cooldown they cost, in the game's own time.
    pub seconds: u64,
    /// Gathers.
    pub gathers: u64,
    /// Fights, won or lost, or with an end that nobody saw.
    pub fights: u64,
    /// Fights won.
    pub wins: u64,
    /// Fights lost; each is a death (RULES §7).
    pub deaths: u64,
    /// Xp gained, of whatever the strategy trains.
    pub xp: i64,
    /// Tasks completed.
    pub tasks: u64,
    /// Gold gained by fights, tasks, sales and claims.
    pub gold: i64,
    /// Items gained by gathers, fights, purchases on the Grand Exchange and claims.
    pub items: BTreeMap<ItemCode, u64>,
    /// Items crafted.
    pub crafted: BTreeMap<ItemCode, u64>,
    /// Items taken apart.
    pub recycled: BTreeMap<ItemCode, u64>,
    /// Items given to others.
    pub given: BTreeMap<ItemCode, u64>,
    /// Requests that put items into the bank.
    pub deposits: u64,
    /// Rests.
    pub rests: u64,
    /// Requests that ate food.
    pub meals: u64,
}

impl Tally {
    /// How many of `code` were gained.
    #[must_use]
    pub fn gained(&self, code: &ItemCode) -> u64 {
        self.items.get(code).copied().unwrap_or(0)
    }

    /// How many of `code` were crafted.
    #[must_use]
    pub fn crafted(&self, code: &ItemCode) -> u64 {
        self.crafted.get(code).copied().unwrap_or(0)
    }

    /// How many of `code` were taken apart.
    #[must_use]
    pub fn recycled(&self, code: &ItemCode) -> u64 {
        self.recycled.get(code).copied().unwrap_or(0)
    }

    /// What forecast and outcome are compared by.
    #[must_use]
    pub fn gains(&self) -> Gains {
        let items: u64 = self.items.values().chain(self.crafted.values()).sum();
        Gains {
            busy_seconds: self.seconds as f64,
            xp: self.xp as f64,
            gold: self.gold as f64,
            items: items as f64,
            fights: self.fights as f64,
            deaths: self.deaths as f64,
        }
    }

    /// Counts an action, and what it brought as far as that is known.
    pub(crate) fn count(&mut self, action: &Action, report: Report<'_>) {
        self.actions += 1;
        self.seconds += u64::from(report.seconds);
        match action {
            Action::Gathering => self.gathers += 1,
            Action::Fight | Action::MultiFight { .. } => self.fights += 1,
            Action::TaskComplete => self.tasks += 1,
            Action::Rest => self.rests += 1,
            Action::Use { .. } => self.meals += 1,
            Action::DepositItem { .. } => self.deposits += 1,
            _ => {}
        }
        match report.detail {
            Some(Detail::Gathered { gain: gathered, .. }) => {
                self.xp += gathered.xp;
                add(&mut self.items, &gathered.items);
            }
            Some(Detail::Fought(fight)) => {
                self.wins += u64::from(fight.win);
                self.deaths += u64::from(!fight.win);
                let own = fight.characters.iter().find(|share| share.character_name == *report.who);
                if let Some(share) = own {
                    self.xp += share.xp;
                    self.gold += share.gold;
                    add(&mut self.items, &share.drops);
                }
            }
            Some(Detail::Crafted(crafted)) => {
                self.xp += crafted.xp;
                add(&mut self.crafted, &crafted.items);
            }
            Some(Detail::TaskCompleted(rewards)) => self.gold += rewards.gold,
            Some(Detail::OrderFilled(part)) => self.gold += part.total_price,
            Some(Detail::OrderBought(part)) => add(&mut self.items, std::slice::from_ref(&part.item)),
            Some(Detail::Claimed(pending)) => {
                self.gold += pending.gold;
                add(&mut self.items, &pending.items);
            }
            Some(Detail::ItemsGiven { items, .. }) => add(&mut self.given, items),
            Some(Detail::Recycled(recycled)) => {
                add(&mut self.recycled, std::slice::from_ref(&recycled.item));
            }
            _ => {}
        }
    }
}

fn add(counts: &mut BTreeMap<ItemCode, u64>, items: &[SimpleItem]) {
    for item in items {
        *counts.entry(item.code.clone()).or_default() += u64::from(item.quantity);
    }
}
