//! A set of gear for one, some or all: worn, carried, or put aside in the bank.

use std::collections::BTreeMap;

use game::{GameData, ItemCode, character::Slot};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    who::{Names, Who},
};
use crate::config::AnyItem;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "A set of gear for each of the characters: made by whoever does it at least cost, and put into the bank for them.";

/// What a player may configure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Gear {
    /// What belongs to the set. What is worn twice, as rings are, is named twice.
    #[schemars(with = "Vec<AnyItem>")]
    items: Vec<ItemCode>,
    /// Only for these characters; nobody named means all.
    names: Names,
}

impl Kind for Gear {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let items = self.items.iter().map(ItemCode::as_str).collect::<Vec<_>>().join(", ");
        format!("{items} for {}", self.names.words(Who::Everyone))
    }

    fn check(&self) -> Result<(), String> {
        if self.items.is_empty() {
            Err("`items` is empty: say what belongs to the set".to_owned())
        } else {
            Ok(())
        }
    }

    fn check_season(&self, data: &GameData) -> Result<(), String> {
        let kind = |code: &ItemCode| data.items.get(code).map(|item| &item.kind);
        let worn = |code: &&ItemCode| Slot::ALL.iter().any(|slot| kind(code) == Some(&slot.item_type()));
        match self.items.iter().find(|code| !worn(code)) {
            Some(code) => Err(format!("`items`: {code} is nothing to wear")),
            None => Ok(()),
        }
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let people = u32::try_from(desk.concerned().count()).unwrap_or(u32::MAX);
        let mut wanted: BTreeMap<ItemCode, u32> = BTreeMap::new();
        for code in &self.items {
            *wanted.entry(code.clone()).or_default() += people;
        }
        let (mut done, mut all) = (0, 0);
        for (code, quantity) in &mut wanted {
            let worn = desk.worn(code).min(*quantity);
            all += *quantity;
            *quantity -= worn;
            done += worn + desk.there(code).min(*quantity);
        }
        desk.demand(&wanted);
        wanted.keys().for_each(|code| desk.hand_out(code));
        Progress { done: f64::from(done), wanted: f64::from(all) }
    }
}
