//! Log lines read alone: what they say of each action and of what came of it.

use game::{CharacterName, MapId, data::StaticData, outcome::*};
use jiff::Timestamp;
use serde_json::json;

use super::*;

fn tile(map_id: u32, x: i32, content: serde_json::Value) -> game::data::GameMap {
    let tile = json!({
        "map_id": map_id, "name": "Meadow", "skin": "meadow", "x": x, "y": 0, "layer": "overworld",
        "access": { "type": "standard" }, "interactions": { "content": content },
    });
    serde_json::from_value(tile).unwrap()
}

/// The embedded world with two tiles only, to which nothing comes.
fn data() -> GameData {
    let maps =
        vec![tile(1, 0, json!(null)), tile(2, 2, json!({ "type": "resource", "code": "copper_rocks" }))];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/sandbox/worlds/first_steps");
    let lists = sandbox::load_world_dir(folder.as_ref()).unwrap();
    GameData::new(StaticData { maps, events: Vec::new(), ..lists }).unwrap()
}

fn ana(map_id: u32) -> Character {
    let name = "Ana".parse().unwrap();
    let tile = tile(map_id, if map_id == 2 { 2 } else { 0 }, json!(null));
    Character::new(name, "demo".parse().unwrap(), "men1".to_owned(), &tile, Timestamp::UNIX_EPOCH)
}

fn item(code: &str, quantity: u32) -> SimpleItem {
    SimpleItem::new(code.parse().unwrap(), quantity)
}

fn said(detail: Detail) -> String {
    let cooldown = Cooldown {
        total_seconds: 5,
        remaining_seconds: 5,
        started_at: Timestamp::UNIX_EPOCH,
        expiration: Timestamp::UNIX_EPOCH,
        reason: String::new(),
    };
    summary(&Outcome { cooldown, character: ana(1), others: Vec::new(), detail })
}

#[test]
fn an_action_names_what_is_around_it() {
    let data = data();
    for (wish, place, words) in [
        (Action::Move { map_id: MapId(2) }, 1, "move to Meadow (copper_rocks, (2, 0))"),
        (Action::Move { map_id: MapId(1) }, 2, "move to Meadow ((0, 0))"),
        (Action::Move { map_id: MapId(9) }, 1, "move to map 9"),
        (Action::Gathering, 2, "gather copper_rocks at (2, 0)"),
        (Action::Gathering, 1, "gather"),
        (Action::Fight, 2, "fight"),
        (Action::Rest, 1, "rest"),
    ] {
        assert_eq!(action(&wish, &ana(place), &data, None), words);
    }
    let offer: Offer = serde_json::from_value(json!({
        "id": "67337920ef441b2c7466d5ea", "type": "sell", "account": null, "code": "egg", "quantity": 5, "price": 10,
        "created_at": Timestamp::UNIX_EPOCH,
    }))
    .unwrap();
    let cancel = Action::GeCancel { id: offer.id.clone() };
    assert_eq!(
        action(&cancel, &ana(1), &data, Some(&offer)),
        "cancel the order to sell 5 × egg at 10 gold each"
    );
    assert_eq!(action(&cancel, &ana(1), &data, None), "cancel an own order");
}

#[test]
fn an_outcome_says_what_was_gained() {
    let ore = || Yield { xp: 5, items: vec![item("copper_ore", 1), item("topaz", 2)] };
    let path = vec![(0, 0), (1, 0), (2, 0)];
    for (detail, words) in [
        (Detail::Moved { map_id: MapId(1), path }, "arrived at (0, 0) after 2 tiles"),
        (Detail::Gathered { resource: None, skill: None, gain: ore() }, "+5 xp, 1 × copper_ore, 2 × topaz"),
        (Detail::Crafted(Yield { xp: 0, items: Vec::new() }), "+0 xp"),
        (Detail::Rested { hp_restored: 7 }, "+7 hp"),
        (Detail::BankGold { quantity: 3, bank_gold: 12 }, "12 gold in the bank"),
        (
            Detail::BankItems { items: vec![item("copper_ore", 9)], bank: vec![item("copper_ore", 99)] },
            "9 × copper_ore",
        ),
    ] {
        assert_eq!(said(detail), words);
    }
}

#[test]
fn a_fight_says_how_it_ended_and_what_it_cost() {
    let share = |name: &str, xp, gold| FightShare {
        character_name: name.parse::<CharacterName>().unwrap(),
        xp,
        gold,
        drops: vec![item("egg", 1)],
        final_hp: 1,
    };
    let report = |win, characters| {
        Detail::Fought(FightReport {
            win,
            turns: 4,
            opponent: "chicken".to_owned(),
            logs: Vec::new(),
            characters,
            raid: false,
        })
    };
    let hp = format!("{0}/{0} hp", ana(1).max_hp);
    let won = said(report(true, vec![share("Ben", 99, 9), share("Ana", 11, 2)]));
    assert_eq!(won, format!("won against chicken in 4 turns, +11 xp, +2 gold, 1 × egg, {hp}"));
    assert_eq!(said(report(false, Vec::new())), format!("lost to chicken in 4 turns, {hp}"));
}
