//! What changed hands: with NPCs and tasks masters (RULES §11), and on the Grand Exchange (RULES §10).

use api_types::action::{
    exchange::{GeCreateOrderData, GeTransactionData},
    npc::NpcTradeData,
    task::{RewardData, TaskData},
};
use game::{
    Detail, ItemCode, Outcome, SimpleItem,
    data::{Currency, Rewards},
    outcome::{NpcTrade, OrderPart, TaskOffer},
};

use super::finish;
use crate::{
    convert::{id, items},
    decode::DecodeError,
};

pub(super) fn npc(reply: NpcTradeData, detail: fn(NpcTrade) -> Detail) -> Result<Outcome, DecodeError> {
    let code = id("data.transaction.code", reply.transaction.code)?;
    let currency: ItemCode = id("data.transaction.currency", reply.transaction.currency)?;
    let trade = NpcTrade {
        item: SimpleItem::new(code, reply.transaction.quantity),
        currency: Currency::from(currency),
        price: reply.transaction.price,
        total_price: reply.transaction.total_price,
    };
    finish(reply.cooldown, reply.character, detail(trade))
}

pub(super) fn order_created(reply: GeCreateOrderData) -> Result<Outcome, DecodeError> {
    let detail = Detail::OrderCreated {
        id: id("data.order.id", reply.order.id)?,
        item: SimpleItem::new(id("data.order.code", reply.order.code)?, reply.order.quantity),
        price: reply.order.price,
        created_at: reply.order.created_at.into(),
    };
    finish(reply.cooldown, reply.character, detail)
}

pub(super) fn order(
    reply: GeTransactionData,
    detail: fn(OrderPart) -> Detail,
) -> Result<Outcome, DecodeError> {
    let part = OrderPart {
        id: id("data.order.id", reply.order.id)?,
        item: SimpleItem::new(id("data.order.code", reply.order.code)?, reply.order.quantity),
        price: reply.order.price,
        total_price: reply.order.total_price,
    };
    finish(reply.cooldown, reply.character, detail(part))
}

pub(super) fn task(reply: TaskData) -> Result<Outcome, DecodeError> {
    let offer = TaskOffer {
        code: reply.task.code,
        kind: reply.task.kind.as_str().to_owned(),
        total: reply.task.total,
        rewards: rewards("data.task.rewards.items", reply.task.rewards)?,
    };
    finish(reply.cooldown, reply.character, Detail::TaskAccepted(offer))
}

pub(super) fn rewarded(reply: RewardData, detail: fn(Rewards) -> Detail) -> Result<Outcome, DecodeError> {
    let rewards = rewards("data.rewards.items", reply.rewards)?;
    finish(reply.cooldown, reply.character, detail(rewards))
}

fn rewards(field: &str, wire: api_types::action::task::Rewards) -> Result<Rewards, DecodeError> {
    Ok(Rewards { items: items(field, wire.items)?, gold: wire.gold })
}
