//! Dashboards that watch: each sees everything, in order, at its own pace, and slows nobody down.

use std::{collections::BTreeMap, time::Duration};

use actors::character::Wish;
use actors::{board::CharacterView, session::Frame};
use game::CharacterName;
use test_support::company::TestCompany;
use tokio::sync::mpsc::{self, Receiver};

use crate::script::{MINUTE, PATIENCE, SECOND, at_work, everybody_acts};

fn open(company: &TestCompany) -> Receiver<Frame> {
    let (outbox, frames) = mpsc::channel(1);
    company.block_on(company.company().open_session(outbox)).expect("a session opens");
    frames
}

/// Reads for so long, as fast as frames come.
fn read(company: &TestCompany, frames: &mut Receiver<Frame>, span: Duration) -> Vec<Frame> {
    company.block_on(async {
        let mut read = Vec::new();
        let end = tokio::time::Instant::now() + span;
        while let Ok(frame) = tokio::time::timeout_at(end, frames.recv()).await {
            read.push(frame.expect("the session goes on"));
        }
        read
    })
}

/// What a browser shows that has put these frames together.
fn picture(frames: &[Frame]) -> BTreeMap<CharacterName, CharacterView> {
    let views = frames.iter().flat_map(|frame| &frame.changes.characters);
    views.map(|view| (view.name.clone(), view.clone())).collect()
}

fn versions(views: impl IntoIterator<Item = CharacterView>) -> Vec<(CharacterName, u64)> {
    views.into_iter().map(|view| (view.name, view.version)).collect()
}

/// Reads on until the frames show what the board shows.
fn catch_up(company: &TestCompany, inbox: &mut Receiver<Frame>, frames: &mut Vec<Frame>) {
    for _ in 0..50 {
        if versions(picture(frames).into_values()) == versions(company.characters()) {
            return;
        }
        frames.extend(read(company, inbox, SECOND / 10));
    }
    panic!("the browser's picture is not what the board shows");
}

#[test]
fn a_session_begins_with_everything_and_misses_nothing() {
    let company = at_work();
    let mut inbox = open(&company);
    let mut frames = read(&company, &mut inbox, 5 * MINUTE);

    let first = &frames[0];
    assert_eq!(first.previous, 0);
    assert_eq!(first.changes.characters.len(), 5);
    assert!(first.health.is_some() && first.tree.is_some());
    for pair in frames.windows(2) {
        assert_eq!(pair[1].previous, pair[0].changes.number, "a gap");
    }
    assert!(frames.len() > 50, "only {} frames in five minutes", frames.len());
    assert!(frames.len() <= 5 * 60 * 10, "{} frames in five minutes", frames.len());
    catch_up(&company, &mut inbox, &mut frames);
    let lines: Vec<_> = frames.iter().flat_map(|frame| &frame.changes.log).map(|line| line.id).collect();
    let once: std::collections::BTreeSet<_> = lines.iter().collect();
    assert_eq!(once.len(), lines.len(), "a line was sent twice");
}

#[test]
fn a_slow_reader_gets_the_latest_state_only() {
    let company = at_work();
    let mut inbox = open(&company);
    company.run_for(3 * MINUTE);
    let mut frames = read(&company, &mut inbox, SECOND);

    // The snapshot waited in the outbox; what came since is told in one frame.
    let (snapshot, news) = (&frames[0], &frames[1]);
    assert_eq!((snapshot.previous, news.previous), (0, snapshot.changes.number));
    assert_eq!(news.changes.characters.len(), 5);
    assert!(news.changes.number > snapshot.changes.number + 50);
    catch_up(&company, &mut inbox, &mut frames);
}

#[test]
fn a_reader_that_does_not_read_holds_up_nobody() {
    let company = at_work();
    let _idle = open(&company);
    let mut inbox = open(&company);
    let before = company.stats().actions();
    let frames = read(&company, &mut inbox, 3 * MINUTE);
    assert!(frames.len() > 50);
    assert!(company.stats().actions() > before + 20);
    everybody_acts(&company, PATIENCE);
}

#[test]
fn a_session_ends_with_its_socket() {
    let company = at_work();
    let inbox = open(&company);
    assert_eq!(company.node("sessions").children.len(), 1);
    drop(inbox);
    company.run_for(SECOND);
    assert_eq!(company.node("sessions").children.len(), 0);
}

#[test]
fn a_quiet_company_gives_a_sign_of_life() {
    let company = at_work();
    for name in company.names() {
        company.block_on(company.company().change_automation(name, Wish::Stop)).unwrap();
    }
    company.take_away("recorder");
    company.run_for(MINUTE);
    let mut inbox = open(&company);
    let frames = read(&company, &mut inbox, 5 * MINUTE);
    assert!(frames.len() >= 15, "only {} frames in five minutes", frames.len());
}
