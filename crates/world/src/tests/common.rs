//! What all actions share: whose character, since when, the log, and times.

use std::time::Duration;

use game::RefusalCode;
use jiff::Timestamp;

use super::*;

#[test]
fn action_498_when_the_character_is_somebody_elses_or_nobodys() {
    let mut stage = Stage::new();
    stage.world.create_account("rivals".parse().unwrap(), OPENING).unwrap();
    for (account, name) in [("rivals", "Ana"), ("nobody", "Ana"), ("company", "Bob")] {
        let (account, name) = (account.parse().unwrap(), name.parse().unwrap());
        let refusal = stage.world.act(&account, &name, &Action::Rest, OPENING).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::CharacterNotFound);
    }
}

#[test]
fn action_499_tells_how_long_the_cooldown_still_runs() {
    let mut stage = Stage::new();
    stage.done(Action::Rest);
    let early = OPENING + Duration::from_millis(1250);
    let refusal = stage.world.act(&company(), &ana(), &Action::Rest, early).unwrap_err();
    assert_eq!((refusal.code, refusal.remaining_seconds), (RefusalCode::Cooldown, Some(1.75)));
    assert_eq!(refusal.message, "The character is in cooldown: 1.75 seconds remaining.");
}

#[test]
fn a_character_may_act_again_at_the_very_end_of_its_cooldown() {
    let mut stage = Stage::new();
    let end = stage.done(Action::Rest).cooldown.expiration;
    let before = end - Duration::from_millis(1);
    assert!(stage.world.act(&company(), &ana(), &Action::Rest, before).is_err());
    assert!(stage.world.act(&company(), &ana(), &Action::Rest, end).is_ok());
}

#[test]
fn a_malformed_request_is_refused_before_its_cooldown_or_after_as_the_rules_say() {
    for (payload_first, expected) in [(true, 422), (false, 499)] {
        let mut stage = Stage::with(Rules { payload_first, ..Rules::default() });
        stage.done(Action::Rest);
        let refusal = stage.world.act(&company(), &ana(), &craft("copper_bar", 0), OPENING).unwrap_err();
        assert_eq!(refusal.code.number(), expected);
    }
}

#[test]
fn the_reply_the_character_and_the_log_tell_the_same_cooldown() {
    let mut stage = Stage::new().at(3);
    let outcome = stage.done(Action::Gathering);
    let cooldown = &outcome.cooldown;
    assert_eq!((cooldown.total_seconds, cooldown.remaining_seconds), (31, 31));
    assert_eq!((cooldown.started_at, cooldown.expiration), (OPENING, OPENING + Duration::from_secs(31)));
    assert_eq!(
        (outcome.character.cooldown, outcome.character.cooldown_expiration),
        (31, cooldown.expiration)
    );
    assert_eq!(*stage.ana(), outcome.character);

    let entry = stage.world.logs(&company(), None).next().unwrap();
    assert_eq!((entry.kind.as_str(), entry.cooldown), ("gathering", 31));
    assert_eq!(
        (entry.created_at, entry.cooldown_expiration),
        (cooldown.started_at, Some(cooldown.expiration))
    );
    assert_eq!(entry.detail, Some(outcome.detail));
}

#[test]
fn times_are_kept_in_whole_milliseconds() {
    let mut stage = Stage::new();
    stage.now = Timestamp::new(5, 123_456_789).unwrap();
    let outcome = stage.done(Action::Rest);
    assert_eq!(outcome.cooldown.started_at, Timestamp::new(5, 123_000_000).unwrap());
    assert_eq!(outcome.character.cooldown_expiration, Timestamp::new(8, 123_000_000).unwrap());
}

#[test]
fn the_log_is_newest_first_and_can_be_read_for_one_character() {
    let mut stage = Stage::new();
    let bob = "Bob".parse().unwrap();
    stage.world.create_character(&company(), ana_s_friend(), "men1", OPENING).unwrap();
    stage.done(Action::Rest);
    let read = |of| -> Vec<_> {
        let entries = stage.world.logs(&company(), of);
        entries.map(|entry| (entry.character.as_str(), entry.kind.as_str())).collect()
    };
    assert_eq!(read(None), [("Ana", "rest"), ("Bob", "spawn"), ("Ana", "spawn")]);
    assert_eq!(read(Some(&bob)), [("Bob", "spawn")]);
    assert_eq!(stage.world.logs(&"nobody".parse().unwrap(), None).count(), 0);
}

fn ana_s_friend() -> game::CharacterName {
    "Bob".parse().unwrap()
}

#[test]
fn the_log_forgets_what_is_older_than_it_keeps() {
    let mut stage = Stage::with(Rules { log_entries: 3, ..Rules::default() });
    for _ in 0..5 {
        stage.done(Action::Rest);
    }
    assert_eq!(stage.world.logs(&company(), None).count(), 3);
    assert!(stage.world.logs(&company(), None).all(|entry| entry.kind == "rest"));
}

#[test]
fn a_refused_action_leaves_no_entry() {
    let mut stage = Stage::new();
    assert!(stage.act(Action::Gathering).is_err());
    assert_eq!(stage.world.logs(&company(), None).count(), 1, "only the spawn");
}
