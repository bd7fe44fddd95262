//! Items in the bank: gathered, fought for and crafted by whoever does it at least cost.

use std::collections::BTreeMap;

use game::ItemCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    who::{Names, Who},
};
use crate::config::AnyItem;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str =
    "So many of an item in the bank: gathered, fought for or crafted by everybody together.";

/// What a player may configure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Items {
    /// Which item.
    #[schemars(with = "Option<AnyItem>")]
    item: Option<ItemCode>,
    /// How many there are to be.
    #[schemars(range(min = 1, max = 100_000))]
    quantity: u32,
    /// Only these characters work for it; nobody named means all.
    names: Names,
}

impl Default for Items {
    fn default() -> Self {
        Self { item: None, quantity: 10, names: Names::default() }
    }
}

impl Kind for Items {
    fn names(&self) -> &Names {
        &self.names
    }

    fn words(&self) -> String {
        let item = self.item.as_ref().map_or("nothing", ItemCode::as_str);
        format!("{} {item} in the bank by {}", self.quantity, self.names.words(Who::Everyone))
    }

    fn check(&self) -> Result<(), String> {
        self.item.as_ref().map(drop).ok_or_else(|| "say which `item`".to_owned())
    }

    fn break_down(&self, desk: &mut Desk<'_>) -> Progress {
        let wanted: BTreeMap<_, _> = self.item.iter().map(|item| (item.clone(), self.quantity)).collect();
        let there: u32 = wanted.iter().map(|(code, quantity)| desk.there(code).min(*quantity)).sum();
        desk.demand(&wanted);
        Progress { done: f64::from(there), wanted: f64::from(self.quantity) }
    }
}
