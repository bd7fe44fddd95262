//! Tests of events: what they change, when they come, and calling them (RULES §11, §12).

use std::sync::Arc;

use game::{EventCode, RefusalCode, data::Layer};
use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::{ActiveEvent, News};

fn event(code: &str) -> EventCode {
    code.parse().unwrap()
}

/// Has an event come now, without anybody paying.
fn called(mut stage: Stage, code: &str) -> Stage {
    stage.world.spawn_event(&event(code), stage.now).unwrap();
    stage
}

/// The codes of the events that are there.
fn active(stage: &Stage) -> Vec<&str> {
    stage.world.active_events().map(|(event, _)| event.code.as_str()).collect()
}

/// A stage whose world tells what happens.
fn told() -> Stage {
    let mut stage = Stage::with(Rules { tells_news: true, ..Rules::default() });
    stage.world.news(OPENING);
    stage
}

/// How often an event comes by itself.
fn with_rate(mut stage: Stage, code: &str, rate: u32) -> Stage {
    let mut data = stage.world.data.as_ref().clone();
    data.events.iter_mut().filter(|event| event.code.as_str() == code).for_each(|event| event.rate = rate);
    stage.world.data = Arc::new(data);
    stage
}

fn minutes(minutes: i64) -> Timestamp {
    OPENING + SignedDuration::from_mins(minutes)
}

#[test]
fn a_monster_that_comes_is_fought_while_it_is_there_and_not_a_moment_longer() {
    let mut stage = called(Stage::new().at(21), "vein");
    stage.done(Action::Gathering);
    assert_eq!(stage.ana().inventory.count(&code("copper_ore")), 1);
    stage.now = minutes(60) - SignedDuration::from_millis(1);
    stage.done(Action::Gathering);
    stage.now = minutes(60);
    stage.wait(31);
    assert_eq!(stage.refused(Action::Gathering), 598);
}

#[test]
fn what_an_event_covers_is_back_when_it_goes() {
    let mut stage =
        called(Stage::new().at(22).carrying("feather", 2), "market_day").sheet(|ana| ana.gold = 60);
    let sell = Action::SellNpc { code: code("feather"), quantity: 1 };
    let buy = || Action::BuyNpc { code: code("key"), quantity: 1 };
    assert_eq!(stage.act(sell.clone()).unwrap_err().code, RefusalCode::NotBought, "the peddler is away");
    stage.done(buy());
    assert_eq!(stage.ana().gold, 59, "the herbalist sells for one");
    stage.now = minutes(60);
    stage.done(sell);
    stage.done(buy());
    assert_eq!(stage.ana().gold, 59 + 2 - 50);
}

#[test]
fn the_tile_shows_the_event_and_keeps_who_may_step_on_it() {
    let mut stage = Stage::new();
    while active(&stage).is_empty() || stage.world.active_events().next().unwrap().1.map_id != MapId(10) {
        stage.wait(3 * 3600);
        stage = called(stage, "hunt");
    }
    let (shown, usual) =
        (stage.world.tile(MapId(10)).unwrap(), stage.world.data.maps.get(MapId(10)).unwrap());
    assert_eq!((shown.skin.as_str(), &shown.access), ("changed", &usual.access));
    assert!(shown.has_content(&game::data::ContentType::Monster, "chicken"));
    assert!(stage.world.tile(MapId(1)).unwrap().interactions.content.is_none(), "only one tile is changed");
    assert_eq!(stage.refused(go(10)), 496);
}

#[test]
fn an_event_may_open_a_way() {
    let mut stage = called(Stage::new(), "portal");
    assert!(stage.world.tile(MapId(1)).unwrap().interactions.transition.is_some());
    stage.done(Action::Transition);
    assert_eq!(stage.ana().position.layer, Layer::Underground);
    stage.done(Action::Transition);
    let mut late = stage.at(1);
    late.now = minutes(60);
    assert_eq!(late.refused(Action::Transition), 404);
}

#[test]
fn what_came_and_went_is_told_once_and_in_order() {
    let mut stage = called(told(), "hunt");
    stage.now = minutes(61);
    let news = stage.world.news(stage.now);
    let [News::EventCame(came), News::EventWent(went)] = &*news else { panic!("{news:?}") };
    assert_eq!(came, went);
    let ActiveEvent { created_at, expiration, .. } = came;
    assert_eq!((*created_at, *expiration), (OPENING, minutes(60)));
    assert!(stage.world.news(stage.now).is_empty());
}

#[test]
fn an_event_comes_by_itself_one_time_in_its_rate() {
    let mut stage = with_rate(told(), "hunt", 200);
    stage.world.news(OPENING);
    let mut came = 0;
    for week in 1..=40 {
        let news = stage.world.news(minutes(week * 7 * 24 * 60));
        came += news.iter().filter(|news| matches!(news, News::EventCame(_))).count();
    }
    // An event that stays an hour and then comes one minute in 200 comes every 260 minutes.
    let expected = 40 * 7 * 24 * 60 / 260;
    assert!((expected * 9 / 10..expected * 11 / 10).contains(&came), "{came} instead of {expected}");
}

#[test]
fn the_same_events_come_however_often_anybody_looks() {
    let played = |step: usize| {
        let mut stage = with_rate(with_rate(told(), "hunt", 40), "vein", 90);
        let mut news = stage.world.news(OPENING);
        for minute in (0..=5000).step_by(step) {
            news.extend(stage.world.news(minutes(minute)));
        }
        (news, stage.world.state)
    };
    let (often, seldom) = (played(1), played(1000));
    assert!(often.0.len() > 20);
    assert!(often == seldom, "seldom: {:?}", seldom.0);
}

#[test]
fn another_seed_brings_other_events_and_the_dice_of_fights_are_not_theirs() {
    let came = |seed| {
        let data = with_rate(told(), "hunt", 40).world.data;
        let mut world = crate::World::new(data, Rules { tells_news: true, ..Rules::default() }, seed);
        let before = world.state.rng.clone();
        world.news(OPENING);
        let news = world.news(minutes(5000));
        assert_eq!(world.state.rng, before);
        news
    };
    assert_ne!(came(1), came(2));
}

#[test]
fn no_more_than_five_come_and_never_two_on_a_tile() {
    let mut stage = with_rate(with_rate(Stage::new(), "portal", 1), "hunt", 1);
    stage.world.news(OPENING);
    stage.world.news(minutes(1));
    let tiles: Vec<_> = stage.world.active_events().map(|(_, active)| active.map_id).collect();
    assert_eq!((active(&stage), tiles), (vec!["hunt", "portal"], vec![MapId(10), MapId(1)]));

    let rules = Rules { max_active_events: 1, ..Rules::default() };
    let mut few = with_rate(with_rate(Stage::with(rules), "vein", 1), "hunt", 1);
    few.world.news(OPENING);
    few.world.news(minutes(30));
    assert_eq!(active(&few), ["hunt"]);
    let refusal = few.world.spawn_event(&event("vein"), minutes(30)).unwrap_err();
    assert_eq!(refusal.code.number(), 564);
}

#[test]
fn a_world_that_nobody_looked_at_for_years_is_soon_up_to_date() {
    let mut stage = with_rate(told(), "hunt", 100);
    stage.world.news(OPENING);
    let news = stage.world.news(minutes(100 * 365 * 24 * 60));
    assert!((50..150).contains(&news.len()), "a week of events, not {}", news.len());
}

#[test]
fn an_event_that_was_bought_costs_its_gems_and_cannot_be_called_again_for_its_cooldown() {
    let mut stage = Stage::new();
    let hunt = event("hunt");
    stage.world.state.accounts.get_mut(&company()).unwrap().gems = 70;
    let active = stage.world.buy_event(&company(), &hunt, OPENING).unwrap();
    assert_eq!(active.expiration, minutes(60));
    assert_eq!(stage.world.account(&company()).unwrap().gems, 20);
    assert_eq!(stage.world.event_cooldown(&hunt, OPENING), Some(minutes(120)));
    let mut again = |now| stage.world.buy_event(&company(), &hunt, now).unwrap_err().code.number();
    assert_eq!([again(OPENING), again(minutes(119)), again(minutes(120))], [564, 566, 563]);
    assert_eq!(stage.world.event_cooldown(&hunt, minutes(120)), None);
}

#[test]
fn spawn_event_404_an_event_that_there_is_not_and_571_one_that_is_not_for_sale() {
    let mut stage = Stage::new();
    let mut refused = |code: &str| stage.world.buy_event(&company(), &event(code), OPENING).unwrap_err();
    assert_eq!(refused("no_such_event").code.number(), 404);
    assert_eq!(refused("portal").code.number(), 571);
    assert!(stage.world.spawn_event(&event("portal"), OPENING).is_ok(), "for nothing it may be called");
}

#[test]
fn a_saved_world_goes_on_with_its_events() {
    let stage = called(Stage::new(), "vein");
    let bytes = serde_json::to_string(stage.world.state()).unwrap();
    let state = serde_json::from_str(&bytes).unwrap();
    let world = crate::World::restore(state, stage.world.data.clone(), Rules::default());
    let mut again = Stage { world, now: minutes(30) }.at(21);
    again.done(Action::Gathering);
}
