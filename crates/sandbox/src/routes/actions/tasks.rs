//! Tasks of the masters, from accepting one to spending its coins (RULES §11).

use api_types::{
    SimpleItem,
    action::task::{RewardData, TaskCancelledData, TaskData, TaskTradeData},
};
use game::Action;

use super::{Answer, action, call::Call, payload};
use crate::{api::Api, request::Body};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/task/new",
        accept,
        action::<TaskData>("Accepts a task.").refuses(&[489, 498, 598]),
    )
    .post(
        "/my/{name}/action/task/trade",
        trade,
        action::<TaskTradeData>("Hands items over for a task.")
            .takes::<SimpleItem>()
            .refuses(&[474, 475, 478, 498, 598]),
    )
    .post(
        "/my/{name}/action/task/complete",
        complete,
        action::<RewardData>("Hands a completed task in.").refuses(&[487, 488, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/task/cancel",
        cancel,
        action::<TaskCancelledData>("Gives a task up for a coin.").refuses(&[478, 487, 498, 598]),
    )
    .post(
        "/my/{name}/action/task/exchange",
        exchange,
        action::<RewardData>("Exchanges coins for a reward.").refuses(&[478, 497, 498, 598]),
    )
}

async fn accept(call: Call) -> Answer {
    call.act(&Action::TaskNew)
}

async fn trade(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::TaskTrade { code: item.code, quantity: item.quantity })
}

async fn complete(call: Call) -> Answer {
    call.act(&Action::TaskComplete)
}

async fn cancel(call: Call) -> Answer {
    call.act(&Action::TaskCancel)
}

async fn exchange(call: Call) -> Answer {
    call.act(&Action::TaskExchange)
}
