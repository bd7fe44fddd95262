//! An action and its outcome in the words of a log line.

use game::{
    Action, Character, Detail, GameData, MapId, Outcome, SimpleItem,
    data::ContentType,
    exchange::{Offer, OrderKind},
    outcome::{NpcTrade, OrderPart},
};
use planner::Order;

/// What a character is about to do, with the names of what is around it: "gather copper_rocks at (2, 0)".
///
/// An offer on the Grand Exchange that it takes back is named, too.
pub(super) fn action(
    action: &Action,
    character: &Character,
    data: &GameData,
    offer: Option<&Offer>,
) -> String {
    let here = |against: &str, kinds: &[ContentType]| {
        let tile = data.maps.get(character.map_id)?;
        let content = tile.interactions.content.as_ref().filter(|content| kinds.contains(&content.kind))?;
        Some(format!("{action}{against} {} at {}", content.code, character.position))
    };
    let words = match action {
        Action::Move { map_id } => place(*map_id, data).map(|at| format!("move to {at}")),
        Action::Fight => here("", &[ContentType::Monster]),
        Action::MultiFight { .. } => here(" against", &[ContentType::Monster, ContentType::Raid]),
        Action::Gathering => here("", &[ContentType::Resource]),
        Action::GeCancel { .. } => offer.map(|offer| format!("cancel the order to {}", priced_each(offer))),
        _ => None,
    };
    words.unwrap_or_else(|| action.to_string())
}

/// What a person wants done, likewise.
pub(super) fn order(order: &Order, character: &Character, data: &GameData, offer: Option<&Offer>) -> String {
    match order {
        Order::Act(wanted) => action(wanted, character, data, offer),
        Order::Travel { map_id } => {
            place(*map_id, data).map_or_else(|| order.to_string(), |at| format!("go to {at}"))
        }
    }
}

/// A tile by name, content and place: "Forest (copper_rocks, (2, 0))".
fn place(map_id: MapId, data: &GameData) -> Option<String> {
    let tile = data.maps.get(map_id)?;
    let there = tile.interactions.content.as_ref().map(|content| format!("{}, ", content.code));
    Some(format!("{} ({}{})", tile.name, there.unwrap_or_default(), tile.position()))
}

/// What came of an action: "+5 xp, 1 × copper_ore".
pub(crate) fn summary(outcome: &Outcome) -> String {
    match &outcome.detail {
        Detail::Moved { path, .. } => {
            format!("arrived at {} after {} tiles", outcome.character.position, path.len().saturating_sub(1))
        }
        Detail::Transitioned { .. } => format!("went through to {}", outcome.character.position),
        Detail::Fought(report) => {
            let own = report.characters.iter().find(|share| share.character_name == outcome.character.name);
            let verdict = if report.win { "won against" } else { "lost to" };
            let gains = own.map_or_else(String::new, |share| gains(share.xp, share.gold, &share.drops));
            let hp = format!("{}/{} hp", outcome.character.hp, outcome.character.max_hp);
            join(&[format!("{verdict} {} in {} turns", report.opponent, report.turns), gains, hp])
        }
        Detail::Gathered { gain: gained, .. } | Detail::Crafted(gained) => gains(gained.xp, 0, &gained.items),
        Detail::Rested { hp_restored } => format!("+{hp_restored} hp"),
        Detail::Equipped { items } => {
            let worn: Vec<_> =
                items.iter().map(|(slot, code)| format!("{code} as {}", slot.as_str())).collect();
            format!("wears {}", worn.join(", "))
        }
        Detail::Unequipped { items } => {
            let off: Vec<_> =
                items.iter().map(|(slot, code)| format!("{code} from {}", slot.as_str())).collect();
            format!("took off {}", off.join(", "))
        }
        Detail::Used { code, quantity } => {
            format!("used {quantity} × {code}, {}/{} hp", outcome.character.hp, outcome.character.max_hp)
        }
        Detail::BankItems { items, .. } => list(items),
        Detail::BankGold { bank_gold, .. } => format!("{bank_gold} gold in the bank"),
        Detail::BankExpanded { price } => format!("paid {price} gold for more room in the bank"),
        Detail::Recycled(recycled) => {
            let paid = if recycled.gold == 0 { String::new() } else { format!("for {} gold", recycled.gold) };
            join(&[list(&recycled.items), paid])
        }
        Detail::NpcBought(trade) => format!("bought {}", traded(trade)),
        Detail::NpcSold(trade) => format!("sold {}", traded(trade)),
        Detail::TaskAccepted(offer) => format!("has to bring or beat {} × {}", offer.total, offer.code),
        Detail::TaskTraded { item } => format!("handed over {} × {}", item.quantity, item.code),
        Detail::TaskCompleted(rewards) | Detail::TaskExchanged(rewards) => {
            let gold = if rewards.gold == 0 { String::new() } else { format!("+{} gold", rewards.gold) };
            join(&[gold, list(&rewards.items)])
        }
        Detail::TaskCancelled => "has no task any more".to_owned(),
        Detail::Claimed(claimed) => {
            let gold = if claimed.gold == 0 { String::new() } else { format!("+{} gold", claimed.gold) };
            join(&[claimed.description.clone(), gold, list(&claimed.items)])
        }
        Detail::OrderCreated { item, price, .. } => {
            format!("placed an order for {} × {} at {price} gold each", item.quantity, item.code)
        }
        Detail::OrderBought(part) => format!("bought {}", priced(part)),
        Detail::OrderFilled(part) => format!("sold {}", priced(part)),
        Detail::OrderCancelled(part) => format!("took back {}", priced(part)),
        Detail::SkinChanged { skin } => format!("looks like {skin}"),
        Detail::Renamed { new_name, .. } => format!("is called {new_name}"),
        Detail::Deleted { item } => format!("destroyed {} × {}", item.quantity, item.code),
        Detail::GoldGiven { quantity, receiver } => format!("{receiver} has {quantity} more gold"),
        Detail::ItemsGiven { items, receiver } => format!("{receiver} has {}", list(items)),
    }
}

fn priced_each(offer: &Offer) -> String {
    let verb = match offer.kind {
        OrderKind::Sell => "sell",
        OrderKind::Buy => "buy",
    };
    format!("{verb} {} × {} at {} gold each", offer.quantity, offer.code, offer.price)
}

fn traded(trade: &NpcTrade) -> String {
    let NpcTrade { item, currency, total_price, .. } = trade;
    format!("{} × {} for {total_price} {}", item.quantity, item.code, currency.as_str())
}

fn priced(part: &OrderPart) -> String {
    format!("{} × {} for {} gold", part.item.quantity, part.item.code, part.total_price)
}

fn gains(xp: i64, gold: i64, items: &[SimpleItem]) -> String {
    let gold = if gold == 0 { String::new() } else { format!("+{gold} gold") };
    join(&[format!("+{xp} xp"), gold, list(items)])
}

fn list(items: &[SimpleItem]) -> String {
    let parts: Vec<_> = items.iter().map(|item| format!("{} × {}", item.quantity, item.code)).collect();
    join(&parts)
}

fn join(parts: &[String]) -> String {
    let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).cloned().collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests;
