//! Buying from and selling to NPCs, and giving to another of one's characters (RULES §9, §11).

use api_types::{
    SimpleItem,
    action::{
        give::{GiveGoldData, GiveGoldRequest, GiveItemsData, GiveItemsRequest},
        npc::NpcTradeData,
    },
};
use game::Action;

use super::{Answer, action, call::Call, payload};
use crate::{api::Api, request::Body};

pub(super) fn routes(api: Api) -> Api {
    api.post(
        "/my/{name}/action/npc/buy",
        buy_npc,
        action::<NpcTradeData>("Buys from the NPC of the tile.")
            .takes::<SimpleItem>()
            .refuses(&[404, 441, 478, 492, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/npc/sell",
        sell_npc,
        action::<NpcTradeData>("Sells to the NPC of the tile.")
            .takes::<SimpleItem>()
            .refuses(&[404, 442, 478, 497, 498, 598]),
    )
    .post(
        "/my/{name}/action/give/gold",
        give_gold,
        action::<GiveGoldData>("Gives gold to another of one's characters.")
            .takes::<GiveGoldRequest>()
            .refuses(&[492, 498]),
    )
    .post(
        "/my/{name}/action/give/item",
        give_item,
        action::<GiveItemsData>("Gives items to another of one's characters.")
            .takes::<GiveItemsRequest>()
            .refuses(&[404, 478, 497, 498]),
    )
}

async fn buy_npc(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::BuyNpc { code: item.code, quantity: item.quantity })
}

async fn sell_npc(call: Call, Body(request): Body<SimpleItem>) -> Answer {
    let item = payload::item(&request)?;
    call.act(&Action::SellNpc { code: item.code, quantity: item.quantity })
}

async fn give_gold(call: Call, Body(request): Body<GiveGoldRequest>) -> Answer {
    let (quantity, character) = payload::given_gold(&request)?;
    call.act(&Action::GiveGold { quantity, character })
}

async fn give_item(call: Call, Body(request): Body<GiveItemsRequest>) -> Answer {
    let (items, character) = payload::given_items(&request)?;
    call.act(&Action::GiveItem { items, character })
}
