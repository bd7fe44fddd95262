//! A world that reads well and does not play well.

use serde_json::{Value, json};

use super::{findings, is_row, report, row, small};

fn without(lists: &mut Value, list: &str, key: &str) {
    let rows = lists[list].as_array_mut().unwrap();
    rows.retain(|row| !is_row(row, key));
}

#[test]
fn places_that_every_world_needs_are_missed() {
    let found = findings(|lists| ["7", "8", "10", "23"].iter().for_each(|id| without(lists, "maps", id)));
    for told in [
        "maps.json: bank: there is no bank on any tile",
        "maps.json: grand_exchange: there is no Grand Exchange on any tile",
        "maps.json: items: there is no master of such tasks on any tile",
        "maps.json: weaponcrafting: there is no workshop of this skill on any tile",
        "resources.json: weaponcrafting: nothing to gather or to make pays xp on level 1",
        "items.json: sword: cannot be had: nothing drops, makes, sells or gives it",
        "tasks.json: ore: asks for what nobody can do",
    ] {
        assert!(found.iter().any(|found| found == told), "{told}: {found:#?}");
    }
}

#[test]
fn an_item_that_nothing_gives_is_told_and_so_is_what_needs_it() {
    let found = findings(|lists| row(lists, "resources", "pond")["drops"] = json!([small::drop("herb")]));
    assert_eq!(
        found,
        [
            "items.json: fish: cannot be had: nothing drops, makes, sells or gives it",
            "items.json: meal: cannot be had: it is only made of `fish`",
            "resources.json: cooking: nothing to gather or to make pays xp on level 1",
        ]
    );
}

#[test]
fn two_things_that_need_each_other_cannot_be_had() {
    let found = findings(|lists| row(lists, "npc_items", "key")["currency"] = json!("key"));
    assert!(found.iter().any(|found| found.starts_with("npcs.json: pedlar")), "{found:#?}");
    let found = findings(|lists| {
        row(lists, "npc_items", "key")["currency"] = json!("key");
        row(lists, "npcs", "pedlar")["items"][0]["currency"] = json!("key");
    });
    assert_eq!(found, ["items.json: key: cannot be had: it is only sold by `pedlar` for `key`"]);
}

#[test]
fn content_behind_a_door_that_never_opens_is_told() {
    let found = findings(|lists| {
        row(lists, "maps", "40")["interactions"]["content"] = json!({"type": "resource", "code": "rock"});
        row(lists, "maps", "29")["interactions"]["transition"]["conditions"] =
            json!([{"code": "level", "operator": "gt", "value": 1}]);
    });
    assert_eq!(found, ["maps.json: 40: holds `rock`, and no way leads there"]);
}

#[test]
fn a_teleport_and_an_achievement_open_the_way_as_well() {
    for opener in ["potion", "achievement"] {
        let found = findings(|lists| {
            row(lists, "maps", "40")["interactions"]["content"] = json!({"type": "resource", "code": "rock"});
            let conditions = match opener {
                "potion" => json!([{"code": "level", "operator": "gt", "value": 1}]),
                _ => json!([{"code": "first_blood", "operator": "achievement_unlocked", "value": 1}]),
            };
            row(lists, "maps", "29")["interactions"]["transition"]["conditions"] = conditions;
            if opener == "potion" {
                lists["effects"] = json!([{"code": "attack_earth"}, {"code": "teleport"}]);
                row(lists, "items", "meal")["effects"] = json!([{"code": "teleport", "value": 40}]);
            }
        });
        assert_eq!(found, [""; 0], "{opener}");
    }
}

#[test]
fn a_restricted_tile_is_not_walked_to() {
    let found = findings(|lists| row(lists, "maps", "12")["access"]["type"] = json!("restricted"));
    assert!(
        found.iter().any(|found| found == "maps.json: 12: holds `storm`, and no way leads there"),
        "{found:#?}"
    );
}

#[test]
fn a_monster_that_nobody_beats_is_told_with_all_that_hangs_on_it() {
    let found = findings(|lists| row(lists, "monsters", "hen")["hp"] = json!(100_000));
    for told in [
        "monsters.json: hen: is not beaten on any level with what can be had",
        "monsters.json: combat: no monster is beaten and pays xp on level 1",
        "tasks.json: hen: asks for what nobody can do",
        "achievements.json: first_blood: counts what nobody can do",
    ] {
        assert!(found.iter().any(|found| found == told), "{told}: {found:#?}");
    }
}

#[test]
fn a_boss_may_take_three() {
    let lone = findings(|lists| row(lists, "monsters", "hen")["attack_fire"] = json!(20));
    assert!(!lone.is_empty(), "one alone is not enough");
    let three = findings(|lists| {
        row(lists, "monsters", "hen")["attack_fire"] = json!(20);
        row(lists, "monsters", "hen")["type"] = json!("boss");
    });
    assert_eq!(three, ["monsters.json: combat: no monster is beaten and pays xp on level 1"]);
}

#[test]
fn an_idle_level_is_told_and_an_event_does_not_fill_it() {
    let found = findings(|lists| {
        row(lists, "monsters", "hen")["level"] = json!(12);
        without(lists, "maps", "2");
    });
    let told = "monsters.json: combat: no monster is beaten and pays xp on levels 1 to 12";
    assert!(found.iter().any(|found| found == told), "{found:#?}");
    let fishing = "resources.json: fishing: nothing to gather or to make pays xp on level 12";
    assert!(found.iter().any(|found| found == fishing), "{found:#?}");
}

#[test]
fn rows_that_no_tile_and_no_event_brings_are_told() {
    let found = findings(|lists| {
        without(lists, "maps", "11");
        without(lists, "maps", "12");
        lists["events"] = json!([]);
    });
    for told in [
        "npcs.json: pedlar: is on no tile, and no event brings it",
        "raids.json: storm: is on no tile",
        "items.json: key: cannot be had: it is only sold by `pedlar` for `egg`",
    ] {
        assert!(found.iter().any(|found| found == told), "{told}: {found:#?}");
    }
}

#[test]
fn a_world_with_broken_names_is_not_played() {
    let mut lists = small::world();
    row(&mut lists, "monsters", "hen")["drops"] = json!([small::drop("tooth")]);
    assert!(!report(&lists).played);
    assert!(report(&small::world()).played);
}

#[test]
fn the_same_lists_give_the_same_report() {
    let mut lists = small::world();
    row(&mut lists, "monsters", "hen")["hp"] = json!(400);
    assert_eq!(report(&lists), report(&lists));
}
