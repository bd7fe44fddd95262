//! The queue of orders.

use game::Action;

use super::*;

fn hand() -> Hand {
    Hand::new(Clock::simulated(Timestamp::UNIX_EPOCH), Timestamp::UNIX_EPOCH)
}

fn give(hand: &mut Hand, actions: &[Action]) {
    for action in actions {
        hand.give(Order::Act(action.clone()), action.to_string()).unwrap();
    }
}

fn states(hand: &Hand) -> Vec<(String, OrderState, Option<String>)> {
    hand.view().orders.into_iter().map(|order| (order.words, order.state, order.outcome)).collect()
}

fn state(words: &str, state: OrderState, outcome: &str) -> (String, OrderState, Option<String>) {
    (words.to_owned(), state, (!outcome.is_empty()).then(|| outcome.to_owned()))
}

#[tokio::test]
async fn orders_are_carried_out_in_the_order_they_were_given() {
    let mut hand = hand();
    give(&mut hand, &[Action::Rest, Action::Fight]);
    hand.begin();
    hand.applied("+5 hp");
    assert_eq!(hand.next(), Some(&Order::Act(Action::Fight)));
    assert_eq!(
        states(&hand),
        [state("rest", OrderState::Done, "+5 hp"), state("fight", OrderState::Queued, "")]
    );
}

#[tokio::test]
async fn a_refusal_withdraws_what_may_depend_on_it() {
    let mut hand = hand();
    give(&mut hand, &[Action::TaskNew, Action::Fight]);
    hand.begin();
    hand.refused("There is no master here");
    assert_eq!(
        states(&hand),
        [
            state("take a task", OrderState::Refused, "There is no master here"),
            state("fight", OrderState::Withdrawn, "withdrawn: an order before it was refused"),
        ]
    );
}

#[tokio::test]
async fn what_is_withdrawn_on_its_way_ends_as_the_game_says() {
    for (reached, expected) in [(true, OrderState::Done), (false, OrderState::Withdrawn)] {
        let mut hand = hand();
        give(&mut hand, &[Action::Rest]);
        hand.begin();
        assert_eq!(hand.withdraw(true)[0].state, OrderState::UnderWay);
        if reached {
            hand.applied("+5 hp");
        } else {
            assert!(!hand.came_back());
        }
        assert_eq!(hand.view().orders[0].state, expected);
    }
}

#[tokio::test]
async fn what_never_reached_the_game_is_tried_again() {
    let mut hand = hand();
    give(&mut hand, &[Action::Rest]);
    hand.begin();
    assert!(hand.came_back());
    assert_eq!(hand.next(), Some(&Order::Act(Action::Rest)));
}

#[tokio::test]
async fn a_way_is_over_when_it_has_arrived_or_is_withdrawn_between_two_steps() {
    let mut hand = hand();
    let way = Order::Travel { map_id: game::MapId(4) };
    for _ in 0..2 {
        hand.give(way.clone(), "go".to_owned()).unwrap();
        hand.begin();
        hand.applied("a step");
        assert!(hand.is_busy());
        hand.arrived("there");
    }
    hand.give(way, "go".to_owned()).unwrap();
    hand.begin();
    hand.withdraw(true);
    hand.applied("a step");
    let states: Vec<_> = hand.view().orders.into_iter().map(|order| order.state).collect();
    assert_eq!(states, [OrderState::Done, OrderState::Done, OrderState::Withdrawn]);
}

#[tokio::test]
async fn no_more_than_twenty_wait_and_the_last_twenty_are_shown() {
    let mut hand = hand();
    for number in 0..30 {
        give(&mut hand, &[Action::DepositGold { quantity: number + 1 }]);
        hand.begin();
        hand.applied("done");
    }
    give(&mut hand, &vec![Action::Rest; MOST]);
    assert_eq!(hand.view().orders.len(), MOST);
    let refusal = hand.give(Order::Act(Action::Rest), String::new()).unwrap_err();
    assert_eq!(refusal, ControlError::TooManyOrders(MOST));
}

#[tokio::test(start_paused = true)]
async fn it_goes_back_ten_minutes_after_the_last_order_ended() {
    let mut hand = hand();
    give(&mut hand, &[Action::Rest]);
    assert_eq!((hand.back_in(), hand.view().hand_back_at), (None, None));
    tokio::time::sleep(FORGOTTEN).await;
    hand.begin();
    hand.applied("+5 hp");
    assert_eq!(hand.back_in(), Some(FORGOTTEN));
    tokio::time::sleep(2 * FORGOTTEN).await;
    assert_eq!(hand.back_in(), Some(Duration::ZERO));
}
