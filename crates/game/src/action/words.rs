//! Actions in words.

use std::fmt;

use super::Action;
use crate::{ids::CharacterName, inventory::SimpleItem};

/// Short words for a log line or a card: "move to map 12", "craft 3 × copper_bar".
impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |items: &[SimpleItem]| {
            items
                .iter()
                .map(|item| format!("{} × {}", item.quantity, item.code))
                .collect::<Vec<_>>()
                .join(", ")
        };
        match self {
            Self::Move { map_id } => write!(f, "move to map {map_id}"),
            Self::Transition => f.write_str("take the transition"),
            Self::Fight => f.write_str("fight"),
            Self::MultiFight { participants } => {
                let names: Vec<_> = participants.iter().map(CharacterName::as_str).collect();
                write!(f, "fight together with {}", names.join(" and "))
            }
            Self::Gathering => f.write_str("gather"),
            Self::Crafting { code, quantity } => write!(f, "craft {quantity} × {code}"),
            Self::Rest => f.write_str("rest"),
            Self::Equip { items } => {
                let names: Vec<_> = items.iter().map(|item| item.code.as_str()).collect();
                write!(f, "equip {}", names.join(", "))
            }
            Self::Unequip { items } => {
                let names: Vec<_> = items.iter().map(|item| item.slot.as_str()).collect();
                write!(f, "unequip {}", names.join(", "))
            }
            Self::Use { code, quantity } => write!(f, "use {quantity} × {code}"),
            Self::DepositItem { items } => write!(f, "deposit {}", list(items)),
            Self::WithdrawItem { items } => write!(f, "withdraw {}", list(items)),
            Self::DepositGold { quantity } => write!(f, "deposit {quantity} gold"),
            Self::WithdrawGold { quantity } => write!(f, "withdraw {quantity} gold"),
            Self::BuyBankExpansion => f.write_str("buy a bank expansion"),
            Self::Recycling { code, quantity, enhanced: false } => write!(f, "recycle {quantity} × {code}"),
            Self::Recycling { code, quantity, enhanced: true } => {
                write!(f, "recycle {quantity} × {code}, enhanced")
            }
            Self::BuyNpc { code, quantity } => write!(f, "buy {quantity} × {code}"),
            Self::SellNpc { code, quantity } => write!(f, "sell {quantity} × {code}"),
            Self::TaskNew => f.write_str("take a task"),
            Self::TaskTrade { code, quantity } => write!(f, "hand over {quantity} × {code} for the task"),
            Self::TaskComplete => f.write_str("complete the task"),
            Self::TaskCancel => f.write_str("cancel the task"),
            Self::TaskExchange => f.write_str("exchange tasks coins"),
            Self::ClaimItem { .. } => f.write_str("claim what waits for the account"),
            Self::GeBuy { quantity, .. } => write!(f, "buy {quantity} from somebody's order"),
            Self::GeFill { quantity, .. } => write!(f, "sell {quantity} to somebody's order"),
            Self::GeCreateSellOrder { code, quantity, price } => {
                write!(f, "offer {quantity} × {code} for {price} gold each")
            }
            Self::GeCreateBuyOrder { code, quantity, price } => {
                write!(f, "ask for {quantity} × {code} at {price} gold each")
            }
            Self::GeCancel { .. } => f.write_str("cancel an own order"),
            Self::ChangeSkin { skin } => write!(f, "change the skin to {skin}"),
            Self::Rename { name } => write!(f, "take the name {name}"),
            Self::DeleteItem { code, quantity } => write!(f, "delete {quantity} × {code}"),
            Self::GiveGold { quantity, character } => write!(f, "give {quantity} gold to {character}"),
            Self::GiveItem { items, character } => write!(f, "give {} to {character}", list(items)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goods_that_move_are_named_with_their_amounts() {
        let code = || "egg".parse().unwrap();
        let id = || "67337920ef441b2c7466d5ea".parse().unwrap();
        let items = vec![SimpleItem::new(code(), 2)];
        for (action, words) in [
            (Action::Recycling { code: code(), quantity: 2, enhanced: true }, "recycle 2 × egg, enhanced"),
            (Action::GiveItem { items, character: "Bob".parse().unwrap() }, "give 2 × egg to Bob"),
            (Action::BuyNpc { code: code(), quantity: 2 }, "buy 2 × egg"),
            (
                Action::MultiFight { participants: ["Bob", "Cleo"].map(|name| name.parse().unwrap()).into() },
                "fight together with Bob and Cleo",
            ),
            (Action::TaskTrade { code: code(), quantity: 2 }, "hand over 2 × egg for the task"),
            (
                Action::GeCreateSellOrder { code: code(), quantity: 2, price: 5 },
                "offer 2 × egg for 5 gold each",
            ),
            (Action::GeBuy { id: id(), quantity: 2 }, "buy 2 from somebody's order"),
        ] {
            assert_eq!(action.to_string(), words);
        }
    }
}
