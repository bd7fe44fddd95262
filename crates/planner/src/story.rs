//! Whole runs in the small world (see [`crate::fixture`]), told as the reasons that a player would read.

use std::sync::Arc;

use game::{AccountName, CharacterName};
use jiff::Timestamp;
use serde_json::{Value, json};
use world::{Rules, World};

use crate::{Decision, Mind, View, fixture, step};

/// Plays until the mind is done or so many actions are over; what is the same several times in a row is told once.
fn story(strategy: &str, config: Value, bank: &[(&str, u32)], most: usize) -> String {
    let rules = Rules { starting_weapon: Some("stick".parse().unwrap()), ..Rules::default() };
    let mut world = World::new(Arc::new(fixture::season()), rules, 1);
    let (account, name): (AccountName, CharacterName) = ("team".parse().unwrap(), "Ana".parse().unwrap());
    let mut now = Timestamp::from_second(1_000_000).unwrap();
    world.create_account(account.clone(), now).unwrap();
    world.create_character(&account, name.clone(), "men1", now).unwrap();
    let mut state = serde_json::to_value(world.state()).unwrap();
    state["accounts"]["team"]["bank"]["items"] = bank.iter().map(|(code, held)| (*code, *held)).collect();
    let state = serde_json::from_value(state).unwrap();
    world = World::restore(state, Arc::clone(world.data()), world.rules().clone());

    let mut mind = Mind::new(strategy, config).unwrap();
    let mut lines: Vec<(String, u32)> = Vec::new();
    for _ in 0..most {
        let character = world.character(&name).unwrap();
        let view = View {
            data: world.data(),
            character,
            bank: world.bank(&account),
            events: &[],
            market: None,
            raids: &[],
            comrades: &[],
        };
        let decision = step(&mut mind, &view, now);
        match lines.last_mut().filter(|(text, _)| *text == decision.why().text) {
            Some((_, times)) => *times += 1,
            None => lines.push((decision.why().text.clone(), 1)),
        }
        let Decision::Act { action, .. } = decision else { break };
        now = character.cooldown_expiration;
        let outcome = world.act(&account, &name, &action, now).unwrap();
        now = outcome.cooldown.expiration;
        mind.applied(&action, &outcome);
    }
    let line =
        |(text, times): (String, u32)| if times > 1 { format!("{text} ({times} times)") } else { text };
    lines.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_gatherer_fetches_its_tool_fills_its_bag_and_empties_it() {
    let config = json!({"resource": "copper_rocks", "loops": 150});
    insta::assert_snapshot!(story("gathering", config, &[("pickaxe", 1)], 200), @r"
    Walking 5 s to (1, 0) to take pickaxe out of the bank: it takes 10 % off the time of mining
    Taking pickaxe out of the bank: it takes 10 % off the time of mining
    Putting on pickaxe: it takes 10 % off the time of mining
    Walking 5 s to (2, 0) to gather copper_rocks
    Gathering copper_rocks at (2, 0), 27 s each (98 times)
    Bag is nearly full (99 of 100): taking 98 copper_ore and 1 stick to the bank at (1, 0)
    Bag is nearly full (99 of 100): putting 98 copper_ore and 1 stick into the bank
    Walking 5 s to (2, 0) to gather copper_rocks
    Gathering copper_rocks at (2, 0), 27 s each (52 times)
    Gathered 150 times, as was asked for
    ");
}

#[test]
fn a_fighter_dresses_takes_food_fights_and_heals() {
    let config = json!({"monster": "chicken", "fights": 8});
    let bank = [("apple", 3), ("helmet", 1), ("ring", 2)];
    insta::assert_snapshot!(story("combat", config, &bank, 60), @r"
    Walking 5 s to (1, 0) to take 3 of the 3 apple in the bank along as food
    Taking 3 of the 3 apple in the bank along as food
    Taking helmet out of the bank: it is the best there is against chicken
    Putting on helmet: it is the best there is against chicken
    Taking ring out of the bank: it is the best there is against chicken
    Putting on ring: it is the best there is against chicken
    Taking ring out of the bank: it is the best there is against chicken
    Putting on ring: it is the best there is against chicken
    Walking 10 s to (3, 0) to fight chicken
    Fighting chicken (level 1) at (3, 0): 100 % of such fights are won (3 times)
    Hit points are low (32 of 140, 43 wanted): eating 2 apple for 100 hp
    Fighting chicken (level 1) at (3, 0): 100 % of such fights are won (3 times)
    Hit points are low (24 of 140, 43 wanted): eating 1 apple for 50 hp
    Fighting chicken (level 1) at (3, 0): 100 % of such fights are won (2 times)
    Fought 8 times, as was asked for
    ");
}
