//! Fights that are only tried out (RULES §7).

use sandbox::SandboxConfig;
use serde_json::{Value, json};

use crate::support::{Answer, Server, config};

async fn simulate(body: Value) -> Answer {
    let server = Server::with(SandboxConfig { members: true, ..config() });
    server.post("/simulation/fight", body).await
}

fn hero(level: u32) -> Value {
    json!({"level": level, "weapon_slot": "copper_dagger", "helmet_slot": "", "shield_slot": null,
           "utility1_slot": "sunflower_tonic", "utility1_slot_quantity": 3})
}

#[tokio::test]
async fn a_strong_hero_wins_every_time() {
    let told =
        simulate(json!({"characters": [hero(20)], "monster": "chicken", "iterations": 10})).await.data();
    assert_eq!((&told["wins"], &told["losses"], &told["winrate"]), (&json!(10), &json!(0), &json!(100.0)));
    let fight = &told["results"][9];
    assert_eq!((&fight["result"], fight["logs"].as_array().unwrap().is_empty()), (&json!("win"), false));
    let hero = &fight["character_results"][0];
    assert_eq!((&hero["utility1_slot_quantity"], &hero["utility2_slot_quantity"]), (&json!(3), &Value::Null));
}

#[tokio::test]
async fn a_party_can_try_a_boss_and_nobody_else() {
    let party = json!([hero(1), hero(1), hero(1)]);
    let told = simulate(json!({"characters": party, "monster": "crypt_lord", "iterations": 2})).await.data();
    assert_eq!(
        (&told["losses"], told["results"][0]["character_results"].as_array().unwrap().len()),
        (&json!(2), 3)
    );
    let refused = simulate(json!({"characters": party, "monster": "chicken", "iterations": 1})).await;
    assert_eq!(refused.status, 486);
}

#[tokio::test]
async fn what_is_wrong_with_it_is_told() {
    let of = |characters: Value, monster: &str, iterations: u32| json!({"characters": characters, "monster": monster, "iterations": iterations});
    assert_eq!(simulate(of(json!([hero(1)]), "phoenix", 1)).await.status, 404);
    assert_eq!(
        simulate(of(json!([{"level": 1, "weapon_slot": "excalibur"}]), "chicken", 1)).await.status,
        404
    );
    let problems =
        simulate(of(json!([{"level": 51, "utility2_slot_quantity": 101}]), "a b", 101)).await.error();
    assert_eq!(problems["code"], 422);
    let fields: Vec<_> = problems["data"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        fields,
        ["characters.0.level", "characters.0.utility2_slot_quantity", "iterations", "monster"]
    );
    let body = of(json!([hero(1)]), "chicken", 1);
    assert_eq!(Server::start().post("/simulation/fight", body).await.status, 451);
}
