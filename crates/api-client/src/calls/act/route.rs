//! Path and body of every action (RULES Appendix A).

use api_types::{
    ItemSlot, SimpleItem,
    action::{
        bank::BankGoldRequest,
        equipment::{EquipRequest, UnequipRequest},
        exchange::{
            GeBuyRequest, GeCancelRequest, GeCreateBuyOrderRequest, GeCreateSellOrderRequest, GeFillRequest,
        },
        fight::FightRequest,
        give::{GiveGoldRequest, GiveItemsRequest},
        identity::{ChangeSkinRequest, RenameRequest},
        movement::MoveRequest,
        skill::{CraftingRequest, RecyclingRequest},
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
        Action::MultiFight { participants } => post("fight")
            .json(&FightRequest { participants: participants.iter().map(ToString::to_string).collect() }),
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
        Action::BuyBankExpansion => post("bank/buy_expansion"),
        Action::Recycling { code, quantity, enhanced } => {
            let (code, quantity, enhanced) = (code.to_string(), *quantity, *enhanced);
            post("recycling").json(&RecyclingRequest { code, quantity, enhanced })
        }
        Action::BuyNpc { code, quantity } => post("npc/buy").json(&SimpleItem::new(code.as_str(), *quantity)),
        Action::SellNpc { code, quantity } => {
            post("npc/sell").json(&SimpleItem::new(code.as_str(), *quantity))
        }
        Action::TaskNew => post("task/new"),
        Action::TaskTrade { code, quantity } => {
            post("task/trade").json(&SimpleItem::new(code.as_str(), *quantity))
        }
        Action::TaskComplete => post("task/complete"),
        Action::TaskCancel => post("task/cancel"),
        Action::TaskExchange => post("task/exchange"),
        Action::ClaimItem { id } => post(&format!("claim_item/{id}")),
        Action::GeBuy { id, quantity } => {
            post("grandexchange/buy").json(&GeBuyRequest { id: id.to_string(), quantity: *quantity })
        }
        Action::GeFill { id, quantity } => {
            post("grandexchange/fill").json(&GeFillRequest { id: id.to_string(), quantity: *quantity })
        }
        Action::GeCreateSellOrder { code, quantity, price } => {
            let (code, quantity, price) = (code.to_string(), *quantity, *price);
            post("grandexchange/create_sell_order").json(&GeCreateSellOrderRequest { code, quantity, price })
        }
        Action::GeCreateBuyOrder { code, quantity, price } => {
            let (code, quantity, price) = (code.to_string(), *quantity, *price);
            post("grandexchange/create_buy_order").json(&GeCreateBuyOrderRequest { code, quantity, price })
        }
        Action::GeCancel { id } => post("grandexchange/cancel").json(&GeCancelRequest { id: id.to_string() }),
        Action::ChangeSkin { skin } => post("change_skin").json(&ChangeSkinRequest { skin: skin.clone() }),
        Action::Rename { name } => post("rename").json(&RenameRequest { name: name.to_string() }),
        Action::DeleteItem { code, quantity } => {
            post("delete").json(&SimpleItem::new(code.as_str(), *quantity))
        }
        Action::GiveGold { quantity, character } => {
            post("give/gold").json(&GiveGoldRequest { quantity: *quantity, character: character.to_string() })
        }
        Action::GiveItem { items, character } => post("give/item").json(&GiveItemsRequest {
            items: items.iter().map(|item| SimpleItem::new(item.code.as_str(), item.quantity)).collect(),
            character: character.to_string(),
        }),
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
