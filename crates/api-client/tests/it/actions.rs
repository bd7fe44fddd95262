//! The request of every action (RULES Appendix A).

use api_client::{Bucket, Call, calls::Act};
use game::{
    Action, CharacterName, MapId, SimpleItem,
    action::{EquipItem, UnequipItem},
    character::Slot,
};
use serde_json::{Value, json};

use crate::support::{client, id, token};

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
