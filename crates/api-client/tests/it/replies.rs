//! The calls that are not actions: what they ask for and how their replies read.

use api_client::{
    Bucket, Call, CallError,
    calls::{
        CreateCharacter, GetAccount, GetAchievements, GetBank, GetBankItems, GetCharacter, GetLogs,
        GetMyCharacters, GetMyOrders, GetOrders, GetPendingItems, GetRates, GetSales, GetStatus,
    },
};
use game::{AccountName, AchievementCode, CharacterName};
use serde_json::{Value, json};

use crate::support::{chain, character, client, id, ok, token};

#[track_caller]
fn check_request(call: &impl Call, bucket: Bucket, line: &str, authenticated: bool) {
    let request = call.request();
    assert_eq!((request.bucket(), request.to_string().as_str()), (bucket, line));
    assert_eq!(request.is_read(), line.starts_with("GET"));
    let http = client("http://127.0.0.1:9/sandbox/").encode(&request);
    assert_eq!(http.headers().contains_key("authorization"), authenticated);
    let (_, path) = line.split_once(' ').unwrap();
    assert_eq!(http.uri().to_string(), format!("http://127.0.0.1:9/sandbox{path}"));
}

#[test]
fn characters_are_read_by_account_and_by_name_and_created() {
    let (token, ana) = (token(), id::<CharacterName>("Ana"));
    let mine = GetMyCharacters { token: &token };
    check_request(&mine, Bucket::Data, "GET /my/characters", true);
    assert_eq!(ok(&mine, &json!({"data": [character(), character()]})).unwrap().len(), 2);

    let one = GetCharacter { character: &ana };
    check_request(&one, Bucket::Data, "GET /characters/Ana", false);
    assert_eq!(ok(&one, &json!({"data": character()})).unwrap().name, ana);

    let new = CreateCharacter { token: &token, name: &ana, skin: "men1" };
    check_request(&new, Bucket::Account, "POST /characters/create", true);
    assert_eq!(&client("http://x").encode(&new.request()).body()[..], br#"{"name":"Ana","skin":"men1"}"#);
    assert_eq!(ok(&new, &json!({"data": character()})).unwrap().name, ana);
}

#[test]
fn the_bank_comes_in_two_parts() {
    let token = token();
    let details = GetBank { token: &token };
    check_request(&details, Bucket::Data, "GET /my/bank", true);
    let body = json!({"data": {"slots": 50, "expansions": 1, "next_expansion_cost": 5400, "gold": 123}});
    let mut bank = ok(&details, &body).unwrap();

    let items = GetBankItems { token: &token, page: 2 };
    check_request(&items, Bucket::Data, "GET /my/bank/items?page=2&size=100", true);
    let body =
        json!({"data": [{"code": "egg", "quantity": 3}], "total": 101, "page": 2, "size": 100, "pages": 2});
    let page = ok(&items, &body).unwrap();
    assert!(!page.has_next());
    bank.set_items(&page.entries);
    insta::assert_compact_json_snapshot!(
        bank,
        @r#"{"slots": 50, "expansions": 1, "next_expansion_cost": 5400, "gold": 123, "items": {"egg": 3}}"#
    );
}

#[test]
fn a_bank_with_an_item_that_cannot_be_read_is_not_read_at_all() {
    let token = token();
    let body =
        json!({"data": [{"code": "an egg", "quantity": 3}], "total": 1, "page": 1, "size": 100, "pages": 1});
    let error = ok(&GetBankItems { token: &token, page: 1 }, &body).unwrap_err();
    assert!(
        chain(&error).ends_with("`an egg` is not a valid item code: 1 to 64 letters, digits, `_` or `-`")
    );
}

fn page_of(entry: &Value) -> Value {
    json!({"data": [entry], "total": 1, "page": 1, "size": 100, "pages": 1})
}

#[test]
fn orders_are_read_by_item_and_by_account() {
    let (token, code) = (token(), id("copper_ore"));
    let of_item = GetOrders { code: Some(&code), page: 2 };
    check_request(&of_item, Bucket::Data, "GET /grandexchange/orders?code=copper_ore&page=2&size=100", false);
    let own = GetMyOrders { token: &token, page: 1 };
    check_request(&own, Bucket::Data, "GET /my/grandexchange/orders?page=1&size=100", true);
    let order = json!({"id": "67337920ef441b2c7466d5e8", "type": "sell", "account": null, "code": "copper_ore",
        "quantity": 10, "price": 3, "created_at": "2026-08-01T12:00:00.000Z"});
    let page = ok(&of_item, &page_of(&order)).unwrap();
    assert_eq!(ok(&own, &page_of(&order)).unwrap(), page);
    insta::assert_compact_json_snapshot!(
        page.entries,
        @r#"
    [
      {
        "id": "67337920ef441b2c7466d5e8",
        "type": "sell",
        "account": null,
        "code": "copper_ore",
        "quantity": 10,
        "price": 3,
        "created_at": "2026-08-01T12:00:00Z"
      }
    ]
    "#
    );
    let swap = json!({"id": "67337920ef441b2c7466d5e8", "type": "swap", "account": null, "code": "egg",
        "quantity": 1, "price": 3, "created_at": "2026-08-01T12:00:00.000Z"});
    let error = ok(&own, &page_of(&swap)).unwrap_err();
    assert!(chain(&error).ends_with("`swap` is neither `sell` nor `buy`"), "{}", chain(&error));
}

#[test]
fn all_open_orders_and_the_sales_of_an_item_are_read() {
    let code = id("copper_ore");
    let all = GetOrders { code: None, page: 2 };
    check_request(&all, Bucket::Data, "GET /grandexchange/orders?page=2&size=100", false);
    let sales = GetSales { code: &code };
    check_request(&sales, Bucket::Data, "GET /grandexchange/history/copper_ore?page=1&size=100", false);
    let sale = json!({"order_id": "67337920ef441b2c7466d5e8", "seller": "one", "buyer": "another",
        "code": "copper_ore", "quantity": 6, "price": 3, "sold_at": "2026-08-01T12:05:00.000Z"});
    let read = ok(&sales, &page_of(&sale)).unwrap().entries.remove(0);
    assert_eq!((read.code, read.quantity, read.price), (code, 6, 3));
    assert_eq!((read.seller.as_str(), read.buyer.as_str()), ("one", "another"));
}

#[test]
fn what_waits_for_the_account_is_read() {
    let token = token();
    let call = GetPendingItems { token: &token, page: 1 };
    check_request(&call, Bucket::Data, "GET /my/pending_items?page=1&size=100", true);
    let waiting = json!({"id": "67337920ef441b2c7466d5ea", "account": "team", "source": "grand_exchange",
        "source_id": "67337920ef441b2c7466d5e9", "description": "Bought.", "gold": 0,
        "items": [{"code": "egg", "quantity": 3}], "created_at": "2026-08-01T12:00:00.000Z", "claimed_at": null});
    let page = ok(&call, &page_of(&waiting)).unwrap();
    assert_eq!((page.entries[0].source.as_str(), page.entries[0].items[0].quantity), ("grand_exchange", 3));
}

#[test]
fn how_far_the_account_is_with_its_achievements_is_read() {
    let account = id::<AccountName>("team");
    let call = GetAchievements { account: &account, page: 1 };
    check_request(&call, Bucket::Data, "GET /accounts/team/achievements?page=1&size=100", false);
    let begun = json!({"name": "Proof", "code": "proof", "description": "", "points": 1, "completed_at": null,
        "objectives": [{"type": "combat_kill", "target": "chicken", "progress": 4, "total": 10},
            {"type": "task", "target": null, "progress": null, "total": 1}],
        "rewards": {"gold": 0, "items": null}});
    let page = ok(&call, &page_of(&begun)).unwrap();
    assert_eq!(page.entries, [(id::<AchievementCode>("proof"), vec![4, 0])]);
}

fn log(kind: &str) -> Value {
    json!({
        "character": "Ana", "account": "team", "type": kind, "description": "Ana did something.",
        "content": {"gold": 5}, "cooldown": 3, "cooldown_expiration": null,
        "created_at": "2026-08-02T23:00:08.070Z",
    })
}

#[test]
fn a_log_keeps_words_and_content_that_nobody_knows() {
    let (token, ana) = (token(), id::<CharacterName>("Ana"));
    let call = GetLogs { token: &token, character: &ana, page: 1, size: 20 };
    check_request(&call, Bucket::Data, "GET /my/logs/Ana?page=1&size=20", true);
    let body = json!({"data": [log("deposit_gold"), log("dancing")], "total": 900, "page": 1, "size": 2, "pages": 450});
    let page = ok(&call, &body).unwrap();
    assert!(page.has_next());
    let kinds: Vec<_> = page.entries.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["deposit_gold", "dancing"]);
    assert_eq!(page.entries[0].content["gold"], 5);
    assert_eq!(page.entries[0].created_at.to_string(), "2026-08-02T23:00:08.07Z");
}

#[test]
fn rates_are_read_by_bucket_and_period() {
    let token = token();
    let call = GetRates { token: &token };
    check_request(&call, Bucket::Account, "GET /my/rates", true);
    let window = |limit| json!({"limit": limit, "remaining": 7, "reset": "2026-08-02T23:00:09Z"});
    let body = json!({"data": {
        "account": {"second": window(10), "minute": null, "hour": window(300)},
        "data": {"second": window(10), "minute": window(200), "hour": window(2000), "day": null},
        "action": {"second": window(10), "minute": window(100), "hour": window(5000), "day": null},
        "simulation": {"second": window(1)},
        "assistant": null,
    }});
    let rates = ok(&call, &body).unwrap();
    let told: Vec<_> = Bucket::ALL
        .into_iter()
        .flat_map(|bucket| rates.windows(bucket).map(move |(period, window)| (bucket, period, window)))
        .map(|(bucket, period, window)| format!("{bucket} {}/{period}", window.limit))
        .collect();
    assert_eq!(
        told.join(", "),
        "account 10/second, account 300/hour, data 10/second, data 200/minute, data 2000/hour, \
         action 10/second, action 100/minute, action 5000/hour"
    );
    let (_, window) = rates.windows(Bucket::Action).next().unwrap();
    let seconds = |now: &str| window.reset_in(now.parse().unwrap()).as_secs_f64();
    assert_eq!((seconds("2026-08-02T23:00:08.5Z"), seconds("2026-08-02T23:00:10Z")), (0.5, 0.0));
}

#[test]
fn the_server_tells_its_version_with_and_without_a_season() {
    check_request(&GetStatus, Bucket::Data, "GET /", false);
    let body = |season: Value| {
        json!({"data": {
            "version": "8.2.0", "server_time": "2026-08-02T23:00:08.070Z", "max_level": 50, "max_skill_level": 50,
            "characters_online": 812, "season": season,
            "rate_limits": [{"type": "action", "value": "10/second;100/minute;5000/hour"}],
        }})
    };
    let season = json!({"name": "Season 8", "number": 8, "start_date": null, "rewards": []});
    let status = ok(&GetStatus, &body(season)).unwrap();
    assert_eq!((status.version.as_str(), status.season.as_deref()), ("8.2.0", Some("Season 8")));
    assert_eq!(ok(&GetStatus, &body(Value::Null)).unwrap().season, None);
}

#[test]
fn an_account_tells_whose_token_it_is() -> Result<(), CallError> {
    let token = token();
    let call = GetAccount { token: &token };
    check_request(&call, Bucket::Data, "GET /my/details", true);
    let account = ok(
        &call,
        &json!({"data": {
            "username": "callboard_team", "email": "a@example.org", "member": true,
            "member_expiration": "2026-09-01T00:00:00.000Z", "status": "a rank of a later season", "badges": null,
            "skins": ["sultan"], "gems": 12, "member_token": 0, "achievements_points": 40, "banned": false,
            "ban_reason": null,
        }}),
    )?;
    assert_eq!((account.name.as_str(), account.member, account.gems), ("callboard_team", true, 12));
    Ok(())
}
