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
