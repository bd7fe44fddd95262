//! Replies come through without loss: what is read and written again is the same JSON value.
//!
//! The fixtures were written by hand from the spec and RULES §2–§15, as the live server would send them. Static data
//! inside them stays a raw value, since its types live elsewhere.

use std::fs;

use api_types::action::bank::BankItemData;
use api_types::action::equipment::EquipmentData;
use api_types::action::exchange::GeCreateOrderData;
use api_types::action::fight::{FightData, FightRequest};
use api_types::action::movement::{MoveRequest, MovementData};
use api_types::raid::{Raid, RaidNotice};
use api_types::realtime::{Authenticate, Frame, FrameType, ServerMessage, VersionNotice};
use api_types::simulation::{FakeCharacter, SimulationData};
use api_types::{
    AccountAchievement, ActiveCharacter, ActiveEvent, Character, Data, ErrorBody, GeOrder, GeOrderHistory,
    Log, Message, MyAccountDetails, Page, PendingItem, RateLimits, SeasonReward, Secret, SimpleItem, Status,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn fixture_text(name: &str) -> String {
    let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn fixture(name: &str) -> Value {
    serde_json::from_str(&fixture_text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn check_value<T: Serialize + DeserializeOwned>(name: &str, value: Value) {
    let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(serde_json::to_value(&read).unwrap(), value, "{name}");
}

#[track_caller]
fn check<T: Serialize + DeserializeOwned>(name: &str) {
    check_value::<T>(name, fixture(name));
}

#[test]
fn replies_come_through_without_loss() {
    check::<Data<Character>>("character");
    check::<Data<MovementData<Value>>>("movement");
    check::<Data<FightData>>("fight");
    check::<Data<EquipmentData<Value>>>("unequip");
    check::<Data<BankItemData>>("deposit_item");
    check::<Data<GeCreateOrderData>>("create_buy_order");
    check::<Data<RateLimits>>("rates");
    check::<Data<Status>>("status");
    check::<Data<MyAccountDetails>>("account");
    check::<Data<Raid>>("raid");
    check::<Data<SimulationData>>("simulation");
    check::<Page<Log>>("logs");
    check::<Page<SimpleItem>>("bank_items");
    check::<Page<PendingItem>>("pending_items");
    check::<Page<AccountAchievement>>("achievements");
    check::<ErrorBody>("error_cooldown");
    check::<ErrorBody>("error_validation");
    check::<ErrorBody>("error_not_found");
}

#[test]
fn a_character_is_written_in_the_order_of_the_spec() {
    let text = fixture_text("character");
    let read: Data<Character> = serde_json::from_str(&text).unwrap();
    // No text in this fixture holds a space.
    assert_eq!(serde_json::to_string(&read).unwrap(), text.split_whitespace().collect::<String>());
}

#[test]
fn every_frame_comes_through_without_loss_and_its_payload_too() {
    let Value::Array(frames) = fixture("frames") else { panic!("frames.json is a list") };
    let mut seen = Vec::new();
    for value in frames {
        check_value::<ServerMessage>("frames", value.clone());
        let Frame { kind, data } = serde_json::from_value(value).unwrap();
        check_payload(&kind, data);
        seen.push(kind.to_string());
    }
    assert_eq!(seen, FrameType::KNOWN, "one frame of each type");
}

fn check_payload(kind: &FrameType, data: Value) {
    use FrameType as F;
    let name = kind.as_str();
    match kind {
        F::Version => check_value::<VersionNotice>(name, data),
        F::OnlineCharacters => check_value::<Vec<ActiveCharacter>>(name, data),
        F::EventSpawn | F::EventRemoved => check_value::<ActiveEvent<Value>>(name, data),
        F::RaidStarted | F::RaidEnded => check_value::<RaidNotice>(name, data),
        F::GrandexchangeSellOrder
        | F::GrandexchangeBuyOrder
        | F::GrandexchangeCancelSellOrder
        | F::GrandexchangeCancelBuyOrder => check_value::<GeOrder>(name, data),
        F::GrandexchangeBuy | F::GrandexchangeSell => check_value::<GeOrderHistory>(name, data),
        F::PendingItemReceived => check_value::<PendingItem>(name, data),
        F::AccountLog => check_value::<Log>(name, data),
        F::SeasonRewardUnlocked => check_value::<SeasonReward>(name, data),
        F::Announcement => check_value::<Message>(name, data),
        F::Test | F::AchievementUnlocked | F::Unknown(_) => {}
    }
}

#[test]
fn a_refused_token_is_told_apart_from_news() {
    let message: ServerMessage = serde_json::from_value(json!({"error": "Invalid token."})).unwrap();
    assert_eq!(message, ServerMessage::Error { error: "Invalid token.".to_owned() });
}

#[test]
fn requests_leave_out_what_they_do_not_name() {
    let to_map = serde_json::to_value(MoveRequest::to_map(322)).unwrap();
    assert_eq!(to_map, json!({"map_id": 322}));
    let to_position = serde_json::to_value(MoveRequest::to_position(-2, 1)).unwrap();
    assert_eq!(to_position, json!({"x": -2, "y": 1}));
    let alone = serde_json::to_value(FightRequest::default()).unwrap();
    assert_eq!(alone, json!({"participants": []}));
    let fighter =
        FakeCharacter { level: 3, weapon_slot: Some("wooden_stick".to_owned()), ..Default::default() };
    assert_eq!(serde_json::to_value(fighter).unwrap(), json!({"level": 3, "weapon_slot": "wooden_stick"}));
    let everything = Authenticate { token: Secret::new("abc"), subscriptions: None };
    assert_eq!(serde_json::to_value(everything).unwrap(), json!({"token": "abc"}));
}

#[test]
fn fields_of_a_later_season_are_ignored() {
    let mut later = fixture("character");
    later["data"]["stamina"] = json!(7);
    let read: Data<Character> = serde_json::from_value(later).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), fixture("character"));
}

#[test]
fn values_of_a_later_season_are_kept() {
    let mut later = fixture("movement");
    later["data"]["cooldown"]["reason"] = json!("swim");
    later["data"]["character"]["layer"] = json!("underwater");
    check_value::<Data<MovementData<Value>>>("movement", later);
}

#[test]
fn an_absent_list_and_a_null_list_are_empty() {
    for absent in [Some(Value::Null), None] {
        let mut sparse = fixture("character");
        let fields = sparse["data"].as_object_mut().unwrap();
        for name in ["effects", "inventory", "cooldown_expiration"] {
            match &absent {
                Some(null) => drop(fields.insert(name.to_owned(), null.clone())),
                None => drop(fields.remove(name)),
            }
        }
        let Data { data: character } = serde_json::from_value::<Data<Character>>(sparse).unwrap();
        assert!(character.effects.is_empty() && character.inventory.is_empty());
        assert_eq!(character.cooldown_expiration, None);
    }
}
