//! Items in the bank: gathered, fought for and crafted by whoever does it at least cost.

use std::collections::BTreeMap;

use game::ItemCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Kind, Progress,
    breakdown::Desk,
    part::Work,
    who::{Names, Who},
};
use crate::config::AnyItem;

/// What it is for, for the person who chooses it.
pub(super) const ABOUT: &str = "So many of an item in the bank: gathered, fought for or crafted by everybody together. From then on they may be used.";

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
        // What a more urgent goal has put aside is that one's.
        let own = |code| desk.banked(code).min(desk.there(code));
        let banked = wanted.keys().map(own).sum::<u32>().min(self.quantity);
        if banked < self.quantity {
            for item in wanted.keys() {
                if desk.there(item) >= self.quantity {
                    bring(desk, item);
                }
            }
        }
        desk.demand(&wanted);
        Progress { done: f64::from(banked), wanted: f64::from(self.quantity) }
    }
}

/// Has those bring an item to the bank who carry some of it: there is enough of it, but not there.
fn bring(desk: &mut Desk<'_>, item: &ItemCode) {
    let carriers: Vec<_> = desk
        .concerned()
        .filter(|(_, member)| member.is_available() && member.character.inventory.count(item) > 0)
        .map(|(place, _)| place)
        .collect();
    for place in carriers {
        desk.add_for(place, Work::Bring { item: item.clone() });
    }
}
