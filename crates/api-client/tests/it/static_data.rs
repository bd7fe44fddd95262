//! Static data is read into `game::data` as it comes, and what a later season added is set aside.

use api_client::{
    Bucket, Call, StaticPage,
    calls::{GetRows, GetStatic, StaticList, StaticTable},
};
use game::data::{Achievement, Drop, GameMap, Item, ItemType, Monster, Npc, NpcItem, Resource, TaskFull};
use serde_json::{Value, json};

use crate::support::{ok, reference};

fn read<T: StaticList>(entries: Value) -> StaticPage<T> {
    let total = entries.as_array().unwrap().len();
    let body = json!({"data": entries, "total": total, "page": 1, "size": 10_000, "pages": 1});
    ok(&GetStatic::<T>::page(1, StaticPage::<T>::MAX_SIZE), &body).unwrap()
}

#[test]
fn pages_are_asked_for_by_list_and_maps_without_events() {
    let request = GetStatic::<Item>::page(2, 500).request();
    assert_eq!((request.bucket(), request.to_string()), (Bucket::Data, "GET /items?page=2&size=500".into()));
    let line = GetStatic::<GameMap>::page(1, 9).request().to_string();
    assert_eq!(line, "GET /maps?hide_event=true&page=1&size=9");
}

fn resource(code: &str, skill: &str) -> Value {
    json!({"name": "Rocks", "code": code, "skill": skill, "level": 1, "drops": []})
}

#[test]
fn an_entry_with_an_impossible_word_is_set_aside_and_named() {
    let page: StaticPage<Resource> = read(json!([
        resource("copper_rocks", "mining"),
        resource("grave", "necromancy"),
        resource("a rock", "mining"),
    ]));
    let codes: Vec<_> = page.page.entries.iter().map(|resource| resource.code.as_str()).collect();
    assert_eq!(codes, ["copper_rocks"]);
    let errors: Vec<_> = page.unreadable.iter().map(ToString::to_string).collect();
    assert!(errors[0].starts_with("field `data[1].skill`: unknown variant `necromancy`"), "{errors:?}");
    assert!(
        errors[1].starts_with("field `data[2].code`: `a rock` is not a valid resource code"),
        "{errors:?}"
    );
}

#[test]
fn an_item_of_an_unknown_kind_is_kept_with_its_kind() {
    let page: StaticPage<Item> = read(json!([{
        "name": "Top hat", "code": "top_hat", "level": 1, "type": "hat", "subtype": "", "description": "",
        "tradeable": false, "conditions": [], "effects": [], "craft": null, "recyclable": false,
    }]));
    assert_eq!(page.page.entries[0].kind, ItemType::Other("hat".into()));
}

#[test]
fn rows_are_kept_with_all_that_they_have() {
    let row = json!({"code": "grave", "skill": "necromancy", "depth": 6});
    let body = json!({"data": [row], "total": 1, "page": 1, "size": 10_000, "pages": 1});
    let resources = StaticTable::ALL.into_iter().find(|table| table.name == "resources").unwrap();
    let call = GetRows { table: resources, page: 1 };
    assert_eq!(call.request().to_string(), "GET /resources?page=1&size=10000");
    assert_eq!(ok(&call, &body).unwrap().entries, [row]);
}

fn check_reference<T: StaticList>(file: &str) {
    let Some(data) = reference(&format!("data/{file}")) else { return };
    let total = data.as_array().unwrap().len();
    let page: StaticPage<T> = read(data);
    assert_eq!((page.page.entries.len(), page.unreadable), (total, vec![]), "{file}");
}

#[test]
fn a_whole_season_is_readable() {
    check_reference::<Item>("items.json");
    check_reference::<Monster>("monsters.json");
    check_reference::<Resource>("resources.json");
    check_reference::<GameMap>("maps.json");
    check_reference::<Npc>("npcs.json");
    check_reference::<NpcItem>("npc_items.json");
    check_reference::<TaskFull>("tasks.json");
    check_reference::<Achievement>("achievements.json");
    check_reference::<Drop>("tasks_rewards.json");
}
