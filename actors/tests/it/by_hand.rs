//! A person plays a character by hand, and gives it back.

use actors::{
    board::{ActionOutcome, AutomationStatus, CharacterState, ManualView, OrderState, OrderView},
    character::{ControlError, Wish},
    company::AskError,
};
use game::{Action, CharacterName, MapId, data::ContentType};
use planner::{Mind, Order};
use serde_json::json;
use test_support::company::{Fault, TestCompany};

use crate::script::{HOUR, MINUTE, PATIENCE, SECOND, acts, at_work, fell};

fn ana() -> CharacterName {
    "Ana".parse().expect("a valid name")
}

fn order(company: &TestCompany, action: Action) -> OrderView {
    company.block_on(company.company().order(&ana(), Order::Act(action))).expect("Ana takes orders")
}

fn manual(company: &TestCompany) -> Option<ManualView> {
    company.character("Ana").expect("Ana plays").manual
}

fn orders(company: &TestCompany) -> Vec<(OrderState, String)> {
    let orders = manual(company).expect("Ana is played by hand").orders;
    orders.into_iter().map(|order| (order.state, order.outcome.unwrap_or_default())).collect()
}

fn status(company: &TestCompany) -> AutomationStatus {
    company.character("Ana").and_then(|ana| ana.automation).expect("Ana has a run").status
}

fn change(company: &TestCompany, wish: Wish) -> AutomationStatus {
    company.block_on(company.company().change_automation(&ana(), wish)).expect("Ana has a run").status
}

fn hand_back(company: &TestCompany) {
    company.block_on(company.company().hand_back(&ana())).expect("Ana is played by hand");
}

/// Waits until no order is to be carried out any more.
fn all_ended(company: &TestCompany) {
    company.run_until(PATIENCE, "the orders have ended", |company| {
        manual(company).is_some_and(|manual| manual.hand_back_at.is_some())
    });
}

fn bank(company: &TestCompany) -> MapId {
    let season = company.block_on(company.company().season()).expect("the season is known");
    season.maps.with_content_type(&ContentType::Bank).next().expect("there is a bank").map_id
}

#[test]
fn an_order_takes_the_character_over_and_its_end_is_in_the_log_without_a_run() {
    let company = at_work();
    let given = order(&company, Action::Rest);
    assert_eq!((given.state, given.words.as_str()), (OrderState::Queued, "rest"));
    assert_eq!(status(&company), AutomationStatus::TakenOver);
    all_ended(&company);
    let ana = company.character("Ana").unwrap();
    let line = &ana.last_actions[0];
    let told = (line.action.as_str(), line.outcome, line.why.as_str());
    assert_eq!(told, ("rest", ActionOutcome::Applied, "By hand"));
    assert_eq!((ana.state, ana.doing.as_str()), (CharacterState::Idle, "waits for an order"));
    let books = company.assert_everything_is_recorded_once();
    let by_hand: Vec<_> = books[0].journal.iter().map(|done| (done.kind.as_str(), done.by_hand)).collect();
    assert_eq!(by_hand.last(), Some(&("rest", true)));
}

#[test]
fn what_no_bag_holds_is_refused_at_once() {
    let company = at_work();
    let code = "copper_bar".parse().expect("a valid code");
    let order = Order::Act(Action::Crafting { code, quantity: 2_000_000_000 });
    let refused = company.block_on(company.company().order(&ana(), order)).unwrap_err().to_string();
    let words = "that is about 20000000000 items at once, and the bag holds ";
    assert!(refused.starts_with(words), "{refused}");
    assert_eq!(status(&company), AutomationStatus::Running, "she is not taken over");
}

#[test]
fn orders_are_carried_out_in_turn_and_the_automation_goes_on_when_it_is_handed_back() {
    let company = at_work();
    let to_the_bank = Action::Move { map_id: bank(&company) };
    order(&company, to_the_bank);
    order(&company, Action::Rest);
    order(&company, Action::DepositGold { quantity: 1_000_000 });
    order(&company, Action::Rest);
    all_ended(&company);
    let orders = orders(&company);
    let states: Vec<_> = orders.iter().map(|(state, _)| *state).collect();
    use OrderState::{Done, Refused, Withdrawn};
    assert_eq!(states, [Done, Done, Refused, Withdrawn]);
    assert!(orders[2].1.ends_with("Earn the gold, or take it from the bank first"), "{orders:?}");
    let before = company.stats().actions_of("Ana");
    company.run_for(MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before, "it acted while it was played by hand");
    hand_back(&company);
    assert_eq!((manual(&company), status(&company)), (None, AutomationStatus::Running));
    acts(&company, "Ana", PATIENCE);
    company.assert_everything_is_recorded_once();
}

#[test]
fn an_action_that_has_left_is_finished_before_the_order_and_one_that_waits_is_withdrawn() {
    let company = at_work();
    company.faults().once("/my/Ana/action", Fault::SlowReply(5 * SECOND));
    company.run_until(PATIENCE, "Ana acts", |company| !company.faults().met().is_empty());
    let before = company.stats().actions_of("Ana");
    order(&company, Action::Rest);
    all_ended(&company);
    assert!(company.stats().actions_of("Ana") <= before + 2);
    assert_eq!(orders(&company)[0].0, OrderState::Done);

    let company = at_work();
    company.faults().always("/", Fault::NotSent);
    company.run_for(5 * MINUTE);
    let before = company.stats().actions_of("Ana");
    order(&company, Action::Rest);
    company.faults().clear();
    all_ended(&company);
    assert_eq!(company.stats().actions_of("Ana"), before + 1, "what was waiting was sent after the order");
    company.assert_everything_is_recorded_once();
}

#[test]
fn a_way_over_several_tiles_is_one_order() {
    let company = at_work();
    let way = Order::Travel { map_id: bank(&company) };
    for expected in ["arrived at", "arrived at"] {
        company.block_on(company.company().order(&ana(), way.clone())).unwrap();
        all_ended(&company);
        let last = orders(&company).pop().unwrap();
        assert!(last.0 == OrderState::Done && last.1.starts_with(expected), "{last:?}");
    }
}

#[test]
fn orders_that_have_not_been_sent_can_be_withdrawn() {
    let company = at_work();
    company.run_until(PATIENCE, "the cooldown runs", |company| {
        company.character("Ana").is_some_and(|ana| ana.state == CharacterState::Cooldown)
    });
    let before = company.stats().actions_of("Ana");
    order(&company, Action::Rest);
    let withdrawn = company.block_on(company.company().withdraw_orders(&ana())).unwrap();
    assert_eq!(withdrawn.len(), 1);
    company.run_for(5 * MINUTE);
    assert_eq!(company.stats().actions_of("Ana"), before);
    assert_eq!(orders(&company)[0].0, OrderState::Withdrawn);
}

#[test]
fn one_that_was_forgotten_goes_back_by_itself_after_ten_minutes() {
    let company = at_work();
    order(&company, Action::Rest);
    all_ended(&company);
    let back = manual(&company).and_then(|manual| manual.hand_back_at).unwrap();
    company.run_for(9 * MINUTE);
    assert_eq!(status(&company), AutomationStatus::TakenOver);
    acts(&company, "Ana", 2 * MINUTE);
    assert_eq!((manual(&company), status(&company)), (None, AutomationStatus::Running));
    assert!(company.now() >= back);
}

#[test]
fn being_taken_over_outlives_a_restart_a_crash_and_a_fall_and_ends_by_itself() {
    for end in [TestCompany::restart, TestCompany::crash, |company: &mut TestCompany| fell(company, "Ana")] {
        let mut company = at_work();
        order(&company, Action::Rest);
        order(&company, Action::Move { map_id: bank(&company) });
        let since = manual(&company).unwrap().since;
        end(&mut company);
        company.run_until(PATIENCE, "Ana is there", |company| {
            company
                .character("Ana")
                .is_some_and(|ana| ana.manual.is_some_and(|manual| manual.orders.is_empty()))
        });
        let manual = manual(&company).unwrap();
        assert!(manual.since.duration_since(since).as_secs() < 30, "{manual:?}");
        assert_eq!(status(&company), AutomationStatus::TakenOver);
        acts(&company, "Ana", 11 * MINUTE);
        assert_eq!(status(&company), AutomationStatus::Running);
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn an_order_whose_reply_is_lost_is_resolved_like_any_action_and_the_next_one_follows() {
    for fault in [Fault::ReplyLost, Fault::RequestLost] {
        let company = at_work();
        company.run_until(PATIENCE, "the cooldown runs", |company| {
            company.character("Ana").is_some_and(|ana| ana.state == CharacterState::Cooldown)
        });
        company.faults().once("/my/Ana/action", fault);
        order(&company, Action::Move { map_id: bank(&company) });
        order(&company, Action::Rest);
        all_ended(&company);
        assert!(
            orders(&company).iter().all(|(state, _)| *state == OrderState::Done),
            "{:?}",
            orders(&company)
        );
        company.assert_everything_is_recorded_once();
    }
}

#[test]
fn what_is_paused_or_stopped_while_it_is_played_by_hand_stays_so_when_it_is_handed_back() {
    for (wish, expected) in [(Wish::Pause, AutomationStatus::Paused), (Wish::Stop, AutomationStatus::Stopped)]
    {
        let company = at_work();
        order(&company, Action::Rest);
        assert_eq!(change(&company, wish), expected);
        all_ended(&company);
        assert_eq!(orders(&company)[0].0, OrderState::Done);
        hand_back(&company);
        company.run_for(5 * MINUTE);
        assert_eq!((manual(&company), status(&company)), (None, expected));
    }
}

#[test]
fn who_resumes_winds_down_or_starts_an_automation_has_given_the_character_back() {
    let company = at_work();
    let queue = || {
        order(&company, Action::Rest);
        order(&company, Action::Rest);
    };
    queue();
    assert_eq!(change(&company, Wish::Resume), AutomationStatus::Running);
    acts(&company, "Ana", PATIENCE);
    assert_eq!(manual(&company), None);
    queue();
    let mind = Mind::new("gathering", json!({ "skill": "woodcutting" })).unwrap();
    company.block_on(company.company().start_automation(&ana(), mind)).unwrap();
    acts(&company, "Ana", PATIENCE);
    assert_eq!((manual(&company), status(&company)), (None, AutomationStatus::Running));
    queue();
    assert_eq!(change(&company, Wish::WindDown), AutomationStatus::WindingDown);
    company.run_until(PATIENCE, "it is over", |company| status(company) == AutomationStatus::Stopped);
    assert_eq!(manual(&company), None);
}

#[test]
fn who_was_coming_to_its_end_does_so_after_it_was_played_by_hand() {
    for crash in [false, true] {
        let mut company = at_work();
        company.run_until(PATIENCE, "Ana carries something", |company| {
            company.character("Ana").is_some_and(|ana| ana.inventory.total > 2)
        });
        change(&company, Wish::WindDown);
        order(&company, Action::Rest);
        if crash {
            company.crash();
            company.run_until(PATIENCE, "Ana is there", |company| company.character("Ana").is_some());
        } else {
            hand_back(&company);
        }
        company.run_until(HOUR, "it is over", |company| status(company) == AutomationStatus::Stopped);
        assert_eq!(company.character("Ana").unwrap().inventory.total, 0);
    }
}

#[test]
fn who_does_nothing_by_itself_can_be_played_by_hand_all_the_same() {
    let company = at_work();
    change(&company, Wish::Stop);
    order(&company, Action::Rest);
    all_ended(&company);
    assert_eq!((orders(&company)[0].0, status(&company)), (OrderState::Done, AutomationStatus::Stopped));
    hand_back(&company);
    let again = company.block_on(company.company().hand_back(&ana()));
    assert!(matches!(again, Err(AskError::Refused(ControlError::NotByHand))), "{again:?}");
}
