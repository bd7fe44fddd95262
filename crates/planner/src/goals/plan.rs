//! The plan: who does what for which goal, when each will be reached, what holds it up, and what cannot be done.

use std::collections::BTreeMap;

use game::{CharacterName, SimpleItem};
use serde_json::Value;

use super::{
    Goal, Progress,
    breakdown::Desk,
    company::{Company, Hands},
    cost::Costs,
    part::{Levels, Missing, Part},
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
}

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is reached.
    Reached,
    /// Somebody works for it.
    UnderWay,
    /// Nobody works for it now: others come first.
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
    /// Seconds that it takes.
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
    /// How long it will take.
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
                desk.turn_to(place, goal.kind.names());
                progress[place] = goal.kind.break_down(&mut desk);
            }
            None => desk.missing.push(Missing::unreadable(place)),
        }
    }
    let goals: Vec<_> = wanted.iter().map(|one| (one.priority, one.after.clone())).collect();
    let order = Order { costs: &costs, parts: &desk.parts, goals: &goals, members: company.members.len() };
    let (shifts, pins) = stable(&order, company);
    let draft = Draft { company, order: &order, shifts: &shifts, pins: &pins };
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
    let better = anew.len() > kept.len() || ends(&anew, order) < (1.0 - WORTH_A_CHANGE) * ends(&kept, order);
    if better { (anew, pins) } else { (kept, pins) }
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

/// The times at which the goals are reached, added up, urgent ones counting more.
fn ends(shifts: &[Shift], order: &Order<'_>) -> f64 {
    let mut ends = vec![0.0_f64; order.goals.len()];
    for shift in shifts {
        let end = &mut ends[order.parts[shift.part].goal];
        *end = end.max(shift.until);
    }
    ends.iter().zip(order.goals).map(|(end, (priority, _))| end * f64::from(priority + 1)).sum()
}

struct Draft<'a> {
    company: Company<'a>,
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
        let left = parts.filter(|(place, _)| self.shifts.iter().all(|shift| shift.part != *place));
        impossible.extend(left.map(|(_, part)| self.left_over(part)));
        let last = self.shifts.iter().filter(own).max_by(|one, other| one.until.total_cmp(&other.until));
        let lines: Vec<_> = self.shifts.iter().filter(own).map(|shift| self.line(shift)).collect();
        let share =
            if progress.wanted > 0.0 { (progress.done / progress.wanted).clamp(0.0, 1.0) } else { 1.0 };
        GoalPlan {
            standing: match (lines.is_empty(), impossible.is_empty()) {
                (true, true) => Standing::Reached,
                (true, false) => Standing::Impossible,
                (false, _) if lines.iter().any(|line| line.from_seconds <= 0.0) => Standing::UnderWay,
                (false, _) => Standing::Waiting,
            },
            progress: share,
            seconds: if impossible.is_empty() { Some(last.map_or(0.0, |shift| shift.until)) } else { None },
            bottleneck: last.map(|shift| self.bottleneck(shift)),
            impossible,
            lines,
            holds: desk.held_for(goal),
        }
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
