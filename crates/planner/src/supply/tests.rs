//! Where materials come from in the small world (see [`crate::fixture`]), and in a real season.

use game::{MapId, SimpleItem, Skill, recycling};
use serde_json::json;

use super::{Supply, Terms, Way, need, recipe};
use crate::{
    fixture::{Given, given, real_season},
    notes::Rehearsals,
    parts::ranking::Obstacle,
};

fn ana() -> Given {
    given("combat", json!({})).skill(Skill::Weaponcrafting, 10)
}

fn plan(given: &Given, terms: &Terms, code: &str, quantity: u32) -> Result<Supply, Obstacle> {
    given.look(|situation| {
        need(situation, terms, &code.parse().unwrap(), quantity, &mut Rehearsals::default())
    })
}

fn sources(given: &Given, code: &str) -> Vec<(String, String)> {
    let supply = plan(given, &Terms::default(), code, 1).unwrap();
    supply.sources.iter().map(|(code, source)| (code.to_string(), source.to_string())).collect()
}

fn pair(code: &str, source: &str) -> (String, String) {
    (code.to_owned(), source.to_owned())
}

#[test]
fn a_recipe_is_followed_down_to_what_is_gathered() {
    let expected =
        [pair("copper_bar", "craft"), pair("copper_ore", "gather copper_rocks"), pair("dagger", "craft")];
    assert_eq!(sources(&ana(), "dagger"), expected);
}

#[test]
fn what_is_at_hand_is_used_first_and_only_once() {
    let ana = ana().carries("copper_bar", 4).bank_holds("copper_bar", 2);
    let seconds = |quantity| plan(&ana, &Terms::default(), "dagger", quantity).unwrap().seconds;
    assert!(seconds(1) < 120.0, "the bars are there: {}", seconds(1));
    assert!(seconds(2) > 60.0 * 31.0, "six more bars are made of sixty ores: {}", seconds(2));
}

#[test]
fn what_is_at_hand_and_comes_from_nowhere_is_used_up() {
    let ana = ana().carries("pickaxe", 1);
    assert_eq!(sources(&ana, "pickaxe"), [pair("pickaxe", "have it")]);
    assert!(plan(&ana, &Terms::default(), "pickaxe", 2).is_err());
}

#[test]
fn what_the_bank_holds_is_left_there_when_it_is_no_source() {
    let ana = ana().bank_holds("copper_bar", 6);
    let own = Terms { ways: [Way::Gathering, Way::Crafting].into(), ..Terms::default() };
    assert!(plan(&ana, &own, "dagger", 1).unwrap().seconds > 60.0 * 31.0);
}

#[test]
fn every_material_has_the_way_that_costs_least() {
    let ana = ana().level(20).wears(game::character::Slot::Weapon, "sword").gold(100);
    let expected = [
        pair("axe", "craft"),
        pair("cloth", "buy from tailor"),
        pair("copper_bar", "craft"),
        pair("copper_ore", "gather copper_rocks"),
        pair("egg", "fight chicken"),
    ];
    assert_eq!(sources(&ana, "axe"), expected);
}

#[test]
fn a_traders_price_is_got_as_well() {
    let ana = ana().wears(game::character::Slot::Weapon, "sword");
    assert_eq!(sources(&ana, "ribbon"), [pair("egg", "fight chicken"), pair("ribbon", "buy from tailor")]);
}

#[test]
fn gold_counts_in_seconds() {
    let ana = ana().gold(100);
    let seconds = |seconds_per_gold| {
        plan(&ana, &Terms { seconds_per_gold, ..Terms::default() }, "cloth", 2).unwrap().seconds
    };
    assert!((seconds(3.0) - seconds(1.0) - 20.0).abs() < 1e-6);
}

fn obstacle(given: &Given, code: &str) -> Obstacle {
    plan(given, &Terms::default(), code, 1).unwrap_err()
}

#[test]
fn what_cannot_be_had_says_why_and_what_would_help() {
    let skill = obstacle(&given("combat", json!({})), "axe");
    assert_eq!(skill.unblock, "weaponcrafting level 5");
    let gold = obstacle(&ana(), "cloth");
    assert!(gold.why.contains("costs 5 gold, and there are 0") && gold.unblock == "5 more gold", "{gold:?}");
    let strength = obstacle(&ana().wears(game::character::Slot::Weapon, "stick"), "hide");
    assert!(strength.why.contains("fight wolf"), "{strength:?}");
    assert!(!obstacle(&ana(), "ring").unblock.is_empty());
}

#[test]
fn what_is_made_of_itself_is_not_made() {
    let mut ana = ana();
    let mut lists = ana.data.to_lists();
    let ore = lists.items.iter().position(|item| item.code.as_str() == "copper_ore").unwrap();
    let mut craft =
        lists.items.iter().find(|item| item.code.as_str() == "copper_bar").unwrap().craft.clone().unwrap();
    craft.items = vec![SimpleItem::new("copper_bar".parse().unwrap(), 1)];
    lists.items[ore].craft = Some(craft);
    lists.resources.retain(|resource| resource.code.as_str() != "copper_rocks");
    for tile in &mut lists.maps {
        if [MapId(3), MapId(5)].contains(&tile.map_id) {
            tile.interactions.content = None;
        }
    }
    ana.data = game::GameData::new(lists).unwrap();
    assert!(obstacle(&ana, "dagger").why.contains("would be needed to get"));
}

/// A character who can do all that a season asks for, with the gear to survive it.
fn master(mut given: Given) -> Given {
    given = given.level(50).gold(1_000_000);
    for skill in Skill::ALL {
        given = given.skill(skill, 50);
    }
    given
}

#[test]
fn every_recipe_of_a_season_is_planned_or_says_what_it_lacks() {
    let Some(data) = real_season() else { return };
    let mut given = master(ana());
    given.character.stand_on(data.maps.get(MapId(271)).unwrap());
    given.data = data;
    let mut rehearsals = Rehearsals::default();
    let mut planned = 0;
    for item in given.data.items.values().filter(|item| item.craft.is_some()) {
        let plan =
            given.look(|situation| recipe(situation, &Terms::default(), &item.code, 1, &mut rehearsals));
        match plan {
            Ok(supply) => {
                planned += 1;
                let least = recycling::ingredients(item.craft.as_ref().unwrap()).min(1) * 3;
                assert!(supply.seconds > f64::from(least), "{}: {supply:?}", item.code);
            }
            Err(obstacle) => {
                assert!(!obstacle.why.is_empty() && !obstacle.unblock.is_empty(), "{}", item.code)
            }
        }
    }
    assert!(planned > 40, "{planned}");
}
