//! What a person may ask of a character by hand: one action, or the way to a tile, however many actions that takes.

mod help;
mod reading;

use std::fmt;

use game::{Action, GameData, MapId, SimpleItem};
use jiff::Timestamp;
use serde::Serialize;

pub use help::help;
pub use reading::InvalidOrder;

use crate::{View, parts::travel::Trip, setbacks::Setbacks, situation::Situation, tally::Tally};

/// Something that a person wants done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Order {
    /// Going to a tile, on whatever layer: moves and transitions.
    Travel {
        /// Where to.
        map_id: MapId,
    },
    /// One action.
    #[serde(untagged)]
    Act(Action),
}

/// There is no way to the tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "No way leads there from {from}. Meet the conditions of the tiles and transitions on the way, or bring the gold they cost"
)]
pub struct NoWay {
    from: game::data::Position,
}

impl Order {
    /// What to send next, from where the character is now. An action has to be sent once; a way is over, and there is
    /// nothing to send, when the character is there.
    ///
    /// # Errors
    /// When no way leads to the tile.
    pub fn next(&self, view: &View<'_>, now: Timestamp) -> Result<Option<Action>, NoWay> {
        match self {
            Self::Act(action) => Ok(Some(action.clone())),
            Self::Travel { map_id } => {
                let (setbacks, tally) = (Setbacks::default(), Tally::default());
                let situation = Situation::new(view, now, &setbacks, &tally);
                let trip = trip(&situation, *map_id).ok_or(NoWay { from: view.character.position })?;
                Ok(trip.next)
            }
        }
    }
}

impl Order {
    /// How many items the character must have in its bag at once, or finds room for: more than a bag holds never works.
    #[must_use]
    pub fn items_in_bag(&self, data: &GameData) -> u64 {
        let Self::Act(action) = self else { return 0 };
        let total = |items: &[SimpleItem]| items.iter().map(|item| u64::from(item.quantity)).sum();
        match action {
            Action::Crafting { code, quantity } => {
                let recipe = data.items.get(code).and_then(|item| item.craft.as_ref());
                u64::from(*quantity) * recipe.map_or(0, |recipe| total(&recipe.items))
            }
            Action::DepositItem { items }
            | Action::WithdrawItem { items }
            | Action::GiveItem { items, .. } => total(items),
            Action::Use { quantity, .. }
            | Action::Recycling { quantity, .. }
            | Action::TaskTrade { quantity, .. }
            | Action::DeleteItem { quantity, .. } => (*quantity).into(),
            _ => 0,
        }
    }
}

fn trip(situation: &Situation<'_>, to: MapId) -> Option<Trip> {
    situation.reach().trip(situation, situation.tile(to)?)
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Travel { map_id } => write!(f, "go to map {map_id}"),
            Self::Act(action) => action.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
