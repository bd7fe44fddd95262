//! The season's lists: filters, single entries, and that they are served as they were loaded.

use serde_json::Value;

use crate::support::{Server, reference};

async fn codes(server: &Server, path: &str) -> Vec<String> {
    let key = |row: &Value| row.get("code").or_else(|| row.get("map_id")).unwrap().to_string();
    let rows = server.get(path).await.data();
    rows.as_array().unwrap().iter().map(|row| key(row).trim_matches('"').to_owned()).collect()
}

/// The rows that a filter lets through are the loaded ones that fulfil the condition.
#[track_caller]
fn check(filtered: &[String], all: &Value, holds: impl Fn(&Value) -> bool) {
    let wanted: Vec<_> = all.as_array().unwrap().iter().filter(|row| holds(row)).collect();
    assert!(!wanted.is_empty() && wanted.len() < all.as_array().unwrap().len(), "a filter that filters");
    let key = |row: &Value| row.get("code").or_else(|| row.get("map_id")).unwrap().to_string();
    let wanted: Vec<_> = wanted.into_iter().map(|row| key(row).trim_matches('"').to_owned()).collect();
    assert_eq!(filtered, wanted);
}

#[tokio::test]
async fn items_are_filtered_by_every_parameter_of_the_spec() {
    let server = Server::start();
    let all = server.get("/items?size=10000").await.data();
    let some = async |filter: &str| codes(&server, &format!("/items?size=10000&{filter}")).await;
    let level = |item: &Value| item["level"].as_u64().unwrap();
    let crafted_of = |item: &Value, code: &str| {
        item["craft"]["items"].as_array().into_iter().flatten().any(|item| item["code"] == code)
    };
    check(&some("name=cOPPER").await, &all, |item| {
        item["name"].as_str().unwrap().to_lowercase().contains("copper")
    });
    check(&some("min_level=5&max_level=9").await, &all, |item| (5..=9).contains(&level(item)));
    check(&some("type=weapon").await, &all, |item| item["type"] == "weapon");
    check(&some("craft_skill=cooking").await, &all, |item| item["craft"]["skill"] == "cooking");
    check(&some("craft_material=copper_bar").await, &all, |item| crafted_of(item, "copper_bar"));
}

#[tokio::test]
async fn monsters_and_resources_are_filtered_by_every_parameter_of_the_spec() {
    let server = Server::start();
    let drops =
        |row: &Value, code: &str| row["drops"].as_array().unwrap().iter().any(|drop| drop["code"] == code);
    let level = |row: &Value| row["level"].as_u64().unwrap();
    let all = server.get("/monsters").await.data();
    let some = async |filter: &str| codes(&server, &format!("/monsters?{filter}")).await;
    check(&some("drop=feather").await, &all, |row| drops(row, "feather"));
    check(&some("name=chick").await, &all, |row| row["code"] == "chicken");
    check(&some("max_level=2").await, &all, |row| level(row) <= 2);
    let all = server.get("/resources").await.data();
    let some = async |filter: &str| codes(&server, &format!("/resources?{filter}")).await;
    check(&some("skill=mining").await, &all, |row| row["skill"] == "mining");
    check(&some("drop=copper_ore").await, &all, |row| drops(row, "copper_ore"));
    check(&some("min_level=5").await, &all, |row| level(row) >= 5);
}

#[tokio::test]
async fn maps_are_filtered_by_every_parameter_of_the_spec() {
    let server = Server::start();
    let all = server.get("/maps?size=10000").await.data();
    let some = async |filter: &str| codes(&server, &format!("/maps{filter}size=10000")).await;
    let content = |tile: &Value, field: &str| tile["interactions"]["content"][field].clone();
    check(&some("?layer=underground&").await, &all, |tile| tile["layer"] == "underground");
    check(&some("/underground?").await, &all, |tile| tile["layer"] == "underground");
    check(&some("?content_type=workshop&").await, &all, |tile| content(tile, "type") == "workshop");
    check(&some("?content_code=chicken&").await, &all, |tile| content(tile, "code") == "chicken");
    check(&some("?hide_blocked_maps=true&").await, &all, |tile| tile["access"]["type"] != "blocked");
    check(&some("?transition=true&").await, &all, |tile| !tile["interactions"]["transition"].is_null());
    check(&some("?transition=false&").await, &all, |tile| tile["interactions"]["transition"].is_null());
    assert_eq!(some("?hide_event=true&").await.len(), all.as_array().unwrap().len());
    assert_eq!(server.get("/maps?layer=attic").await.error()["code"], 422);
    assert_eq!(server.get("/maps?transition=perhaps").await.error()["code"], 422);
}

#[tokio::test]
async fn raw_lists_are_filtered_by_every_parameter_of_the_spec() {
    let server = Server::start();
    let any = |row: &Value, list: &str, field: &str, wanted: &str| {
        row[list].as_array().unwrap().iter().any(|entry| entry[field] == wanted)
    };
    let all = server.get("/npcs/details").await.data();
    let some = async |filter: &str| codes(&server, filter).await;
    check(&some("/npcs/details?type=merchant").await, &all, |npc| npc["type"] == "merchant");
    check(&some("/npcs/details?currency=tasks_coin").await, &all, |npc| {
        any(npc, "items", "currency", "tasks_coin")
    });
    check(&some("/npcs/details?item=apple").await, &all, |npc| any(npc, "items", "code", "apple"));
    check(&some("/npcs/details?name=village").await, &all, |npc| npc["code"] == "village_merchant");
    let all = server.get("/npcs/items?size=100").await.data();
    check(&some("/npcs/items/village_merchant").await, &all, |item| item["npc"] == "village_merchant");
    check(&some("/npcs/items?npc=village_merchant").await, &all, |item| item["npc"] == "village_merchant");
    check(&some("/npcs/items?code=apple").await, &all, |item| item["code"] == "apple");
    check(&some("/npcs/items?currency=tasks_coin").await, &all, |item| item["currency"] == "tasks_coin");
    let all = server.get("/tasks/list?size=100").await.data();
    check(&some("/tasks/list?type=monsters").await, &all, |task| task["type"] == "monsters");
    check(&some("/tasks/list?skill=cooking").await, &all, |task| task["skill"] == "cooking");
    check(&some("/tasks/list?max_level=1").await, &all, |task| task["level"] == 1);
    let all = server.get("/achievements").await.data();
    check(&some("/achievements?type=gathering").await, &all, |row| {
        any(row, "objectives", "type", "gathering")
    });
    let all = server.get("/events").await.data();
    check(&some("/events?type=monster").await, &all, |event| event["content"]["type"] == "monster");
}

#[tokio::test]
async fn every_entry_of_a_list_can_be_asked_for_alone() {
    let server = Server::start();
    for list in [
        "/items",
        "/monsters",
        "/resources",
        "/npcs/details",
        "/effects",
        "/tasks/list",
        "/tasks/rewards",
        "/achievements",
    ] {
        let rows = server.get(list).await.data();
        let row = rows.as_array().unwrap().last().unwrap();
        let path = format!("{list}/{}", row["code"].as_str().unwrap());
        assert_eq!(server.get(&path).await.data(), *row, "{path}");
        let missing = server.get(&format!("{list}/no_such_code")).await.error();
        assert!(missing["message"].as_str().unwrap().ends_with("not found."), "{missing}");
    }
    assert_eq!(server.get("/raids/no_such_code").await.error()["code"], 404);
    assert_eq!(server.get("/npcs/items/no_such_code").await.error()["code"], 404);
    let tile = server.get("/maps/id/113").await.data();
    assert_eq!(server.get("/maps/overworld/0/0").await.data(), tile);
    assert_eq!(server.get("/maps/overworld/99/0").await.error()["code"], 404);
}

#[tokio::test]
async fn a_seasons_lists_are_served_as_they_were_loaded() {
    let Some(folder) = reference("data") else { return };
    let server = Server::with(sandbox::SandboxConfig {
        world: sandbox::WorldSource::Dir(folder.clone()),
        ..crate::support::config()
    });
    for (path, file, rows) in [
        ("/maps", "maps.json", 1428),
        ("/items", "items.json", 524),
        ("/monsters", "monsters.json", 58),
        ("/resources", "resources.json", 26),
        ("/npcs/details", "npcs.json", 13),
        ("/npcs/items", "npc_items.json", 107),
        ("/effects", "effects.json", 60),
        ("/tasks/list", "tasks.json", 85),
        ("/tasks/rewards", "tasks_rewards.json", 12),
        ("/events", "events.json", 20),
        ("/achievements", "achievements.json", 91),
        ("/raids", "raids.json", 2),
    ] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let mut loaded: Vec<Value> = serde_json::from_str(&text).unwrap();
        let mut served = server.get(&format!("{path}?size=10000")).await.data();
        let served = served.as_array_mut().unwrap();
        for list in [&mut loaded, served] {
            list.sort_by_key(|row| (row["map_id"].as_u64(), row["code"].to_string(), row["npc"].to_string()));
        }
        assert_eq!(served.len(), rows, "{path}");
        for (served, loaded) in served.iter().zip(&loaded) {
            // When a raid opens next is the clock's matter.
            for (field, value) in
                loaded.as_object().unwrap().iter().filter(|(field, _)| *field != "next_start_at")
            {
                assert_eq!(&served[field], value, "{path} {field} of {loaded}");
            }
        }
    }
}
