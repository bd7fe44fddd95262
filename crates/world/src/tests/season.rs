//! The rules over a real season's data, where it is at hand.

use std::{fs, path::Path, sync::Arc};

use game::{GameData, data::StaticData};
use serde::de::DeserializeOwned;

use super::{invariants, random::Player, *};
use crate::World;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/data");

fn list<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let text = fs::read_to_string(Path::new(DATA).join(name)).expect("the folder has all lists");
    serde_json::from_str(&text).expect("the lists are in the API's shape")
}

/// A real season; `None`, with a line that says so, where its folder is missing.
fn real_season() -> Option<GameData> {
    if !Path::new(DATA).is_dir() {
        println!("skipped: there is no season's data beside the workspace");
        return None;
    }
    let lists = StaticData {
        version: "season 8".to_owned(),
        items: list("items.json"),
        monsters: list("monsters.json"),
        resources: list("resources.json"),
        maps: list("maps.json"),
        npcs: list("npcs.json"),
        npc_items: list("npc_items.json"),
        tasks: list("tasks.json"),
        tasks_rewards: list("tasks_rewards.json"),
        achievements: list("achievements.json"),
        events: list("events.json"),
        raids: list("raids.json"),
    };
    Some(GameData::new(lists).expect("a real season is sound"))
}

#[test]
fn two_thousand_random_actions_of_five_characters_keep_a_real_season_sound() {
    let Some(data) = real_season() else { return };
    let mut world = World::new(Arc::new(data), Rules::default(), 8);
    random::troupe(&mut world);
    let mut player = Player::new(8);
    for _ in 0..2000 {
        player.play(&mut world);
        invariants::check(&world);
    }
    for reason in ["movement", "fight", "gathering", "rest", "unequip"] {
        assert!(player.done.contains_key(reason), "nobody ever did {reason}: {:?}", player.done);
    }
}

#[test]
fn routes_over_walks_and_ways_of_the_real_map_are_as_long_as_they_are_drawn() {
    let Some(data) = real_season() else { return };
    let data = Arc::new(data);
    // Tiles that are walked to, and those that a way leads to.
    let routes = [
        ("the bank", "334", 25),
        ("the gold in the goblins' cave", "133 >134 26", 40 + 5 + 20),
        ("the priestess, with her key", "133 >134 77 >71", 40 + 5 + 15 + 5),
        ("the lich, with the key of its tomb", "655 >656 707", 80 + 5 + 5),
        ("the fairy, for 5000 gold", "718 >667 769", 65 + 5 + 20),
        ("the alchemists, in a cloak", "934 >935 938", 65 + 5 + 5),
        ("the rats below", "874 >876 879 >878", 75 + 5 + 5 + 5),
        ("the empress, by sea and with her key", "1093 >1336 1231 >1233 1236", 90 + 5 + 15 + 5 + 5),
    ];
    for (name, route, expected) in routes {
        let mut world = World::new(data.clone(), Rules::default(), 8);
        random::troupe(&mut world);
        let mut stage = Stage { world, now: OPENING };
        for item in ["priestess_hideout_key", "lich_tomb_key", "sandwhisper_key", "cultist_cloak"] {
            stage = stage.carrying(item, 1);
        }
        for step in route.split(' ') {
            let tile = step.trim_start_matches('>').parse().unwrap();
            stage.done(if step.starts_with('>') { Action::Transition } else { go(tile) });
            assert_eq!(stage.ana().map_id, MapId(tile), "{name}");
        }
        let seconds = stage.ana().cooldown_expiration.duration_since(OPENING).as_secs();
        assert_eq!(seconds, expected, "{name}");
    }
}

#[test]
fn on_the_real_map_ore_is_mined_smelted_and_banked() {
    let Some(data) = real_season() else { return };
    let mut world = World::new(Arc::new(data), Rules::default(), 8);
    random::troupe(&mut world);
    let mut stage = Stage { world, now: OPENING };
    stage.done(go(277));
    for _ in 0..10 {
        stage.done(Action::Gathering);
    }
    stage.done(go(529));
    stage.done(craft("copper_bar", 1));
    stage.done(go(334));
    stage.done(Action::DepositItem { items: vec![some("copper_bar", 1)] });
    assert_eq!(stage.world.bank(&company()).unwrap().count(&code("copper_bar")), 1);
    // Ten gathers of 13 and a craft of 8.
    assert_eq!(stage.ana().skills[&game::Skill::Mining].xp, 138);
    // Walks of 2, 6 and 7 tiles, ten gathers, a craft and a deposit: 75 + 310 + 5 + 3 seconds.
    let spent = stage.ana().cooldown_expiration.duration_since(OPENING).as_secs();
    assert_eq!(spent, 393);
}
