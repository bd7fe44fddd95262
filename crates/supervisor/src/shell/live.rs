//! The incarnations of children that are there, or about to be.

use std::collections::HashMap;
use std::sync::Arc;

use ractor::{ActorCell, ActorId};
use tokio::sync::watch;

use crate::directory::Incarnation;
use crate::launch::Order;
use crate::lease::Over;
use crate::machine::{Exit, Generation};
use crate::policy::{ChildId, Kind};

/// One incarnation, from the beginning of its start until it is gone.
pub(super) struct Life {
    pub(super) id: ChildId,
    pub(super) kind: Kind,
    pub(super) incarnation: Arc<Incarnation>,
    /// Heard while it is being started.
    pub(super) orders: watch::Sender<Order>,
    /// When it has let go of all that it held.
    pub(super) over: Over,
    /// Once it is up.
    pub(super) cell: Option<ActorCell>,
}

/// All of one supervisor's incarnations.
#[derive(Default)]
pub(super) struct Live {
    by_generation: HashMap<Generation, Life>,
    by_actor: HashMap<ActorId, Generation>,
    /// Ends of actors whose start has not been reported yet: ractor hands over such news before any message.
    early: HashMap<ActorId, Exit>,
}

impl Live {
    pub(super) fn insert(&mut self, generation: Generation, life: Life) {
        self.by_generation.insert(generation, life);
    }

    pub(super) fn get_mut(&mut self, generation: Generation) -> Option<&mut Life> {
        self.by_generation.get_mut(&generation)
    }

    /// The incarnation of the child called `id`.
    pub(super) fn of_child(&mut self, id: &ChildId) -> Option<&mut Life> {
        self.by_generation.values_mut().find(|life| life.id == *id)
    }

    /// Notes that a start has succeeded; gives the actor's end if that has come meanwhile.
    pub(super) fn launched(&mut self, generation: Generation, cell: ActorCell) -> Option<Exit> {
        let actor = cell.get_id();
        if let Some(life) = self.by_generation.get_mut(&generation) {
            life.cell = Some(cell);
            self.by_actor.insert(actor, generation);
        }
        let early = self.early.remove(&actor);
        self.forget_strangers();
        early
    }

    /// Whose actor has ended. None if it is a stranger; the end is kept if it may belong to a start under way.
    pub(super) fn ended(&mut self, actor: ActorId, exit: &Exit) -> Option<Generation> {
        let known = self.by_actor.get(&actor).copied();
        if known.is_none() && self.is_launching() {
            self.early.insert(actor, exit.clone());
        }
        known
    }

    pub(super) fn remove(&mut self, generation: Generation) -> Option<Life> {
        let life = self.by_generation.remove(&generation)?;
        if let Some(cell) = &life.cell {
            self.by_actor.remove(&cell.get_id());
        }
        self.forget_strangers();
        Some(life)
    }

    fn is_launching(&self) -> bool {
        self.by_generation.values().any(|life| life.cell.is_none())
    }

    fn forget_strangers(&mut self) {
        if !self.early.is_empty() && !self.is_launching() {
            self.early.clear();
        }
    }
}
