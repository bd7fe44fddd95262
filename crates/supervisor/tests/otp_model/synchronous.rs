//! The machine in a world where every start and stop is done at once, beside the model.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::time::Duration;

use proptest::prelude::*;
use supervisor::machine::{Command, Event, Exit, Generation, Machine, Outcome, Timer};
use supervisor::{ChildError, ChildId, NodeState};

use crate::model::{Model, Seen};
use crate::script::{Fate, Setup, Step, play_many_steps};

struct World {
    machine: Machine,
    fate: Fate,
    now: Duration,
    starts: HashMap<ChildId, u64>,
    up: BTreeMap<ChildId, Generation>,
    /// Those that will not stop by themselves.
    stubborn: HashSet<Generation>,
    /// One that was asked to stop and did not.
    deaf: Option<(ChildId, Generation)>,
    waits: VecDeque<(Duration, Generation)>,
    past: Vec<Generation>,
    shown: BTreeMap<ChildId, NodeState>,
    seen: Vec<Seen>,
}

impl World {
    fn boot(setup: &Setup) -> Self {
        let (machine, commands) = Machine::boot(setup.flags, setup.children.clone(), Duration::ZERO);
        let mut world = Self {
            machine,
            fate: setup.fate,
            now: Duration::ZERO,
            starts: HashMap::new(),
            up: BTreeMap::new(),
            stubborn: HashSet::new(),
            deaf: None,
            waits: VecDeque::new(),
            past: Vec::new(),
            shown: BTreeMap::new(),
            seen: Vec::new(),
        };
        world.do_all(commands);
        world
    }

    fn tell(&mut self, event: Event) {
        let commands = self.machine.handle(event, self.now);
        self.do_all(commands);
    }

    fn do_all(&mut self, commands: Vec<Command>) {
        let mut news = VecDeque::new();
        self.obey_all(commands, &mut news);
        while let Some(event) = news.pop_front() {
            let commands = self.machine.handle(event, self.now);
            self.obey_all(commands, &mut news);
        }
    }

    fn obey_all(&mut self, commands: Vec<Command>, news: &mut VecDeque<Event>) {
        for command in commands {
            self.obey(command, news);
        }
        // Whoever is given all the time stops in the end, stubborn or not.
        if let Some((id, generation)) = self.deaf.take() {
            self.end(id, generation, Seen::Stopped, Exit::Normal("shutdown".into()), news);
        }
    }

    fn obey(&mut self, command: Command, news: &mut VecDeque<Event>) {
        match command {
            Command::Start(id, generation) => {
                let nth = self.starts.entry(id.clone()).or_insert(0);
                *nth += 1;
                if self.fate.start_fails(&id, *nth) {
                    self.past.push(generation);
                    self.seen.push(Seen::DidNotStart(id));
                    news.push_back(Event::StartFailed(generation, "no".into()));
                } else {
                    if self.fate.is_stubborn(&id, *nth) {
                        self.stubborn.insert(generation);
                    }
                    self.up.insert(id.clone(), generation);
                    self.seen.push(Seen::Started(id));
                    news.push_back(Event::Started(generation));
                }
            }
            Command::Stop(id, generation) => {
                if self.stubborn.contains(&generation) {
                    self.deaf = Some((id, generation));
                } else {
                    self.end(id, generation, Seen::Stopped, Exit::Normal("shutdown".into()), news);
                }
            }
            Command::Kill(id, generation) => {
                self.end(id, generation, Seen::Killed, Exit::Abnormal("killed".into()), news);
            }
            Command::SetTimer(generation, Timer::Restart, after) => {
                let at = self.waits.partition_point(|wait| wait.0 <= self.now + after);
                self.waits.insert(at, (self.now + after, generation));
            }
            Command::SetTimer(generation, Timer::Kill, _) => {
                if self.deaf.take().is_some() {
                    news.push_back(Event::TimerFired(generation, Timer::Kill));
                }
            }
            Command::Reply(request, answer) => {
                self.seen.push(Seen::Replied(request, answer.map_err(|error| word(&error))));
            }
            Command::Show(id, state) => drop(self.shown.insert(id, state)),
            Command::Forget(id) => drop(self.shown.remove(&id)),
            Command::Ready => self.seen.push(Seen::Ready),
            Command::Finish(outcome) => self.seen.push(match outcome {
                Outcome::ShutDown => Seen::Over("shut down", None),
                Outcome::BootFailed(id, _) => Seen::Over("boot failed", Some(id)),
                Outcome::GaveUp(id, _) => Seen::Over("gave up", Some(id)),
            }),
        }
    }

    fn end(
        &mut self,
        id: ChildId,
        generation: Generation,
        how: fn(ChildId) -> Seen,
        exit: Exit,
        news: &mut VecDeque<Event>,
    ) {
        self.up.remove(&id);
        self.past.push(generation);
        self.seen.push(how(id));
        news.push_back(Event::Exited(generation, exit));
    }

    fn pass(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some((at, generation)) = self.waits.pop_front_if(|wait| wait.0 <= until) {
            self.now = at;
            self.tell(Event::TimerFired(generation, Timer::Restart));
        }
        self.now = until;
    }

    fn nth_up(&self, number: usize) -> Option<(ChildId, Generation)> {
        let nth = number.checked_rem(self.up.len())?;
        self.up.iter().nth(nth).map(|(id, generation)| (id.clone(), *generation))
    }

    fn nth_past(&self, number: usize) -> Option<Generation> {
        Some(self.past[number.checked_rem(self.past.len())?])
    }
}

fn word(error: &ChildError) -> &'static str {
    match error {
        ChildError::NotFound { .. } => "not found",
        ChildError::Running { .. } => "running",
        ChildError::AlreadyPresent { .. } => "already present",
        ChildError::Restarting { .. } => "restarting",
        ChildError::StartFailed { .. } => "did not start",
        ChildError::Terminated { .. } => "terminated",
        ChildError::ShuttingDown => "shutting down",
        ChildError::Away(_) | ChildError::DuplicateId { .. } => "not for the machine to say",
    }
}

fn take(step: &Step, request: u64, world: &mut World, model: &mut Model) {
    match step {
        Step::Fail(number) | Step::EndNormally(number) => {
            let Some((id, generation)) = world.nth_up(*number) else { return };
            let abnormal = matches!(step, Step::Fail(_));
            let exit = if abnormal { Exit::Abnormal("bug".into()) } else { Exit::Normal("done".into()) };
            world.up.remove(&id);
            world.past.push(generation);
            world.tell(Event::Exited(generation, exit));
            model.ends(&id, abnormal);
        }
        Step::StartChild(rules) => {
            world.tell(Event::StartChild(request, rules.clone()));
            model.start_child(request, rules);
        }
        Step::TerminateChild(id) => {
            world.tell(Event::TerminateChild(request, id.clone()));
            model.terminate_child(request, id);
        }
        Step::RestartChild(id) => {
            world.tell(Event::RestartChild(request, id.clone()));
            model.restart_child(request, id);
        }
        Step::DeleteChild(id) => {
            world.tell(Event::DeleteChild(request, id.clone()));
            model.delete_child(request, id);
        }
        Step::Pass(millis) => {
            world.pass(Duration::from_millis(*millis));
            model.pass(Duration::from_millis(*millis));
        }
        // What is late changes nothing: the model does not even hear of it.
        Step::LateTimer(number) => {
            let Some(generation) = world.nth_past(*number) else { return };
            // A timer that is still running is not late.
            if !world.waits.iter().any(|wait| wait.1 == generation) {
                world.tell(Event::TimerFired(generation, Timer::Restart));
            }
            world.tell(Event::TimerFired(generation, Timer::Kill));
        }
        Step::LateExit(number) => {
            let Some(generation) = world.nth_past(*number) else { return };
            world.tell(Event::Exited(generation, Exit::Abnormal("late".into())));
            world.tell(Event::StartFailed(generation, "late".into()));
        }
        Step::Finish(_) => {}
        Step::Shutdown => {
            world.tell(Event::Shutdown);
            model.shut_down("shut down", None);
        }
    }
}

fn play(setup: &Setup, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut setup = setup.clone();
    let (mut world, mut model) = (World::boot(&setup), Model::boot(&setup));
    let mut after_the_end = 0;
    for (request, step) in (1..).zip(steps) {
        compare(&mut world, &mut model)?;
        after_the_end += u32::from(model.is_over());
        if after_the_end > 2 {
            // Another life, with another fate.
            setup.fate.seed += 1;
            (world, model, after_the_end) = (World::boot(&setup), Model::boot(&setup), 0);
            compare(&mut world, &mut model)?;
        }
        take(step, request, &mut world, &mut model);
    }
    compare(&mut world, &mut model)
}

fn compare(world: &mut World, model: &mut Model) -> Result<(), TestCaseError> {
    prop_assert_eq!(std::mem::take(&mut world.seen), model.take_seen(), "machine and model");
    let told: Vec<_> = world.machine.children().collect();
    prop_assert_eq!(&told, &model.states().collect::<Vec<_>>(), "machine and model");
    let is_shown = |(id, state): &(&ChildId, NodeState)| world.shown.get(*id) == Some(state);
    let as_told = world.shown.len() == told.len() && told.iter().all(is_shown);
    prop_assert!(as_told, "what was shown: {:?}, and what is: {told:?}", world.shown);
    Ok(())
}

#[test]
fn the_machine_does_what_otp_would_do() {
    play_many_steps(play);
}
