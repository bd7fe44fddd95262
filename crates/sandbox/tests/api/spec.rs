//! Replies against the game's own spec: the same fields, no more and no fewer, and readable as `api-types`.

mod schema;

use api_types as wire;
use game::data as noun;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::support::{Server, carried, reference};
use schema::Spec;

const SELL_ORDER: &str = "0000000000000000000000a1";
const BUY_ORDER: &str = "0000000000000000000000a2";

/// Every GET with the path of the spec that it answers.
const READS: [(&str, &str); 53] = [
    ("/", "/"),
    ("/my/details", "/my/details"),
    ("/my/characters", "/my/characters"),
    ("/my/bank", "/my/bank"),
    ("/my/bank/items", "/my/bank/items"),
    ("/my/pending_items", "/my/pending_items"),
    ("/accounts/{account}/achievements", "/accounts/demo/achievements"),
    ("/my/grandexchange/orders", "/my/grandexchange/orders"),
    ("/my/grandexchange/history", "/my/grandexchange/history"),
    ("/grandexchange/orders", "/grandexchange/orders"),
    ("/grandexchange/history/{code}", "/grandexchange/history/egg"),
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
    ("/raids/{code}", "/raids/wyrm_in_the_cinders"),
    ("/accounts/{account}", "/accounts/demo"),
    ("/my/purchase_history", "/my/purchase_history"),
    ("/my/gems_history", "/my/gems_history"),
    ("/badges", "/badges"),
    ("/badges/{code}", "/badges/settler"),
    ("/skins", "/skins"),
    ("/skins/{code}", "/skins/men1"),
    ("/season_rewards", "/season_rewards"),
    ("/leaderboard/characters", "/leaderboard/characters"),
    ("/leaderboard/accounts", "/leaderboard/accounts"),
    ("/gems_shop/", "/gems_shop/"),
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
        let is_live =
            ["/characters", "/grandexchange", "/leaderboard"].iter().any(|live| path.starts_with(live));
        let size = if is_live { 100 } else { 10_000 };
        spec.check("get", template, &server.get(&format!("{path}?size={size}")).await.body);
    }
}

#[tokio::test]
async fn what_comes_and_goes_has_exactly_the_fields_of_the_spec() {
    let Some(spec) = reference("openapi.json") else { return };
    let (spec, server) = (Spec::read(&spec), crate::events::hen_fair());
    let event = server.post("/sandbox/spawn_event", json!({"code": "hens"})).await.body;
    spec.check("post", "/gems_shop/spawn_event", &event);
    spec.check("get", "/events/active", &server.get("/events/active").await.body);
    spec.check("get", "/events", &server.get("/events").await.body);
    let server = crate::raids::during_the_siege().await;
    let fought = server.acted("fight", json!({"participants": ["Bo1"]})).await;
    spec.check("post", "/my/{name}/action/fight", &json!({ "data": fought }));
    for (template, path) in [
        ("/raids", "/raids"),
        ("/raids/{code}", "/raids/siege"),
        ("/raids/{code}/leaderboard", "/raids/siege/leaderboard"),
    ] {
        spec.check("get", template, &server.get(path).await.body);
    }
}

#[tokio::test]
async fn every_action_has_exactly_the_fields_of_the_spec() {
    let Some(spec) = reference("openapi.json") else { return };
    let spec = Spec::read(&spec);
    for (action, reply) in every_action().await {
        spec.check("post", &format!("/my/{{name}}/action/{action}"), &json!({ "data": reply }));
    }
}

#[tokio::test]
async fn replies_survive_being_read_as_wire_types() {
    let server = Server::start();
    for (action, reply) in every_action().await {
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
            "bank/buy_expansion" => same::<wire::action::bank::BankExpansionData>(&reply),
            "recycling" => same::<wire::action::skill::RecyclingData>(&reply),
            "npc/buy" | "npc/sell" => same::<wire::action::npc::NpcTradeData>(&reply),
            "task/new" => same::<wire::action::task::TaskData>(&reply),
            "task/trade" => same::<wire::action::task::TaskTradeData>(&reply),
            "task/cancel" => same::<wire::action::task::TaskCancelledData>(&reply),
            "task/complete" | "task/exchange" => same::<wire::action::task::RewardData>(&reply),
            "claim_item/{id}" => same::<wire::action::item::ClaimPendingItemData>(&reply),
            "grandexchange/create_sell_order" | "grandexchange/create_buy_order" => {
                same::<wire::action::exchange::GeCreateOrderData>(&reply);
            }
            "grandexchange/buy" | "grandexchange/fill" | "grandexchange/cancel" => {
                same::<wire::action::exchange::GeTransactionData>(&reply);
            }
            "change_skin" => same::<wire::action::identity::ChangeSkinData>(&reply),
            "rename" => same::<wire::action::identity::RenameData>(&reply),
            "delete" => same::<wire::action::item::DeleteItemData>(&reply),
            "give/gold" => same::<wire::action::give::GiveGoldData>(&reply),
            "give/item" => same::<wire::action::give::GiveItemsData>(&reply),
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
    same::<wire::Page<wire::AccountAchievement>>(&server.get("/accounts/demo/achievements").await.body);
    same::<wire::Page<wire::PendingItem>>(&server.get("/my/pending_items").await.body);
    same::<wire::ErrorBody>(&server.get("/items?size=0").await.body);
}

/// Reading as `T` and writing again loses and adds nothing.
#[track_caller]
fn same<T: DeserializeOwned + Serialize>(body: &Value) {
    let read: T = serde_json::from_value(body.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), *body);
}

/// Lets Ana do everything once.
async fn every_action() -> Vec<(&'static str, Value)> {
    let mut replies = with_bare_hands(&Server::start()).await;
    let server = Server::with_purse(
        10_000,
        &[("copper_dagger", 3), ("apple", 9), ("tasks_coin", 7)],
        |state| {
            let order = |id: &str, kind: &str| {
                json!({"id": id, "type": kind, "account": "stranger", "code": "apple", "quantity": 2, "price": 3,
                   "created_at": "2026-07-25T17:00:00Z"})
            };
            state["world"]["exchange"]["orders"] =
                json!({SELL_ORDER: order(SELL_ORDER, "sell"), BUY_ORDER: order(BUY_ORDER, "buy")});
        },
    );
    replies.extend(with_a_purse(&server).await);
    replies.extend(with_a_task().await);
    replies.extend(with_a_reward().await);
    replies.extend(as_a_member().await);
    replies
}

/// Everything that costs gold or asks for company.
async fn with_a_purse(server: &Server) -> Vec<(&'static str, Value)> {
    let mut replies = Vec::new();
    let mut act = async |action: &'static str, body: Value| {
        replies.push((action, server.acted(action, body).await));
    };
    act("give/gold", json!({"quantity": 7, "character": "Bo1"})).await;
    act("give/item", json!({"items": [{"code": "apple", "quantity": 2}], "character": "Bo1"})).await;
    act("delete", json!({"code": "apple", "quantity": 1})).await;
    act("change_skin", json!({"skin": "women1"})).await;
    server.go_to("grand_exchange", "grand_exchange").await;
    act("grandexchange/create_sell_order", json!({"code": "apple", "quantity": 1, "price": 5})).await;
    act("grandexchange/create_buy_order", json!({"code": "egg", "quantity": 2, "price": 5})).await;
    act("grandexchange/buy", json!({"id": SELL_ORDER, "quantity": 1})).await;
    act("grandexchange/fill", json!({"id": BUY_ORDER, "quantity": 1})).await;
    let own = server.get("/my/grandexchange/orders").await.data()[0]["id"].clone();
    act("grandexchange/cancel", json!({"id": own})).await;
    server.go_to("npc", "village_merchant").await;
    act("npc/buy", json!({"code": "copper_ore", "quantity": 20})).await;
    act("npc/sell", json!({"code": "copper_ore", "quantity": 1})).await;
    server.go_to("tasks_master", "items").await;
    act("task/new", json!(null)).await;
    act("task/cancel", json!(null)).await;
    act("task/exchange", json!(null)).await;
    server.go_to("workshop", "weaponcrafting").await;
    act("recycling", json!({"code": "copper_dagger"})).await;
    act("recycling", json!({"code": "copper_dagger", "quantity": 2, "enhanced": true})).await;
    server.go_to("bank", "bank").await;
    act("bank/buy_expansion", json!(null)).await;
    replies
}

/// Doing a task to its end.
async fn with_a_task() -> Vec<(&'static str, Value)> {
    let server = Server::with_purse(0, &[("copper_ore", 5)], |state| {
        let task = json!({"code": "copper_ore", "kind": "items", "progress": 0, "total": 5});
        state["world"]["characters"]["Ana"]["task"] = task;
    });
    server.go_to("tasks_master", "items").await;
    let traded = server.acted("task/trade", json!({"code": "copper_ore", "quantity": 5})).await;
    vec![("task/trade", traded), ("task/complete", server.acted("task/complete", json!(null)).await)]
}

/// Claiming the reward of an achievement.
async fn with_a_reward() -> Vec<(&'static str, Value)> {
    let server = Server::with_purse(0, &[("cooked_gudgeon", 30)], |_| {});
    server.acted("use", json!({"code": "cooked_gudgeon", "quantity": 30})).await;
    let waiting = server.get("/my/pending_items").await.data()[0].clone();
    let path = format!("claim_item/{}", waiting["id"].as_str().unwrap());
    vec![("claim_item/{id}", server.acted(&path, json!(null)).await)]
}

/// Taking another name.
async fn as_a_member() -> Vec<(&'static str, Value)> {
    let server =
        Server::with_purse(0, &[], |state| state["world"]["accounts"]["demo"]["member"] = json!(true));
    vec![("rename", server.acted("rename", json!({"name": "Anna"})).await)]
}

/// Everything that a new character can do.
async fn with_bare_hands(server: &Server) -> Vec<(&'static str, Value)> {
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
