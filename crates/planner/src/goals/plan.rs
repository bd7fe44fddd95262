//! The plan: who does what for which goal, when each will be reached, what holds it up, and what cannot be done.

use std::collections::{BTreeMap, BTreeSet};

use game::{CharacterName, SimpleItem};
use serde_json::Value;

use super::{
    Goal, Progress,
    breakdown::Desk,
    company::{Company, Hands},
    cost::Costs,
    part::{Levels, Missing, Part},
    pipeline::StagePlan,
    schedule::{Order, Shift, schedule},
    span,
};
use crate::{decision::Alternative, reserve::Items};

/// A plan is changed for a gain of this share of its time, not for less: half-done work is not thrown away.
const WORTH_A_CHANGE: f64 = 0.10;

/// A goal as it stands among others.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What is wanted; nothing when it is in words that this program does not know.
    pub goal: Option<Goal>,
    /// How urgent it is: more comes first.
    pub priority: u32,
    /// Places of the goals that must be reached before it.
    pub after: Vec<usize>,
    /// What the last plan has said must be remembered of it; `null` at first.
    pub memory: Value,
}

/// What a company does for its goals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Of each goal, in their order.
    pub goals: Vec<GoalPlan>,
    /// What is to be done now: at most one for each character.
    pub assignments: Vec<Assignment>,
}

/// How a goal stands, and how it will be reached.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalPlan {
    /// Where it stands.
    pub standing: Standing,
    /// How much of it is done, 0 to 1.
    pub progress: f64,
    /// Seconds until it is reached, if it will be.
    pub seconds: Option<f64>,
    /// What holds it up longest, in words.
    pub bottleneck: Option<String>,
    /// What cannot be done, and what would help.
    pub impossible: Vec<Impossible>,
    /// Who does what for it, in the order of time.
    pub lines: Vec<Line>,
    /// What it counts on, of what there is in the bank and in bags.
    pub holds: Items,
    /// The stages of a pipeline.
    pub stages: Vec<StagePlan>,
    /// What must be remembered of it until the next plan.
    pub memory: Value,
}

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is reached.
    Reached,
    /// Somebody works for it.
    UnderWay,
    /// Nobody works for it now: others come first, or what it waits for has not come about.
    Waiting,
    /// Something in it cannot be done, and nobody works for the rest.
    Impossible,
}

/// What cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    /// What.
    pub what: String,
    /// Why not.
    pub why: String,
    /// What would help.
    pub unblock: String,
}

/// A line of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Who.
    pub character: CharacterName,
    /// Does what.
    pub what: String,
    /// Seconds from now until it begins.
    pub from_seconds: f64,
    /// Seconds that it takes; infinite when nobody knows its end.
    pub seconds: f64,
    /// Why it is this character.
    pub why: String,
}

/// What a character does for a goal now.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// Who.
    pub character: CharacterName,
    /// The goal's place among the goals.
    pub goal: usize,
    /// Which part of it.
    pub part: String,
    /// Name of the strategy.
    pub strategy: String,
    /// The strategy's configuration.
    pub config: Value,
    /// How long it will take; infinite when nobody knows its end.
    pub seconds: f64,
    /// Why this character does it, in one sentence.
    pub why: String,
    /// Who else could, and at what cost.
    pub alternatives: Vec<Alternative>,
    /// What it takes out of the bank.
    pub takes: Vec<SimpleItem>,
    /// Whether it does that already.
    pub goes_on: bool,
}

/// Makes the plan for all goals.
#[must_use]
pub fn plan(company: Company<'_>, wanted: &[Wanted]) -> Plan {
    let costs = Costs::new(company);
    let mut desk = Desk::new(company, &costs);
    let mut progress = vec![Progress { done: 0.0, wanted: 0.0 }; wanted.len()];
    let mut order: Vec<_> = (0..wanted.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(wanted[*place].priority));
    for place in order {
        match &wanted[place].goal {
            Some(goal) => {
                desk.turn_to(place, &wanted[place].memory, goal.kind.names());
                progress[place] = goal.kind.break_down(&mut desk);
            }
            None => desk.missing.push(Missing::unreadable(place)),
        }
    }
    let goals: Vec<_> = wanted.iter().map(|one| (one.priority, one.after.clone())).collect();
    let open = desk.stages.iter().filter(|(_, stages)| !stages.reached);
    let endless: BTreeSet<_> = open.map(|(place, _)| *place).collect();
    let (parts, members) = (&desk.parts[..], company.members.len());
    let order = Order { costs: &costs, parts, goals: &goals, endless: &endless, members };
    let (shifts, pins) = stable(&order, company);
    let draft = Draft { company, wanted, order: &order, shifts: &shifts, pins: &pins };
    Plan {
        goals: progress
            .iter()
            .enumerate()
            .map(|(place, progress)| draft.goal(place, *progress, &desk))
            .collect(),
        assignments: draft.assignments(),
    }
}

/// The schedule in which everybody stays at its work, unless a new one is worth the change.
fn stable(order: &Order<'_>, company: Company<'_>) -> (Vec<Shift>, BTreeMap<usize, usize>) {
    let anew = schedule(order, &BTreeMap::new());
    let pins = pins(order.parts, company);
    if pins.is_empty() {
        return (anew, pins);
    }
    let kept = schedule(order, &pins);
    // What is never given out counts as well: a plan that leaves less over is worth any change.
    let given = |shifts: &[Shift]| shifts.iter().map(|shift| weight(shift, order)).sum::<f64>();
    let better =
        given(&anew) > given(&kept) || ends(&anew, order) < (1.0 - WORTH_A_CHANGE) * ends(&kept, order);
    if better { (anew, pins) } else { (kept, pins) }
}

/// How much a shift counts: more for a goal that is urgent.
fn weight(shift: &Shift, order: &Order<'_>) -> f64 {
    f64::from(order.goals[order.parts[shift.part].goal].0 + 1)
}

/// The parts that members are at already.
fn pins(parts: &[Part], company: Company<'_>) -> BTreeMap<usize, usize> {
    let mut pins = BTreeMap::new();
    let mut taken = Vec::new();
    for (member, one) in company.members.iter().enumerate() {
        let Hands::AtWork { goal: Some(goal), part: name } = &one.hands else { continue };
        let same = |place: &usize| {
            let part = &parts[*place];
            part.goal == *goal && part.work.to_string() == *name && part.who.contains(&member)
        };
        if let Some(part) = (0..parts.len()).filter(|place| !taken.contains(place)).find(same) {
            taken.push(part);
            pins.insert(member, part);
        }
    }
    pins
}

/// The times at which the goals are reached, as far as anybody knows, added up, urgent ones counting more.
fn ends(shifts: &[Shift], order: &Order<'_>) -> f64 {
    let mut ends = vec![0.0_f64; order.goals.len()];
    for shift in shifts.iter().filter(|shift| shift.until.is_finite()) {
        let end = &mut ends[order.parts[shift.part].goal];
        *end = end.max(shift.until);
    }
    ends.iter().zip(order.goals).map(|(end, (priority, _))| end * f64::from(priority + 1)).sum()
}

struct Draft<'a> {
    company: Company<'a>,
    wanted: &'a [Wanted],
    order: &'a Order<'a>,
    shifts: &'a [Shift],
    pins: &'a BTreeMap<usize, usize>,
}

impl Draft<'_> {
    fn goal(&self, goal: usize, progress: Progress, desk: &Desk<'_>) -> GoalPlan {
        let own = |shift: &&Shift| self.order.parts[shift.part].goal == goal;
        let mut impossible: Vec<_> =
            desk.missing.iter().filter(|one| one.goal == goal).map(Impossible::from).collect();
        let parts = self.order.parts.iter().enumerate().filter(|(_, part)| part.goal == goal);
        let left = parts.filter(|(place, _)| !self.is_given(*place));
        let (waiting, left): (Vec<_>, Vec<_>) = left.partition(|(place, _)| self.waits(*place));
        impossible.extend(left.into_iter().map(|(_, part)| self.left_over(part)));
        let stages = desk.stages.get(&goal);
        let is_open = stages.is_some_and(|stages| !stages.reached) || !waiting.is_empty();
        let last = self.shifts.iter().filter(own).max_by(|one, other| one.until.total_cmp(&other.until));
        let lines: Vec<_> = self.shifts.iter().filter(own).map(|shift| self.line(shift)).collect();
        let share =
            if progress.wanted > 0.0 { (progress.done / progress.wanted).clamp(0.0, 1.0) } else { 1.0 };
        GoalPlan {
            standing: match (lines.is_empty(), impossible.is_empty()) {
                (true, true) if is_open => Standing::Waiting,
                (true, true) => Standing::Reached,
                (true, false) => Standing::Impossible,
                (false, _) if lines.iter().any(|line| line.from_seconds <= 0.0) => Standing::UnderWay,
                (false, _) => Standing::Waiting,
            },
            progress: share,
            seconds: Some(last.map_or(0.0, |shift| shift.until))
                .filter(|end| !is_open && impossible.is_empty() && end.is_finite()),
            bottleneck: match waiting.is_empty() {
                true => last.filter(|shift| shift.until.is_finite()).map(|shift| self.bottleneck(shift)),
                false => Some("it waits for a pipeline, and nobody knows for how long".to_owned()),
            },
            impossible,
            lines,
            holds: desk.held_for(goal),
            stages: stages.map(|stages| stages.shown(|part| self.at_work(part))).unwrap_or_default(),
            memory: stages.map_or(&self.wanted[goal].memory, |stages| &stages.memory).clone(),
        }
    }

    fn is_given(&self, part: usize) -> bool {
        self.shifts.iter().any(|shift| shift.part == part)
    }

    /// Who is at a part now.
    fn at_work(&self, part: usize) -> Option<CharacterName> {
        let shift = self.shifts.iter().find(|shift| shift.part == part && shift.from <= 0.0)?;
        Some(self.name(shift.member).clone())
    }

    /// Whether a part is not given out only because nobody knows the end of what comes before it, or of what those do who
    /// could do it.
    fn waits(&self, place: usize) -> bool {
        let Order { parts, goals, endless, costs, .. } = self.order;
        let Part { goal, needs, who, work, .. } = &parts[place];
        let first = &goals[*goal].1;
        let is_taken = |who: &usize| {
            let own = |shift: &Shift| shift.member == *who && !shift.until.is_finite();
            self.shifts.iter().any(own) && costs.of(*who, &Levels::new(), work).is_ok()
        };
        let earlier = (0..parts.len()).filter(|one| first.contains(&parts[*one].goal));
        !self.is_given(place)
            && (first.iter().any(|one| endless.contains(one))
                || who.iter().any(is_taken)
                || needs.iter().copied().chain(earlier).any(|one| self.waits(one)))
    }

    /// What takes longest on the way to the end of a shift.
    fn bottleneck(&self, last: &Shift) -> String {
        let way = std::iter::successors(Some(last), |shift| shift.behind.map(|place| &self.shifts[place]));
        let longest = way.max_by(|one, other| (one.until - one.from).total_cmp(&(other.until - other.from)));
        let shift = longest.unwrap_or(last);
        let (name, work) = (self.name(shift.member), &self.order.parts[shift.part].work);
        format!("{name}: {}, {} of {}", work.words(), span(shift.until - shift.from), span(last.until))
    }

    fn line(&self, shift: &Shift) -> Line {
        Line {
            character: self.name(shift.member).clone(),
            what: self.order.parts[shift.part].work.words(),
            from_seconds: shift.from,
            seconds: shift.until - shift.from,
            why: self.why(shift),
        }
    }

    /// Why a shift is this member's.
    fn why(&self, shift: &Shift) -> String {
        let Part { who, work, .. } = &self.order.parts[shift.part];
        if who.len() == 1 {
            return format!("It is {}'s own goal", self.name(shift.member));
        }
        if self.pins.get(&shift.member) == Some(&shift.part) {
            return "It is at it already".to_owned();
        }
        let span_of =
            |member: usize| self.order.costs.of(member, &Levels::new(), work).ok().map(|one| one.seconds);
        let others =
            who.iter().filter(|one| **one != shift.member).filter_map(|one| Some((*one, span_of(*one)?)));
        if !shift.until.is_finite() {
            return "It is free, and can do it".to_owned();
        }
        let own = span(shift.until - shift.from);
        match others.min_by(|(_, one), (_, other)| one.total_cmp(other)) {
            Some((other, seconds)) => {
                format!("It takes {own}; {} would take {}", self.name(other), span(seconds))
            }
            None => format!("It takes {own}; nobody else can do it"),
        }
    }

    fn assignments(&self) -> Vec<Assignment> {
        let now = self.shifts.iter().filter(|shift| shift.from <= 0.0);
        now.map(|shift| {
            let part = &self.order.parts[shift.part];
            let (strategy, config) = shift.effort.automation();
            Assignment {
                character: self.name(shift.member).clone(),
                goal: part.goal,
                part: part.work.to_string(),
                strategy,
                config,
                seconds: shift.until - shift.from,
                why: self.why(shift),
                alternatives: self.alternatives(part),
                takes: part.takes.clone(),
                goes_on: self.pins.get(&shift.member) == Some(&shift.part),
            }
        })
        .collect()
    }

    /// Who else could do a part, and at what cost.
    fn alternatives(&self, part: &Part) -> Vec<Alternative> {
        let alternative = |member: &usize| {
            let effort = self.order.costs.of(*member, &Levels::new(), &part.work);
            let (score, words, ruled_out) = match effort {
                Ok(effort) if !effort.seconds.is_finite() => (None, "can do it".to_owned(), None),
                Ok(effort) => (Some(86_400.0 / effort.seconds.max(1.0)), span(effort.seconds), None),
                Err(obstacle) => (None, obstacle.unblock, Some(obstacle.why)),
            };
            let (choice, code, unit) =
                (part.work.to_string(), self.name(*member).to_string(), "a day".to_owned());
            Alternative { choice, code, score, unit, words, ruled_out }
        };
        let mut all: Vec<_> = part.who.iter().map(alternative).collect();
        all.sort_by(|one, other| other.score.unwrap_or(0.0).total_cmp(&one.score.unwrap_or(0.0)));
        all
    }

    /// Why a part was never given out.
    fn left_over(&self, part: &Part) -> Impossible {
        let what = part.work.words();
        let refusals = part.who.iter().map(|who| self.order.costs.of(*who, &Levels::new(), &part.work));
        match refusals.collect::<Result<Vec<_>, _>>() {
            Err(obstacle) => Impossible { what, why: obstacle.why, unblock: obstacle.unblock },
            Ok(_) => Impossible {
                what,
                why: "what comes before it cannot be done".to_owned(),
                unblock: "See what is impossible before it".to_owned(),
            },
        }
    }

    fn name(&self, member: usize) -> &CharacterName {
        self.company.members[member].name()
    }
}

impl From<&Missing> for Impossible {
    fn from(Missing { what, why, unblock, .. }: &Missing) -> Self {
        Self { what: what.clone(), why: why.clone(), unblock: unblock.clone() }
    }
}
