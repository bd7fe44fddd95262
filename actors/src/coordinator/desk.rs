//! The goals of all accounts: kept durably, planned for whenever something has changed, and given out in parts.
//!
//! A character is never asked for longer than its answer takes: looking, planning and telling are tasks of their own.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use game::{AccountName, CharacterName, GoalStatus};
use journal::{Goal, Journal, JournalError, Record};
use planner::{GoalPlan, Standing};
use ractor::ActorProcessingErr;
use supervisor::{Directory, Handle, Task, Tasks, chain};
use tokio::time::Instant;
use uuid::Uuid;

use super::{
    CoordinatorMsg,
    counted::Counted,
    goals::{GoalAnswer, GoalError, GoalMsg, GoalWish, NewGoal},
    planning::{self, Known, Look, LookError, Notice, Planned},
    seen::Seen,
    sharing::Asked,
    views,
};
use crate::{
    account::character_id,
    board::GoalView,
    character::{CharacterMsg, Control, ControlError},
    ports::Ports,
};

/// How often it looks whether the plan still holds, while there are goals.
const LOOK: Duration = Duration::from_secs(5);
/// How long a character has to say whether it begins.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a part is not given to somebody again who could not go on with it.
const REST: Duration = Duration::from_secs(1800);

/// All that is kept about goals.
pub(super) struct Desk {
    pub(super) ports: Ports,
    pub(super) directory: Directory,
    tasks: Tasks<CoordinatorMsg>,
    /// Nothing until they are read.
    goals: Option<BTreeMap<Uuid, Goal>>,
    /// How each was last planned.
    planned: BTreeMap<Uuid, Planned>,
    /// What the last plan asks of the accounts' banks.
    asked: BTreeMap<AccountName, Asked>,
    /// What the last plan was made from.
    seen: Option<Seen>,
    counted: Counted,
    /// Parts that somebody could not go on with, until when they rest.
    resting: BTreeMap<(CharacterName, String), Instant>,
    next_look: Option<Task>,
    looking: bool,
}

impl Desk {
    pub(super) fn new(ports: Ports, directory: Directory, tasks: Tasks<CoordinatorMsg>) -> Self {
        Self {
            ports,
            directory,
            tasks,
            goals: None,
            planned: BTreeMap::new(),
            asked: BTreeMap::new(),
            seen: None,
            counted: Counted::default(),
            resting: BTreeMap::new(),
            next_look: None,
            looking: false,
        }
    }

    /// How many goals are still to be reached.
    pub(super) fn open(&self) -> usize {
        self.open_goals().len()
    }

    /// Reads the goals.
    pub(super) fn load(&self) {
        let journal = self.ports.journal.clone();
        self.tasks.spawn_reporting(
            "read the goals",
            async move { journal.run(Journal::goals).await },
            |goals| CoordinatorMsg::Goals(GoalMsg::Loaded(goals)),
        );
    }

    /// Takes a message in; the accounts whose banks are asked for other things now.
    pub(super) fn handle(&mut self, message: GoalMsg) -> Result<Vec<AccountName>, ActorProcessingErr> {
        match message {
            GoalMsg::Loaded(goals) => {
                self.goals = Some(goals?.into_iter().map(|goal| (goal.id, goal)).collect());
                self.show();
                self.look();
            }
            GoalMsg::Wish(wish, answer) => self.wish(wish, answer),
            // What is not durable is not true: fall, and read what is.
            GoalMsg::Kept(kept) => kept?,
            GoalMsg::Look => self.look(),
            GoalMsg::Looked(look) => return Ok(self.looked(*look)),
            GoalMsg::Told(refusals) => {
                for (what, error) in refusals {
                    // It is looked at again: whoever was just read or taken over is told then.
                    tracing::debug!(what, error = chain(&error), "a part of a goal was not taken up");
                }
            }
        }
        Ok(Vec::new())
    }

    /// What the plan for its goals asks of an account's bank.
    pub(super) fn asked(&self, account: &AccountName) -> Asked {
        self.asked.get(account).cloned().unwrap_or_default()
    }

    fn wish(&mut self, wish: GoalWish, answer: GoalAnswer) {
        let done = match &wish {
            GoalWish::Create(_) => "created",
            GoalWish::Change(..) => "changed",
            GoalWish::Delete(_) => "deleted",
        };
        match self.granted(wish) {
            Err(refused) => drop(answer.send(Err(refused))),
            Ok(goal) => {
                self.planned.remove(&goal.id);
                self.seen = None;
                let view = views::view(&goal, None, &self.ports);
                tracing::info!(goal = %goal.id, "a goal was {done}: {}", view.words);
                self.keep(vec![goal], Some((answer, view)));
                self.show();
                self.look();
            }
        }
    }

    /// The goal as a wish makes it.
    fn granted(&self, wish: GoalWish) -> Result<Goal, GoalError> {
        let goals = self.goals.as_ref().ok_or(GoalError::NotReady)?;
        let clock = self.ports.clock;
        match wish {
            GoalWish::Create(new) => {
                let id = clock.new_id();
                check_order(goals, id, &new)?;
                Ok(new.entry(id, clock))
            }
            GoalWish::Change(id, new) => {
                let old = goals.get(&id).ok_or(GoalError::Unknown(id))?;
                check_order(goals, id, &new)?;
                Ok(new.in_place_of(old, clock))
            }
            GoalWish::Delete(id) => {
                let old = goals.get(&id).ok_or(GoalError::Unknown(id))?;
                let now = clock.now();
                let status = GoalStatus::Deleted;
                Ok(Goal { status, ended_at: Some(now), changed_at: now, updated_at: now, ..old.clone() })
            }
        }
    }

    /// Makes goals durable, then answers.
    fn keep(&mut self, goals: Vec<Goal>, answer: Option<(GoalAnswer, GoalView)>) {
        let known = self.goals.get_or_insert_default();
        for goal in &goals {
            match goal.status {
                GoalStatus::Deleted => drop(known.remove(&goal.id)),
                GoalStatus::Open | GoalStatus::Reached => drop(known.insert(goal.id, goal.clone())),
            }
        }
        let records: Vec<_> = goals.into_iter().map(|goal| Record::Goal(Box::new(goal))).collect();
        let journal = self.ports.journal.clone();
        self.tasks.detach_reporting(
            "keep goals",
            async move {
                let kept: Result<(), JournalError> =
                    journal.run(move |journal| journal.append(&records)).await;
                if let Some((answer, view)) = answer {
                    let _ = answer.send(kept.as_ref().map(|()| view).map_err(|_| GoalError::NotKept));
                }
                kept
            },
            |kept| CoordinatorMsg::Goals(GoalMsg::Kept(kept)),
        );
    }

    /// Looks at the company, unless that is under way.
    fn look(&mut self) {
        if let Some(planned) = self.next_look.take() {
            planned.cancel();
        }
        if self.looking || self.goals.is_none() {
            return;
        }
        self.looking = true;
        let now = Instant::now();
        self.resting.retain(|_, until| *until > now);
        let resting = self.resting.keys().cloned().collect();
        let known = Known { seen: self.seen.clone(), resting, counted: self.counted.clone() };
        let goals = self.open_goals();
        let (ports, directory) = (self.ports.clone(), self.directory.clone());
        self.tasks.spawn_reporting(
            "plan for the goals",
            async move { Box::new(planning::look(&ports, &directory, goals, known).await) },
            |look| CoordinatorMsg::Goals(GoalMsg::Looked(look)),
        );
    }

    fn looked(&mut self, look: Result<Look, LookError>) -> Vec<AccountName> {
        self.looking = false;
        let mut changed = Vec::new();
        match look {
            Ok(Look::Unchanged) => {}
            // Nobody is told what a goal wanted before it was changed.
            Ok(Look::Planned { seen, .. }) if !seen.knows(&self.open_goals()) => {
                self.look();
                return changed;
            }
            Ok(Look::Planned { seen, planned, counted, asked, notices }) => {
                for stuck in &seen.stuck {
                    self.resting.insert(stuck.clone(), Instant::now() + REST);
                }
                self.seen = Some(*seen);
                self.planned = planned;
                self.counted = counted;
                changed = self.ask(asked);
                self.note_progress();
                self.show();
                self.tell(notices);
            }
            Err(error) => tracing::debug!(error = chain(&error), "the goals cannot be planned for yet"),
        }
        if self.open() > 0 || self.seen.as_ref().is_some_and(Seen::somebody_works) {
            let look = self.tasks.send_after(LOOK, CoordinatorMsg::Goals(GoalMsg::Look));
            self.next_look = Some(look);
        }
        changed
    }

    /// Asks of the banks what a plan takes, and nothing else; the accounts for which that is something new.
    fn ask(&mut self, asked: BTreeMap<AccountName, Asked>) -> Vec<AccountName> {
        let before = std::mem::replace(&mut self.asked, asked);
        let accounts: BTreeSet<_> = before.keys().chain(self.asked.keys()).collect();
        let changed = |account: &&AccountName| before.get(*account) != self.asked.get(*account);
        accounts.into_iter().filter(changed).cloned().collect()
    }

    /// Keeps durably which goals have been reached, and what must be remembered of the others.
    fn note_progress(&mut self) {
        let now = self.ports.clock.now();
        let noted = self.open_goals().into_iter().filter_map(|goal| {
            let GoalPlan { standing, memory, .. } = &self.planned.get(&goal.id)?.plan;
            let memory = memory.clone();
            match standing {
                Standing::Reached => {
                    let words = views::view(&goal, None, &self.ports).words;
                    tracing::info!(goal = %goal.id, "a goal is reached: {words}");
                    let (status, ended_at) = (GoalStatus::Reached, Some(now));
                    Some(Goal { status, memory, ended_at, updated_at: now, ..goal })
                }
                _ if memory != goal.memory => Some(Goal { memory, updated_at: now, ..goal }),
                _ => None,
            }
        });
        let noted: Vec<_> = noted.collect();
        if !noted.is_empty() {
            // Those who waited for it are planned for again.
            self.seen = None;
            self.keep(noted, None);
        }
    }

    /// Tells characters what to do for the goals, or that they need them no more.
    fn tell(&self, notices: Vec<Notice>) {
        if notices.is_empty() {
            return;
        }
        let directory = self.directory.clone();
        self.tasks.spawn_reporting(
            "tell characters what to do",
            async move {
                let mut refusals = Vec::new();
                for Notice { account, character, control } in notices {
                    let actor: Handle<CharacterMsg> = directory.handle(character_id(&account, &character));
                    let told = tell(&actor, control).await;
                    refusals.extend(told.err().map(|error| (character.to_string(), error)));
                }
                refusals
            },
            |refusals| CoordinatorMsg::Goals(GoalMsg::Told(refusals)),
        );
    }

    /// Puts all goals on the board.
    fn show(&self) {
        let goals = self.goals.iter().flat_map(BTreeMap::values);
        let views = goals.map(|goal| views::view(goal, self.planned.get(&goal.id), &self.ports));
        self.ports.board.post_goals(views.collect());
    }

    fn open_goals(&self) -> Vec<Goal> {
        let goals = self.goals.iter().flat_map(BTreeMap::values);
        goals.filter(|goal| goal.status == GoalStatus::Open).cloned().collect()
    }
}

/// Tells one character; whoever is away is looked at again.
async fn tell(actor: &Handle<CharacterMsg>, control: Control) -> Result<(), ControlError> {
    match actor.call(|answer| CharacterMsg::Wish(control.clone(), answer), PATIENCE).await {
        Ok(granted) => granted.map(drop),
        Err(_away) => Ok(()),
    }
}

/// Goals wait for goals that are there, and not for each other.
fn check_order(goals: &BTreeMap<Uuid, Goal>, id: Uuid, new: &NewGoal) -> Result<(), GoalError> {
    for first in &new.after {
        if !goals.contains_key(first) || *first == id {
            return Err(GoalError::NoSuchAfter(*first));
        }
        let mut open = vec![*first];
        let mut looked_at = Vec::new();
        while let Some(goal) = open.pop().and_then(|next| goals.get(&next)) {
            if goal.after.contains(&id) {
                return Err(GoalError::Circle(*first));
            }
            looked_at.push(goal.id);
            open.extend(goal.after.iter().filter(|next| !looked_at.contains(next)));
        }
    }
    Ok(())
}
