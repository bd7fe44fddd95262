//! The request of every action (RULES Appendix A).

use api_client::{Bucket, Call, calls::Act};
use game::{
    Action, CharacterName, MapId, SimpleItem,
    action::{EquipItem, UnequipItem},
    character::Slot,
};
use serde_json::{Value, json};

use crate::support::{client, id, token};

/// Of something that waits, or of an order.
pub(crate) const ID: &str = "67337920ef441b2c7466d5ea";

/// One of each, with the end of its path and its body.
pub(crate) fn all() -> Vec<(Action, &'static str, Value)> {
    let egg = || id("egg");
    let items = || vec![SimpleItem::new(egg(), 3), SimpleItem::new(id("wool"), 1)];
    let items_json = || json!([{"code": "egg", "quantity": 3}, {"code": "wool", "quantity": 1}]);
    let equip = vec![EquipItem { code: egg(), slot: Slot::Utility1, quantity: 9 }];
    let unequip = vec![UnequipItem { slot: Slot::BodyArmor, quantity: 1 }];
    vec![
        (Action::Move { map_id: MapId(12) }, "move", json!({"map_id": 12})),
        (Action::Transition, "transition", Value::Null),
        (Action::Fight, "fight", json!({"participants": []})),
        (
            Action::MultiFight { participants: vec![id("Bob"), id("Cleo")] },
            "fight",
            json!({"participants": ["Bob", "Cleo"]}),
        ),
        (Action::Gathering, "gathering", Value::Null),
        (Action::Crafting { code: egg(), quantity: 2 }, "crafting", json!({"code": "egg", "quantity": 2})),
        (Action::Rest, "rest", Value::Null),
        (
            Action::Equip { items: equip },
            "equip",
            json!([{"code": "egg", "slot": "utility1", "quantity": 9}]),
        ),
        (Action::Unequip { items: unequip }, "unequip", json!([{"slot": "body_armor", "quantity": 1}])),
        (Action::Use { code: egg(), quantity: 2 }, "use", json!({"code": "egg", "quantity": 2})),
        (Action::DepositItem { items: items() }, "bank/deposit/item", items_json()),
        (Action::WithdrawItem { items: items() }, "bank/withdraw/item", items_json()),
        (Action::DepositGold { quantity: 7 }, "bank/deposit/gold", json!({"quantity": 7})),
        (Action::WithdrawGold { quantity: 7 }, "bank/withdraw/gold", json!({"quantity": 7})),
        (Action::BuyBankExpansion, "bank/buy_expansion", Value::Null),
        (
            Action::Recycling { code: egg(), quantity: 2, enhanced: true },
            "recycling",
            json!({"code": "egg", "quantity": 2, "enhanced": true}),
        ),
        (Action::BuyNpc { code: egg(), quantity: 2 }, "npc/buy", json!({"code": "egg", "quantity": 2})),
        (Action::SellNpc { code: egg(), quantity: 2 }, "npc/sell", json!({"code": "egg", "quantity": 2})),
        (Action::TaskNew, "task/new", Value::Null),
        (Action::TaskTrade { code: egg(), quantity: 2 }, "task/trade", json!({"code": "egg", "quantity": 2})),
        (Action::TaskComplete, "task/complete", Value::Null),
        (Action::TaskCancel, "task/cancel", Value::Null),
        (Action::TaskExchange, "task/exchange", Value::Null),
        (Action::ClaimItem { id: id(ID) }, "claim_item/67337920ef441b2c7466d5ea", Value::Null),
        (Action::GeBuy { id: id(ID), quantity: 2 }, "grandexchange/buy", json!({"id": ID, "quantity": 2})),
        (Action::GeFill { id: id(ID), quantity: 2 }, "grandexchange/fill", json!({"id": ID, "quantity": 2})),
        (
            Action::GeCreateSellOrder { code: egg(), quantity: 2, price: 5 },
            "grandexchange/create_sell_order",
            json!({"code": "egg", "quantity": 2, "price": 5}),
        ),
        (
            Action::GeCreateBuyOrder { code: egg(), quantity: 2, price: 5 },
            "grandexchange/create_buy_order",
            json!({"code": "egg", "quantity": 2, "price": 5}),
        ),
        (Action::GeCancel { id: id(ID) }, "grandexchange/cancel", json!({"id": ID})),
        (Action::ChangeSkin { skin: "men2".into() }, "change_skin", json!({"skin": "men2"})),
        (Action::Rename { name: id("Anna") }, "rename", json!({"name": "Anna"})),
        (Action::DeleteItem { code: egg(), quantity: 2 }, "delete", json!({"code": "egg", "quantity": 2})),
        (
            Action::GiveGold { quantity: 7, character: id("Bob") },
            "give/gold",
            json!({"quantity": 7, "character": "Bob"}),
        ),
        (
            Action::GiveItem { items: items(), character: id("Bob") },
            "give/item",
            json!({"items": items_json(), "character": "Bob"}),
        ),
    ]
}

#[test]
fn every_action_posts_its_body_to_its_path() {
    let (client, token, ana) = (client("https://api.example"), token(), id::<CharacterName>("Ana"));
    for (action, path, body) in all() {
        let request = Act { token: &token, character: &ana, action: &action }.request();
        assert_eq!((request.bucket(), request.is_read()), (Bucket::Action, false));
        assert_eq!(request.to_string(), format!("POST /my/Ana/action/{path}"));

        let http = client.encode(&request);
        assert_eq!(http.method(), "POST");
        assert_eq!(http.uri().to_string(), format!("https://api.example/my/Ana/action/{path}"));
        assert_eq!(http.headers()["authorization"], "Bearer canary.token");
        let sent =
            if http.body().is_empty() { Value::Null } else { serde_json::from_slice(http.body()).unwrap() };
        assert_eq!(sent, body, "{action}");
        assert_eq!(http.headers().contains_key("content-type"), !body.is_null(), "{action}");
    }
}
