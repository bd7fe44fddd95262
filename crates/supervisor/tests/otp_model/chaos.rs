//! The machine in a world where everything takes its time: starts, stops and timers are done in any order, and children
//! fall at any moment, also while they are being stopped.

mod observer;

use std::time::Duration;

use proptest::prelude::*;
use supervisor::machine::{Command, Event, Exit, Machine};

use crate::script::{Fate, Setup, Step, play_many_steps};
use observer::{Life, Observer, Stage};

struct World {
    machine: Machine,
    fate: Fate,
    now: Duration,
    observer: Observer,
    /// What the machine was told, and what it wanted, for the one who has to understand a failure.
    history: Vec<(Option<Event>, Vec<Command>)>,
    /// Choices made so far, to draw the next one.
    drawn: u64,
}

impl World {
    fn boot(setup: &Setup) -> Result<Self, TestCaseError> {
        let (machine, commands) = Machine::boot(setup.flags, setup.children.clone(), Duration::ZERO);
        let observer = Observer::new(setup);
        let mut world =
            Self { machine, fate: setup.fate, now: Duration::ZERO, observer, history: Vec::new(), drawn: 0 };
        world.watch(None, commands)?;
        Ok(world)
    }

    fn tell(&mut self, event: Event) -> Result<(), TestCaseError> {
        self.observer.hears(&event, self.now);
        let commands = self.machine.handle(event.clone(), self.now);
        self.watch(Some(event), commands)
    }

    fn watch(&mut self, event: Option<Event>, commands: Vec<Command>) -> Result<(), TestCaseError> {
        let mut seen = commands.iter().map(|command| self.observer.sees(command, self.now));
        let judged = seen.find(Result::is_err).unwrap_or(Ok(()));
        self.history.push((event, commands));
        judged.map_err(|error| self.tell_history(&error))
    }

    fn tell_history(&self, error: &TestCaseError) -> TestCaseError {
        let lines = self.history.iter().map(|(event, commands)| format!("\n{event:?}\n    {commands:?}"));
        TestCaseError::fail(format!("{error}\n{}", lines.collect::<String>()))
    }

    fn at_rest(&self) -> Result<(), TestCaseError> {
        self.observer.at_rest(&self.machine).map_err(|error| self.tell_history(&error))
    }

    fn chance(&mut self, one_in: u64) -> bool {
        self.drawn += 1;
        self.fate.draw(self.drawn).is_multiple_of(one_in)
    }

    fn take(&mut self, step: &Step, request: u64) -> Result<(), TestCaseError> {
        match step {
            Step::Fail(number) | Step::EndNormally(number) => {
                let up = self.observer.lives_that(|life| life.stage == Stage::Up);
                let Some(generation) = pick(&up, *number) else { return Ok(()) };
                let exit = match step {
                    Step::Fail(_) => Exit::Abnormal("bug".into()),
                    _ => Exit::Normal("done".into()),
                };
                self.tell(Event::Exited(generation, exit))
            }
            Step::StartChild(rules) => self.tell(Event::StartChild(request, rules.clone())),
            Step::TerminateChild(id) => self.tell(Event::TerminateChild(request, id.clone())),
            Step::RestartChild(id) => self.tell(Event::RestartChild(request, id.clone())),
            Step::DeleteChild(id) => self.tell(Event::DeleteChild(request, id.clone())),
            Step::Pass(millis) => {
                self.now += Duration::from_millis(*millis);
                Ok(())
            }
            Step::LateTimer(number) => {
                let Some((generation, timer)) = pick(&self.observer.fired, *number) else { return Ok(()) };
                self.tell(Event::TimerFired(generation, timer))
            }
            Step::LateExit(number) => {
                let gone = self.observer.lives_that(|life| life.stage == Stage::Gone);
                let Some(generation) = pick(&gone, *number) else { return Ok(()) };
                self.tell(Event::Exited(generation, Exit::Abnormal("late".into())))
            }
            Step::Finish(number) => self.finish(*number, true).map(drop),
            Step::Shutdown => self.tell(Event::Shutdown),
        }
    }

    /// Lets one thing that is under way come to its end; whether there was one.
    fn finish(&mut self, number: usize, may_fail: bool) -> Result<bool, TestCaseError> {
        let due = self.observer.take_due(self.now);
        if let Some((generation, timer)) = due {
            self.tell(Event::TimerFired(generation, timer))?;
            return Ok(true);
        }
        let under_way = self.observer.lives_that(Life::is_under_way);
        let Some(generation) = pick(&under_way, number) else { return Ok(false) };
        let life = self.observer.lives[&generation].clone();
        let event = match life.stage {
            // A start that is called off may still come up, or may never have begun.
            Stage::Starting if life.asked && self.chance(2) => Event::StartFailed(generation, "off".into()),
            Stage::Starting if may_fail && self.chance(4) => Event::StartFailed(generation, "no".into()),
            Stage::Starting => Event::Started(generation),
            Stage::Up if life.killed => Event::Exited(generation, Exit::Abnormal("killed".into())),
            Stage::Up | Stage::Gone => Event::Exited(generation, Exit::Normal("shutdown".into())),
        };
        self.tell(event)?;
        Ok(true)
    }

    /// Lets everything come to its end, and nothing fail any more.
    fn calm_down(&mut self) -> Result<(), TestCaseError> {
        for _ in 0..1000 {
            if self.finish(0, false)? {
                continue;
            }
            if !self.observer.has_timers() {
                return Ok(());
            }
            self.now += Duration::from_secs(1);
        }
        Err(self.tell_history(&TestCaseError::fail("it never comes to rest")))
    }
}

fn pick<T: Copy>(among: &[T], number: usize) -> Option<T> {
    Some(among[number.checked_rem(among.len())?])
}

fn play(setup: &Setup, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut setup = setup.clone();
    let mut world = World::boot(&setup)?;
    for (request, step) in (1..).zip(steps) {
        if world.observer.is_over() {
            // Another life, with another fate.
            world.at_rest()?;
            setup.fate.seed += 1;
            world = World::boot(&setup)?;
        }
        world.take(step, request)?;
    }
    world.calm_down()?;
    world.at_rest()
}

#[test]
fn what_must_hold_at_any_time_holds() {
    play_many_steps(play);
}
