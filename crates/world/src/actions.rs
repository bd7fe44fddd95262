//! One module per action, or per few that share their checks. Each checks in the game's order, place and preconditions
//! after what all actions have in common, and changes things only when nothing is left to refuse.

mod bank;
mod consumable;
mod crafting;
mod equipment;
mod fight;
mod gathering;
mod movement;
mod payload;
mod rest;

use game::{Action, Detail, Refusal};

pub(crate) use payload::check_payload;

use crate::scene::Scene;

/// An action that was carried out.
pub(crate) struct Done {
    /// What came of it.
    pub(crate) detail: Detail,
    /// Its cooldown.
    pub(crate) seconds: u32,
    /// What it was, for people.
    pub(crate) description: String,
}

pub(crate) fn carry_out(scene: &mut Scene<'_>, action: &Action) -> Result<Done, Refusal> {
    match action {
        Action::Move { map_id } => movement::walk(scene, *map_id),
        Action::Transition => movement::transition(scene),
        Action::Fight => fight::fight(scene),
        Action::Gathering => gathering::gather(scene),
        Action::Crafting { code, quantity } => crafting::craft(scene, code, *quantity),
        Action::Rest => Ok(rest::rest(scene)),
        Action::Equip { items } => equipment::equip(scene, items),
        Action::Unequip { items } => equipment::unequip(scene, items),
        Action::Use { code, quantity } => consumable::consume(scene, code, *quantity),
        Action::DepositItem { items } => bank::deposit_items(scene, items),
        Action::WithdrawItem { items } => bank::withdraw_items(scene, items),
        Action::DepositGold { quantity } => bank::deposit_gold(scene, *quantity),
        Action::WithdrawGold { quantity } => bank::withdraw_gold(scene, *quantity),
    }
}
