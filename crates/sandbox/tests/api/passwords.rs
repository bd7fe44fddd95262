//! Passwords and e-mail addresses: changing one's own, and replacing a forgotten password (RULES §2).

use http::Method;
use serde_json::{Value, json};

use crate::support::{Server, TOKEN};

#[tokio::test]
async fn a_new_password_ends_the_token_and_signs_in() {
    let server = Server::start();
    let old = server.account("stranger").await;
    let change = json!({"current_password": "hunter22", "new_password": "hunter23"}).to_string();
    let changed = server.call(Method::POST, "/my/change_password", &old, change).await.body;
    assert_eq!(changed, json!({"message": "Password changed successfully."}));
    assert_eq!(server.sign_in("stranger", "hunter22").await.status, 455);
    let token = server.sign_in("stranger", "hunter23").await.body["token"].take();
    let new = Server::bearer(token.as_str().unwrap());
    assert_eq!(server.call(Method::GET, "/my/bank", &new, String::new()).await.status, 200);
}

#[tokio::test]
async fn the_demo_accounts_token_is_its_password_until_it_takes_another() {
    let server = Server::start();
    let change = json!({"current_password": TOKEN, "new_password": "hunter23"});
    assert_eq!(server.post("/my/change_password", change).await.status, 200);
    assert_eq!(server.get("/my/bank").await.error()["code"], 453);
    assert_eq!(server.sign_in("demo", "hunter23").await.status, 200);
}

#[tokio::test]
async fn a_new_address_signs_in_and_the_old_one_does_not() {
    let server = Server::start();
    let change = json!({"current_email": "demo@sandbox.invalid", "new_email": "ana@example.org"});
    assert_eq!(server.post("/my/change_email", change).await.status, 200);
    assert_eq!(server.get("/my/details").await.data()["email"], "ana@example.org");
    assert_eq!(server.sign_in("ana@example.org", TOKEN).await.status, 200);
    assert_eq!(server.sign_in("demo@sandbox.invalid", TOKEN).await.status, 455);
}

#[tokio::test]
async fn somebody_elses_address_is_not_ones_current_one() {
    let server = Server::start();
    let change = json!({"current_email": "other@example.org", "new_email": "ana@example.org"});
    let refused = server.post("/my/change_email", change).await.error();
    assert_eq!((&refused["code"], refused["data"]["current_email"].is_array()), (&json!(422), true));
}

#[tokio::test]
async fn a_mail_lets_a_forgotten_password_be_replaced() {
    let server = Server::start();
    server.account("stranger").await;
    let forgot =
        async |email: &str| server.post("/accounts/forgot_password", json!({"email": email})).await.body;
    assert_eq!(
        forgot("stranger@example.org").await,
        forgot("nobody@example.org").await,
        "nothing is given away"
    );
    let mail = server.get("/sandbox/control/mail").await.data();
    assert_eq!((mail.as_array().unwrap().len(), &mail[0]["to"]), (1, &json!("stranger@example.org")));
    let reset = json!({"token": mail[0]["reset_token"], "new_password": "hunter23"});
    let answer = server.post("/accounts/reset_password", reset).await.body;
    assert_eq!(answer, json!({"message": "Password has been successfully reset."}));
    assert_eq!(server.sign_in("stranger", "hunter23").await.status, 200);
}

#[tokio::test]
async fn a_bad_new_password_is_a_422_that_names_it() {
    let server = Server::start();
    let fields = async |path: &str, body: Value| server.post(path, body).await.error()["data"].clone();
    let change = json!({"current_password": TOKEN, "new_password": "x y"});
    assert!(fields("/my/change_password", change).await["new_password"].is_array());
    let reset = json!({"token": "guess", "new_password": "x y"});
    assert!(fields("/accounts/reset_password", reset).await["new_password"].is_array());
    assert!(fields("/accounts/forgot_password", json!({"email": "nowhere"})).await["email"].is_array());
}
