//! Every request against the game's own OpenAPI document: path, method, query and body exist there.

use api_client::{
    Call, Request,
    calls::{
        Act, CreateCharacter, GetAccount, GetAchievements, GetActiveEvents, GetBank, GetBankItems,
        GetCharacter, GetLogs, GetMyCharacters, GetMyOrders, GetOrders, GetPendingItems, GetRaids, GetRates,
        GetSales, GetStatic, GetStatus,
    },
};
use game::{
    CharacterName,
    data::{Achievement, Drop, Event, GameMap, Item, Monster, Npc, NpcItem, Resource, TaskFull},
};
use serde_json::Value;

use crate::{
    actions,
    support::{client, id, reference, token},
};

fn every_request() -> Vec<Request> {
    let (token, ana) = (&token(), &id::<CharacterName>("Ana"));
    let actions = actions::all().into_iter();
    let mut requests: Vec<_> =
        actions.map(|(action, ..)| Act { token, character: ana, action: &action }.request()).collect();
    requests.extend([
        CreateCharacter { token, name: ana, skin: "men1" }.request(),
        GetAccount { token }.request(),
        GetAchievements { account: &id("team"), page: 1 }.request(),
        GetActiveEvents.request(),
        GetBank { token }.request(),
        GetBankItems { token, page: 1 }.request(),
        GetCharacter { character: ana }.request(),
        GetLogs { token, character: ana, page: 1, size: 1 }.request(),
        GetMyCharacters { token }.request(),
        GetMyOrders { token, page: 1 }.request(),
        GetOrders { code: Some(&id("egg")), page: 1 }.request(),
        GetOrders { code: None, page: 1 }.request(),
        GetSales { code: &id("egg") }.request(),
        GetPendingItems { token, page: 1 }.request(),
        GetRaids.request(),
        GetRates { token }.request(),
        GetStatic::<Item>::page(1, 1).request(),
        GetStatic::<Monster>::page(1, 1).request(),
        GetStatic::<Resource>::page(1, 1).request(),
        GetStatic::<GameMap>::page(1, 1).request(),
        GetStatic::<Npc>::page(1, 1).request(),
        GetStatic::<NpcItem>::page(1, 1).request(),
        GetStatic::<TaskFull>::page(1, 1).request(),
        GetStatic::<Achievement>::page(1, 1).request(),
        GetStatic::<Event>::page(1, 1).request(),
        GetStatic::<Drop>::page(1, 1).request(),
        GetStatus.request(),
    ]);
    requests
}

/// The operation of a path with `Ana` for its name, `team` for its account and `egg` for its code.
fn operation<'a>(spec: &'a Value, method: &str, path: &str) -> &'a Value {
    let named = path.replace("/Ana", "/{name}").replace("/team", "/{account}");
    let template = named.replace("/egg", "/{code}").replace(actions::ID, "{id}");
    let operation = &spec["paths"][&template][method.to_lowercase()];
    assert!(operation.is_object(), "{method} {template} is not in the spec");
    operation
}

fn resolve<'a>(spec: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => spec.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

/// Every key that is sent exists, every key that is required is sent.
#[track_caller]
fn check_body(spec: &Value, schema: &Value, sent: &Value) {
    let schema = resolve(spec, schema);
    if let Some(entries) = sent.as_array() {
        return entries.iter().for_each(|entry| check_body(spec, &schema["items"], entry));
    }
    let sent = sent.as_object().unwrap();
    for key in sent.keys() {
        assert!(schema["properties"][key].is_object(), "`{key}` is not in {schema}");
    }
    for key in schema["required"].as_array().into_iter().flatten() {
        assert!(sent.contains_key(key.as_str().unwrap()), "{key} is missing in {sent:?}");
    }
}

#[test]
fn every_request_is_one_that_the_games_spec_knows() {
    let Some(spec) = reference("openapi.json") else { return };
    for request in every_request() {
        let http = client("http://x").encode(&request);
        let operation = operation(&spec, http.method().as_str(), http.uri().path());
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        assert_eq!(http.body().is_empty(), schema.is_null(), "{request}");
        if !http.body().is_empty() {
            check_body(&spec, schema, &serde_json::from_slice(http.body()).unwrap());
        }
        for pair in http.uri().query().iter().flat_map(|query| query.split('&')) {
            let (key, _) = pair.split_once('=').unwrap();
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(parameters.iter().any(|parameter| parameter["name"] == key), "{request}");
        }
        assert_eq!(
            http.headers().contains_key("authorization"),
            operation["security"].is_array(),
            "{request}"
        );
    }
}
