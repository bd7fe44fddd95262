//! The network port against real sockets: what is certain and what is ambiguous.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener},
    sync::Arc,
    thread,
    time::Duration,
};

use api_client::{
    Ambiguity, CallError, Client, ReqwestHttp, SetupError,
    calls::{Act, GetStatus},
};
use game::{Action, CharacterName};
use http::StatusCode;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_string, header, method, path},
};

use crate::support::{id, token};

fn network(base_url: &str, timeout: Duration) -> Client {
    let http = ReqwestHttp::new(timeout).unwrap();
    Client::new(Arc::new(http), &base_url.parse().unwrap()).unwrap()
}

/// How a rest ends that is asked of the server at this address.
async fn rest(base_url: &str, timeout: Duration) -> CallError {
    let (token, ana) = (token(), id::<CharacterName>("Ana"));
    let call = Act { token: &token, character: &ana, action: &Action::Rest };
    network(base_url, timeout).call(&call).await.value.unwrap_err()
}

const LONG: Duration = Duration::from_secs(30);

/// A server that reads the head of one request, answers with these bytes and hangs up.
fn serve_once(answer: &'static str) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let head = BufReader::new(stream.try_clone().unwrap()).lines();
        head.map(Result::unwrap).take_while(|line| !line.is_empty()).for_each(drop);
        stream.write_all(answer.as_bytes()).unwrap();
    });
    address
}

#[track_caller]
fn assert_lost(error: &CallError) {
    assert!(matches!(error, CallError::Ambiguous(Ambiguity::Lost(_))), "{error:?}");
}

#[tokio::test]
async fn nothing_was_sent_when_nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let error = rest(&format!("http://{address}"), LONG).await;
    assert!(matches!(&error, CallError::NotSent(reason) if reason.contains("refused")), "{error:?}");
}

#[tokio::test]
async fn nothing_was_sent_when_the_name_has_no_address() {
    let error = rest("http://game.invalid", LONG).await;
    assert!(matches!(error, CallError::NotSent(_)), "{error:?}");
}

#[tokio::test]
async fn a_server_that_hangs_up_after_reading_may_have_acted() {
    let address = serve_once("");
    assert_lost(&rest(&format!("http://{address}"), LONG).await);
}

#[tokio::test]
async fn a_reply_that_breaks_off_may_belong_to_an_action_that_was_applied() {
    let address = serve_once("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\": {");
    assert_lost(&rest(&format!("http://{address}"), LONG).await);
}

#[tokio::test]
async fn a_timeout_may_belong_to_an_action_that_was_applied() {
    let server = MockServer::start().await;
    let slow = ResponseTemplate::new(200).set_delay(LONG);
    Mock::given(method("POST")).respond_with(slow).mount(&server).await;
    assert_lost(&rest(&server.uri(), Duration::from_millis(50)).await);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let server = MockServer::start().await;
    let away = ResponseTemplate::new(307).insert_header("location", "/elsewhere");
    Mock::given(path("/my/Ana/action/rest")).respond_with(away).expect(1).mount(&server).await;
    let error = rest(&server.uri(), LONG).await;
    let status = StatusCode::TEMPORARY_REDIRECT;
    assert_eq!(error, CallError::Ambiguous(Ambiguity::NotTheGame { status }));
}

#[tokio::test]
async fn a_request_arrives_as_it_was_encoded_and_its_reply_comes_back_with_headers() {
    let server = MockServer::start().await;
    let refused = ResponseTemplate::new(499)
        .insert_header("x-ratelimit-remaining", "9")
        .set_body_string(r#"{"error": {"code": 499, "message": "2.50 seconds remaining."}}"#);
    Mock::given(method("POST"))
        .and(path("/my/Ana/action/move"))
        .and(header("authorization", "Bearer canary.token"))
        .and(header("user-agent", ReqwestHttp::USER_AGENT))
        .and(header("accept-encoding", "gzip"))
        .and(body_string(r#"{"map_id":7}"#))
        .respond_with(refused)
        .expect(1)
        .mount(&server)
        .await;
    let (token, ana) = (token(), id::<CharacterName>("Ana"));
    let action = Action::Move { map_id: game::MapId(7) };
    let call = Act { token: &token, character: &ana, action: &action };
    let reply = network(&server.uri(), LONG).call(&call).await;
    assert_eq!(reply.value, Err(CallError::OnCooldown { remaining: Duration::from_millis(2_500) }));
    assert_eq!(reply.rates.unnamed.unwrap().remaining, 9);
    assert!(reply.server_time.is_some());
}

#[tokio::test]
async fn a_maintenance_page_with_status_200_is_asked_for_again() {
    let server = MockServer::start().await;
    let page = ResponseTemplate::new(200).set_body_string("<html>Back soon.</html>");
    Mock::given(path("/")).respond_with(page).mount(&server).await;
    let error = network(&server.uri(), LONG).call(&GetStatus).await.value.unwrap_err();
    assert!(error.is_transient() && error.may_have_been_applied(), "{error:?}");
}

#[test]
fn an_address_that_is_no_server_is_refused_at_once() {
    let http = Arc::new(ReqwestHttp::new(LONG).unwrap());
    for address in ["mailto:someone@example.org", "ftp://example.org", "unix:/run/game.sock"] {
        let url: url::Url = address.parse().unwrap();
        let error = Client::new(http.clone(), &url).unwrap_err();
        assert_eq!(error, SetupError::InvalidBaseUrl(url));
    }
}
