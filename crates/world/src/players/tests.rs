//! What holds of an economy of players: it is alive, its prices are bounded, nothing comes from nowhere, and the same
//! seed gives the same one.

mod ledger;
mod town;

use std::collections::BTreeSet;

use game::{Action, Character, MapId, exchange::OrderKind};
use jiff::{SignedDuration, Timestamp};

use super::worth::MILLI;
use crate::{Account, World};
use ledger::Ledger;

const OPENING: Timestamp = Timestamp::UNIX_EPOCH;

fn hours(hours: i64) -> Timestamp {
    OPENING + SignedDuration::from_hours(hours)
}

/// A town in which so many have played for so long.
fn played(seed: u64, players: usize, until: Timestamp) -> World {
    let mut world = town::world(seed);
    world.set_players(players, OPENING);
    world.news(until);
    world
}

fn bytes(world: &World) -> String {
    serde_json::to_string(world.state()).unwrap()
}

#[test]
fn orders_of_both_kinds_appear_and_are_taken() {
    let mut world = town::world(1);
    world.set_players(8, OPENING);
    let (mut sell, mut buy) = (0, 0);
    let mut sides = BTreeSet::new();
    for hour in 1..=12 {
        world.news(hours(hour));
        let kind = |kind| world.exchange().orders().filter(|order| order.kind == kind).count();
        sell += kind(OrderKind::Sell);
        buy += kind(OrderKind::Buy);
        // Who bought from an order paid its owner's bank; who filled one left something that waits for the buyer.
        sides.extend(world.exchange().sales(hours(hour)).map(|sale| {
            let order = world.exchange().order(&sale.order_id).map(|order| order.account.clone());
            order.map(|owner| owner == sale.seller)
        }));
    }
    assert!(sell > 12 && buy > 12, "{sell} and {buy} open orders");
    assert!(sides.contains(&Some(true)) && sides.contains(&Some(false)), "both kinds are taken: {sides:?}");
}

#[test]
fn trade_does_not_dry_up() {
    let mut world = played(1, 6, hours(0));
    for day in 1..=2 {
        world.news(hours(24 * day));
        let today =
            world.exchange().sales(hours(24 * day)).filter(|sale| sale.sold_at > hours(24 * (day - 1)));
        let today = today.count();
        assert!(today > 50, "{today} sales on day {day}");
    }
}

#[test]
fn prices_stay_near_what_things_cost_to_make() {
    let world = played(2, 8, hours(24));
    let sales: Vec<_> = world.exchange().sales(hours(24)).collect();
    assert!(sales.len() > 100, "{} sales", sales.len());
    for sale in sales {
        let worth = world.guide().worth(&sale.code).expect("only what has a worth is traded");
        // A price is whole gold, and what costs two pieces to make has few of those to choose from.
        let (least, most) = (worth / 2 - MILLI, 2 * worth + MILLI);
        assert!((least..=most).contains(&(sale.price * MILLI)), "{} at {}: {worth}", sale.code, sale.price);
    }
}

#[test]
fn nothing_comes_from_nowhere_and_nothing_gets_lost() {
    let mut world = played(3, 8, hours(0));
    let data = world.data().clone();
    let mut kinds = BTreeSet::new();
    for _ in 0..4_000 {
        let before = Ledger::of(&world);
        let (account, at) = world.state.players.next().unwrap();
        let expected = match world.take_turn(&account, at) {
            Some(outcome) => {
                kinds.insert(outcome.cooldown.reason.clone());
                before.after(&outcome, &data)
            }
            None => before,
        };
        assert_eq!(Ledger::of(&world), expected, "a turn of {account}");
    }
    for kind in
        ["gathering", "crafting", "fight", "create_buy_order_ge", "buy_ge", "claim_item", "withdraw_gold"]
    {
        assert!(kinds.contains(kind), "nobody did a {kind}: {kinds:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_economy_however_often_it_is_looked_at() {
    let looked_at_once = played(4, 4, hours(6));
    let mut looked_at_often = played(4, 4, hours(0));
    for minute in 0..=6 * 60 {
        looked_at_often.news(OPENING + SignedDuration::from_mins(minute));
    }
    assert!(bytes(&looked_at_once) == bytes(&looked_at_often));
    assert!(bytes(&looked_at_once) != bytes(&played(5, 4, hours(6))));
}

#[test]
fn saving_and_restoring_in_the_middle_changes_nothing() {
    let half = played(6, 4, hours(3));
    let state = serde_json::from_str(&bytes(&half)).unwrap();
    let mut restored = World::restore(state, half.data().clone(), half.rules().clone());
    restored.news(hours(6));
    assert!(bytes(&restored) == bytes(&played(6, 4, hours(6))));
}

#[test]
fn an_account_s_own_luck_does_not_depend_on_who_else_plays() {
    let drops = |players| -> Vec<_> {
        let mut world = town::world(7);
        world.set_players(players, OPENING);
        let (account, name): (game::AccountName, game::CharacterName) =
            ("company".parse().unwrap(), "Ana".parse().unwrap());
        world.create_account(account.clone(), OPENING).unwrap();
        let mut now = OPENING;
        world.create_character(&account, name.clone(), "men1", now).unwrap();
        let mut act = |action| {
            let outcome = world.act(&account, &name, &action, now).unwrap();
            now = outcome.cooldown.expiration;
            outcome.detail
        };
        act(Action::Move { map_id: MapId(5) });
        (0..5).map(|_| (act(Action::Fight), act(Action::Rest))).collect()
    };
    assert_eq!(drops(0), drops(5));
}

#[test]
fn as_many_play_as_are_asked_for() {
    let mut world = played(8, 5, hours(1));
    for count in [9, 2, 0] {
        world.set_players(count, hours(1));
        assert_eq!((world.players(), world.accounts().count()), (count, count));
        assert_eq!(world.state.characters.len(), count);
    }
    assert_eq!(world.exchange().orders().count(), 0, "who goes leaves no orders behind");
    world.set_players(3, hours(1));
    assert_eq!(world.players(), 3);
}

#[test]
fn everybody_has_one_character_that_is_as_any_other() {
    let world = played(9, 20, hours(0));
    for (name, account) in world.accounts() {
        let own: Vec<&Character> = world.characters(name);
        assert_eq!((own.len(), &own[0].account), (1, name));
        assert!((1..=own[0].max_hp).contains(&own[0].hp) && own[0].gold >= 0);
        let Account { log, .. } = account;
        assert!(log.len() <= 1, "nobody reads what they do");
    }
}

#[test]
fn a_world_that_was_left_alone_for_long_makes_up_for_one_day() {
    let mut world = played(10, 2, hours(1));
    let throws = world.state.players.throws;
    world.news(hours(24 * 365));
    let made_up = world.state.players.throws - throws;
    let mut day = played(10, 2, hours(1));
    let throws = day.state.players.throws;
    day.news(hours(25));
    let one_day = day.state.players.throws - throws;
    assert!(made_up < 2 * one_day, "{made_up} turns, and {one_day} in a day");
}

#[test]
fn a_world_with_nothing_to_live_by_stays_empty() {
    let mut world = World::new(std::sync::Arc::default(), crate::Rules::default(), 1);
    world.set_players(3, OPENING);
    assert_eq!((world.players(), world.accounts().count()), (0, 0));
}
