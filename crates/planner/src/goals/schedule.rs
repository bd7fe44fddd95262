//! Who does what, when: parts are given out as hands become free, the next plan's parts never to two at once.
//!
//! Whenever somebody is free, the parts that are ready are taken, the most urgent goals first and then those that most
//! depends on, and shared out so that all of them together cost least (the Hungarian algorithm). Time then jumps to
//! whoever is done first. What is never given out stays over: nobody can do it, or everybody who can is at work that nobody
//! knows the end of. Such work comes after all other that is as urgent. What has its time calls its member away from work
//! that is no more urgent, which goes on afterwards.

use std::collections::{BTreeMap, BTreeSet};

use pathfinding::prelude::{Matrix, kuhn_munkres};

use super::{
    cost::Costs,
    part::{Call, Effort, Levels, Part, Work},
    whole,
};

/// What work counts that nobody knows the end of, in seconds, when it is matched with hands.
const ENDLESS: f64 = 86_400.0;

/// What no matching is worth: more than all costs of a company.
const NEVER: i64 = 1 << 40;

/// A part that is given out.
#[derive(Debug, Clone)]
pub(crate) struct Shift {
    pub(crate) part: usize,
    pub(crate) member: usize,
    pub(crate) from: f64,
    /// Infinite when nobody knows.
    pub(crate) until: f64,
    pub(crate) effort: Effort,
    /// The shift that had to end before this one could begin.
    pub(crate) behind: Option<usize>,
}

/// What a schedule is made from.
pub(crate) struct Order<'a> {
    pub(crate) costs: &'a Costs<'a>,
    pub(crate) parts: &'a [Part],
    /// Of each goal: how urgent it is, and the goals that come before it.
    pub(crate) goals: &'a [(u32, Vec<usize>)],
    /// Goals whose end nobody knows: what comes after them is not given out.
    pub(crate) endless: &'a BTreeSet<usize>,
    pub(crate) members: usize,
}

struct Hand {
    free_at: f64,
    levels: Levels,
    last: Option<usize>,
}

/// Gives all parts out; `pins` are parts that members stay at.
pub(crate) fn schedule(order: &Order<'_>, pins: &BTreeMap<usize, usize>) -> Vec<Shift> {
    let hands = (0..order.members).map(|_| Hand { free_at: 0.0, levels: Levels::new(), last: None });
    let (shifts, kept) = (Vec::new(), BTreeSet::new());
    let mut clerk = Clerk { order, hands: hands.collect(), shifts, kept, tails: tails(order) };
    for (member, part) in pins {
        clerk.give(*part, *member, 0.0);
    }
    let mut now = 0.0;
    loop {
        clerk.give_out(now);
        let ends = clerk.shifts.iter().map(|shift| shift.until).filter(|end| end.is_finite());
        let calls = order.parts.iter().filter_map(|part| Some(part.call.as_ref()?.in_seconds));
        match ends.chain(calls).filter(|then| *then > now).min_by(f64::total_cmp) {
            Some(next) => now = next,
            None => return clerk.shifts,
        }
    }
}

struct Clerk<'a> {
    order: &'a Order<'a>,
    hands: Vec<Hand>,
    shifts: Vec<Shift>,
    /// Hands that are kept for parts which begin together.
    kept: BTreeSet<usize>,
    /// Seconds from the beginning of each part to the end of all that needs it.
    tails: Vec<f64>,
}

impl Clerk<'_> {
    /// Gives out all that can be begun now.
    fn give_out(&mut self, now: f64) {
        let mut urgencies: Vec<_> = self.order.goals.iter().map(|(priority, _)| *priority).collect();
        urgencies.sort_unstable();
        urgencies.dedup();
        self.kept.clear();
        for urgency in urgencies.into_iter().rev() {
            self.call(now, urgency);
            self.give_together(now, urgency);
            while self.share_out(now, urgency) {}
        }
    }

    /// Calls members to the parts whose time has come.
    fn call(&mut self, now: f64, urgency: u32) {
        for (place, Part { goal, who, call, .. }) in self.order.parts.iter().enumerate() {
            let has_come = call.as_ref().is_some_and(|Call { in_seconds, .. }| *in_seconds <= now);
            let is_due = has_come && self.order.goals[*goal].0 == urgency && self.comes_next(place, now);
            if let Some(member) = who.first().filter(|member| is_due && self.leaves(**member, now, place)) {
                self.give(place, *member, now);
            }
        }
    }

    /// Gives out the parts that begin together and for which all hands are free. Where some are not, the others are kept for
    /// it: they would never all be free by chance.
    fn give_together(&mut self, now: f64, urgency: u32) {
        for part in 0..self.order.parts.len() {
            let Part { goal, together, .. } = &self.order.parts[part];
            if together.is_empty() || self.order.goals[*goal].0 != urgency || !self.is_ready(part, now) {
                continue;
            }
            let open = together.iter().filter(|part| self.is_ready(**part, now));
            let open: Vec<_> = open.map(|part| (*part, self.order.parts[*part].who[0])).collect();
            if open.iter().all(|(_, hand)| self.is_free(*hand, now)) {
                open.into_iter().for_each(|(part, hand)| self.give(part, hand, now));
            } else {
                self.kept.extend(open.into_iter().map(|(_, hand)| hand));
            }
        }
    }

    /// Whether a member is free, or leaves what it does for a call. The party of a raid has to be complete: it outranks an
    /// event.
    fn leaves(&self, member: usize, now: f64, call: usize) -> bool {
        let Some(busy) = self.busy(member, now) else { return true };
        let urgency = |part: &Part| self.order.goals[part.goal].0;
        let (part, call) = (&self.order.parts[self.shifts[busy].part], &self.order.parts[call]);
        let gives_way = match (&part.work, &call.work) {
            (Work::Event { .. }, Work::Raid { .. }) => true,
            _ => part.call.is_none(),
        };
        gives_way && urgency(part) <= urgency(call)
    }

    /// The shift that a member is at.
    fn busy(&self, member: usize, now: f64) -> Option<usize> {
        self.hands[member].last.filter(|shift| self.shifts[*shift].until > now)
    }

    fn is_free(&self, hand: usize, now: f64) -> bool {
        self.hands[hand].free_at <= now && !self.kept.contains(&hand)
    }

    /// Shares out as many parts as there are free hands; whether anything was given out.
    fn share_out(&mut self, now: f64, urgency: u32) -> bool {
        let free: Vec<_> = (0..self.hands.len()).filter(|hand| self.is_free(*hand, now)).collect();
        let mut ready: Vec<_> = (0..self.order.parts.len())
            .filter(|part| self.order.goals[self.order.parts[*part].goal].0 == urgency)
            .filter(|part| self.order.parts[*part].together.is_empty() && self.is_ready(*part, now))
            .filter(|part| free.iter().any(|hand| self.seconds(*hand, *part).is_some()))
            .collect();
        ready.sort_by(|one, other| self.tails[*other].total_cmp(&self.tails[*one]));
        ready.truncate(free.len());
        if ready.is_empty() {
            return false;
        }
        let cost = |part: usize, hand: usize| {
            -self.seconds(hand, part).map_or(NEVER, |seconds| whole(seconds.min(ENDLESS)))
        };
        let weights = Matrix::from_fn(ready.len(), free.len(), |(part, hand)| cost(ready[part], free[hand]));
        let (_, matched) = kuhn_munkres(&weights);
        let pairs: Vec<_> = ready.iter().zip(matched).map(|(part, hand)| (*part, free[hand])).collect();
        let before = self.shifts.len();
        for (part, hand) in pairs {
            self.give(part, hand, now);
        }
        self.shifts.len() > before
    }

    /// Gives a part to a member, if it can do it. What it is busy with goes on afterwards.
    fn give(&mut self, part: usize, member: usize, now: f64) {
        let hand = &self.hands[member];
        let Part { work, who, call, .. } = &self.order.parts[part];
        // Where there are more parts than hands for them, the matching pairs some with hands that must not have them.
        if !who.contains(&member) {
            return;
        }
        let Ok(effort) = self.order.costs.of(member, &hand.levels, work) else { return };
        let waited_for = self
            .before(part)
            .into_iter()
            .max_by(|one, other| self.shifts[*one].until.total_cmp(&self.shifts[*other].until));
        let behind =
            [waited_for, hand.last].into_iter().flatten().find(|shift| self.shifts[*shift].until >= now);
        // What has its time ends in time, whenever it is begun.
        let begins = call.as_ref().map_or(now, |call| call.in_seconds);
        let until = begins + effort.seconds.max(1.0);
        if until <= now {
            return;
        }
        let interrupted = self.busy(member, now);
        let place = self.shifts.len();
        self.shifts.push(Shift { part, member, from: now, until, effort, behind });
        let last = interrupted.unwrap_or(place);
        if last != place {
            self.set_back(last, now, until);
        }
        let (levels, free_at) = (self.shifts[place].effort.levels.clone(), self.shifts[last].until);
        let hand = &mut self.hands[member];
        hand.levels.extend(levels);
        (hand.free_at, hand.last) = (free_at, Some(last));
    }

    /// A shift rests for a while, or begins later if it has not begun.
    fn set_back(&mut self, shift: usize, from: f64, until: f64) {
        let shift = &mut self.shifts[shift];
        shift.until += until - from;
        if shift.from >= from {
            shift.from = until;
        }
    }

    fn seconds(&self, hand: usize, part: usize) -> Option<f64> {
        let Part { work, who, .. } = &self.order.parts[part];
        let costs = || self.order.costs.of(hand, &self.hands[hand].levels, work).ok();
        who.contains(&hand).then(costs)?.map(|effort| effort.seconds)
    }

    /// Whether a part can be given to whoever is free.
    fn is_ready(&self, part: usize, now: f64) -> bool {
        self.order.parts[part].call.is_none() && self.comes_next(part, now)
    }

    /// Whether all that comes before a part is done, and nobody has it yet.
    fn comes_next(&self, part: usize, now: f64) -> bool {
        let done: BTreeSet<_> =
            self.shifts.iter().filter(|shift| shift.until <= now).map(|shift| shift.part).collect();
        let goal = self.order.parts[part].goal;
        let first = &self.order.goals[goal].1;
        let earlier = self.order.parts.iter().enumerate().filter(|(_, one)| first.contains(&one.goal));
        self.shifts.iter().all(|shift| shift.part != part)
            && !first.iter().any(|goal| self.order.endless.contains(goal))
            && self.order.parts[part].needs.iter().all(|need| done.contains(need))
            && earlier.map(|(place, _)| place).all(|place| done.contains(&place))
    }

    /// The shifts of the parts that come before a part.
    fn before(&self, part: usize) -> Vec<usize> {
        let Part { needs, goal, .. } = &self.order.parts[part];
        let first = &self.order.goals[*goal].1;
        let comes_before =
            |shift: &Shift| needs.contains(&shift.part) || first.contains(&self.order.parts[shift.part].goal);
        (0..self.shifts.len()).filter(|place| comes_before(&self.shifts[*place])).collect()
    }
}

/// For each part, the least it takes and all that needs it.
fn tails(order: &Order<'_>) -> Vec<f64> {
    let mut tails = vec![0.0; order.parts.len()];
    // Parts come after what they need.
    for (place, part) in order.parts.iter().enumerate().rev() {
        let efforts = part.who.iter().filter_map(|who| order.costs.of(*who, &Levels::new(), &part.work).ok());
        let least = efforts.map(|effort| effort.seconds).fold(f64::INFINITY, f64::min);
        tails[place] += if least.is_finite() { least } else { 0.0 };
        for need in &part.needs {
            tails[*need] = f64::max(tails[*need], tails[place]);
        }
    }
    tails
}
