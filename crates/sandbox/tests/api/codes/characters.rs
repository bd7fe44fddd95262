//! Making and naming characters (RULES §2).

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn code_451_only_members_may_rename() {
    assert_eq!(Server::start().code_of("rename", json!({"name": "Anna"})).await, 451);
}

#[tokio::test]
async fn code_494_the_name_is_in_use() {
    assert_eq!(
        Server::start().refused("/characters/create", json!({"name": "Ana", "skin": "men1"})).await,
        494
    );
}

#[tokio::test]
async fn code_495_five_characters_are_all() {
    let server = Server::start();
    for name in ["Cleo", "Dan", "Eve"] {
        server.post("/characters/create", json!({"name": name, "skin": "men1"})).await.data();
    }
    assert_eq!(server.refused("/characters/create", json!({"name": "Fay", "skin": "men1"})).await, 495);
}

#[tokio::test]
async fn code_498_nobody_of_ones_own_has_this_name() {
    assert_eq!(Server::start().refused("/my/Nobody/action/rest", json!(null)).await, 498);
}

#[tokio::test]
async fn code_550_the_skin_is_not_owned() {
    let server = Server::start();
    assert_eq!(server.code_of("change_skin", json!({"skin": "gladiator"})).await, 550);
    assert_eq!(server.refused("/characters/create", json!({"name": "Cleo", "skin": "gladiator"})).await, 550);
}
