//! Signing up, signing in, and what changes about it (RULES §2).

use http::{HeaderMap, Method};
use serde_json::{Value, json};

use crate::support::Server;

/// A stranger's account, and the header that it signs in with.
async fn stranger() -> (Server, HeaderMap) {
    let server = Server::start();
    let token = server.account("stranger").await;
    (server, token)
}

async fn refused(server: &Server, path: &str, token: &HeaderMap, body: Value) -> Value {
    server.call(Method::POST, path, token, body.to_string()).await.error()["code"].take()
}

/// What was mailed to somebody who forgot the password.
async fn reset_token(server: &Server) -> Value {
    let forgot = json!({"email": "stranger@example.org"});
    assert_eq!(server.post("/accounts/forgot_password", forgot).await.status, 200);
    server.get("/sandbox/control/mail").await.data()[0]["reset_token"].take()
}

#[tokio::test]
async fn code_455_the_password_is_wrong() {
    let (server, _) = stranger().await;
    assert_eq!(server.sign_in("stranger", "wrong").await.error()["code"], 455);
}

#[tokio::test]
async fn code_456_the_name_is_taken() {
    let (server, _) = stranger().await;
    let body = json!({"username": "stranger", "password": "hunter22", "email": "other@example.org"});
    assert_eq!(server.refused("/accounts/create", body).await, 456);
}

#[tokio::test]
async fn code_457_the_address_is_taken() {
    let (server, token) = stranger().await;
    let body = json!({"username": "newcomer", "password": "hunter22", "email": "stranger@example.org"});
    assert_eq!(server.refused("/accounts/create", body).await, 457);
    server.account("newcomer").await;
    let body = json!({"current_email": "stranger@example.org", "new_email": "newcomer@example.org"});
    assert_eq!(refused(&server, "/my/change_email", &token, body).await, 457);
}

#[tokio::test]
async fn code_458_the_new_password_is_the_old_one() {
    let (server, token) = stranger().await;
    let body = json!({"current_password": "hunter22", "new_password": "hunter22"});
    assert_eq!(refused(&server, "/my/change_password", &token, body).await, 458);
}

#[tokio::test]
async fn code_459_the_old_password_is_wrong() {
    let (server, token) = stranger().await;
    let body = json!({"current_password": "wrong", "new_password": "hunter23"});
    assert_eq!(refused(&server, "/my/change_password", &token, body).await, 459);
}

#[tokio::test]
async fn code_463_the_new_address_is_the_old_one() {
    let (server, token) = stranger().await;
    let body = json!({"current_email": "stranger@example.org", "new_email": "Stranger@example.org"});
    assert_eq!(refused(&server, "/my/change_email", &token, body).await, 463);
}

#[tokio::test]
async fn code_560_nobody_was_mailed_this_reset_token() {
    let body = json!({"token": "guess", "new_password": "hunter23"});
    assert_eq!(Server::start().refused("/accounts/reset_password", body).await, 560);
}

#[tokio::test]
async fn code_561_the_reset_token_has_expired() {
    let (server, _) = stranger().await;
    let body = json!({"token": reset_token(&server).await, "new_password": "hunter23"});
    server.advance(3_600_000);
    assert_eq!(server.refused("/accounts/reset_password", body).await, 561);
}

#[tokio::test]
async fn code_562_the_reset_token_was_used() {
    let (server, _) = stranger().await;
    let body = json!({"token": reset_token(&server).await, "new_password": "hunter23"});
    assert_eq!(server.post("/accounts/reset_password", body.clone()).await.status, 200);
    assert_eq!(server.refused("/accounts/reset_password", body).await, 562);
    assert_eq!(server.sign_in("stranger", "hunter23").await.status, 200);
}
