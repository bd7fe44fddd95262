//! The plan: who does what for which goal, when each will be reached, what holds it up, and what cannot be done.

mod shape;

use std::collections::{BTreeMap, BTreeSet};

use game::CharacterName;

use super::{
    Progress,
    breakdown::Desk,
    company::{Company, Hands},
    cost::Costs,
    part::{Call, Levels, Missing, Part},
    schedule::{Order, Shift, schedule},
    span,
};
use crate::decision::Alternative;
pub use shape::{Assignment, Awaited, GoalPlan, Impossible, Line, Plan, Standing, Wanted};

/// A plan is changed for a gain of this share of its time, not for less: half-done work is not thrown away.
const WORTH_A_CHANGE: f64 = 0.10;

/// Makes the plan for all goals.
#[must_use]
pub fn plan(company: Company<'_>, wanted: &[Wanted]) -> Plan {
    let costs = Costs::new(company);
    let urgencies = wanted.iter().map(|one| one.priority).collect();
    let mut desk = Desk::new(company, &costs, urgencies);
    let mut progress = vec![Progress { done: 0.0, wanted: 0.0 }; wanted.len()];
    let mut order: Vec<_> = (0..wanted.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(wanted[*place].priority));
    for place in order {
        match &wanted[place].goal {
            Some(goal) => {
                desk.turn_to(place, &wanted[place], goal.kind.names());
                progress[place] = goal.kind.break_down(&mut desk);
            }
            None => desk.missing.push(Missing::unreadable(place)),
        }
    }
    let goals: Vec<_> = wanted.iter().map(|one| (one.priority, one.after.clone())).collect();
    let open = desk.stages.iter().filter(|(_, stages)| !stages.reached);
    let endless: BTreeSet<_> = open.map(|(place, _)| *place).chain(desk.awaiting()).collect();
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
        let awaits = desk.awaited_by(goal);
        let is_open = awaits.is_some() || stages.is_some_and(|stages| !stages.reached) || !waiting.is_empty();
        let last = self.shifts.iter().filter(own).max_by(|one, other| one.until.total_cmp(&other.until));
        let mut lines: Vec<_> = self.shifts.iter().filter(own).map(|shift| self.line(shift)).collect();
        lines.sort_by(|one, other| one.from_seconds.total_cmp(&other.from_seconds));
        let share =
            if progress.wanted > 0.0 { (progress.done / progress.wanted).clamp(0.0, 1.0) } else { 1.0 };
        GoalPlan {
            standing: match (lines.is_empty(), impossible.is_empty()) {
                (true, true) if is_open => Standing::Waiting,
                (true, false) if awaits.is_some() => Standing::Waiting,
                (true, true) => Standing::Reached,
                (true, false) => Standing::Impossible,
                (false, _) if lines.iter().any(|line| line.from_seconds <= 0.0) => Standing::UnderWay,
                (false, _) => Standing::Waiting,
            },
            progress: if awaits.is_some() { 0.0 } else { share },
            seconds: Some(last.map_or(0.0, |shift| shift.until))
                .filter(|end| !is_open && impossible.is_empty() && end.is_finite()),
            bottleneck: match waiting.is_empty() {
                true if awaits.is_some() => None,
                true => last.filter(|shift| shift.until.is_finite()).map(|shift| self.bottleneck(shift)),
                false => Some("it waits for a pipeline, and nobody knows for how long".to_owned()),
            },
            awaits,
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
            occasion: self.order.parts[shift.part].call.as_ref().map(|call| call.occasion.clone()),
        }
    }

    /// Why a shift is this member's.
    fn why(&self, shift: &Shift) -> String {
        let Part { who, work, call, .. } = &self.order.parts[shift.part];
        if let Some(Call { why, .. }) = call {
            return why.clone();
        }
        if who.len() == 1 {
            return work.why_only(self.name(shift.member));
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
        if let Some(Call { occasion, .. }) = &part.call {
            let why = "whoever could go has something more urgent to do".to_owned();
            let unblock = "Give the goal a higher priority".to_owned();
            return Impossible { occasion: Some(occasion.clone()), what, why, unblock };
        }
        let refusals = part.who.iter().map(|who| self.order.costs.of(*who, &Levels::new(), &part.work));
        match refusals.collect::<Result<Vec<_>, _>>() {
            Err(obstacle) => {
                Impossible { occasion: None, what, why: obstacle.why, unblock: obstacle.unblock }
            }
            Ok(_) => Impossible {
                occasion: None,
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
    fn from(Missing { occasion, what, why, unblock, .. }: &Missing) -> Self {
        Self { occasion: occasion.clone(), what: what.clone(), why: why.clone(), unblock: unblock.clone() }
    }
}
