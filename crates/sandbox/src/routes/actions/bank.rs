//! Items and gold between a character and the bank, and making the bank larger (RULES §9).

use api_types::{
    SimpleItem,
    action::bank::{BankExpansionData, BankGoldData, BankGoldRequest, BankItemData},
};
use game::Action;

use super::{Answer, action, call::Call, payload};
use crate::{api::Api, request::Body};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/bank/deposit/gold",
        deposit_gold,
        action::<BankGoldData>("Puts gold into the bank.")
            .takes::<BankGoldRequest>()
            .refuses(&[461, 492, 498, 598]),
    )
    .post(
        "/my/{name}/action/bank/deposit/item",
        deposit_item,
        action::<BankItemData>("Puts items into the bank.")
            .takes_list::<SimpleItem>()
            .refuses(&[404, 461, 462, 478, 498, 598]),
    )
    .post(
        "/my/{name}/action/bank/withdraw/gold",
        withdraw_gold,
        action::<BankGoldData>("Takes gold out of the bank.")
            .takes::<BankGoldRequest>()
            .refuses(&[460, 461, 498, 598]),
    )
    .post(
        "/my/{name}/action/bank/withdraw/item",
        withdraw_item,
        action::<BankItemData>("Takes items out of the bank.")
            .takes_list::<SimpleItem>()
            .refuses(&[404, 461, 478, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/bank/buy_expansion",
        buy_expansion,
        action::<BankExpansionData>("Makes the bank larger.").refuses(&[492, 498, 598]),
    )
}

async fn deposit_gold(call: Call, Body(request): Body<BankGoldRequest>) -> Answer {
    call.act(&Action::DepositGold { quantity: payload::gold(&request)? })
}

async fn deposit_item(call: Call, Body(request): Body<Vec<SimpleItem>>) -> Answer {
    call.act(&Action::DepositItem { items: payload::items(&request)? })
}

async fn withdraw_gold(call: Call, Body(request): Body<BankGoldRequest>) -> Answer {
    call.act(&Action::WithdrawGold { quantity: payload::gold(&request)? })
}

async fn withdraw_item(call: Call, Body(request): Body<Vec<SimpleItem>>) -> Answer {
    call.act(&Action::WithdrawItem { items: payload::items(&request)? })
}

async fn buy_expansion(call: Call) -> Answer {
    call.act(&Action::BuyBankExpansion)
}
