//! Replies against the game's own spec: the same fields, no more and no fewer, and readable as `api-types`.

mod schema;

use api_types as wire;
use game::data as noun;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::support::{Server, carried, reference};
use schema::Spec;

/// Every GET with the path of the spec that it answers.
const READS: [(&str, &str); 35] = [
    ("/", "/"),
    ("/my/details", "/my/details"),
    ("/my/characters", "/my/characters"),
    ("/my/bank", "/my/bank"),
    ("/my/bank/items", "/my/bank/items"),
    ("/my/logs", "/my/logs"),
    ("/my/logs/{name}", "/my/logs/Ana"),
    ("/my/rates", "/my/rates"),
    ("/characters/{name}", "/characters/Ana"),
    ("/characters/active", "/characters/active"),
    ("/accounts/{account}/characters", "/accounts/demo/characters"),
    ("/items", "/items?size=10000"),
    ("/items/{code}", "/items/copper_bar"),
    ("/monsters", "/monsters"),
    ("/monsters/{code}", "/monsters/chicken"),
    ("/resources", "/resources"),
    ("/resources/{code}", "/resources/ash_tree"),
    ("/maps", "/maps?size=10000"),
    ("/maps/{layer}", "/maps/underground"),
    ("/maps/{layer}/{x}/{y}", "/maps/overworld/0/0"),
    ("/maps/id/{map_id}", "/maps/id/113"),
    ("/npcs/details", "/npcs/details"),
    ("/npcs/details/{code}", "/npcs/details/village_merchant"),
    ("/npcs/items", "/npcs/items"),
    ("/npcs/items/{code}", "/npcs/items/village_merchant"),
    ("/effects", "/effects"),
    ("/effects/{code}", "/effects/heal"),
    ("/tasks/list", "/tasks/list"),
    ("/tasks/list/{code}", "/tasks/list/chicken"),
    ("/tasks/rewards", "/tasks/rewards"),
    ("/events", "/events"),
    ("/events/active", "/events/active"),
    ("/achievements", "/achievements"),
    ("/achievements/{code}", "/achievements/empty_coop"),
    ("/raids", "/raids"),
];

#[tokio::test]
async fn every_read_has_exactly_the_fields_of_the_spec() {
    let Some(spec) = reference("openapi.json") else { return };
    let (spec, server) = (Spec::read(&spec), Server::start());
    let limited =
        sandbox::SandboxConfig { rate_limits: sandbox::RateLimits::default(), ..crate::support::config() };
    let rates = Server::with(limited).get("/my/rates").await.body;
    spec.check("get", "/my/rates", &rates);
    for (template, path) in READS {
        let answer = server.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        if template != "/my/rates" {
            spec.check("get", template, &answer.body);
        }
    }
    let refused = server.get("/items?size=0").await.body;
    assert_eq!(schema::keys(&refused["error"]), ["code", "data", "message"]);
}

#[tokio::test]
async fn a_seasons_lists_have_exactly_the_fields_of_the_spec() {
    let (Some(spec), Some(folder)) = (reference("openapi.json"), reference("data")) else { return };
    let world = sandbox::WorldSource::Dir(folder);
    let (spec, server) =
        (Spec::read(&spec), Server::with(sandbox::SandboxConfig { world, ..crate::support::config() }));
    let lists = READS.into_iter().filter(|(template, path)| !template.contains('{') && !path.contains("my"));
    for (template, path) in lists {
        let path = path.split('?').next().unwrap();
        let size = if path.starts_with("/characters") { 100 } else { 10_000 };
        spec.check("get", template, &server.get(&format!("{path}?size={size}")).await.body);
    }
}

#[tokio::test]
async fn every_action_has_exactly_the_fields_of_the_spec() {
    let Some(spec) = reference("openapi.json") else { return };
    let spec = Spec::read(&spec);
    for (action, reply) in every_action(&Server::start()).await {
        spec.check("post", &format!("/my/{{name}}/action/{action}"), &json!({ "data": reply }));
    }
}

#[tokio::test]
async fn replies_survive_being_read_as_wire_types() {
    let server = Server::start();
    for (action, reply) in every_action(&server).await {
        match action {
            "move" => same::<wire::action::movement::MovementData<noun::GameMap>>(&reply),
            "transition" => {
                same::<wire::action::movement::TransitionData<noun::GameMap, noun::Transition>>(&reply);
            }
            "rest" => same::<wire::action::movement::RestData>(&reply),
            "fight" => same::<wire::action::fight::FightData>(&reply),
            "gathering" | "crafting" => same::<wire::action::skill::SkillData>(&reply),
            "equip" | "unequip" => same::<wire::action::equipment::EquipmentData<noun::Item>>(&reply),
            "use" => same::<wire::action::item::UseItemData<noun::Item>>(&reply),
            "bank/deposit/item" | "bank/withdraw/item" => same::<wire::action::bank::BankItemData>(&reply),
            _ => same::<wire::action::bank::BankGoldData>(&reply),
        }
    }
    same::<wire::Page<wire::Log>>(&server.get("/my/logs").await.body);
    same::<wire::Data<wire::Status>>(&server.get("/").await.body);
    same::<wire::Data<wire::RateLimits>>(&server.get("/my/rates").await.body);
    same::<wire::Data<Vec<wire::Character>>>(&server.get("/my/characters").await.body);
    same::<wire::Data<wire::MyAccountDetails>>(&server.get("/my/details").await.body);
    same::<wire::Data<wire::Bank>>(&server.get("/my/bank").await.body);
    same::<wire::Page<wire::ActiveCharacter>>(&server.get("/characters/active").await.body);
    same::<wire::ErrorBody>(&server.get("/items?size=0").await.body);
}

/// Reading as `T` and writing again loses and adds nothing.
#[track_caller]
fn same<T: DeserializeOwned + Serialize>(body: &Value) {
    let read: T = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), *body);
}

/// Lets Ana do everything once.
async fn every_action(server: &Server) -> Vec<(&'static str, Value)> {
    let mut replies = Vec::new();
    let mut act = async |action: &'static str, body: Value| {
        let reply = server.acted(action, body).await;
        replies.push((action, reply.clone()));
        reply
    };
    act("move", json!({"x": 0, "y": 1})).await;
    act("rest", json!(null)).await;
    act("unequip", json!([{"slot": "weapon"}])).await;
    act("equip", json!([{"code": "wooden_stick", "slot": "weapon"}])).await;
    server.go_to("monster", "chicken").await;
    while act("fight", json!(null)).await["characters"][0]["gold"] == 0 {
        server.acted("rest", json!(null)).await;
    }
    server.go_to("resource", "ash_tree").await;
    while carried(&act("gathering", json!(null)).await, "apple") == 0 {}
    act("use", json!({"code": "apple", "quantity": 1})).await;
    while carried(&server.acted("gathering", json!(null)).await, "ash_wood") < 10 {}
    server.go_to("workshop", "woodcutting").await;
    act("crafting", json!({"code": "ash_plank", "quantity": 1})).await;
    server.go_to("bank", "bank").await;
    for way in ["deposit", "withdraw"] {
        let (item, gold) = match way {
            "deposit" => ("bank/deposit/item", "bank/deposit/gold"),
            _ => ("bank/withdraw/item", "bank/withdraw/gold"),
        };
        act(item, json!([{"code": "ash_plank", "quantity": 1}])).await;
        act(gold, json!({"quantity": 1})).await;
    }
    server.acted("move", json!({"map_id": server.way_down().await["map_id"]})).await;
    act("transition", json!(null)).await;
    replies
}
