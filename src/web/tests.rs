//! The dashboard's API as a browser or a script sees it, over a company in virtual time.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response, StatusCode},
};
use serde_json::{Value, json};
use test_support::company::{Fault, Setup, TestCompany};
use tower::ServiceExt as _;

use super::*;

mod accounts;
mod alerts;
mod exchange;
mod own_exchange;

const AUTOMATION: &str = "/api/v1/characters/Ana/automation";
const ORDERS: &str = "/api/v1/characters/Ana/orders";
const MINUTE: std::time::Duration = std::time::Duration::from_secs(60);

/// A company at work behind its dashboard.
struct House {
    company: TestCompany,
    router: Router,
}

fn open() -> House {
    open_beside(0)
}

/// The same in a world in which so many others play.
fn open_beside(players: usize) -> House {
    let company = TestCompany::start(Setup { speed: 5.0, players, ..Setup::default() });
    company.run_until(MINUTE, "everybody is there", |company| company.characters().len() == 5);
    let dashboard = company.block_on(async {
        Dashboard::new(
            company.company().clone(),
            "sandbox".to_owned(),
            "http://game.invalid".to_owned(),
            false,
        )
    });
    let hosts = Hosts::new("127.0.0.1:8080".parse().unwrap(), &["callboard.example".to_owned()]);
    House { company, router: router(dashboard, hosts) }
}

impl House {
    fn ask(&self, request: Request<Body>) -> Response<Body> {
        self.company.block_on(self.router.clone().oneshot(request)).unwrap()
    }

    /// The status and the JSON of the answer to a request by a script.
    fn answer(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:8080");
        let request = request.header("content-type", "application/json").body(Body::from(body.to_owned()));
        let response = self.ask(request.unwrap());
        let status = response.status().as_u16();
        let body = self.company.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    /// Checks that an answer is a refusal in our shape.
    fn refuses(&self, (method, path, body): (&str, &str, &str), status: u16, code: &str, words: &str) {
        let (found, reply) = self.answer(method, path, body);
        let error = &reply["error"];
        assert_eq!((found, error["code"].as_str()), (status, Some(code)), "{method} {path}: {reply}");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{method} {path}: {message}");
    }

    fn by(&self, method: &str, host: &str, headers: &[(&str, &str)]) -> StatusCode {
        let mut request = Request::builder().method(method).uri(AUTOMATION).header("host", host);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request.body(Body::empty()).unwrap()).status()
    }
}

#[test]
fn every_refusal_is_json_with_a_code_and_a_sentence() {
    let house = open();
    let large = format!("{{\"strategy\": \"{}\"}}", "x".repeat(BODY));
    house.refuses(("PUT", "/api/v1/characters", ""), 405, "method_not_allowed", "Allow");
    house.refuses(("POST", AUTOMATION, &large), 413, "too_large", "larger");
    house.refuses(("GET", "/api/v1/characters/%ff", ""), 404, "not_found", "%ff");
    house.refuses(("GET", "/api/v1/live", ""), 400, "bad_request", "Connection");
    house.refuses(("GET", "/api/v1/nothing", ""), 404, "not_found", "/api/v1/nothing");
    house.refuses(("POST", AUTOMATION, "{"), 422, "invalid", "JSON");
    let deep = format!("{{\"config\": {}", "[".repeat(200));
    house.refuses(("POST", AUTOMATION, &deep), 422, "invalid", "the body is nested too deeply, at line 1");
    let huge = r#"{"strategy": 1e999}"#;
    house.refuses(("POST", AUTOMATION, huge), 422, "invalid", "a number that is too large, at line 1");
    let many = r#"{"type": "rest", "quantity": 5000000000}"#;
    house.refuses(("POST", ORDERS, many), 422, "invalid", "a whole number from 1 to 1000000000");
    for body in ["[]", "null", "\"gathering\"", "7"] {
        house.refuses(("POST", AUTOMATION, body), 422, "invalid", "the body must be a JSON object");
        house.refuses(("POST", ORDERS, body), 422, "invalid", "the body must be a JSON object");
    }
    house.refuses(("POST", AUTOMATION, r#"{"strategy": "dancing"}"#), 422, "invalid", "dancing");
    for limit in ["0", "-1", "many"] {
        let words = format!("`limit` is {limit}: it must be a whole number from 1 to 500");
        house.refuses(("GET", &format!("/api/v1/log?limit={limit}"), ""), 422, "invalid", &words);
    }
    house.refuses(("GET", "/api/v1/log?colour=red", ""), 422, "invalid", "unknown field `colour`");
    let wrong = r#"{"strategy": "gathering", "config": {"quantity": "many"}}"#;
    house.refuses(("POST", AUTOMATION, wrong), 422, "invalid", "must be a whole number");
}

#[test]
fn a_configuration_is_held_against_the_season_and_every_fault_is_told_with_its_field() {
    let house = open();
    let start = |config: Value| {
        let body = json!({"strategy": "gathering", "config": config}).to_string();
        let (status, reply) = house.answer("POST", AUTOMATION, &body);
        (status, reply["error"].clone())
    };
    let (status, error) = start(json!({"resource": "coper_rocks", "keep": ["copper_ore", "coal_or"]}));
    assert_eq!((status, &error["code"]), (422, &json!("invalid")));
    let words = "`resource`: this season has no resource `coper_rocks`; did you mean `copper_rocks`?";
    assert_eq!(error["details"]["resource"], words);
    assert!(error["details"]["keep[1]"].is_string(), "{error}");
    let (status, error) = start(json!({"loops": "many"}));
    assert_eq!((status, error["details"].as_object().map(|details| details.len())), (422, Some(1)));
    assert_eq!(start(json!({"resource": "copper_rocks"})).0, 200);
}

#[test]
fn a_forecast_begins_where_the_character_is() {
    let house = open();
    let ask = |change: Value| {
        let mut body = json!({"character": "Ana", "strategy": "gathering", "hours": [1]});
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        house.answer("POST", "/api/v1/forecasts", &body.to_string())
    };
    let (status, forecast) = ask(json!({"config": {"resource": "copper_rocks"}}));
    assert_eq!((status, &forecast["data"][0]["hours"]), (200, &json!(1)), "{forecast}");
    assert!(forecast["data"][0]["items"]["copper_ore"].as_f64() > Some(50.0), "{forecast}");
    let (_, ana) = house.answer("GET", "/api/v1/characters/Ana", "");
    assert_eq!(ana["automation"]["strategy"], "gathering", "a forecast starts nothing: {ana}");
    for (change, status, words) in [
        (json!({"character": "Zed"}), 404, "Zed"),
        (json!({"hours": []}), 422, "`hours`"),
        (json!({"hours": [1, 100]}), 422, "`hours`"),
        (json!({"config": {"resource": "coper_rocks"}}), 422, "did you mean `copper_rocks`?"),
    ] {
        let (found, reply) = ask(change);
        let message = reply["error"]["message"].as_str().unwrap_or_default();
        assert!(found == status && message.contains(words), "{found} {reply}");
    }
}

#[test]
fn an_automation_is_paused_resumed_and_wound_down() {
    let house = open();
    let change = |wish: &str| {
        let (status, reply) = house.answer("POST", &format!("{AUTOMATION}/{wish}"), "");
        (status, reply["status"].as_str().or(reply["error"]["code"].as_str()).unwrap_or_default().to_owned())
    };
    assert_eq!(change("resume"), (409, "not_paused".to_owned()));
    assert_eq!(change("pause"), (200, "paused".to_owned()));
    assert_eq!(change("resume"), (200, "running".to_owned()));
    assert_eq!(change("wind-down"), (200, "winding_down".to_owned()));
}

#[test]
fn a_character_is_taken_over_by_an_order_and_handed_back() {
    let house = open();
    let manual = || house.answer("GET", "/api/v1/characters/Ana", "").1["manual"].clone();
    let hand_back = "/api/v1/characters/Ana/hand-back";
    assert_eq!(manual(), Value::Null);
    house.refuses(("POST", hand_back, ""), 409, "not_by_hand", "not played by hand");
    house.refuses(("DELETE", ORDERS, ""), 409, "not_by_hand", "not played by hand");

    let (status, order) = house.answer("POST", ORDERS, r#"{"type": "rest"}"#);
    assert_eq!(
        (status, &order["state"], &order["action"]),
        (202, &json!("queued"), &json!({"type": "rest"}))
    );
    house.company.run_for(MINUTE);
    let orders = manual()["orders"].clone();
    assert_eq!((&orders[0]["id"], &orders[0]["state"]), (&order["id"], &json!("done")), "{orders}");
    assert!(manual()["hand_back_at"].is_string());

    for _ in 0..20 {
        assert_eq!(house.answer("POST", ORDERS, r#"{"type": "gathering"}"#).0, 202);
    }
    house.refuses(("POST", ORDERS, r#"{"type": "rest"}"#), 409, "too_many_orders", "20 orders wait");
    let (status, withdrawn) = house.answer("DELETE", ORDERS, "");
    assert_eq!((status, withdrawn["data"].as_array().map(Vec::len)), (200, Some(20)));
    assert_eq!(house.answer("POST", hand_back, "").0, 204);
    assert_eq!(manual(), Value::Null);
}

#[test]
fn the_time_ledger_tells_where_the_time_went() {
    let house = open();
    house.company.run_for(10 * MINUTE);
    let (status, ledger) = house.answer("GET", "/api/v1/characters/Ana/ledger?hours=1", "");
    assert_eq!((status, &ledger["seconds"][0]["account"]), (200, &json!("acting")), "{ledger}");
    assert!(ledger["utilisation"].as_f64() > Some(0.9), "{ledger}");
    assert_eq!(ledger["hours"][0]["start"], "2026-08-01T06:00:00Z");
    for hours in ["0", "49", "many"] {
        let words = format!("`hours` is {hours}: it must be a whole number from 1 to 48");
        let path = format!("/api/v1/characters/Ana/ledger?hours={hours}");
        house.refuses(("GET", &path, ""), 422, "invalid", &words);
    }
}

#[test]
fn an_order_is_held_against_the_season_and_every_fault_is_told_with_its_field() {
    let house = open();
    let order = r#"{"type": "crafting", "code": "coper_bar", "quantity": 0}"#;
    let (status, reply) = house.answer("POST", ORDERS, order);
    let details = &reply["error"]["details"];
    let words = "`code` is no item of this season: there is no `coper_bar`; did you mean `copper_bar`?";
    assert_eq!((status, &details["code"]), (422, &json!(words)));
    assert_eq!(details["quantity"], "`quantity` must be a whole number from 1 to 1000000000");
    house.refuses(
        ("POST", ORDERS, r#"{"type": "dance"}"#),
        422,
        "invalid",
        "there is no action `dance`; the actions are move, ",
    );
    assert_eq!(house.answer("GET", "/api/v1/characters/Ana", "").1["manual"], Value::Null);
}

#[test]
fn the_season_and_the_details_say_what_an_order_may_name() {
    let house = open();
    let (status, season) = house.answer("GET", "/api/v1/season", "");
    assert_eq!(status, 200, "{season}");
    let find = |list: &str, key: &str, value: Value| {
        let found = season[list].as_array().unwrap().iter().find(|one| one[key] == value).cloned();
        found.unwrap_or_else(|| panic!("no {key} {value} in {list}"))
    };
    assert_eq!(find("items", "code", json!("copper_bar"))["craft_skill"], "mining");
    let rocks = find("places", "code", json!("copper_rocks"));
    assert_eq!(rocks["content"], "resource");
    let (status, details) = house.answer("GET", "/api/v1/characters/Ana/details", "");
    assert_eq!((status, details["map_id"].is_number()), (200, true), "{details}");
    assert_eq!(details["stats"]["initiative"], 100, "{details}");
    assert!(details["stats"]["haste"].is_null(), "what is nought is left out: {details}");
    house.refuses(("GET", "/api/v1/characters/Zed/details", ""), 404, "not_found", "Zed");
}

#[test]
fn a_template_is_started_as_it_is() {
    let house = open();
    let (_, templates) = house.answer("GET", "/api/v1/templates", "");
    let template =
        templates["data"].as_array().unwrap().iter().find(|one| one["name"] == "first_day").unwrap();
    let body = json!({"strategy": template["strategy"], "config": template["config"]}).to_string();
    let (status, run) = house.answer("POST", AUTOMATION, &body);
    assert_eq!((status, run["strategy"].as_str()), (200, Some("workflow")), "{run}");
    house.company.run_for(MINUTE);
    let (_, ana) = house.answer("GET", "/api/v1/characters/Ana", "");
    assert_eq!(ana["automation"]["target"], "copper_rocks", "{ana}");
}

#[test]
fn a_saved_automation_is_checked_as_at_a_start_and_needs_the_database() {
    let house = open();
    let all = "/api/v1/automations";
    let one = format!("{all}/00000000-0000-0000-0000-000000000007");
    let save = |name: &str, config: Value| {
        json!({"name": name, "strategy": "gathering", "config": config}).to_string()
    };
    let wrong = save("copper", json!({"resource": "coper_rocks"}));
    house.refuses(("POST", all, &wrong), 422, "invalid", "did you mean `copper_rocks`?");
    house.refuses(("PUT", &one, &wrong), 422, "invalid", "did you mean `copper_rocks`?");
    for name in [String::new(), " ".to_owned(), "x".repeat(81)] {
        house.refuses(
            ("POST", all, &save(&name, json!({}))),
            422,
            "invalid",
            "`name` must be text of 1 to 80",
        );
    }
    house.refuses(("DELETE", "/api/v1/automations/7", ""), 404, "not_found", "no saved automation `7`");
    house.refuses(("POST", all, &save("copper", json!({}))), 503, "database_away", "database is away");
    house.refuses(("GET", "/api/v1/runs", ""), 503, "database_away", "database is away");
    let words = "the body must name a `strategy`";
    let both = r#"{"strategy": "gathering", "automation_id": "00000000-0000-0000-0000-000000000007"}"#;
    for body in ["{}", both] {
        house.refuses(("POST", AUTOMATION, body), 422, "invalid", words);
    }
    let saved = r#"{"automation_id": "00000000-0000-0000-0000-000000000007"}"#;
    house.refuses(("POST", AUTOMATION, saved), 503, "database_away", "database is away");
}

#[test]
fn of_somebody_who_is_not_there_nothing_else_matters() {
    let house = open();
    let zed = "/api/v1/characters/Zed/automation";
    house.refuses(("POST", zed, r#"{"strategy": "dancing"}"#), 404, "not_found", "Zed");
    house.refuses(("POST", zed, "{"), 404, "not_found", "Zed");
    house.refuses(("DELETE", zed, ""), 404, "not_found", "Zed");
    house.refuses(("GET", "/api/v1/characters/Zed", ""), 404, "not_found", "Zed");
}

#[test]
fn a_page_by_a_foreign_name_reads_and_changes_nothing() {
    let house = open();
    for method in ["GET", "DELETE"] {
        assert_eq!(house.by(method, "evil.example:8080", &[]), 421, "{method}");
    }
    assert_eq!(house.by("DELETE", "127.0.0.1:8080", &[("origin", "http://evil.example")]), 403);
    assert_eq!(
        house.by("GET", "127.0.0.1:8080", &[("origin", "http://evil.example"), ("upgrade", "websocket")]),
        403
    );
    assert_eq!(house.by("DELETE", "localhost:8080", &[("origin", "http://localhost:8080")]), 200);
    assert_eq!(house.by("DELETE", "callboard.example", &[("origin", "https://callboard.example")]), 409);
}

#[test]
fn who_is_not_ready_says_what_is_missing() {
    let house = open();
    house.company.faults().always("/", Fault::NotSent);
    house.company.run_for(MINUTE);
    house.refuses(("GET", "/health/ready", ""), 503, "not_ready", "the game does not answer");
    house.refuses(("GET", "/health/ready", ""), 503, "not_ready", "the database does not answer");
}

#[test]
fn a_rejected_token_is_told_and_tried_again_when_somebody_asks() {
    let house = open();
    house.company.faults().always("/my/", Fault::TOKEN_REJECTED);
    house.company.run_for(6 * MINUTE);
    let words =
        "account demo: the game rejects the account's token (Failed to parse token. Token is invalid.)";
    house.refuses(("GET", "/health/ready", ""), 503, "not_ready", words);
    assert_eq!(house.answer("GET", "/api/v1/status", "").1["accounts"][0]["state"], "rejected");

    house.company.faults().clear();
    assert_eq!(house.answer("POST", "/api/v1/accounts/retry", "").0, 202);
    house.company.run_for(std::time::Duration::from_secs(1));
    assert_eq!(house.answer("GET", "/api/v1/status", "").1["accounts"][0]["state"], "ok");
}

#[test]
fn the_status_tells_what_is_played_how_fast_and_how_much_was_done() {
    let house = open();
    house.company.run_for(2 * MINUTE);
    let (_, status) = house.answer("GET", "/api/v1/status", "");
    assert_eq!((&status["mode"], &status["speed"]), (&json!("sandbox"), &json!(5.0)));
    assert!(status["actions"]["applied"].as_u64() > Some(20), "{status}");
    let (_, ana) = house.answer("GET", "/api/v1/characters/Ana", "");
    assert_eq!(ana["automation"]["target"], "copper_rocks");
}

#[test]
fn events_tell_what_is_on_and_what_the_season_has() {
    let house = open();
    let ask = |path| house.answer("GET", path, "").1;
    let names = ["Foxes at Large", "Glowcap Night", "Peddler's Wagon", "Raiders on the Road", "The Blight"];
    let season = ask("/api/v1/events/season")["data"].clone();
    let told: Vec<_> = season.as_array().unwrap().iter().map(|event| event["name"].clone()).collect();
    assert_eq!(told, names);
    assert_eq!(season[0]["content"]["level"], 7);
    house.company.spawn_event("foxes_at_large");
    house.company.run_for(7 * MINUTE);
    let now = ask("/api/v1/events");
    assert_eq!(now["active"][0]["code"], "foxes_at_large", "{now}");
    assert_eq!(now["raids"][0]["weekdays"], json!(["wednesday", "saturday", "sunday"]), "{now}");
}
