//! What a character has done so far, counted (RULES §11). Everybody's is counted; who may see it is the server's matter.

use std::collections::BTreeMap;

use game::{CharacterName, Detail, outcome::FightReport};
use serde::{Deserialize, Serialize};

use crate::Account;

/// Lifetime counts of a character.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistics {
    /// Fights won, by monster.
    pub monsters_killed: BTreeMap<String, u32>,
    /// Gathers, by resource.
    pub resources_gathered: BTreeMap<String, u32>,
    /// Items crafted, by item.
    pub items_crafted: BTreeMap<String, u32>,
    /// Actions, by type.
    pub action_counts: BTreeMap<String, u32>,
    /// Fights that ended without a hit point left.
    pub deaths: u32,
}

impl Account {
    /// Counts an action of a character and what came of it, for everybody who took part.
    pub(crate) fn count(&mut self, name: &CharacterName, action: &str, detail: &Detail) {
        if let Detail::Fought(report) = detail {
            return self.count_fight(action, report);
        }
        let own = self.statistics_of(name);
        add(&mut own.action_counts, action, 1);
        match detail {
            Detail::Gathered { resource: Some(resource), .. } => {
                add(&mut own.resources_gathered, resource.as_str(), 1);
            }
            Detail::Crafted(gain) => {
                gain.items
                    .iter()
                    .for_each(|item| add(&mut own.items_crafted, item.code.as_str(), item.quantity));
            }
            _ => {}
        }
    }

    fn count_fight(&mut self, action: &str, report: &FightReport) {
        for share in &report.characters {
            let own = self.statistics_of(&share.character_name);
            add(&mut own.action_counts, action, 1);
            if report.win {
                add(&mut own.monsters_killed, &report.opponent, 1);
            }
            own.deaths += u32::from(!report.win || share.final_hp <= 0);
        }
    }

    fn statistics_of(&mut self, name: &CharacterName) -> &mut Statistics {
        if !self.statistics.contains_key(name) {
            self.statistics.insert(name.clone(), Statistics::default());
        }
        self.statistics.get_mut(name).expect("inserted before")
    }
}

/// Without a copy of the code for one that was counted before.
fn add(counts: &mut BTreeMap<String, u32>, code: &str, more: u32) {
    match counts.get_mut(code) {
        Some(count) => *count = count.saturating_add(more),
        None => drop(counts.insert(code.to_owned(), more)),
    }
}
