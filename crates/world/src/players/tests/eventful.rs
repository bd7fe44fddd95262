//! Other players where something happens: they fight in raids that they survive, and everything comes in its order.

use game::{AccountName, exchange::Order};
use jiff::{SignedDuration, Timestamp};

use super::{super::trade::Trade, OPENING, bytes, hours, town};
use crate::{News, RaidInstance, World};

fn played(attack: i64, until: Timestamp) -> World {
    let mut world = town::eventful(1, attack);
    world.set_players(8, OPENING);
    world.news(until);
    world
}

fn raid(world: &World) -> &RaidInstance {
    world.raids().next().unwrap().1.expect("it was held")
}

/// Everybody who took part, with what the damage earned: a feather for 500, ten at most.
fn earned(world: &World) -> Vec<(AccountName, i64)> {
    let board = raid(world).leaderboard().into_iter();
    board.map(|(account, points)| (account.clone(), (points / 500).min(10))).collect()
}

/// How many live by the raid.
fn raiders(world: &World) -> usize {
    world.state.players.present.values().filter(|player| matches!(player.trade, Trade::Raider(_))).count()
}

#[test]
fn a_raid_that_is_survived_is_fought_for_as_long_as_it_is_open() {
    let early = played(0, hours(2));
    let mut late = played(0, hours(6));
    assert!(raid(&early).participants() > 0, "somebody came within an hour");
    assert!(raid(&early).remaining_hp > raid(&late).remaining_hp);
    let points: i64 = raid(&late).leaderboard().into_iter().map(|(_, points)| points).sum();
    assert_eq!(points, raid(&late).total_hp - raid(&late).remaining_hp);
    assert!(raiders(&late) > 0);
    late.news(hours(9));
    assert_eq!(raiders(&late), 0, "it is over");
}

#[test]
fn whoever_fought_is_paid_when_it_ends() {
    let mut world = played(0, hours(7) - SignedDuration::from_millis(1));
    let news = world.news(hours(7));
    let paid = news.iter().filter_map(|news| match news {
        News::Received(pending) if pending.source_id.as_deref() == Some("slug_in_the_field") => {
            Some((pending.account.clone(), i64::from(pending.items[0].quantity)))
        }
        _ => None,
    });
    let earned = earned(&world).into_iter().filter(|(_, feathers)| *feathers > 0);
    assert_eq!(paid.collect::<Vec<_>>(), earned.collect::<Vec<_>>());
    assert!(news.iter().any(|news| matches!(news, News::RaidEnded { .. })));
}

#[test]
fn nobody_goes_where_they_would_die() {
    let world = played(500, hours(6));
    assert_eq!((raid(&world).participants(), raid(&world).remaining_hp), (0, 500_000));
}

#[test]
fn where_nobody_plays_a_raid_is_left_to_those_who_do() {
    let mut world = town::eventful(1, 0);
    world.news(OPENING);
    world.news(hours(6));
    assert_eq!(raid(&world).participants(), 0);
}

#[test]
fn looking_often_or_rarely_changes_nothing_where_something_happens() {
    let once = played(0, hours(12));
    let mut often = played(0, OPENING);
    for minute in 0..12 * 60 {
        often.news(OPENING + SignedDuration::from_mins(minute));
    }
    often.news(hours(12));
    assert!(bytes(&once) == bytes(&often));
}

#[test]
fn a_world_restored_in_the_middle_of_a_raid_and_an_event_goes_on_the_same() {
    let mut half = played(0, hours(3));
    while half.active_events().next().is_none() {
        let minute = half.state.players.next().unwrap().1;
        half.news(minute);
    }
    let state = serde_json::from_str(&bytes(&half)).unwrap();
    let mut restored = World::restore(state, half.data().clone(), half.rules().clone());
    for world in [&mut half, &mut restored] {
        world.news(hours(12));
    }
    assert!(bytes(&restored) == bytes(&half));
}

#[test]
fn news_are_told_in_the_order_of_their_times() {
    let mut world = played(0, OPENING);
    let times: Vec<_> = world.news(hours(12)).iter().filter_map(time).collect();
    assert!(times.len() > 300, "only {}", times.len());
    assert!(times.is_sorted());
}

/// When something happened, of what says so itself.
fn time(news: &News) -> Option<Timestamp> {
    match news {
        News::OrderPlaced(Order { created_at, .. }) => Some(*created_at),
        News::OrderTaken { sale, .. } => Some(sale.sold_at),
        News::Received(pending) => Some(pending.created_at),
        News::EventCame(event) => Some(event.created_at),
        News::EventWent(event) => Some(event.expiration),
        News::RaidOpened { instance, .. } => Some(instance.starts_at),
        News::RaidEnded { instance, .. } => instance.ended_at,
        _ => None,
    }
}
