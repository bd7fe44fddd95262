//! What goes on in the game: heard at once by members, found out by everybody else.

use actors::board::{RealtimeMode, RealtimeView};
use planner::Mind;
use serde_json::{Value, json};
use test_support::company::{Fault, SOCKET, Setup, TestCompany};

use crate::script::{HOUR, MINUTE, SECOND, everybody_acts};

const FOXES: &str = "foxes_at_large";

/// A company of a member that hears what goes on.
fn listening() -> TestCompany {
    let company = TestCompany::start(Setup { members: true, ..Setup::default() });
    company.run_until(MINUTE, "it listens", |company| realtime(company).mode == RealtimeMode::Socket);
    company.run_for(10 * SECOND);
    company
}

fn realtime(company: &TestCompany) -> RealtimeView {
    let accounts = company.health().accounts;
    let off = RealtimeView { mode: RealtimeMode::Off, since_ms: 0, message: None };
    accounts.into_iter().next().map_or(off, |account| account.realtime)
}

/// How often an event stands on the board.
fn known(company: &TestCompany, code: &str) -> usize {
    company.company().board().events().iter().filter(|event| event.code.as_str() == code).count()
}

/// The requests so far that asked what goes on.
fn readings(company: &TestCompany) -> u64 {
    ["/events/active", "/raids"].map(|path| company.faults().asked(path)).iter().sum()
}

/// One message of this kind meets a fault, as the next.
fn next(kind: &str, fault: Value) -> Value {
    json!([{"fault": fault, "only": {"message": kind}, "script": [1]}])
}

#[track_caller]
fn check_message(company: &TestCompany, words: &str) {
    let RealtimeView { mode, message, .. } = realtime(company);
    assert_eq!(mode, RealtimeMode::Polling);
    assert!(message.as_ref().is_some_and(|message| message.contains(words)), "{message:?}");
}

#[test]
fn a_member_hears_at_once_when_an_event_comes_and_when_it_is_over() {
    let company = listening();
    let before = readings(&company);
    company.spawn_event(FOXES);
    company.run_until(SECOND, "it is known", |company| known(company, FOXES) == 1);
    company.run_until(61 * MINUTE, "it is over", |company| known(company, FOXES) == 0);
    assert_eq!(readings(&company), before, "it was asked for");
}

#[test]
fn who_is_no_member_asks_every_few_minutes_and_says_why() {
    let company = TestCompany::start(Setup::default());
    everybody_acts(&company, MINUTE);
    check_message(&company, "you must be a member");
    company.spawn_event(FOXES);
    company.run_until(9 * MINUTE, "it is known", |company| known(company, FOXES) == 1);
    assert_eq!(company.faults().asked(SOCKET), 1);
}

#[test]
fn a_dropped_connection_is_made_again_and_what_happened_meanwhile_is_read() {
    let company = listening();
    company.run_for(2 * MINUTE);
    company.set_game_faults(&next("event_spawn", json!("socket_dropped")));
    company.spawn_event(FOXES);
    company.run_until(SECOND, "it is lost", |company| realtime(company).mode == RealtimeMode::Polling);
    company.run_until(10 * SECOND, "it is back", |company| realtime(company).mode == RealtimeMode::Socket);
    company.run_until(SECOND, "it is known", |company| known(company, FOXES) == 1);
}

#[test]
fn a_connection_that_falls_silent_is_given_up_and_made_again() {
    let company = listening();
    company.set_game_faults(&next("event_spawn", json!({"socket_stalled": {"ms": 600_000}})));
    company.spawn_event(FOXES);
    company.run_until(2 * MINUTE, "it is missed", |company| realtime(company).mode == RealtimeMode::Polling);
    check_message(&company, "silent for 75 seconds");
    company.run_until(20 * SECOND, "it is back", |company| realtime(company).mode == RealtimeMode::Socket);
    company.run_until(SECOND, "it is known", |company| known(company, FOXES) == 1);
}

#[test]
fn a_message_that_comes_twice_is_news_once() {
    let company = listening();
    company.set_game_faults(&json!([{"fault": {"message_duplicated": {"copies": 3}}}]));
    company.spawn_event(FOXES);
    company.run_until(SECOND, "it is known", |company| known(company, FOXES) > 0);
    company.run_for(SECOND);
    assert_eq!(known(&company, FOXES), 1);
}

#[test]
fn an_event_whose_message_was_lost_is_found_within_the_hour() {
    let company = listening();
    company.run_for(10 * MINUTE);
    company.set_game_faults(&next("event_spawn", json!("message_lost")));
    company.spawn_event(FOXES);
    company.run_for(MINUTE);
    assert_eq!(known(&company, FOXES), 0);
    company.run_until(HOUR, "it is known", |company| known(company, FOXES) == 1);
}

#[test]
fn a_revoked_token_ends_the_connection_and_is_not_tried_over_and_over() {
    let company = listening();
    company.set_game_faults(&json!([{"fault": "token_revoked", "only": {"account": "demo"}}]));
    company.run_until(MINUTE, "it is refused", |company| realtime(company).mode == RealtimeMode::Polling);
    check_message(&company, "Token is invalid");
    company.run_for(25 * MINUTE);
    assert_eq!(company.faults().asked(SOCKET), 1);
    company.set_game_faults(&json!([]));
    company.run_until(6 * MINUTE, "it listens", |company| realtime(company).mode == RealtimeMode::Socket);
}

#[test]
fn through_maintenance_the_pauses_grow_and_the_events_are_known_soon_after() {
    let company = listening();
    let before = company.faults().asked(SOCKET);
    company.set_game_faults(&json!([{"fault": "maintenance"}]));
    company.run_for(30 * MINUTE);
    check_message(&company, "502");
    let tries = company.faults().asked(SOCKET) - before;
    assert!((6..20).contains(&tries), "{tries} connections in half an hour");
    company.set_game_faults(&json!([]));
    company.spawn_event(FOXES);
    company.run_until(6 * MINUTE, "it listens", |company| realtime(company).mode == RealtimeMode::Socket);
    company.run_until(2 * MINUTE, "it is known", |company| known(company, FOXES) == 1);
}

#[test]
fn who_cannot_connect_at_all_asks_instead() {
    let setup = Setup { members: true, ..Setup::default() };
    setup.faults.always(SOCKET, Fault::NotSent);
    let company = TestCompany::start(setup);
    everybody_acts(&company, MINUTE);
    check_message(&company, "connection refused");
    company.spawn_event(FOXES);
    company.run_until(9 * MINUTE, "it is known", |company| known(company, FOXES) == 1);
}

#[test]
fn who_waits_for_an_event_goes_there_as_soon_as_it_comes() {
    let company = listening();
    let config = json!({"monster": "silver_fox", "min_win_rate": 0});
    let mind = Mind::new("combat", config).unwrap();
    company.block_on(company.company().start_automation(&"Ana".parse().unwrap(), mind)).unwrap();
    let why = |company: &TestCompany| company.character("Ana").map(|ana| ana.why).unwrap_or_default();
    company.run_until(MINUTE, "she waits", |company| why(company).starts_with("Waiting for silver_fox"));
    let words = "it appears in the event Foxes at Large, which is not on now and comes about every 4 hours";
    assert!(why(&company).contains(words), "{}", why(&company));
    company.spawn_event(FOXES);
    company.run_until(2 * SECOND, "she goes", |company| !why(company).starts_with("Waiting for"));
    company.run_until(5 * MINUTE, "she fights", |company| why(company).starts_with("Fighting silver_fox"));
}

#[test]
fn a_day_with_everything_on_takes_few_reads_for_each_action() {
    for members in [true, false] {
        let company = TestCompany::start(Setup { members, ..Setup::default() });
        everybody_acts(&company, MINUTE);
        let early = company.stats();
        company.run_for(24 * HOUR);
        let late = company.stats();
        let (reads, actions) =
            (late.requests("data") - early.requests("data"), late.actions() - early.actions());
        let share = reads as f64 / actions as f64;
        let who = if members { "a member" } else { "nobody special" };
        println!("{who}: {reads} reads for {actions} actions in a day, {share:.3} for each");
        assert!(share <= 0.05, "{who}: {reads} reads for {actions} actions");
        assert_eq!(late.rate_limited, 0);
    }
}
