//! Characters that do not act by themselves: somebody plays them by hand, and the board tells it soon.

use actors::character::Wish;
use actors::limiter::{Gateway, Priority};
use api_client::{
    Token,
    calls::{Act, GetMyCharacters},
};
use game::{Action, SimpleItem, action::UnequipItem, character::Slot};
use planner::Order;
use test_support::company::{Fault, Setup, TOKEN, TestCompany};

use crate::script::{HOUR, MINUTE, SECOND, at_work};

/// A company that stands idle.
fn idle() -> TestCompany {
    let company = at_work();
    for name in company.names() {
        company.block_on(company.company().change_automation(name, Wish::Stop)).expect("it has a run");
    }
    company.run_for(5 * MINUTE);
    company
}

/// Somebody moves Ana by hand.
fn moved_by_hand(company: &TestCompany) -> (i32, i32) {
    let gateway = Gateway::new(company.directory());
    let token = Token::new(TOKEN).expect("a token");
    let (account, ana) = ("demo".parse().expect("a name"), "Ana".parse().expect("a name"));
    let others = GetMyCharacters { token: &token };
    let all = company.block_on(gateway.call(&account, Priority::Click, &others)).expect("the characters");
    let there = all.iter().find(|other| other.map_id != all[0].map_id).expect("another place").map_id;
    let call = Act { token: &token, character: &ana, action: &Action::Move { map_id: there } };
    let outcome = company.block_on(gateway.call(&account, Priority::Click, &call)).expect("she walks");
    (outcome.character.position.x, outcome.character.position.y)
}

#[test]
fn who_idles_is_seen_within_a_minute_when_played_by_hand() {
    let company = idle();
    let there = moved_by_hand(&company);
    company.run_until(MINUTE + 5 * SECOND, "Ana is seen there", |company| {
        let position = company.character("Ana").expect("Ana is there").position;
        (position.x, position.y) == there
    });
}

#[test]
fn one_read_a_minute_is_enough_for_all_who_idle() {
    let company = idle();
    let before = company.faults().asked("/my/characters");
    company.run_for(HOUR);
    let reads = company.faults().asked("/my/characters") - before;
    assert!((50..=64).contains(&reads), "{reads} reads in an hour");
}

#[test]
fn who_idles_leaves_a_game_alone_that_rejects_the_token() {
    let company = idle();
    company.faults().always("/my/", Fault::TOKEN_REJECTED);
    let before = company.faults().asked("/my/characters");
    company.run_for(HOUR);
    let reads = company.faults().asked("/my/characters") - before;
    assert!(reads <= 15, "{reads} reads in an hour");
}

#[test]
fn who_is_given_something_knows_it_at_once() {
    let characters = ["Ana", "Bob"].map(|name| name.parse().expect("a name")).into();
    let company = TestCompany::start(Setup { characters, minds: Vec::new(), ..Setup::default() });
    company.run_for(MINUTE);
    let stick = SimpleItem::new("wooden_stick".parse().expect("a code"), 1);
    let bob = "Bob".parse().expect("a name");
    let off = Action::Unequip { items: vec![UnequipItem { slot: Slot::Weapon, quantity: 1 }] };
    for action in [off, Action::GiveItem { items: vec![stick], character: bob }] {
        let ana = "Ana".parse().expect("a name");
        company.block_on(company.company().order(&ana, Order::Act(action))).expect("Ana takes orders");
    }
    let held = |company: &TestCompany, name| company.character(name).expect("plays").inventory.total;
    company.run_until(MINUTE, "Ana has taken it off", |company| held(company, "Ana") == 1);
    company.run_until(MINUTE, "Ana has given it away", |company| held(company, "Ana") == 0);
    assert_eq!(held(&company, "Bob"), 1);
}
