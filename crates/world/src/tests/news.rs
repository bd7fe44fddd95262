//! What a world tells of what happens in it.

use super::*;
use crate::News;

/// A stage whose world tells what happens.
fn stage() -> Stage {
    let mut stage = Stage::with(Rules { tells_news: true, ..Rules::default() });
    stage.world.news(OPENING);
    stage
}

#[test]
fn each_entry_of_a_log_is_told_with_the_character_as_it_is_afterwards() {
    let mut stage = stage();
    let outcome = stage.done(Action::Rest);
    let entry = stage.world.logs(&company(), None).next().unwrap().clone();
    let news = stage.world.news(stage.now);
    assert_eq!(news, [News::Logged { entry, character: Box::new(outcome.character) }]);
}

#[test]
fn news_are_told_once() {
    let mut stage = stage();
    stage.done(Action::Rest);
    assert_eq!(stage.world.news(stage.now).len(), 1);
    assert_eq!(stage.world.news(stage.now), []);
}

#[test]
fn a_refused_action_is_no_news() {
    let mut stage = stage();
    assert!(stage.act(Action::Gathering).is_err());
    assert_eq!(stage.world.news(stage.now), []);
}

#[test]
fn a_world_that_nobody_asks_keeps_nothing() {
    let mut stage = Stage::new();
    stage.done(Action::Rest);
    assert_eq!(stage.world.news(stage.now), []);
}

#[test]
fn characters_that_come_and_go_are_told() {
    let mut stage = stage();
    let bob: game::CharacterName = "Bob".parse().unwrap();
    stage.world.create_character(&company(), bob.clone(), "men1", OPENING).unwrap();
    stage.world.delete_character(&company(), &bob, OPENING).unwrap();
    let told = stage.world.news(OPENING);
    let kinds: Vec<_> = told
        .iter()
        .map(|news| match news {
            News::Logged { entry, character } if character.name == bob => entry.kind.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kinds, ["spawn", "delete_character"]);
}

/// The achievement that a world tells of: whose, and whether it is the first.
fn achieved(world: &mut crate::World) -> Option<(String, bool)> {
    world.news(OPENING).into_iter().find_map(|news| match news {
        News::Achieved { account, is_first, .. } => Some((account.to_string(), is_first)),
        _ => None,
    })
}

#[test]
fn only_the_first_to_reach_an_achievement_is_the_first() {
    let mut stage = stage().at(2).sheet(|ana| ana.stats.attack.earth = 100);
    stage.done(Action::Fight);
    assert_eq!(achieved(&mut stage.world), Some(("company".to_owned(), true)));

    let rivals: game::AccountName = "rivals".parse().unwrap();
    stage.world.create_account(rivals.clone(), OPENING).unwrap();
    stage.world.create_character(&rivals, bob(), "men1", OPENING).unwrap();
    let ana = stage.ana().clone();
    let twin = stage.world.state.characters.get_mut(&bob()).unwrap();
    *twin = Character { name: bob(), account: rivals.clone(), ..ana };
    let now = twin.cooldown_expiration;
    stage.world.act(&rivals, &bob(), &Action::Fight, now).unwrap();
    assert_eq!(achieved(&mut stage.world), Some(("rivals".to_owned(), false)));
}

#[test]
fn what_an_achievement_brings_is_told_when_it_waits() {
    let mut stage = stage().at(2).sheet(|ana| ana.stats.attack.earth = 100);
    stage.done(Action::Fight);
    let news = stage.world.news(OPENING);
    let received = |news: &News| match news {
        News::Received(pending) => Some(pending.clone()),
        _ => None,
    };
    let told: Vec<_> = news.iter().filter_map(received).collect();
    let waiting: Vec<_> = stage.world.account(&company()).unwrap().pending.values().cloned().collect();
    assert_eq!((told.len(), told), (1, waiting));
}
