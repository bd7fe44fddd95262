//! Actors that hold things in every place an actor can, and a register that notices when an incarnation begins, or a
//! sibling is stopped, before those that must be gone have let go.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ractor::{Actor, ActorProcessingErr, ActorRef};
use supervisor::{ChildContext, ChildSpec, Tasks};

/// How an incarnation comes to its end.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ending {
    Fail,
    Panic,
    Stop,
    /// In the middle of a message.
    Kill,
    TaskPanics,
    KillSupervisor,
    StopSupervisor,
}

/// Who holds how many things; shared by all of a test's holders.
#[derive(Clone, Default)]
pub(crate) struct Register(Arc<Mutex<Entries>>);

#[derive(Default)]
struct Entries {
    /// In start order.
    ids: Vec<&'static str>,
    /// Who, below the same supervisor, has to be gone when a holder begins.
    later: HashMap<&'static str, Vec<&'static str>>,
    /// The tree is being shut down.
    ending: bool,
    held: HashMap<&'static str, u32>,
    ups: HashMap<&'static str, u32>,
    /// How many of the next starts fail.
    failing: HashMap<&'static str, u32>,
    wrong: Vec<String>,
}

impl Register {
    /// For holders called `ids`, in start order.
    pub(crate) fn new(ids: &[&'static str]) -> Self {
        Self(Arc::new(Mutex::new(Entries { ids: ids.to_vec(), ..Entries::default() })))
    }

    /// Whenever `id` begins, `later` have to be gone.
    pub(crate) fn share_fate(&self, id: &'static str, later: &[&'static str]) {
        self.with(|entries| entries.later.insert(id, later.to_vec()));
    }

    /// A holder called `id`.
    pub(crate) fn worker(&self, id: &'static str) -> ChildSpec {
        let register = self.clone();
        ChildSpec::worker(id, move |context| {
            register.begins(id);
            let holder = Holder { id, context, register: register.clone(), _thing: register.take(id) };
            (holder, register.take(id))
        })
    }

    /// The next `times` starts of `id` fail, by an error or a panic, when things are held already.
    pub(crate) fn fail_starts(&self, id: &'static str, times: u32) {
        self.with(|entries| entries.failing.insert(id, times));
    }

    /// How often `id` has come up.
    pub(crate) fn ups(&self, id: &'static str) -> u32 {
        self.with(|entries| entries.ups.get(id).copied().unwrap_or_default())
    }

    /// From now on every stop has to wait for those after it.
    pub(crate) fn ending(&self) {
        self.with(|entries| entries.ending = true);
    }

    /// How many things are held.
    pub(crate) fn held(&self) -> u32 {
        self.with(|entries| entries.held.values().sum())
    }

    /// What should not have happened.
    pub(crate) fn wrong(&self) -> Vec<String> {
        self.with(|entries| std::mem::take(&mut entries.wrong))
    }

    fn take(&self, id: &'static str) -> Thing {
        self.with(|entries| *entries.held.entry(id).or_default() += 1);
        Thing { id, register: self.clone() }
    }

    fn begins(&self, id: &'static str) {
        self.with(|entries| {
            let later = entries.later.get(id).cloned().unwrap_or_default();
            entries.expect_free("begins", id, &later);
            entries.expect_free("begins", id, &[id]);
        });
    }

    fn stops(&self, id: &'static str) {
        self.with(|entries| {
            if entries.ending {
                let after: Vec<_> =
                    entries.ids.iter().copied().skip_while(|other| *other != id).skip(1).collect();
                entries.expect_free("is stopped", id, &after);
            }
        });
    }

    /// Whether this start is to fail, and how many more.
    fn start_fails(&self, id: &'static str) -> Option<u32> {
        self.with(|entries| {
            let left = entries.failing.get_mut(id).filter(|left| **left > 0)?;
            *left -= 1;
            Some(*left)
        })
    }

    fn with<T>(&self, look: impl FnOnce(&mut Entries) -> T) -> T {
        look(&mut self.0.lock().unwrap())
    }
}

impl Entries {
    fn expect_free(&mut self, does: &str, id: &'static str, others: &[&'static str]) {
        for other in others {
            let held = self.held.get(other).copied().unwrap_or_default();
            if held > 0 {
                self.wrong.push(format!("{id} {does} while {held} things of {other} are held"));
            }
        }
    }
}

/// Something of which there is one, such as a database file or a port.
pub(crate) struct Thing {
    id: &'static str,
    register: Register,
}

impl Drop for Thing {
    fn drop(&mut self) {
        // Long enough for a successor that does not wait to find it held.
        std::thread::sleep(Duration::from_micros(200));
        self.register.with(|entries| *entries.held.get_mut(self.id).unwrap() -= 1);
    }
}

/// Holds a thing itself, in its state, in a task, and in a handler that is killed.
pub(crate) struct Holder {
    id: &'static str,
    context: ChildContext,
    register: Register,
    _thing: Thing,
}

pub(crate) struct HolderState {
    tasks: Tasks<Ending>,
    _thing: Thing,
}

impl Actor for Holder {
    type Msg = Ending;
    type State = HolderState;
    type Arguments = Thing;

    async fn pre_start(
        &self,
        myself: ActorRef<Ending>,
        thing: Thing,
    ) -> Result<HolderState, ActorProcessingErr> {
        let tasks = self.context.tasks(&myself);
        let kept = self.register.take(self.id);
        tasks.spawn("nothing", async move {
            let _kept = kept;
            std::future::pending().await
        });
        match self.register.start_fails(self.id) {
            None => {}
            Some(0) => return Err("no start".into()),
            Some(_) => panic!("no start at all"),
        }
        self.register.with(|entries| *entries.ups.entry(self.id).or_default() += 1);
        Ok(HolderState { tasks, _thing: thing })
    }

    async fn handle(
        &self,
        myself: ActorRef<Ending>,
        ending: Ending,
        state: &mut HolderState,
    ) -> Result<(), ActorProcessingErr> {
        let thing = self.register.take(self.id);
        match ending {
            Ending::Fail => return Err("no more".into()),
            Ending::Panic => panic!("a bug in {}", self.id),
            Ending::Stop => myself.stop(None),
            Ending::Kill => {
                myself.kill();
                std::future::pending::<()>().await;
            }
            Ending::TaskPanics => {
                state.tasks.spawn("bug", async move {
                    let _thing = thing;
                    panic!("a bug in a task of its own")
                });
            }
            Ending::KillSupervisor => myself.try_get_supervisor().unwrap().kill(),
            Ending::StopSupervisor => myself.try_get_supervisor().unwrap().stop(None),
        }
        Ok(())
    }

    async fn post_stop(&self, _: ActorRef<Ending>, _: &mut HolderState) -> Result<(), ActorProcessingErr> {
        self.register.stops(self.id);
        Ok(())
    }
}
