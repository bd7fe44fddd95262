//! Tests of membership, and of what is paid for it (RULES §2).

use jiff::SignedDuration;

use super::*;
use crate::{Plan, Source, Subscription, Wares};

const MONTHLY: Wares = Wares::Subscription { plan: Plan::Monthly, recurring: true };

/// The end of so many days from the opening.
fn day(days: i64) -> jiff::Timestamp {
    OPENING + SignedDuration::from_hours(24 * days)
}

/// The company has ordered and paid.
fn paid(mut stage: Stage, wares: Wares) -> Stage {
    let order = stage.world.order(&company(), wares, stage.now).unwrap();
    stage.world.pay(&order, stage.now).unwrap();
    stage
}

fn running(stage: &Stage, days: i64) -> Option<Subscription> {
    stage.company().subscription(day(days))
}

#[track_caller]
fn refused<T: std::fmt::Debug>(call: Result<T, game::Refusal>) -> u16 {
    call.unwrap_err().code.number()
}

#[test]
fn nobody_is_a_member_from_the_start_and_a_setting_makes_one() {
    assert!(!Stage::new().company().is_member(OPENING));
    let mut stage = Stage::new();
    stage.world.set_account(&company(), Some(true), Some(30), Some(2), OPENING).unwrap();
    let company = stage.company();
    assert!(company.is_member(day(10_000)) && company.subscription(OPENING).is_none());
    assert_eq!((company.gems, company.member_tokens), (30, 2));
    assert_eq!(refused(stage.world.set_account(&"nobody".parse().unwrap(), None, None, None, OPENING)), 404);
}

#[test]
fn an_order_counts_when_it_is_paid_for_and_only_once() {
    let mut stage = Stage::new();
    let order = stage.world.order(&company(), MONTHLY, OPENING).unwrap();
    assert!(!stage.company().is_member(OPENING));
    stage.world.pay(&order, OPENING).unwrap();
    assert!(stage.company().is_member(OPENING));
    assert_eq!(stage.company().purchases[0].wares.price(), 500);
    assert_eq!(refused(stage.world.pay(&order, OPENING)), 404);
}

#[test]
fn what_goes_on_is_in_its_present_period_until_it_is_cancelled() {
    let mut stage = paid(Stage::new(), MONTHLY);
    let third = running(&stage, 75).unwrap();
    assert_eq!((third.period_start, third.period_end), (day(60), day(90)));
    stage.world.cancel_subscription(&company(), day(75)).unwrap();
    assert_eq!(running(&stage, 89).unwrap().cancelled_at, Some(day(75)));
    assert_eq!(running(&stage, 90), None);
    assert_eq!(refused(stage.world.cancel_subscription(&company(), day(76))), 404);
}

#[test]
fn what_is_paid_for_once_ends_with_its_period_and_can_be_added_to() {
    let annual = Wares::Subscription { plan: Plan::Annual, recurring: false };
    let stage = paid(Stage::new(), annual);
    assert_eq!(running(&stage, 364).unwrap().period_end, day(365));
    let stage = paid(stage, annual);
    assert_eq!(running(&stage, 400).unwrap().period_end, day(730));
    assert_eq!(running(&stage, 730), None);
}

#[test]
fn member_tokens_add_a_month_each_and_mix_with_gems() {
    let mut stage = Stage::new().account(|company| (company.gems, company.member_tokens) = (600, 1));
    assert_eq!(stage.world.redeem_member_token(&company(), OPENING).unwrap(), day(30));
    assert_eq!(running(&stage, 0).unwrap().source, Source::MemberToken);
    assert_eq!(stage.world.subscribe_with_gems(&company(), 500, day(1)).unwrap(), day(60));
    let both = running(&stage, 1).unwrap();
    assert_eq!((both.plan, both.source, stage.company().gems), (Plan::Prepaid, Source::Mixed, 100));
    assert_eq!(refused(stage.world.redeem_member_token(&company(), day(1))), 572);
    assert_eq!(refused(stage.world.subscribe_with_gems(&company(), 500, day(1))), 563);
}

#[test]
fn nothing_is_added_to_what_money_is_paid_for_again_and_again() {
    let mut stage =
        paid(Stage::new(), MONTHLY).account(|company| (company.gems, company.member_tokens) = (900, 1));
    let once = Wares::Subscription { plan: Plan::Monthly, recurring: false };
    assert_eq!(refused(stage.world.order(&company(), MONTHLY, OPENING)), 565);
    assert_eq!(refused(stage.world.order(&company(), once, OPENING)), 573);
    assert_eq!(refused(stage.world.redeem_member_token(&company(), OPENING)), 573);
    assert_eq!(refused(stage.world.subscribe_with_gems(&company(), 500, OPENING)), 573);
    assert_eq!((stage.company().gems, stage.company().member_tokens), (900, 1));
}
