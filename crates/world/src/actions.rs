//! One module per action, or per few that share their checks. Each checks in the game's order, place and preconditions
//! after what all actions have in common, and changes things only when nothing is left to refuse.

mod bank;
mod claiming;
mod consumable;
mod crafting;
mod discarding;
mod equipment;
mod exchange;
mod expansion;
mod fight;
mod gathering;
mod giving;
mod identity;
mod movement;
mod payload;
mod recycling;
mod rest;
mod tasks;
mod trading;

use game::{Action, Detail, Refusal, SimpleItem, action::RAID_FIGHT};

pub use payload::check_payload;
pub(crate) use tasks::COIN as TASKS_COIN;

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
        Action::Fight => fight::fight(scene, &[]),
        Action::MultiFight { participants } => fight::fight(scene, participants),
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
        Action::BuyBankExpansion => expansion::buy(scene),
        Action::Recycling { code, quantity, enhanced } => {
            recycling::recycle(scene, code, *quantity, *enhanced)
        }
        Action::BuyNpc { code, quantity } => trading::buy(scene, code, *quantity),
        Action::SellNpc { code, quantity } => trading::sell(scene, code, *quantity),
        Action::TaskNew => tasks::accept(scene),
        Action::TaskTrade { code, quantity } => tasks::trade(scene, code, *quantity),
        Action::TaskComplete => tasks::complete(scene),
        Action::TaskCancel => tasks::cancel(scene),
        Action::TaskExchange => tasks::exchange(scene),
        Action::ClaimItem { id } => claiming::claim(scene, id),
        Action::GeBuy { id, quantity } => exchange::buy(scene, id, *quantity),
        Action::GeFill { id, quantity } => exchange::fill(scene, id, *quantity),
        Action::GeCreateSellOrder { code, quantity, price } => {
            exchange::create_sell_order(scene, code, *quantity, *price)
        }
        Action::GeCreateBuyOrder { code, quantity, price } => {
            exchange::create_buy_order(scene, code, *quantity, *price)
        }
        Action::GeCancel { id } => exchange::cancel(scene, id),
        Action::ChangeSkin { skin } => identity::change_skin(scene, skin),
        Action::Rename { name } => identity::rename(scene, name),
        Action::DeleteItem { code, quantity } => discarding::delete(scene, code, *quantity),
        Action::GiveGold { quantity, character } => giving::give_gold(scene, *quantity, character),
        Action::GiveItem { items, character } => giving::give_items(scene, items, character),
    }
}

/// The reason of the cooldown and the type of the log entry of an action that was carried out.
pub(crate) fn words(action: &Action, detail: &Detail) -> (&'static str, &'static str) {
    match detail {
        Detail::Fought(report) if report.raid => (RAID_FIGHT, RAID_FIGHT),
        _ => (action.reason(), action.log_type()),
    }
}

/// Items in words: "2 × feather, 1 × key".
fn listed(items: &[SimpleItem]) -> String {
    let each: Vec<_> = items.iter().map(|item| format!("{} × {}", item.quantity, item.code)).collect();
    each.join(", ")
}
