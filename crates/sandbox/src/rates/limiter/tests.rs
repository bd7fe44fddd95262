//! Tests of the rate windows (RULES §3).

use std::net::Ipv4Addr;

use super::*;

const CLIENT: Client = Client::Address(IpAddr::V4(Ipv4Addr::LOCALHOST));

fn other(last: u8) -> Client {
    Client::Address(Ipv4Addr::new(10, 0, 0, last).into())
}

fn ms(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_785_000_000_000 + milliseconds).unwrap()
}

fn limiter(second: u32, minute: u32) -> Limiter {
    let action = WindowLimits { second: Some(second), minute: Some(minute), ..WindowLimits::default() };
    Limiter::new(RateLimits { action, ..RateLimits::default() })
}

fn take(limiter: &mut Limiter, at: i64) -> bool {
    limiter.take(CLIENT, Bucket::Action, ms(at)).allowed
}

#[test]
fn a_window_begins_with_its_first_request_and_ends_after_its_length() {
    let mut limiter = limiter(2, 100);
    assert!(take(&mut limiter, 700));
    assert!(take(&mut limiter, 1_600));
    assert!(!take(&mut limiter, 1_699));
    assert!(take(&mut limiter, 1_700));
}

#[test]
fn a_request_must_fit_into_every_window_and_counts_in_none_otherwise() {
    let mut limiter = limiter(2, 3);
    let allowed: Vec<_> = [0, 1, 2, 1_000, 1_001].into_iter().map(|at| take(&mut limiter, at)).collect();
    assert_eq!(allowed, [true, true, false, true, false]);
    let left: Vec<_> =
        limiter.windows(&CLIENT, Bucket::Action, ms(1_002)).iter().map(|window| window.remaining).collect();
    assert_eq!(left, [1, 0]);
}

#[test]
fn buckets_and_clients_do_not_share() {
    let mut limiter = limiter(1, 1);
    assert!(take(&mut limiter, 0));
    assert!(limiter.take(CLIENT, Bucket::Data, ms(1)).allowed);
    assert!(limiter.take(other(1), Bucket::Action, ms(1)).allowed);
    assert!(!take(&mut limiter, 1));
}

#[test]
fn a_bucket_without_windows_lets_everything_pass() {
    let mut limiter = Limiter::new(RateLimits::unlimited());
    assert!((0..1_000).all(|_| take(&mut limiter, 0)));
    assert!(limiter.windows(&CLIENT, Bucket::Action, ms(0)).is_empty());
}

#[test]
fn a_faster_world_has_proportionally_higher_limits() {
    let scaled = RateLimits::default().scaled(2.5);
    assert_eq!((scaled.action.second, scaled.action.minute, scaled.data.day), (Some(25), Some(250), None));
}

#[test]
fn clients_that_have_gone_are_forgotten() {
    let mut limiter = limiter(1, 1);
    for last in 0..50 {
        limiter.take(other(last), Bucket::Action, ms(0));
    }
    take(&mut limiter, 60_000);
    assert_eq!(limiter.counts.len(), 1);
}
