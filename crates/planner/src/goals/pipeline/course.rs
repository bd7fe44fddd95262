//! How far a pipeline is, and what is to be done in it now.

use std::{collections::BTreeSet, ops::Range};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    Pipeline,
    stage::Stage,
    stand::{Crew, Stand},
};
use crate::{
    config,
    goals::{Progress, breakdown::Desk, company::Hands, part::Work},
};

/// What must be remembered of a pipeline.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Memory {
    /// How often it has been gone through.
    rounds: u32,
    /// The stages that are done this time, by their places.
    done: BTreeSet<usize>,
}

/// A pipeline as it stands in a plan.
#[derive(Debug, Clone)]
pub(crate) struct Stages {
    /// What must be remembered of it.
    pub(crate) memory: Value,
    /// Whether it has been gone through as often as is wanted.
    pub(crate) reached: bool,
    pub(super) stages: Vec<StageDraft>,
}

/// A stage, before it is known who is free for it.
#[derive(Debug, Clone)]
pub(super) struct StageDraft {
    pub(super) title: String,
    pub(super) is_done: bool,
    /// The conditions that it waits for, in words; empty when it may go on.
    pub(super) waits_for: String,
    /// How far it is, in words.
    pub(super) progress: String,
    /// The parts that were laid out for it.
    pub(super) parts: Range<usize>,
}

/// A pipeline, as far as it is.
pub(super) struct Course<'a> {
    pipeline: &'a Pipeline,
    memory: Memory,
    /// How far each stage is; nothing for one that ends with the others.
    stands: Vec<Option<Stand>>,
}

impl<'a> Course<'a> {
    /// How far a pipeline is now.
    pub(super) fn read(pipeline: &'a Pipeline, desk: &mut Desk<'_>) -> Self {
        let mut memory: Memory = Memory::deserialize(&desk.memory).unwrap_or_default();
        let stands: Vec<_> = pipeline.stages.iter().map(|stage| furthest(stage, desk)).collect();
        let holds = |stand: &Option<Stand>| stand.as_ref().is_some_and(Stand::holds);
        let now: BTreeSet<_> = (0..stands.len()).filter(|place| holds(&stands[*place])).collect();
        memory.done.extend(&now);
        let mut course = Self { pipeline, memory, stands };
        if course.is_through() && !course.is_last() && course.memory.done != now {
            course.memory = Memory { rounds: course.memory.rounds + 1, done: now };
        }
        course
    }

    /// Lays out what is to be done now, and says how far the pipeline is.
    pub(super) fn lay_out(self, desk: &mut Desk<'_>) -> Progress {
        let stages = self.pipeline.stages.iter().enumerate();
        let stages = stages.map(|(place, stage)| self.stage(place, stage, desk)).collect();
        let reached = self.is_through() && self.is_last();
        let memory = config::to_value(&self.memory);
        desk.stages.insert(desk.goal, Stages { memory, reached, stages });
        let ending =
            self.stands.iter().enumerate().filter_map(|(place, stand)| Some((place, stand.as_ref()?)));
        let share = |(place, stand): (usize, &Stand)| if self.is_done(place) { 1.0 } else { stand.share };
        Progress { done: ending.clone().map(share).sum(), wanted: ending.count().max(1) as f64 }
    }

    /// Whether all stages are done that end by themselves. Where there are none, it never is.
    fn is_through(&self) -> bool {
        let mut ending = (0..self.stands.len()).filter(|place| self.stands[*place].is_some()).peekable();
        ending.peek().is_some() && ending.all(|place| self.memory.done.contains(&place))
    }

    /// Whether it is not gone through again after this time.
    fn is_last(&self) -> bool {
        self.pipeline.times.is_some_and(|times| self.memory.rounds + 1 >= times)
    }

    fn is_done(&self, place: usize) -> bool {
        self.memory.done.contains(&place) || self.is_through()
    }

    fn stage(&self, place: usize, stage: &Stage, desk: &mut Desk<'_>) -> StageDraft {
        let from = desk.parts.len();
        let is_done = self.is_done(place);
        let mut waits_for = String::new();
        if !is_done {
            waits_for = open(stage, place, desk);
        }
        let progress = match &self.stands[place] {
            _ if is_done => String::new(),
            Some(stand) => stand.words.clone(),
            None if self.stands.iter().any(Option::is_some) => "until all others are done".to_owned(),
            None => "without an end".to_owned(),
        };
        let title = stage.title().to_owned();
        StageDraft { title, is_done, waits_for, progress, parts: from..desk.parts.len() }
    }
}

/// How far a stage is with the condition that is nearest to being met.
fn furthest(stage: &Stage, desk: &mut Desk<'_>) -> Option<Stand> {
    let crew = crew(stage, desk);
    let stands = stage.until.iter().map(|one| crew.stand(one, desk, |code| desk.banked(code)));
    stands.max_by(|one, other| one.share.total_cmp(&other.share))
}

/// Lays out what is to be done in a stage; or says what it waits for.
fn open(stage: &Stage, place: usize, desk: &mut Desk<'_>) -> String {
    let work = stage.work(place);
    let crew = crew(stage, desk);
    let goal = Some(desk.goal);
    let name = work.to_string();
    let is_at_it =
        |hands: &Hands| matches!(hands, Hands::AtWork { goal: at, part } if *at == goal && *part == name);
    if !desk.concerned().any(|(_, member)| is_at_it(&member.hands)) {
        // What a more urgent goal has put aside is not there for this one.
        let there = |code: &_| desk.banked(code).min(desk.there(code));
        let stands = stage.from.iter().map(|one| crew.stand(one, desk, there));
        let unmet: Vec<_> = stands.filter(|stand| !stand.holds()).map(|stand| stand.words).collect();
        if !unmet.is_empty() {
            return unmet.join(", ");
        }
    }
    let done = desk.concerned().filter(|(_, member)| stage.is_done_by(member)).count();
    desk.concern(|member| stage.names.include(member) && !stage.is_done_by(member));
    if stage.names.is_everybody() {
        let hands = crew.hands.saturating_sub(done).max(1);
        for _ in 0..hands.min(desk.free_hands().count().max(1)) {
            desk.add_for_any(Work::Stage(work.clone()), Vec::new(), Vec::new());
        }
    } else {
        let named: Vec<_> = desk.concerned().map(|(place, _)| place).collect();
        for place in named {
            desk.add_for(place, Work::Stage(work.clone()));
        }
    }
    String::new()
}

/// Turns to those who may work in a stage.
fn crew<'a>(stage: &Stage, desk: &mut Desk<'a>) -> Crew<'a> {
    desk.concern(|member| stage.names.include(member));
    let characters: Vec<_> = desk.concerned().map(|(_, member)| &member.character).collect();
    let everybody = characters.len();
    let hands = if stage.names.is_everybody() { stage.hands.min(everybody) } else { everybody };
    Crew { characters, hands }
}
