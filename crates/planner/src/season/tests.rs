//! What can never work in the small season (see [`crate::fixture`]) is refused before it starts, by the field at fault.

use game::GameData;
use serde_json::{Value, json};

use crate::{ConfigError, Mind, Problem, fixture};

/// What the season has against a configuration.
fn refused(data: &GameData, strategy: &str, config: Value) -> Vec<Problem> {
    match Mind::new(strategy, config).unwrap().check(data) {
        Ok(()) => Vec::new(),
        Err(ConfigError::Invalid { problems, .. }) => problems,
        Err(other) => panic!("{other}"),
    }
}

/// The one sentence that it has against it, which names this field.
fn sentence(data: &GameData, strategy: &str, config: Value, field: &str) -> String {
    let problems = refused(data, strategy, config);
    let [Problem { field: named, message }] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(named, field, "{message}");
    message.strip_prefix(&format!("`{field}`: ")).unwrap_or(message).to_owned()
}

fn in_small_season(strategy: &str, config: Value, field: &str) -> String {
    sentence(&fixture::season(), strategy, config, field)
}

/// The small season with nothing on the tiles that had this.
fn without(code: &str) -> GameData {
    let mut lists = fixture::season().to_lists();
    for tile in &mut lists.maps {
        tile.interactions.content.take_if(|content| content.code == code);
    }
    GameData::new(lists).unwrap()
}

#[test]
fn a_monster_that_is_nowhere() {
    let text = sentence(&without("wolf"), "combat", json!({"monster": "wolf"}), "monster");
    assert_eq!(text, "wolf is nowhere on this season's map, and no event brings it; choose another one");
}

#[test]
fn a_monster_that_an_event_brings_is_worth_waiting_for() {
    assert_eq!(refused(&fixture::season(), "combat", json!({"monster": "goblin"})), []);
}

#[test]
fn a_boss_that_is_fought_in_raids_only() {
    let mut lists = fixture::season().to_lists();
    let wolf = lists.monsters.iter_mut().find(|monster| monster.code.as_str() == "wolf").unwrap();
    wolf.kind = game::data::MonsterType::RaidBoss;
    let season = GameData::new(lists).unwrap();
    let text = sentence(&season, "combat", json!({"monster": "wolf"}), "monster");
    assert_eq!(text, "wolf is fought in a raid only; choose another one");
}

#[test]
fn a_drop_that_the_monster_does_not_have() {
    let collect =
        |code, monster: Option<&str>| json!({"monster": monster, "collect": {"code": code, "quantity": 1}});
    assert_eq!(refused(&fixture::season(), "combat", collect("egg", Some("chicken"))), []);
    assert_eq!(refused(&fixture::season(), "combat", collect("egg", None)), []);
    let text = in_small_season("combat", collect("egg", Some("wolf")), "collect.code");
    assert_eq!(text, "wolf never drops egg; it drops hide");
}

#[test]
fn a_drop_that_no_monster_has() {
    let collect = |code| json!({"collect": {"code": code, "quantity": 1}});
    let text = in_small_season("combat", collect("copper_ore"), "collect.code");
    assert_eq!(text, "no monster that is met this season drops copper_ore");
    let text = sentence(&without("wolf"), "combat", collect("hide"), "collect.code");
    assert_eq!(text, "no monster that is met this season drops hide");
}

#[test]
fn a_resource_that_is_nowhere() {
    let config = json!({"resource": "iron_rocks"});
    let text = sentence(&without("iron_rocks"), "gathering", config, "resource");
    assert_eq!(
        text,
        "iron_rocks is nowhere on this season's map, and no event brings it; choose another one"
    );
}

#[test]
fn a_drop_that_the_resource_does_not_have() {
    let wanted = |item| json!({"resource": "copper_rocks", "item": item});
    assert_eq!(refused(&fixture::season(), "gathering", wanted("gem")), []);
    let text = in_small_season("gathering", wanted("egg"), "item");
    assert_eq!(text, "copper_rocks never drops egg; it drops copper_ore, gem");
}

#[test]
fn a_skill_with_which_nothing_is_gathered() {
    let text = in_small_season("gathering", json!({"skill": "fishing"}), "skill");
    assert_eq!(text, "nothing in this season is gathered with fishing; choose another one");
}

#[test]
fn an_item_without_a_recipe() {
    let text = in_small_season("crafting", json!({"item": "egg"}), "item");
    assert_eq!(text, "egg has no recipe; choose an item that is crafted");
}

#[test]
fn an_item_whose_workshop_is_nowhere() {
    let text = sentence(&without("weaponcrafting"), "crafting", json!({"item": "dagger"}), "item");
    assert_eq!(text, "dagger is made in a workshop for weaponcrafting, and the season has none");
}

#[test]
fn a_skill_with_which_nothing_is_crafted() {
    let text = in_small_season("crafting", json!({"skill": "cooking"}), "skill");
    assert_eq!(text, "nothing in this season is crafted with cooking; choose another one");
}

#[test]
fn a_recipe_without_any_source_of_materials() {
    let error = Mind::new("crafting", json!({"sources": []})).unwrap_err().to_string();
    assert_eq!(error, "`crafting`: `sources` is empty: allow one way to get materials at least");
}

#[test]
fn a_recipe_with_a_material_that_its_sources_never_bring() {
    let season = fixture::season();
    let axe = |sources: &[&str]| json!({"item": "axe", "sources": sources});
    for enough in [&["bank"][..], &["gathering", "crafting", "fighting", "npc"]] {
        assert_eq!(refused(&season, "crafting", axe(enough)), [], "{enough:?}");
    }
    for (missing, sources) in [
        ("copper_bar", ["gathering", "fighting", "npc"]),
        ("copper_bar", ["crafting", "fighting", "npc"]),
        ("egg", ["gathering", "crafting", "npc"]),
        ("cloth", ["gathering", "crafting", "fighting"]),
    ] {
        let text = sentence(&season, "crafting", axe(&sources), "sources");
        assert_eq!(text, format!("none of them ever brings {missing} for axe; allow more of them"));
    }
}

#[test]
fn goods_that_are_paid_with_something_that_is_not_to_be_had() {
    let config = json!({"item": "whip", "sources": ["npc", "fighting"]});
    assert_eq!(refused(&fixture::season(), "crafting", config.clone()), []);
    let mut lists = without("chicken").to_lists();
    lists.events[0].content.as_mut().unwrap().code = "wolf".to_owned();
    let text = sentence(&GameData::new(lists).unwrap(), "crafting", config, "sources");
    assert_eq!(text, "none of them ever brings ribbon for whip; allow more of them");
}

#[test]
fn tasks_that_nobody_gives() {
    let season = without("monsters");
    assert_eq!(refused(&season, "task", json!({"kind": "items"})), []);
    let text = sentence(&season, "task", json!({"kind": "monsters"}), "kind");
    assert_eq!(text, "nobody on this season's map gives tasks about monsters");
}

#[test]
fn skills_of_which_none_can_be_trained() {
    let config = |combat, skills: &[&str]| json!({"combat": combat, "skills": skills});
    assert_eq!(refused(&fixture::season(), "leveling", config(false, &["fishing", "mining"])), []);
    assert_eq!(refused(&fixture::season(), "leveling", config(true, &["fishing"])), []);
    let text = in_small_season("leveling", config(false, &["fishing", "cooking"]), "skills");
    assert_eq!(text, "nothing in this season trains fishing or cooking");
}

#[test]
fn goods_that_the_exchange_does_not_take() {
    let mut lists = fixture::season().to_lists();
    lists.items.iter_mut().find(|item| item.code.as_str() == "gem").unwrap().tradeable = false;
    let season = GameData::new(lists).unwrap();
    let text = sentence(&season, "trading", json!({"item": "gem"}), "item");
    assert_eq!(text, "gem is not tradable on the Grand Exchange");
}

#[test]
fn a_step_of_a_workflow_by_its_place() {
    let steps = json!([{"strategy": "combat"}, {"strategy": "crafting", "config": {"item": "egg"}}]);
    let text = in_small_season("workflow", json!({"steps": steps}), "steps[1].config.item");
    assert_eq!(text, "egg has no recipe; choose an item that is crafted");
}

#[test]
fn whatever_events_may_bring_when_nobody_has_read_them_is_not_refused() {
    let mut lists = without("wolf").to_lists();
    lists.events.clear();
    assert_eq!(refused(&GameData::new(lists).unwrap(), "combat", json!({"monster": "wolf"})), []);
}
