//! Single rules, told as short histories. Holding the machine against a model of OTP is the part of `tests/otp_model`;
//! here are the cases that it once found, and those that a reader would ask about.

use super::*;
use crate::policy::{Backoff, Kind, Restart, Shutdown, Strategy};

/// A machine, and what it wants as words: `start a 1` is the first start of all, of child `a`.
struct Story {
    machine: Machine,
    now: Duration,
}

impl Story {
    /// A supervisor of five restarts in ten seconds whose children are up.
    fn of(strategy: Strategy, children: &[ChildRules]) -> Self {
        let flags = Flags { strategy, intensity: 5, period: Duration::from_secs(10) };
        let (machine, _) = Machine::boot(flags, children.iter().cloned(), Duration::ZERO);
        let mut story = Self { machine, now: Duration::ZERO };
        for generation in (1..).map(Generation).take(children.len()) {
            story.tell(Event::Started(generation));
        }
        story
    }

    fn tell(&mut self, event: Event) -> String {
        let commands = self.machine.handle(event, self.now);
        commands.iter().filter_map(words).collect::<Vec<_>>().join(", ")
    }

    fn falls(&mut self, generation: u64) -> String {
        self.tell(Event::Exited(Generation(generation), Exit::Abnormal("bug".into())))
    }

    fn stops(&mut self, generation: u64) -> String {
        self.tell(Event::Exited(Generation(generation), Exit::Normal("shutdown".into())))
    }

    fn fails_to_start(&mut self, generation: u64) -> String {
        self.tell(Event::StartFailed(Generation(generation), "no".into()))
    }

    fn timer(&mut self, generation: u64, timer: Timer) -> String {
        self.tell(Event::TimerFired(Generation(generation), timer))
    }

    fn terminate(&mut self, id: &str) -> String {
        self.tell(Event::TerminateChild(0, id.into()))
    }
}

fn words(command: &Command) -> Option<String> {
    Some(match command {
        Command::Start(id, generation) => format!("start {id} {}", generation.0),
        Command::Stop(id, _) => format!("stop {id}"),
        Command::Kill(id, _) => format!("kill {id}"),
        Command::SetTimer(_, Timer::Restart, after) => format!("wait {after:?}"),
        Command::SetTimer(_, Timer::Kill, after) => format!("kill after {after:?}"),
        Command::Reply(_, Ok(())) => "ok".to_owned(),
        Command::Reply(_, Err(error)) => error.to_string(),
        Command::Finish(outcome) => format!("{outcome:?}"),
        Command::Show(..) | Command::Forget(_) | Command::Ready => return None,
    })
}

fn worker(id: &str) -> ChildRules {
    ChildRules::new(id.into(), Kind::Worker, Shutdown::Infinity)
}

fn with_backoff(id: &str) -> ChildRules {
    let backoff = Backoff::exponential(Duration::from_secs(1), Duration::from_secs(4));
    ChildRules { backoff, ..worker(id) }
}

#[test]
fn terminating_a_child_during_a_common_restart_does_not_disturb_the_order() {
    let mut story = Story::of(Strategy::OneForAll, &["a", "b", "c"].map(worker));
    assert_eq!(story.falls(1), "stop c");
    assert_eq!(story.terminate("c"), "", "it is being stopped, and b waits for it");
    assert_eq!(story.stops(3), "ok, stop b");
    assert_eq!(story.stops(2), "start a 4");
    assert_eq!(story.tell(Event::Started(Generation(4))), "start b 5");
    assert_eq!(story.tell(Event::Started(Generation(5))), "", "c was terminated");
}

#[test]
fn a_start_that_fails_during_the_end_is_no_reason_to_restart() {
    let mut story = Story::of(Strategy::OneForOne, &[with_backoff("a"), worker("b")]);
    assert_eq!(story.falls(1), "wait 1s");
    assert_eq!(story.timer(1, Timer::Restart), "start a 3");
    assert_eq!(story.tell(Event::Shutdown), "stop b");
    assert_eq!(story.fails_to_start(3), "");
    assert_eq!(story.stops(2), "ShutDown");
}

#[test]
fn a_late_timer_of_a_terminated_child_does_nothing() {
    let mut story = Story::of(Strategy::OneForOne, &[with_backoff("a")]);
    assert_eq!(story.falls(1), "wait 1s");
    assert_eq!(story.terminate("a"), "ok");
    assert_eq!(story.timer(1, Timer::Restart), "");
    assert_eq!(story.tell(Event::RestartChild(0, "a".into())), "start a 2");
    assert_eq!(story.timer(1, Timer::Restart), "");
}

#[test]
fn a_late_timer_does_not_shorten_the_wait_of_the_next_incarnation() {
    let mut story = Story::of(Strategy::OneForOne, &[with_backoff("a")]);
    story.falls(1);
    assert_eq!(story.timer(1, Timer::Restart), "start a 2");
    assert_eq!(story.fails_to_start(2), "wait 2s");
    assert_eq!(story.timer(1, Timer::Restart), "");
    assert_eq!(story.timer(2, Timer::Restart), "start a 3");
}

#[test]
fn a_child_that_came_up_before_its_cancellation_is_stopped_again() {
    let mut story = Story::of(Strategy::OneForOne, &["a"].map(worker));
    story.falls(1);
    assert_eq!(story.terminate("a"), "stop a");
    assert_eq!(story.tell(Event::Started(Generation(2))), "stop a");
    assert_eq!(story.stops(2), "ok");
}

#[test]
fn a_child_is_killed_when_its_time_is_up_and_then_waited_for() {
    let limited = ChildRules { shutdown: Shutdown::Timeout(Duration::from_secs(5)), ..worker("a") };
    let mut story = Story::of(Strategy::OneForOne, &[limited]);
    assert_eq!(story.tell(Event::Shutdown), "stop a, kill after 5s");
    assert_eq!(story.timer(1, Timer::Kill), "kill a");
    assert_eq!(story.falls(1), "ShutDown");
}

#[test]
fn a_wait_begins_anew_after_the_child_has_been_up_for_long_enough() {
    let mut story = Story::of(Strategy::OneForOne, &[with_backoff("a")]);
    assert_eq!(story.falls(1), "wait 1s");
    story.timer(1, Timer::Restart);
    story.tell(Event::Started(Generation(2)));
    assert_eq!(story.falls(2), "wait 2s");
    story.timer(2, Timer::Restart);
    story.tell(Event::Started(Generation(3)));
    story.now = Duration::from_secs(8);
    assert_eq!(story.falls(3), "wait 1s");
}

#[test]
fn siblings_do_not_wait_for_a_child_that_is_terminated() {
    let mut story = Story::of(Strategy::OneForAll, &[with_backoff("a"), worker("b")]);
    assert_eq!(story.falls(1), "wait 1s, stop b");
    assert_eq!(story.stops(2), "");
    assert_eq!(story.terminate("a"), "ok, start b 3");
}

#[test]
fn the_first_failure_of_many_names_the_reason_of_the_end() {
    let flags = Flags { intensity: 0, ..Flags::new(Strategy::OneForOne) };
    let temporary = ChildRules { restart: Restart::Temporary, ..worker("c") };
    let (machine, _) = Machine::boot(flags, [worker("a"), worker("b"), temporary], Duration::ZERO);
    let mut story = Story { machine, now: Duration::ZERO };
    for generation in 1..=3 {
        story.tell(Event::Started(Generation(generation)));
    }
    assert_eq!(story.falls(3), "", "nobody restarts a temporary child");
    assert_eq!(story.falls(1), "stop b");
    assert_eq!(story.falls(2), "GaveUp(\"a\", \"bug\")");
}
