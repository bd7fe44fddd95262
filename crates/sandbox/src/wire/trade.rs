//! What changes hands: with NPCs and with tasks masters (RULES §11).

use api_types::action::{
    npc::NpcTransaction,
    task::{Rewards, Task, TaskType},
};
use game::outcome::{NpcTrade, TaskOffer};

use super::items;

/// What was bought from or sold to an NPC.
pub(super) fn npc(trade: &NpcTrade) -> NpcTransaction {
    NpcTransaction {
        code: trade.item.code.to_string(),
        quantity: trade.item.quantity,
        currency: trade.currency.as_str().to_owned(),
        price: trade.price,
        total_price: trade.total_price,
    }
}

/// A task as it is given.
pub(super) fn task(offer: &TaskOffer) -> Task {
    Task {
        code: offer.code.clone(),
        kind: TaskType::from(offer.kind.as_str()),
        total: offer.total,
        rewards: rewards(&offer.rewards),
    }
}

/// What a task gives.
pub(super) fn rewards(rewards: &game::data::Rewards) -> Rewards {
    Rewards { items: items(&rewards.items), gold: rewards.gold }
}
