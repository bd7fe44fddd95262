//! Rows and lines: every end of an action, as it is kept and as it is shown.

use std::collections::BTreeMap;

use game::{MapId, Refusal, RefusalCode};
use journal::Fingerprint;
use planner::Alternative;
use uuid::Uuid;

use super::*;

fn intent(why: Value) -> Intent {
    Intent {
        id: Uuid::from_u128(7),
        account: "demo".parse().unwrap(),
        character: "Ana".parse().unwrap(),
        run: None,
        action: Action::Gathering,
        why,
        before: Fingerprint {
            cooldown_expiration: at(0),
            map_id: MapId(1),
            hp: 1,
            gold: 0,
            xp: 0,
            inventory: BTreeMap::new(),
        },
        written_at: at(1),
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn reason() -> Value {
    let alternative = Alternative {
        choice: "resource".to_owned(),
        code: "iron_rocks".to_owned(),
        score: None,
        unit: "xp/h".to_owned(),
        words: "mining level 10".to_owned(),
        ruled_out: Some("it needs mining 10, not 1".to_owned()),
    };
    let facts = vec![("bag".to_owned(), "3 of 100".to_owned())];
    let why =
        Why { text: "the goal is ore".to_owned(), facts, alternatives: vec![alternative], ..Why::default() };
    Reason { doing: "gather copper_rocks at (2, 0)".to_owned(), why }.to_json()
}

#[test]
fn each_end_of_an_action_has_its_row() {
    let unseen = Closing::AppliedUnseen {
        evidence: json!({ "description": "gathered" }),
        started_at: at(2),
        expiration: Some(at(33)),
        detail: None,
    };
    let refused = Closing::Refused(Refusal::new(RefusalCode::InventoryFull, "full"));
    let not_sent = Closing::NotSent { reason: "no connection".to_owned() };
    let parked = Closing::Parked { reason: "nobody can tell".to_owned() };
    for (closing, outcome, code, acted_at, resolved, summary) in [
        (unseen, LogOutcome::Applied, None, Some(at(2)), true, "gathered"),
        (refused, LogOutcome::Refused, Some(497), None, false, "full"),
        (not_sent, LogOutcome::NotSent, None, None, false, "no connection"),
        (parked, LogOutcome::Parked, None, None, false, "nobody can tell"),
    ] {
        let row = row(&intent(reason()), &closing, at(3), 250);
        assert_eq!(
            (row.id, row.written_at, row.closed_at, row.elapsed_ms),
            (Uuid::from_u128(7), at(1), at(3), 250)
        );
        assert_eq!(
            (row.outcome, row.refusal_code, row.acted_at, row.resolved),
            (outcome, code, acted_at, resolved)
        );
        assert_eq!(row.detail["summary"], summary);
    }
}

#[test]
fn a_line_says_what_was_done_why_and_what_came_of_it() {
    let closing = Closing::Refused(Refusal::new(RefusalCode::InventoryFull, "full"));
    let line = line(&row(&intent(reason()), &closing, at(3), 250));
    assert_eq!(
        (line.action.as_str(), line.why.as_str(), line.summary.as_str(), line.refusal_code),
        ("gather copper_rocks at (2, 0)", "the goal is ore", "full", Some(497))
    );
}

#[test]
fn an_entry_has_the_numbers_behind_its_reason() {
    let closing = Closing::NotSent { reason: String::new() };
    let found = entry(&row(&intent(reason()), &closing, at(3), 250));
    assert_eq!(found.line.why, "the goal is ore");
    assert_eq!((found.facts[0].name.as_str(), found.facts[0].value.as_str()), ("bag", "3 of 100"));
    assert_eq!(found.alternatives[0].ruled_out.as_deref(), Some("it needs mining 10, not 1"));
}

#[test]
fn a_reason_that_was_written_without_alternatives_is_read() {
    let why = json!({"doing": "gather", "text": "for ore", "facts": [["bag", "full"]], "unblock": null});
    let found = entry(&row(&intent(why), &Closing::NotSent { reason: String::new() }, at(3), 250));
    assert_eq!((found.line.why.as_str(), found.facts.len(), found.alternatives.len()), ("for ore", 1, 0));
}

#[test]
fn a_reason_of_an_older_program_is_shown_as_it_is() {
    let closing = Closing::NotSent { reason: String::new() };
    let line = line(&row(&intent(json!("because")), &closing, at(3), 250));
    assert_eq!((line.action.as_str(), line.why.as_str()), ("gather", "\"because\""));
}
