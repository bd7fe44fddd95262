//! Path and body of every action (RULES Appendix A).

use api_types::{
    ItemSlot, SimpleItem,
    action::{
        bank::BankGoldRequest,
        equipment::{EquipRequest, UnequipRequest},
        fight::FightRequest,
        movement::MoveRequest,
        skill::CraftingRequest,
    },
};
use game::{Action, CharacterName};

use crate::{rates::Bucket, request::Request};

pub(super) fn request(character: &CharacterName, action: &Action) -> Request {
    let post = |path: &str| Request::post(Bucket::Action, format!("/my/{character}/action/{path}"));
    match action {
        Action::Move { map_id } => post("move").json(&MoveRequest::to_map(map_id.0)),
        Action::Transition => post("transition"),
        Action::Fight => post("fight").json(&FightRequest::default()),
        Action::Gathering => post("gathering"),
        Action::Crafting { code, quantity } => {
            post("crafting").json(&CraftingRequest { code: code.to_string(), quantity: *quantity })
        }
        Action::Rest => post("rest"),
        Action::Equip { items } => post("equip").json(&items.iter().map(equip).collect::<Vec<_>>()),
        Action::Unequip { items } => post("unequip").json(&items.iter().map(unequip).collect::<Vec<_>>()),
        Action::Use { code, quantity } => post("use").json(&SimpleItem::new(code.as_str(), *quantity)),
        // A list of items has the same shape in `game` and on the wire.
        Action::DepositItem { items } => post("bank/deposit/item").json(items),
        Action::WithdrawItem { items } => post("bank/withdraw/item").json(items),
        Action::DepositGold { quantity } => {
            post("bank/deposit/gold").json(&BankGoldRequest { quantity: *quantity })
        }
        Action::WithdrawGold { quantity } => {
            post("bank/withdraw/gold").json(&BankGoldRequest { quantity: *quantity })
        }
    }
}

fn equip(item: &game::action::EquipItem) -> EquipRequest {
    EquipRequest {
        code: item.code.to_string(),
        slot: ItemSlot::from(item.slot.as_str()),
        quantity: item.quantity,
    }
}

fn unequip(item: &game::action::UnequipItem) -> UnequipRequest {
    UnequipRequest { slot: ItemSlot::from(item.slot.as_str()), quantity: item.quantity }
}
